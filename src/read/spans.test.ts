// Whatever the text, every span lies in it, in order, and clear of boilerplate. Pieces are our own.
import fc from "fast-check";
import { expect, test } from "vitest";
import { readText } from "./read-text.ts";
import type { Span } from "./reading.ts";

const PIECES = [
  ..."“”\"'«»—,;:()😀\n\t".split(""),
  "\r\n",
  "\n\n",
  ". ",
  "\u202e",
  "''",

  "He ",
  "said ",
  "that ",
  "according to ",
  "Ana Lind ",
  "denies ",
  "12 ",
  "million ",
  "percent ",
  "of ",
  "the ",
  "people ",
  "who ",
  "and ",
  "were ",
  "beaten ",
  "on ",
  "May ",
  "5 ",
  "2017 ",

  "U.S. ",
  "Gov. ",
  "reportedly ",
  "saying ",
  "told RFE/RL ",
  "© 2018 ",
  "Photo by ",
  "By Kit ",
  "KARAGOL -- ",

  "он сказал, что ",
  "он ",
  "по словам ",
  "деп ",
  "айтты ",
  "айтуынша ",
  "göre ",
  "dedi ",
  "دېدى ",
  "ئۇ ",
  "他说",
  "据",
  "报道",
  "，",
  "。",
  "：",
  "否认",
  "三百人",
  "阿丽娅·托合提",
];

const texts = fc
  .array(fc.constantFrom(...PIECES), { maxLength: 60 })
  .map((pieces) => pieces.join(""));
const languages = fc.constantFrom(undefined, "en", "ru", "kk", "zh", "tr", "ug");

function overlaps(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

test("spans stand in the text, in order, and never on boilerplate", () => {
  fc.assert(
    fc.property(texts, languages, (text, language) => {
      const reading = readText(text, language === undefined ? {} : { language });
      const furniture = reading.mask.filter(({ kind }) => kind === "boilerplate");
      const found: Span[] = [
        ...reading.statements.flatMap((one) => [
          ...one.source,
          ...one.cue,
          ...one.content,
          ...(one.addressee ? [one.addressee] : []),
          ...(one.sourceOf ? [one.sourceOf] : []),
          ...(one.answers ? [one.answers.span] : []),
        ]),
        ...reading.mentions.flatMap((one) => [one, ...(one.role ? [one.role] : [])]),
        ...reading.figures.flatMap((one) => [
          one,
          ...(one.population ? [one.population] : []),
          ...(one.of ? [one.of] : []),
          ...one.asserter,
        ]),
        ...reading.dates,
        ...reading.acts.flatMap((one) => [one, ...one.person]),
      ];
      for (const span of [...found, ...reading.mask]) {
        expect(span.start).toBeGreaterThanOrEqual(0);
        expect(span.end).toBeGreaterThan(span.start);
        expect(span.end).toBeLessThanOrEqual(text.length);
      }
      for (const span of found) expect(furniture.some((line) => overlaps(line, span))).toBe(false);
      for (const list of [
        reading.mask,
        reading.passages,
        ...reading.statements.map(({ content }) => content),
      ])
        list
          .slice(1)
          .forEach((span, i) => expect(span.start).toBeGreaterThanOrEqual(list[i]?.end ?? 0));
    }),
    { numRuns: 400 },
  );
});

test("reading is a function of the text: the same text reads the same", () => {
  fc.assert(
    fc.property(texts, (text) => {
      expect(readText(text)).toEqual(readText(text));
    }),
    { numRuns: 60 },
  );
});
