// Statements inside statements. Sentences are our own; everyone in them is invented.
import { describe, expect, test } from "vitest";
import { saidIn } from "../testing.ts";

describe("a child stands beside its parent", () => {
  test.each([
    ["Ana Lind said the mayor told her that the road was closed.", "the mayor", "asserts"],
    ["Ana Lind said the mayor denied that the road was closed.", "the mayor", "denies"],
    [
      "The Hill Review writes that authorities have acknowledged the existence of the list.",
      "authorities",
      "admits",
    ],
    ["Ana Lind said she denied the theft.", "she", "denies"],
    ["The Hill Review reports that a court refused to free the boatman.", "a court", "declines"],
  ])("%s", (sentence, source, stance) => {
    const [parent, child] = saidIn(sentence, { language: "en" });
    expect(child).toMatchObject({ source, stance });
    expect(child?.suggestion.parent).toBe(parent?.suggestion.id);
  });
});

describe("a child that only repeats its parent is part of it", () => {
  test.each([
    "Ana Lind said she hoped the road would open.",
    "Ana Lind said she wanted to go home.",
    "Ana Lind says that they believe the list is lost.",
  ])("%s", (sentence) => {
    expect(saidIn(sentence, { language: "en" }).map(({ source }) => source)).toEqual(["Ana Lind"]);
  });
});

test("a denial inside a denial is one statement", () => {
  const found = saidIn("The ministry denied that Lind had denied the theft.", { language: "en" });
  expect(found.map(({ source, stance }) => [source, stance])).toEqual([["The ministry", "denies"]]);
});
