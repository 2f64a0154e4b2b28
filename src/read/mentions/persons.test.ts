// Persons by the signs around a name. Sentences are our own; everyone in them is invented.
import { describe, expect, test } from "vitest";
import { readText } from "../read-text.ts";

function persons(text: string, language = "en"): string[] {
  return readText(text, { language })
    .mentions.filter(({ type }) => type === "person")
    .map((mention) => mention.text);
}

describe("one word alone", () => {
  test.each([
    ["Ressig was asked to leave the room.", ["Ressig"]],
    ["Ressig later told the court about it.", ["Ressig"]],
    ["They read Ressig's letters aloud.", ["Ressig"]],
    ["Her brother, Tovan, was not there.", ["Tovan"]],
    ["It was shown to Ressig, who wept.", ["Ressig"]],
    ["They met Ressig, 41, at the gate.", ["Ressig"]],
    ["Rachel and Tovan waited outside.", ["Rachel", "Tovan"]],
    ["“It was cold,” said Ressig.", ["Ressig"]],
    ["Ressig was born by the lake.", ["Ressig"]],
  ])("%s", (text, expected) => {
    expect(persons(text)).toEqual(expected);
  });

  test.each([
    "Construction was slow that year.",
    "Villagers were told to leave.",
    "The Ressig was a small boat.",
    "A Ressig was found on the beach.",
    "They crossed Ressig's northern border.",
    "She lived in Ressig's old quarter, and in Ressig she died.",
    "NATO was asked about it.",
    "Water was brought by boat.",
    "He paid with TransLink.",
    "Portmouth was rebuilt.",
    "Keeps the door shut.",
  ])("%s names no person", (text) => {
    expect(persons(text)).toEqual([]);
  });

  test("a word written small elsewhere in the text is no name", () => {
    expect(persons("Vessel was lost. The vessel was never found.")).toEqual([]);
  });

  test("all places of the word are taken together", () => {
    expect(persons("A song for Ressig. Ressig was a nurse. Nobody forgot Ressig.")).toEqual([
      "Ressig",
      "Ressig",
      "Ressig",
    ]);
  });

  test("the short form of a body is no person", () => {
    expect(persons("Sarn Coal was sold. Sarn was closed in May.")).toEqual([]);
  });
});

describe("two words and more", () => {
  test.each([
    ["Former Ana Lind came back.", ["Ana Lind"]],
    ["J. P. Arden waited there.", ["J. P. Arden"]],
    ["R. Tovan Ressig waited there.", ["R. Tovan Ressig"]],
    [
      "The guests were Ana Lind, Tovan Ressig, Maria Voss and Ilham Tarim.",
      ["Ana Lind", "Tovan Ressig", "Maria Voss", "Ilham Tarim"],
    ],
    ["Gulnisa Tarimova stayed in the town.", ["Gulnisa Tarimova"]],
    ["Their cousin Tovan Ressig wrote home.", ["Tovan Ressig"]],
    ["Jean-Luc Ressig wrote home.", ["Jean-Luc Ressig"]],
    ["Omar bin Tarim wrote home.", ["Omar bin Tarim"]],
  ])("%s", (text, expected) => {
    expect(persons(text)).toEqual(expected);
  });

  test.each([
    "They sang “Tovan Ressig” all night.",
    "UKL Rovers played at home.",
    "They crossed San Marelo by night.",
    "They climbed Mt. Ressig in winter.",
    "Sarn Holdings was sold.",
    "A campaign for Silent Steps began.",
  ])("%s names no person", (text) => {
    expect(persons(text)).toEqual([]);
  });

  test("capitals in a headline are no sign", () => {
    expect(persons("Sarn Breaks Silence Over Missing Lake Boats")).toEqual([]);
  });
});

describe("in Cyrillic letters", () => {
  test.each([
    ["Письмо передали Д. Д. Тасову утром.", "ru", ["Д. Д. Тасову"]],
    ["Об этом спросили министра Тасова и ушли.", "ru", ["Тасова"]],
    ["После смерти Омаровой дом закрыли.", "ru", ["Омаровой"]],
    ["Вчера Айгуль вернулась домой.", "ru", ["Айгуль"]],
    ["Дорогу закрыли, сообщил Тасов.", "ru", ["Тасов"]],
    ["Ерлан Тасов приехал утром. Тасова не пустили.", "ru", ["Ерлан Тасов", "Тасова"]],
    ["Адвокат Жанна Омарова приехала.", "ru", ["Жанна Омарова"]],
    ["Кеше айыпталушы Омарова келді.", "kk", ["Омарова"]],
    ["Ауылда Айгүлді көрген жоқ.", "kk", ["Айгүлді"]],
  ])("%s", (text, language, expected) => {
    expect(persons(text, language)).toEqual(expected);
  });

  test.each([
    ["Они встретились в Новом Орлеане.", "ru"],
    ["Казанский вокзал закрыли в Ростове.", "ru"],
    ["Чемпионат Канады перенесли.", "ru"],
  ])("%s names no person", (text, language) => {
    expect(persons(text, language)).toEqual([]);
  });

  test("a bent surname is the person named in full", () => {
    const { mentions } = readText("Ерлан Тасов приехал утром. Письмо отдали Тасову.", {
      language: "ru",
    });
    expect(mentions[0]?.entity).toBe(mentions.at(-1)?.entity);
  });
});
