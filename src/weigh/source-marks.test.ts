// What was made of a source's passages, on both engines. Everyone here is invented.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { withdraw } from "./review-claim.ts";
import { sourceMarks } from "./source-marks.ts";
import { engineKinds, openTestWeigh, type TestWeigh } from "./testing.ts";

const text = "Ana Lind said that Oke Berg mends nets. His number is 12345.";
const at = (words: string) => ({
  start: text.indexOf(words),
  end: text.indexOf(words) + words.length,
  quote: words,
});

describe.each(engineKinds)("the marks of a source on %s", (kind) => {
  let weigh: TestWeigh;
  beforeAll(async () => {
    weigh = await openTestWeigh(kind);
  });
  afterAll(() => weigh.end());

  const shown = async (source: string, actor = weigh.everyone) =>
    (await sourceMarks(weigh.vault.engine, actor, source)).map(({ start, end }) =>
      text.slice(start, end),
    );

  it("are its standing statements and claims in the order of the text, those on older records too", async () => {
    const elsewhere = await weigh.source("An older list");
    const old = await weigh.person(elsewhere, "O. Berg");
    const source = await weigh.source("Lake Courier", { text });
    const person = await weigh.person(source, "Oke Berg");
    await weigh.claim(person, source, {
      property: "occupation",
      words: "mends nets",
      passage: at("mends nets"),
    });
    const name = await weigh.claim(old, source, {
      property: "name",
      words: "Oke Berg",
      passage: at("Oke Berg"),
      suggestion: "s1",
    });
    await weigh.statement(source, "asserts", { passage: at("Ana Lind said") });
    expect(await shown(source)).toEqual(["Ana Lind said", "Oke Berg", "mends nets"]);
    const marks = await sourceMarks(weigh.vault.engine, weigh.everyone, source);
    expect(marks[1]).toMatchObject({
      id: name,
      record: old,
      schema: "Person",
      property: "name",
      suggestion: "s1",
    });
    expect(marks[2]?.suggestion).toBeUndefined();
    expect(await shown(elsewhere)).toEqual([]);

    await withdraw(weigh.deps, weigh.everyone, {
      target: name,
      subject: old,
      back: false,
      reason: "taken back",
    });
    expect(await shown(source)).toEqual(["Ana Lind said", "mends nets"]);
    await weigh.claim(person, source, {
      property: "note",
      words: "said so",
      passage: at("said that"),
    });
    expect(await shown(source)).toEqual(["Ana Lind said", "said that", "mends nets"]);
  });

  it("do not show where a sealed value stands to those who may not open it", async () => {
    const source = await weigh.source("Lake Courier, second page", { text });
    const person = await weigh.person(source, "Oke Berg");
    await weigh.claim(person, source, {
      property: "idNumber",
      words: "12345",
      passage: at("12345"),
    });
    expect(await shown(source, weigh.as("reviewer"))).toEqual(["12345"]);
    expect(await shown(source, weigh.as("publisher"))).toEqual([]);
  });
});
