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
  ["The teacher disappeared in 2017.", "enforced-disappearance", "The teacher"],
  ["The men were kept in metal cages.", "caging", "The men"],
  ["They were forced to kneel for hours.", "forced-kneeling", "They"],
  ["The pupils were made to squat in the yard.", "forced-kneeling", "The pupils"],
  ["The nurse was sent to a re-education camp.", "reeducation", "The nurse"],
  ["The pupils were taught, beaten, and sometimes kept in cells.", "detention", "The pupils"],
  ["Relatives, who they say are being kept in camps, wrote home.", "detention", "Relatives"],
  [
    "An estimated 900 pupils, mainly girls, from Sarn were being held in camps.",
    "detention",
    "An estimated 900 pupils, mainly girls, from Sarn",
  ],
  ["He saw villagers held in a cell.", "detention", "villagers"],
  ["Officials seized the passports of the pupils.", "passport-confiscation", "the pupils"],
  ["Police took her passport at the port.", "passport-confiscation", "her"],
  ["Ana Lind's arrest was not explained.", "arbitrary-arrest", "Ana Lind"],
  ["The beating of Tovan Ressig was seen.", "beating", "Tovan Ressig"],
  ["They asked for the release of relatives.", "released", "relatives"],
  ["The boatman was released in May.", "released", "The boatman"],
  ["The nurse was sentenced to nine years in prison.", "sentenced", "The nurse"],
  ["The women were sterilised in the camp.", "sterilisation", "The women"],
  ["The boatman was held under house arrest.", "detention", "The boatman"],
  ["He was forced to sign a confession.", "forced-confession", "He"],
  ["The shepherd died in Sarn.", "died", "The shepherd"],
  ["They were given forced injections.", "forced-medication", ""],
  ["The pupils were transferred to a prison.", "transferred", "The pupils"],
  ["She spent a month in solitary confinement.", "solitary", ""],
  ["The pupils were indoctrinated every day.", "forced-renunciation", "The pupils"],
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
  "The ministry released a report.",
  "The band released its first album.",
  "He was expelled from the university.",
  "A festival was held in the town.",
  "She kept a diary.",
  "The team was beaten 3 to 1.",
  "He read the press release.",
  "The villagers kneel to pray.",
  "A squat building stood by the lake.",
])("%s tells of no act", (text) => {
  expect(acts(text)).toEqual([]);
});

describe("negation and denial", () => {
  test("what did not happen is marked", () => {
    expect(acts("The pupils were never beaten.")).toMatchObject([
      { act: "beating", negated: true, denied: false },
    ]);
  });

  test.each([
    "A court declined to deport the boatman.",
    "The guards refused to release the boatman.",
    "The boatman could not be deported.",
  ])("%s did not happen", (text) => {
    expect(acts(text).map(({ negated }) => negated)).toEqual([true]);
  });

  test("what is planned or feared is less sure than what was done", () => {
    const sure = (text: string): number =>
      readText(text, { language: "en" }).acts[0]?.confidence ?? 0;
    expect(sure("A decision to deport them was made.")).toBeLessThan(sure("They were deported."));
  });

  test("one act told twice in a phrase is one act", () => {
    expect(acts("The boatman was held in custody.").map(({ act }) => act)).toEqual(["detention"]);
  });

  test("the denied name of a place is no act of its own", () => {
    expect(acts("Sarn denies the buildings are internment camps.")).toMatchObject([
      { act: "detention", person: "", denied: true },
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
    ["У неё отобрали паспорт.", "ru", [["passport-confiscation", false, false]]],
    [
      "Их ставили на колени и держали в клетках.",
      "ru",
      [
        ["forced-kneeling", false, false],
        ["caging", false, false],
      ],
    ],
    ["Он умер в лагере.", "ru", [["death-in-custody", false, false]]],
    ["Их заставляли: это был принудительный труд.", "ru", [["forced-labour", false, false]]],
    ["Оның паспортын алып қойды.", "kk", [["passport-confiscation", false, false]]],
    [
      "Ол түрмеде қайтыс болды.",
      "kk",
      [
        ["death-in-custody", false, false],
        ["died", false, false],
      ],
    ],
    ["Оларды тізерлетті.", "kk", [["forced-kneeling", false, false]]],
    ["Pasaportu alındı.", "tr", [["passport-confiscation", false, false]]],
    ["Diz çöktürüldüler.", "tr", [["forced-kneeling", false, false]]],
    [
      "他们被罚跪，关在铁笼里。",
      "zh",
      [
        ["forced-kneeling", false, false],
        ["caging", false, false],
      ],
    ],
    ["他的护照被没收。", "zh", [["passport-confiscation", false, false]]],
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

test.each([
  ["Его избили в лагере.", "ru", "Его"],
  ["Ерлана Тасова задержали ночью.", "ru", "Ерлана Тасова"],
  ["Оны лагерьде ұрды.", "kk", "Оны"],
  ["Айгүл Омарова түнде ұсталды.", "kk", "Айгүл Омарова"],
  ["Onu gece gözaltına aldılar.", "tr", "Onu"],
  ["他被关押了两年。", "zh", "他"],
  ["阿丽娅·托合提被关押。", "zh", "阿丽娅·托合提"],
])("%s in %s has the person %s", (text, language, person) => {
  const [act] = readText(text, { language }).acts;
  expect(act && wordsOf(text, act.person)).toBe(person);
});

test("two names and no pronoun leave the person open", () => {
  const text = "Ерлан Тасов и Жанна Омарова, задержаны ночью.";
  expect(readText(text, { language: "ru" }).acts[0]?.person).toEqual([]);
});
