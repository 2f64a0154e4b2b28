// What every language pack must know beyond its verbs: evidentials, quotation marks, months, number words,
// abbreviations, names. Sentences are our own; everyone in them is invented.
import { describe, expect, test } from "vitest";
import { splitSentences } from "../language/split-sentences.ts";
import { readText } from "../read-text.ts";
import { match, saidIn, wordsOf, type Row } from "../testing.ts";
import { abbreviationsFor, PACKS } from "./pack-for.ts";

describe("quotation marks", () => {
  const rows: readonly (readonly [language: string, ...Row])[] = [
    ["ru", "„Нас не слышат“, — сказал Ерлан Тасов.", "Ерлан Тасов", "Нас не слышат", "asserts"],
    ["ru", '"Нас не слышат", — сказал Ерлан Тасов.', "Ерлан Тасов", "Нас не слышат", "asserts"],
    ["ru", "— Нас не слышат, — сказал Ерлан Тасов.", "Ерлан Тасов", "Нас не слышат", "asserts"],
    ["kk", "“Бізді естімейді”, – деді Ерлан Тасов.", "Ерлан Тасов", "Бізді естімейді", "asserts"],
    ["kk", '"Бізді естімейді", – деді Ерлан Тасов.', "Ерлан Тасов", "Бізді естімейді", "asserts"],
    ["tr", "'Bizi duymuyorlar' dedi Selim Aksoy.", "Selim Aksoy", "Bizi duymuyorlar", "asserts"],
    ["tr", "«Bizi duymuyorlar» dedi Selim Aksoy.", "Selim Aksoy", "Bizi duymuyorlar", "asserts"],
    ["zh", "李远山说：「没有人听我们。」", "李远山", "没有人听我们", "asserts"],
    ["zh", "“没有人听我们，”李远山说。", "李远山", "没有人听我们", "asserts"],
    ["ug", "«بىزنى ئاڭلىمايدۇ» دېدى گۈلنار.", "گۈلنار", "بىزنى ئاڭلىمايدۇ", "asserts"],
  ];
  test.each(rows)("%s: %s", (language, ...row) => {
    expect(match(row, language)).toBe(true);
  });
});

test.each([
  ["ru", "Его якобы отпустили."],
  ["zh", "据悉，他已获释。"],
  ["zh", "据称，他已获释。"],
])("%s: %s is hearsay", (language, text) => {
  const [found] = saidIn(text, { language });
  expect([found?.source, found?.suggestion.evidential]).toEqual(["", true]);
});

test.each([
  ["ru", "Её увезли 5 декабря 2018 года.", "2018-12-05"],
  ["kk", "Оны 2018 жылғы 5 желтоқсанда алып кетті.", "2018-12-05"],
  ["tr", "Onu 5 Aralık 2018'de götürdüler.", "2018-12-05"],
  ["zh", "她于2018年12月5日被带走。", "2018-12-05"],
])("%s: %s has its month", (language, text, edtf) => {
  expect(readText(text, { language }).dates.map((date) => date.edtf)).toContain(edtf);
});

test.each([
  ["ru", "Ждали сорок два человека.", 42],
  ["kk", "Қырық екі адам күтті.", 42],
  ["tr", "Kırk iki kişi bekledi.", 42],
  ["zh", "四十二人在等。", 42],
])("%s: %s has its number", (language, text, low) => {
  expect(readText(text, { language }).figures.map((figure) => figure.low)).toEqual([low]);
});

test.each([
  ["ru", "Это было в г. Алматы и т.д. и т.п. Потом он уехал.", 2],
  ["ru", "Проф. Тасов живёт на ул. Садовой. Он один.", 2],
  ["kk", "Бұл 2018 ж. болды. Содан кейін ол кетті.", 2],
  ["kk", "Проф. Тасов келді. Ол жалғыз.", 2],
  ["tr", "Prof. Aksoy geldi. O yalnızdı.", 2],
  ["tr", "Av. Tan ve Dr. Omar geldi. Sonra gittiler.", 2],
])("%s: %s is cut at its sentences only", (language, text, sentences) => {
  const span = { start: 0, end: text.length };
  expect(splitSentences(text, span, language, abbreviationsFor(language))).toHaveLength(sentences);
});

test.each([...PACKS.values()].map((pack): [string, typeof pack] => [pack.name, pack]))(
  "%s: no word is both a verb of saying and a word that ends a phrase",
  (_, pack) => {
    const both = [...pack.cues.keys()].filter(
      (word) => pack.stops.has(word) || pack.pronouns.has(word) || pack.objects.has(word),
    );
    expect(both).toEqual([]);
  },
);

describe("Uyghur names", () => {
  test.each([
    ["گۈلنار ئابدۇللا ئۈرۈمچىدە تۇتۇلدى.", ["person: گۈلنار ئابدۇللا", "place: ئۈرۈمچىدە"]],
    ["مەريەمنىڭ ئىنىسى كەلمىدى.", ["person: مەريەمنىڭ"]],
    ["ئۇيغۇرلار قەشقەردە ياشايدۇ.", ["group: ئۇيغۇرلار", "place: قەشقەردە"]],
    ["ئەركىن تۇرسۇن خەت يازدى.", ["person: ئەركىن تۇرسۇن"]],
    ["ئۇلار ئەركىن ياشايدۇ.", []],
    ["قازاقىستانغا ئىلھام كەلدى.", ["place: قازاقىستانغا", "person: ئىلھام"]],
  ])("%s", (text, expected) => {
    const { mentions } = readText(text, { language: "ug" });
    expect(mentions.map((one) => `${one.type}: ${one.text}`)).toEqual(expected);
  });

  test("a speaker is a name of the text", () => {
    const text = "«خەت كەلمىدى» دېدى گۈلنار ئابدۇللا.";
    const { statements, mentions } = readText(text, { language: "ug" });
    expect(wordsOf(text, statements[0]?.source ?? [])).toBe("گۈلنار ئابدۇللا");
    expect(mentions.map(({ type }) => type)).toEqual(["person"]);
  });
});
