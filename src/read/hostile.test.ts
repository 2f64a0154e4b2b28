// Hostile text: what it costs must grow with its size and no faster, whatever it is. Each shape is read at a size and at
// four times that size; the time for a unit may not grow as it would under a rule that looks at everything for everything.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { CUE_FORMS } from "./packs/en-cues.ts";
import { PACKS } from "./packs/pack-for.ts";
import { ZH_CUES } from "./packs/zh-cues.ts";
import { readText } from "./read-text.ts";
import { growth, LINEAR } from "./testing-growth.ts";

/** On a machine that does other things as well. */
const slow = { timeout: 300_000 };

type Shape = (size: number) => string;
const fill =
  (unit: string): Shape =>
  (size) =>
    unit.repeat(Math.ceil(size / unit.length));
const reading =
  (shape: Shape, language?: string) =>
  (size: number): (() => void) => {
    const text = shape(size);
    return () => void readText(text, language === undefined ? {} : { language });
  };

const SHAPES: Readonly<Record<string, Shape>> = {
  "one enormous line": fill(
    "The officials said that the camp was closed and people were held there ",
  ),
  "quote marks": fill('"'),
  "curly marks never closed": fill("“"),
  "guillemets never closed": fill("« "),
  "quotations never closed": fill('She said "no '),
  "paragraphs that go on quoting": fill("“He came and went.\n\n"),
  apostrophes: fill("'a"),
  "bidi controls": fill("\u202eab\u202c "),
  "isolates never closed": fill("\u2067a "),
  "verbs of saying": fill("said "),
  "capitals joined by and": fill("Ab and "),
  "short lines": fill("a\n"),
  "paragraphs without marks": fill("The road was closed in winter.\n\n"),
  "empty lines": (size) => `a${"\n".repeat(size)}b`,
  "lines that end in hyphens": fill("abc-\n"),
  "short statements": fill("The men said they were held.\n"),
  digits: fill("1"),
  numbers: fill("1 million "),
  "numbers parted by commas": fill("1,"),
  "ranges without end": fill("1-"),
  "number words": fill("two hundred and "),
  "half a date": fill("5 May "),
  years: fill("2017 "),
  "relative dates": fill("last month last year "),
  "one word": fill("a"),
  initials: fill("U.S."),
  "initials and surnames": fill("A. B. Lind "),
  brackets: fill("("),
  "white space": (size) => `${" ".repeat(size)}a`,
  "white space without a break": fill("\u00a0"),
  "according to": fill("according to "),
  "a dateline without end": (size) => `${fill("AB ")(size)}-- x`,
  "a byline without end": (size) => `By ${fill("Ana Lind, ")(size)}`,
  "a role without end": fill("the head of the union of "),
  "relative clauses": fill("who said that he "),
  "names and pronouns": fill("Ana Lind ate. The brothers said it was closed. "),
  "names that differ": (size) =>
    Array.from({ length: size / 12 }, (_, i) => `Ana Li${i.toString(36)} said.`).join(" "),
  denials: fill("He denied the camp. They said it was open. "),
  copyrights: fill("© 2018 All rights reserved\n"),
  "addresses of pages": fill("https://a.example/b?c=d&"),
  "marks that combine": fill("e\u0301\u0301\u0301"),
  "halves of characters": fill("\ud83d"),
  emoji: fill("👩‍👩‍👧 "),
};

describe("work grows with the text and no faster", () => {
  test.each(Object.entries(SHAPES))("%s", (_, shape) => {
    expect(growth(reading(shape))).toBeLessThan(LINEAR);
  });
});

/** Every word a pack knows, in ways that make a rule look on for what never comes. */
function baits(words: readonly string[]): Readonly<Record<string, string>> {
  return {
    "one after the other": `${words.join(" ")} `,
    "each behind a comma": words.map((word) => `${word}, `).join(""),
    "each behind a mark never closed": words.map((word) => `${word} «`).join(""),
    "each beside a name": words.map((word) => `Ана Линд ${word} `).join(""),
    "each glued to itself": words.map((word) => word.repeat(5)).join(""),
  };
}

const PACK_WORDS: Readonly<Record<string, readonly string[]>> = {
  en: [...CUE_FORMS.keys()],
  zh: ZH_CUES.map(({ word }) => word),
  ...Object.fromEntries(
    [...PACKS].map(([name, pack]) => [
      name,
      [
        ...pack.cues.keys(),
        ...pack.clauseWords,
        ...pack.accordingBefore,
        ...pack.accordingAfter,
        ...pack.evidentials,
        ...pack.pronouns,
        ...pack.stops,
        ...pack.abbreviations,
      ],
    ]),
  ),
};

describe.each(Object.entries(PACK_WORDS))("bait for the pack %s", (language, words) => {
  test("is made of enough words", () => expect(words.length).toBeGreaterThan(10));
  test.each(Object.entries(baits(words)))("%s", (_, unit) => {
    expect(growth(reading(fill(unit), language))).toBeLessThan(LINEAR);
  });
});

const PIECES = fc.constantFrom(
  ...'"“”«»‘’—-–,;:.!?()[]/|*_#@&%$0123456789\n\t aA',
  ..."said |He |that |according to |told |denied |who |and |of |the |million |percent ".split("|"),
  ..."last year |May |U.S.|Gov. |Mr. |By |Photo by |он сказал|что |по словам |деп |деді ".split(
    "|",
  ),
  ..."айтты |dedi |göre |дан |他说|据|报道|否认|دېدى |دەپ |\u202e|\u200b|\u00a0|\r\n|😀".split("|"),
);

test("nothing put together by chance and repeated takes longer than its size", slow, () => {
  fc.assert(
    fc.property(fc.array(PIECES, { minLength: 1, maxLength: 12 }), (pieces) => {
      expect(growth(reading(fill(pieces.join(""))))).toBeLessThan(LINEAR);
    }),
    // The same at every run: a fault found once is found again.
    { numRuns: 15, seed: 20_190_312, endOnFailure: true },
  );
});

describe("at full size", () => {
  test("ten megabytes in one line", slow, () => {
    const text = fill("They said it was closed and they were held. ")(10_000_000);
    expect(readText(text).statements.length).toBeGreaterThan(1000);
  });

  test("a million quote marks, and a million openings", slow, () => {
    expect(readText('"'.repeat(1_000_000)).mask.length).toBeGreaterThan(0);
    expect(readText("“".repeat(1_000_000)).mask.length).toBeGreaterThan(0);
  });
});
