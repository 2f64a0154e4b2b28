// Kazakh in its other alphabets: one sentence, read alike. Sentences are our own; everyone in them is invented.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { kazakhWord } from "../language/kazakh-letters.ts";
import { readText } from "../read-text.ts";
import { match, wordsOf, type Row } from "../testing.ts";

const ROWS: readonly Row[] = [
  // Latin letters of 2018
  ["Ol qala jabyldy dep aıtty.", "Ol", "qala jabyldy", "asserts"],
  ["«Jol jabyq», – dedi Janna Omarova.", "Janna Omarova", "Jol jabyq", "asserts"],
  ["Advokattyń aıtýynsha, kezdesý keıinge shegerildi.", "Advokattyń", "kezdesý", "asserts"],
  ["Mınıstrlik bul aıyptaýdy joqqa shyǵardy.", "Mınıstrlik", "bul aıyptaýdy", "denies"],
  // Latin letters of 2021
  ["Ol qala jabyldy dep aitty.", "Ol", "qala jabyldy", "asserts"],
  ["«Jol jabyq», – dedı Janna Omarova.", "Janna Omarova", "Jol jabyq", "asserts"],
  ["Advokattyñ aituynşa, kezdesu keiınge şegerıldı.", "Advokattyñ", "kezdesu", "asserts"],
  ["Ūiymnyñ mälımetınşe, qyryq adam ūstaldy.", "Ūiymnyñ", "qyryq adam ūstaldy", "asserts"],
  // As passports spell it
  ["Ol kala zhabyldy dep aytty.", "Ol", "kala zhabyldy", "asserts"],
  ["«Zhol zhabyk», – dedi Zhanna Omarova.", "Zhanna Omarova", "Zhol zhabyk", "asserts"],
  ["Advokattyn aytuynsha, kezdesu keyinge shegerildi.", "Advokattyn", "kezdesu", "asserts"],
  // Arabic letters
  ["ول قالا جابىلدى دەپ ايتتى.", "ول", "قالا جابىلدى", "asserts"],
  ["«جول جابىق»، – دەدى جاننا وماروۆا.", "جاننا وماروۆا", "جول جابىق", "asserts"],
  ["ادۆوكاتتىڭ ايتۋىنشا، كەزدەسۋ كەيىنگە شەگەرىلدى.", "ادۆوكاتتىڭ", "كەزدەسۋ", "asserts"],
  ["ۇيىمنىڭ مالىمەتىنشە، قىرىق ادام ۇستالدى.", "ۇيىمنىڭ", "قىرىق ادام ۇستالدى", "asserts"],
  ["ول پاسپورتىمدى الىپ قويدى دەپ شاعىمداندى.", "ول", "پاسپورتىمدى الىپ قويدى", "asserts"],
];

test.each(ROWS)("%s", (...row) => {
  expect(match(row, "kk")).toBe(true);
});

test.each([
  ["ايگۇل", "Arab", "айгүл"],
  ["ٴبىز", "Arab", "біз"],
  ["ءتۇن", "Arab", "түн"],
  ["قازاقستان", "Arab", "қазақстан"],
  ["مالىمدەدى", "Arab", "мәлімдеді"],
  ["Qazaqstan", "Latn", "қазақстан"],
  ["shyǵardy", "Latn", "шығарды"],
  ["şyğardy", "Latn", "шығарды"],
  ["shygardy", "Latn", "шығарды"],
  ["mälımdedı", "Latn", "мәлімдеді"],
  ["málimdedi", "Latn", "мәлімдеді"],
  ["malimdedi", "Latn", "мәлімдеді"],
  ["Nurlannyñ", "Latn", "нұрланның"],
] as const)("%s in %s letters is %s", (word, script, expected) => {
  expect(kazakhWord(word, script)).toBe(expected);
});

describe("names, figures, dates and acts point into the received text", () => {
  test("Arabic letters", () => {
    const text = "ايگۇل وماروۆانى 2017 جىلعى 14 ناۋرىزدا ۇستادى. لاگەردە 40 ادام وتىردى.";
    const { mentions, figures, dates } = readText(text, { language: "kk" });
    expect(mentions.map((one) => `${one.type}: ${one.text}`)).toContain("person: ايگۇل وماروۆانى");
    expect(figures.map((one) => [wordsOf(text, [one]), one.low])).toContainEqual([
      expect.stringContaining("40"),
      40,
    ]);
    expect(dates.map((one) => [wordsOf(text, [one]), one.edtf])).toEqual([
      ["2017 جىلعى 14 ناۋرىزدا", "2017-03-14"],
    ]);
  });

  test("Latin letters", () => {
    const text = "Aıgúl Omarovany 2017 jylǵy 14 naýryzda ustady. Lagerde keminde 40 adam otyrdy.";
    const { mentions, figures, dates } = readText(text, { language: "kk" });
    expect(mentions.map((one) => `${one.type}: ${one.text}`)).toEqual(["person: Aıgúl Omarovany"]);
    expect(figures.map((one) => [one.hedge, one.low])).toEqual([["at-least", 40]]);
    expect(dates.map((one) => [wordsOf(text, [one]), one.edtf])).toEqual([
      ["2017 jylǵy 14 naýryzda", "2017-03-14"],
    ]);
  });
});

test("whatever the letters, every span lies in the received text and in order", () => {
  const piece = fc.constantFrom(
    ..."ٴء،؛«»".split(""),
    "ول ",
    "دەپ ",
    "ايتتى ",
    "دەدى ",
    "ايگۇل ",
    "ايتۋىنشا، ",
    "2017 جىلى ",
    "40 ادام ",
    "ى",
    "ۋ",
    ". ",
    "\n\n",
    "\u202e",
    "😀",
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const text = pieces.join("");
      const { statements, mentions, figures, dates } = readText(text, { language: "kk" });
      const spans = [
        ...mentions,
        ...figures,
        ...dates,
        ...statements.flatMap((one) => one.content),
      ];
      for (const { start, end } of spans) {
        expect(start).toBeGreaterThanOrEqual(0);
        expect(end).toBeGreaterThan(start);
        expect(end).toBeLessThanOrEqual(text.length);
      }
    }),
    { numRuns: 60 },
  );
});
