// Sentences are our own; everyone in them is invented.
import { expect, test } from "vitest";
import { prepare } from "../prepare.ts";
import { joinSentences } from "./join-sentences.ts";

function unitsOf(text: string): string[] {
  const whole = { start: 0, end: text.length };
  const passages = [{ ...whole, language: "en", script: "Latn" }];
  return joinSentences(prepare(text, [whole], passages)).map(({ tokens }) =>
    text.slice(tokens[0]?.start, tokens.at(-1)?.end),
  );
}

test("a question and the sentence that names its speaker are one", () => {
  expect(unitsOf("It rained. “Who closed the road?” Ana Lind asked. Nobody knew.")).toEqual([
    "It rained.",
    "“Who closed the road?” Ana Lind asked.",
    "Nobody knew.",
  ]);
});

test("a sentence of its own after a question stays apart", () => {
  expect(unitsOf("“Who closed the road?” Ana Lind asked the mayor to open it.")).toHaveLength(2);
});

test("a chain of questions is joined two by two, so that no unit grows without end", () => {
  const text = "“Who came?” Lind asked, “And why?” ".repeat(40).trim();
  const units = unitsOf(text);
  expect(units.join(" ")).toBe(text);
  expect(Math.max(...units.map((unit) => unit.length))).toBeLessThan(80);
});
