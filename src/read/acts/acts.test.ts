// Sentences are our own; everyone in them is invented.
import { describe, expect, test } from "vitest";
import { readText } from "../read-text.ts";
import { wordsOf } from "../testing.ts";

function acts(text: string): { act: string; person: string; negated: boolean; denied: boolean }[] {
  return readText(text, { language: "en" }).acts.map(({ act, person, negated, denied }) => ({
    act,
    person: wordsOf(text, person),
    negated,
    denied,
  }));
}

test.each([
  ["The pupils were beaten in the yard.", "beating", "The pupils"],
  ["Her brother was detained in May.", "detention", "Her brother"],
  ["The boatman was deported across the lake.", "expulsion", "The boatman"],
  ["Police arrested the boatman at night.", "arbitrary-arrest", "the boatman"],
  ["The two men were tortured for days.", "torture", "The two men"],
  ["The court ordered the deportation of the boatman.", "expulsion", "the boatman"],
  ["Her passport was confiscated at the port.", "passport-confiscation", ""],
  ["The nurse died in custody.", "death-in-custody", ""],
  ["The men did forced labour at the mill.", "forced-labour", ""],
  ["The teacher disappeared in 2017.", "enforced-disappearance", ""],
])("%s", (text, act, person) => {
  const found = acts(text);
  expect(found.map((one) => one.act)).toContain(act);
  if (person !== "") expect(found.find((one) => one.act === act)?.person).toBe(person);
});

test.each([
  "A meeting was held in the school.",
  "He held a cup of tea.",
  "The workers wanted labour peace.",
  "She lost her passport.",
])("%s tells of no act", (text) => {
  expect(acts(text)).toEqual([]);
});

describe("negation and denial", () => {
  test("what did not happen is marked", () => {
    expect(acts("The pupils were never beaten.")).toMatchObject([
      { act: "beating", negated: true, denied: false },
    ]);
  });

  test("an act inside a denial is denied, the same act in a testimony is not", () => {
    const found = acts(
      "Ana Lind said the pupils were beaten. The ministry denies the pupils were beaten.",
    );
    expect(found.map(({ denied }) => denied)).toEqual([false, true]);
  });

  test("a denial reported by a third party still denies", () => {
    const found = acts("The Lake Courier reports that the ministry denies the pupils were beaten.");
    expect(found.map(({ denied }) => denied)).toEqual([true]);
  });
});

describe("other languages", () => {
  const found = (text: string, language: string): [string, boolean, boolean][] =>
    readText(text, { language }).acts.map(({ act, negated, denied }) => [act, negated, denied]);

  test.each([
    ["Его избили в лагере.", "ru", [["beating", false, false]]],
    ["Министерство отрицает пытки.", "ru", [["torture", false, true]]],
    ["Её не арестовали.", "ru", [["arbitrary-arrest", true, false]]],
    [
      "Оны ұрып, қинады.",
      "kk",
      [
        ["beating", false, false],
        ["torture", false, false],
      ],
    ],
    ["Ağabeyi gözaltına alındı.", "tr", [["detention", false, false]]],
    [
      "他被关押了两年，从未殴打别人。",
      "zh",
      [
        ["detention", false, false],
        ["beating", true, false],
      ],
    ],
    ["当局否认他被遣返。", "zh", [["expulsion", false, true]]],
  ])("%s", (text, language, expected) => {
    expect(found(text, language)).toEqual(expected);
  });
});
