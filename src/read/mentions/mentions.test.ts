// Sentences are our own; everyone in them is invented.
import { describe, expect, test } from "vitest";
import { readText } from "../read-text.ts";

function named(text: string): string[] {
  return readText(text, { language: "en" }).mentions.map(
    (mention) => `${mention.type}: ${mention.text}`,
  );
}

test.each([
  ["Yesterday Ana Lind spoke in Almaty.", ["person: Ana Lind", "place: Almaty"]],
  ["Researcher Tovan Ressig waited outside.", ["person: Tovan Ressig"]],
  ["A letter from Joss P. Arden was read.", ["person: Joss P. Arden"]],
  ["He worked at the Ministry of Lakes.", ["organization: Ministry of Lakes"]],
  ["He studied at Sarn College.", ["organization: Sarn College"]],
  ["They swam in Lake Sarn.", ["place: Lake Sarn"]],
  ["Several Kazakhs and Uyghurs were there.", ["group: Kazakhs", "group: Uyghurs"]],
  ["It was told to RFE/RL in private.", ["organization: RFE/RL"]],
  ["The ambassador to Kazakhstan Maria Voss waited.", ["place: Kazakhstan", "person: Maria Voss"]],
  ["They came from New York by boat.", ["place: New York"]],
])("%s", (text, expected) => {
  expect(named(text)).toEqual(expected);
});

test.each([
  "The Summer Games were over.",
  "On Monday it rained.",
  "We read The Great Awakening twice.",
])("%s names no person", (text) => {
  expect(named(text).filter((mention) => mention.startsWith("person"))).toEqual([]);
});

describe("a surname alone", () => {
  test("is the person named in full before it", () => {
    const { mentions } = readText("Tovan Ressig, a nurse, was asked. Later Ressig went home.", {
      language: "en",
    });
    expect(mentions.map(({ text }) => text)).toEqual(["Tovan Ressig", "Ressig"]);
    expect(mentions[0]?.entity).toBe(mentions[1]?.entity);
  });

  test("is nobody when no fuller name stands in the text", () => {
    expect(named("They spoke of Ressig for hours.")).toEqual([]);
  });
});

test("role words stay with the name", () => {
  const text = "Petra Nils, director of the Lake Studies Centre, was there.";
  const [person] = readText(text, { language: "en" }).mentions;
  expect(person?.role && text.slice(person.role.start, person.role.end)).toBe(
    "director of the Lake Studies Centre",
  );
});

describe("names in other scripts", () => {
  const named2 = (text: string, language: string): string[] =>
    readText(text, { language }).mentions.map((mention) => `${mention.type}: ${mention.text}`);

  test.each([
    [
      "Вчера адвокат Жанна Омарова приехала в Алматы.",
      "ru",
      ["person: Жанна Омарова", "place: Алматы"],
    ],
    ["Письмо Ивану Петровичу Ким передали утром.", "ru", ["person: Ивану Петровичу Ким"]],
    ["В Урумчи живут уйгуры.", "ru", ["place: Урумчи"]],
    ["Кеше Серік Асанұлы Алматыға келді.", "kk", ["person: Серік Асанұлы", "place: Алматыға"]],
    [
      "阿丽娅·托合提在乌鲁木齐被带走，她是维吾尔族。",
      "zh",
      ["person: 阿丽娅·托合提", "place: 乌鲁木齐", "group: 维吾尔族"],
    ],
    ["他的妹妹叫古丽娜·阿不都。", "zh", ["person: 古丽娜·阿不都"]],
  ])("%s", (text, language, expected) => {
    expect(named2(text, language)).toEqual(expected);
  });
});
