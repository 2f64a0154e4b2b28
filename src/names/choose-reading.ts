// Decides how the words of a whole name are read aloud: one reading, or two when the letters leave it open.
// Invariant: at least one way for every name, the likeliest first.
import { rankAlphabets } from "./alphabet.ts";
import type { Alphabet } from "./alphabet.ts";
import { hasToneMarks, hasWadeGilesDigits, splitPinyin } from "./pinyin-syllables.ts";
import { readHan, readPinyin, readWadeGiles } from "./read-chinese.ts";
import { readArabic, readCyrillic, readLatin } from "./read-letters.ts";
import type { ArabicReading, Reading } from "./read-letters.ts";
import { remember } from "./remember.ts";
import { mainScript } from "./script.ts";
import { ABJAD, CHINESE, FULL } from "./sound-table.ts";
import type { Writing } from "./sound-table.ts";

/** A way of reading: words read by readers with one key always give the same sounds. */
export type Reader = {
  readonly key: string;
  readonly alphabet: Alphabet;
  readonly writing: (word: string) => Writing;
  readonly read: (word: string) => Reading;
};

const inFull = (): Writing => FULL;
const inAbjad = (): Writing => ABJAD;
const inChinese = (): Writing => CHINESE;

const PINYIN: Reader = {
  key: "p",
  alphabet: "pinyin",
  writing: inChinese,
  read: (word) => readPinyin(word) ?? readLatin(word),
};
const HAN: Reader = { key: "h", alphabet: "Hani", writing: inChinese, read: readHan };
const WADE_GILES: Reader = {
  key: "w",
  alphabet: "wade-giles",
  writing: inChinese,
  read: readWadeGiles,
};
const CYRILLIC: Reader = { key: "c", alphabet: "ru", writing: inFull, read: readCyrillic };
const ARABIC: Reader = {
  key: "a",
  alphabet: "ar",
  writing: inAbjad,
  read: (word) => readArabic(word, "abjad"),
};
const UNKNOWN: Reader = {
  key: "u",
  alphabet: "und",
  writing: inFull,
  read: (word) => readLatin(word),
};
const PRESS: Reader = {
  key: "l",
  alphabet: "press-Latn",
  writing: inFull,
  read: (word) => readLatin(word),
};

// Only a clear winner may change how letters are read; otherwise they stay open.
const CLEAR = 0.3;
const SPECIAL_LATIN = /[^a-z' -]|[a-z]'(?=[a-z])/u;
const VOWEL_LETTERS = /[ەۇۆۈۋېڭٴ]|ئ[اەوۇۆۈېى]|\Sى(?=\S)/u;

const latinAlphabet = remember((letters: string): Alphabet | "" => {
  const [first, second] = rankAlphabets(letters);
  if (first === undefined || first.points - (second?.points ?? 0) < CLEAR) return "";
  return first.alphabet;
});

const pinyinLength = remember((word: string): number => splitPinyin(word)?.length ?? 0);

function latinReaders(words: readonly string[]): readonly Reader[] {
  let longest = Infinity;
  for (const word of words) {
    const length = pinyinLength(word);
    longest = length === 0 ? 0 : Math.max(longest === Infinity ? 0 : longest, length);
    if (length === 0) break;
  }
  const allPinyin = longest > 0 && longest < Infinity;
  if (allPinyin && words.some(hasToneMarks)) return [PINYIN];
  const letters = words.join(" ");
  const alphabet = SPECIAL_LATIN.test(letters) ? latinAlphabet(letters) : "";
  const latin: Reader =
    alphabet === "" || alphabet === "pinyin"
      ? PRESS
      : {
          key: `l${alphabet}`,
          alphabet,
          writing: inFull,
          read: (word) => readLatin(word, alphabet),
        };
  return allPinyin && longest > 1 ? [latin, PINYIN] : [latin];
}

// Religious names keep their Arabic spelling, without vowels, inside Uyghur and Kazakh names: محمد ئىمىن.
function isArabicSpelling(word: string, as: ArabicReading): boolean {
  if (/[ةثذصضطظأإ]/u.test(word)) return true;
  if (as !== "kk-Arab" && /ع/u.test(word)) return !/[ەۇۆۈې]/u.test(word);
  return word.length > 2 && !/[اەوۇۆۈېى]/u.test(word);
}

function arabicReader(words: readonly string[]): Reader {
  const letters = words.join(" ");
  if (!VOWEL_LETTERS.test(letters)) return ARABIC;
  const ranked = rankAlphabets(letters).filter(
    (row) => row.alphabet === "ug-Arab" || row.alphabet === "kk-Arab",
  );
  const [first, second] = ranked;
  const close = first === undefined || second === undefined || first.points - second.points < 0.5;
  const as: ArabicReading = close ? "ug-kk" : first.alphabet === "ug-Arab" ? "ug-Arab" : "kk-Arab";
  return {
    key: `a${as}`,
    alphabet: first?.alphabet ?? "ug-Arab",
    writing: (word) => (isArabicSpelling(word, as) ? ABJAD : FULL),
    read: (word) => readArabic(word, isArabicSpelling(word, as) ? "abjad" : as),
  };
}

/** The ways to read the words of one name. */
export function readersOf(words: readonly string[]): readonly Reader[] {
  switch (mainScript(words.join(" "))) {
    case "Hani":
      return [HAN];
    case "Cyrl":
      return [CYRILLIC];
    case "Arab":
      return [arabicReader(words)];
    case "Latn":
      return words.some(hasWadeGilesDigits) ? [WADE_GILES] : latinReaders(words);
    case "Other":
    case undefined:
      return [UNKNOWN];
  }
}
