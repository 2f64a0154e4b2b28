// What a denial holds is not offered. The sentences and everyone in them are invented.
import { expect, it } from "vitest";
import { readText } from "../read/index.ts";
import { notOffered } from "./not-offered.ts";
import { suggestionIds } from "./reading-cache.ts";

const text =
  "Ana Lind said 40 pupils were beaten in the yard. The ministry denied that 900 pupils were detained. " +
  "The boatman was never tortured.";
const reading = readText(text, { language: "en" });
const words = (ids: readonly string[]): string[] =>
  [...reading.figures, ...reading.acts]
    .filter(({ id }) => ids.includes(id))
    .map(({ start, end }) => text.slice(start, end));

it("keeps back what a denial holds and what did not happen, and nothing else", () => {
  expect(words(notOffered(reading)).toSorted()).toEqual(["900 pupils", "detained", "tortured"]);
});

it("counts statements, figures and acts as open, and neither names nor what was kept back", () => {
  const ids = suggestionIds(reading);
  expect(words(ids).toSorted()).toEqual(["40 pupils", "beaten"]);
  expect(ids).toEqual(expect.arrayContaining(reading.statements.map(({ id }) => id)));
  expect(ids).toHaveLength(reading.statements.length + 2);
});

it("follows a quotation up to the denial around it, and ends where a damaged reading turns in a circle", () => {
  const said = (id: string, stance: string, parent?: string) => ({ id, stance, parent });
  const figure = { id: "f", statement: "inner" };
  const parts = (...statements: object[]) =>
    ({ statements, figures: [figure], acts: [] }) as unknown as Parameters<typeof notOffered>[0];
  expect(notOffered(parts(said("inner", "asserts", "outer"), said("outer", "denies")))).toEqual([
    "f",
  ]);
  expect(
    notOffered(parts(said("inner", "asserts", "outer"), said("outer", "asserts", "inner"))),
  ).toEqual([]);
});
