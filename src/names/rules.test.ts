// The rules are data: these tests keep the data honest. Names are invented or plain given names.
import { describe, expect, test } from "vitest";
import { ENDINGS, MARKERS, OPTIONAL_ENDINGS, TITLES } from "./data/affixes.ts";
import { ALPHABETS } from "./data/alphabet-letters.ts";
import { ABJAD, KAZAKH_ARABIC, UYGHUR_ARABIC, UYGHUR_OR_KAZAKH } from "./data/arabic-letters.ts";
import { CYRILLIC } from "./data/cyrillic-letters.ts";
import { KNOWN_NAMES } from "./data/known-names.ts";
import { LATIN, LATIN_BY_ALPHABET } from "./data/latin-letters.ts";
import { OPEN_CHINESE } from "./data/open-chinese.ts";
import { OPEN_ABJAD, OPEN_LATIN_AND_CYRILLIC } from "./data/open-letters.ts";
import { LIKENESS } from "./data/sound-likeness.ts";
import { SOUNDS } from "./data/sounds.ts";
import { BANDS, CURVES } from "./data/thresholds.ts";
import { foldName } from "./fold.ts";
import { alignmentCost } from "./align-sounds.ts";
import { traceAlignment } from "./align-trace.ts";
import { normaliseName } from "./normalise.ts";
import { soundsOfSyllable } from "./read-chinese.ts";
import { scriptOf } from "./script.ts";
import { GAPS, PAIRS, SYMBOL_BITS, SYMBOL_COUNT, SYMBOLS } from "./sound-table.ts";
import { soundWord } from "./sound-words.ts";
import { pinyinOfWadeGiles } from "./wade-giles.ts";

const symbols = new Set(SYMBOLS);
const tables = [
  LATIN,
  CYRILLIC,
  UYGHUR_ARABIC,
  KAZAKH_ARABIC,
  UYGHUR_OR_KAZAKH,
  ABJAD,
  ...Object.values(LATIN_BY_ALPHABET),
];

describe("letter tables", () => {
  test("give only sounds of the internal alphabet, and each rule has its own id", () => {
    for (const table of tables) {
      for (const [id, , sounds] of table)
        expect([id, Array.from(sounds).filter((sound) => !symbols.has(sound))]).toEqual([id, []]);
      const placed = table.map(([id, letters, , where]) => `${id} ${letters} ${where ?? ""}`);
      expect(new Set(placed).size).toBe(placed.length);
      const ids = table.map(([id]) => id);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });
  test("letters are written as normalising writes them", () => {
    for (const [id, letters] of tables.flat())
      expect([id, normaliseName(letters)]).toEqual([id, letters]);
  });
  test("every letter of every alphabet can be read", () => {
    const known = new Set(tables.flat().map(([, letters]) => letters));
    for (const { alphabet, letters } of ALPHABETS) {
      const unread = Array.from(letters).filter(
        (letter) => !known.has(letter) && !known.has(letter.normalize("NFD").charAt(0)),
      );
      expect([alphabet, unread]).toEqual([alphabet, []]);
    }
  });
});

describe("sound tables", () => {
  test("symbols are single and unique", () => {
    expect(symbols.size).toBe(SYMBOLS.length);
    expect(SYMBOLS.every((symbol) => symbol.length === 1)).toBe(true);
    expect(SYMBOL_COUNT).toBeLessThanOrEqual(1 << SYMBOL_BITS);
  });
  test("open letters choose among plain sounds", () => {
    const plain = new Set(SOUNDS.map(([sound]) => sound));
    for (const [letter, sounds] of [...OPEN_LATIN_AND_CYRILLIC, ...OPEN_ABJAD, ...OPEN_CHINESE]) {
      for (const item of sounds.split(" ")) {
        expect([letter, plain.has(item.charAt(0)), /^\d+$/u.test(item.slice(1))]).toEqual([
          letter,
          true,
          true,
        ]);
      }
    }
  });
  test("likeness pairs are of plain sounds and stand once", () => {
    const pairs = LIKENESS.flatMap((group) =>
      group.rows.map(([pair]) => Array.from(pair).toSorted().join("")),
    );
    expect(new Set(pairs).size).toBe(pairs.length);
    expect(
      pairs.every(
        (pair) => pair.length === 2 && Array.from(pair).every((sound) => symbols.has(sound)),
      ),
    ).toBe(true);
  });
  test("pair costs are symmetric, and free only where a reading is shared", () => {
    for (let a = 0; a < SYMBOL_COUNT; a++) {
      expect(PAIRS[(a << SYMBOL_BITS) | a]).toBe(0);
      for (let b = 0; b < SYMBOL_COUNT; b++) {
        const cost = PAIRS[(a << SYMBOL_BITS) | b] ?? -1;
        expect(cost).toBe(PAIRS[(b << SYMBOL_BITS) | a]);
      }
    }
    expect(GAPS.slice(0, SYMBOL_COUNT).every((gap) => gap > 0)).toBe(true);
  });
  test("the fast alignment and the explained one cost the same", () => {
    const words = [
      "sanavar",
      "ｓａｎａｗａＲ",
      "سانوار",
      "tursun",
      "ｔ２Ｒｓ２Ｎ",
      "ehmetjan",
      "",
    ].flatMap((sounds) => [0, 1, 2].map((writing) => soundWord(sounds, writing as 0 | 1 | 2)));
    for (const a of words) {
      for (const b of words) {
        const traced = traceAlignment(a, b).reduce((sum, step) => sum + step.cost, 0);
        expect(traced).toBe(alignmentCost(a, b, 1e6));
      }
    }
  });
});

describe("Chinese syllables", () => {
  test("every pinyin syllable in use has sounds of the internal alphabet", () => {
    for (const syllable of [
      "a",
      "ai",
      "bu",
      "er",
      "guang",
      "jiang",
      "lü",
      "nüe",
      "quan",
      "shuang",
      "xiong",
      "yi",
      "yuan",
      "zhuang",
      "wu",
      "ri",
    ]) {
      const sounds = soundsOfSyllable(syllable);
      expect([
        syllable,
        sounds.length > 0,
        Array.from(sounds).every((sound) => symbols.has(sound)),
      ]).toEqual([syllable, true, true]);
    }
  });
  test.each([
    ["erh2", "er"],
    ["hsi1", "xi"],
    ["t'u2", "tu"],
    ["tu4", "du"],
    ["pao1", "bao"],
    ["ch'i2", "qi"],
    ["chi1", "ji"],
    ["chih4", "zhi"],
    ["ko2", "ge"],
    ["lieh4", "lie"],
    ["jung2", "rong"],
    ["ssu1", "si"],
  ])("Wade-Giles %s is pinyin %s", (syllable, pinyin) => {
    expect(pinyinOfWadeGiles(syllable)).toBe(pinyin);
  });
});

describe("affixes and known names", () => {
  test("forms are normalised", () => {
    const rows = [...ENDINGS, ...MARKERS, ...TITLES, ...OPTIONAL_ENDINGS];
    for (const row of rows)
      for (const form of row.forms) expect([row.id, form]).toEqual([row.id, normaliseName(form)]);
    expect(new Set(rows.map((row) => row.id)).size).toBe(rows.length);
  });
  test("a spelling belongs to one known name and to one script", () => {
    const owner = new Map<string, string>();
    for (const [id, , forms] of KNOWN_NAMES) {
      for (const form of forms.split(" ")) {
        expect([form, scriptOf(form)]).not.toEqual([form, "Mixed"]);
        const folded = foldName(form);
        expect([form, owner.get(folded) ?? id]).toEqual([form, id]);
        owner.set(folded, id);
      }
    }
  });
});

describe("thresholds", () => {
  test("bands fall and curves rise", () => {
    expect(BANDS.sameForm).toBeGreaterThan(BANDS.veryLikely);
    expect(BANDS.veryLikely).toBeGreaterThan(BANDS.compatible);
    for (const curve of Object.values(CURVES)) {
      curve.slice(1).forEach(([x, y], index) => {
        expect(x).toBeGreaterThan(curve[index]?.[0] ?? 0);
        expect(y).toBeGreaterThanOrEqual(curve[index]?.[1] ?? 0);
      });
    }
  });
});
