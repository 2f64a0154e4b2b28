// Reads a parsed name into sound words once, so that comparing it a million times is cheap.
// Invariant: a prepared name never changes; words longer than the longest word are cut, not refused.
import { LONGEST_WORD } from "./align-sounds.ts";
import type { SoundWord } from "./align-sounds.ts";
import { rankAlphabets } from "./alphabet.ts";
import type { Alphabet } from "./alphabet.ts";
import { clusterOf } from "./known-names.ts";
import type { KnownName } from "./known-names.ts";
import { parseName } from "./parse-name.ts";
import type { NameToken, ParsedName } from "./parse-name.ts";
import { hasToneMarks, hasWadeGilesDigits, splitPinyin } from "./pinyin-syllables.ts";
import { readHan, readPinyin, readWadeGiles } from "./read-chinese.ts";
import { readArabic, readCyrillic, readLatin } from "./read-letters.ts";
import type { ArabicReading, Reading } from "./read-letters.ts";
import { countScripts } from "./script.ts";
import { ABJAD, CHINESE, FULL, GAPS, symbolIndex } from "./sound-table.ts";
import type { Writing } from "./sound-table.ts";

export type NamePart = {
  readonly token: NameToken;
  readonly reading: Reading;
  readonly full: SoundWord;
  /** The word without its ending; the same object as `full` when there is none. */
  readonly stem: SoundWord;
  readonly known: KnownName | undefined;
};

/** One way of reading the whole name. */
export type NameReading = {
  readonly alphabet: Alphabet;
  /** All parts but initials, in source order, at most four. */
  readonly parts: readonly NamePart[];
  readonly whole: SoundWord;
  /** Neighbouring parts read as one word. */
  readonly joins: readonly SoundWord[];
};

export type PreparedName = {
  readonly raw: string;
  readonly parsed: ParsedName;
  readonly readings: readonly NameReading[];
};

const MOST_PARTS = 4;

/** A sound word from internal letters; doubled letters count once. */
export function soundWord(sounds: string, writing: Writing): SoundWord {
  const symbols: number[] = [];
  for (const symbol of sounds) {
    const index = symbolIndex(symbol);
    if (index >= 0 && index !== symbols.at(-1) && symbols.length < LONGEST_WORD)
      symbols.push(index);
  }
  const weight = symbols.reduce((sum, index) => sum + (GAPS[FULL][index] ?? 0), 0);
  return { symbols: Uint8Array.from(symbols), weight, writing };
}

type Reader = {
  readonly alphabet: Alphabet;
  readonly writing: Writing;
  readonly read: (word: string) => Reading;
};

function latinReaders(words: readonly string[]): Reader[] {
  const readers: Reader[] = [];
  const pinyinReader: Reader = {
    alphabet: "pinyin",
    writing: CHINESE,
    read: (word) => readPinyin(word) ?? readLatin(word),
  };
  const splits = words.map(splitPinyin);
  const allPinyin = splits.every((split) => split !== undefined);
  if (allPinyin && words.some(hasToneMarks)) return [pinyinReader];
  const letters = words.join("");
  const ranked = rankAlphabets(letters);
  const best = ranked[0];
  // Only a clear winner may change how letters are read; otherwise they stay open.
  const clear =
    best !== undefined &&
    /[^a-z']|[a-z]'(?=[a-z])/u.test(letters) &&
    best.points - (ranked[1]?.points ?? 0) >= 0.3;
  const alphabet = clear ? best.alphabet : undefined;
  readers.push({
    alphabet: alphabet ?? "press-Latn",
    writing: FULL,
    read: (word) => readLatin(word, alphabet),
  });
  if (allPinyin && splits.some((split) => (split?.length ?? 0) > 1)) readers.push(pinyinReader);
  return readers;
}

function arabicReader(words: readonly string[]): Reader {
  const letters = words.join("");
  const signs = /[ەۇۆۈۋېڭٴ]|ئ[اەوۇۆۈېى]|(?<=[^\s])ى(?=.)/u;
  if (!signs.test(letters))
    return { alphabet: "ar", writing: ABJAD, read: (word) => readArabic(word, "abjad") };
  const ranked = rankAlphabets(letters).filter(
    (row) => row.alphabet === "ug-Arab" || row.alphabet === "kk-Arab",
  );
  const [first, second] = ranked;
  const close = first === undefined || Math.abs(first.points - (second?.points ?? -9)) < 0.5;
  const as: ArabicReading = close ? "ug-kk" : first.alphabet === "ug-Arab" ? "ug-Arab" : "kk-Arab";
  return {
    alphabet: first?.alphabet ?? "ug-Arab",
    writing: FULL,
    read: (word) => readArabic(word, as),
  };
}

function readersOf(words: readonly string[]): Reader[] {
  const counts = countScripts(words.join(""));
  const script = [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0];
  switch (script) {
    case "Hani":
      return [{ alphabet: "Hani", writing: CHINESE, read: readHan }];
    case "Cyrl":
      return [
        {
          alphabet: rankAlphabets(words.join(""))[0]?.alphabet ?? "ru",
          writing: FULL,
          read: readCyrillic,
        },
      ];
    case "Arab":
      return [arabicReader(words)];
    case "Latn":
      if (words.some(hasWadeGilesDigits))
        return [{ alphabet: "wade-giles", writing: CHINESE, read: readWadeGiles }];
      return latinReaders(words);
    case "Other":
    case undefined:
      return [{ alphabet: "und", writing: FULL, read: readLatin }];
  }
}

const soundsOf = (reading: Reading): string => reading.steps.map((step) => step.sounds).join("");

function partOf(token: NameToken, reader: Reader): NamePart {
  const reading = reader.read(token.text);
  const full = soundWord(soundsOf(reading), reader.writing);
  const stem =
    token.stem === token.text ? full : soundWord(soundsOf(reader.read(token.stem)), reader.writing);
  return { token, reading, full, stem, known: clusterOf(token.text, token.stem) };
}

function readingOf(parsed: ParsedName, reader: Reader): NameReading {
  const all = parsed.tokens
    .filter((token) => token.role !== "initial")
    .map((token) => partOf(token, reader));
  const parts = all.filter((part) => part.full.weight > 0).slice(0, MOST_PARTS);
  const sounds = parts.map((part) => soundsOf(part.reading));
  return {
    alphabet: reader.alphabet,
    parts,
    whole: soundWord(sounds.join(""), reader.writing),
    joins: parts
      .slice(1)
      .map((_, index) =>
        soundWord((sounds[index] ?? "") + (sounds[index + 1] ?? ""), reader.writing),
      ),
  };
}

/**
 * Parses and reads a name once for many comparisons.
 * @param raw the name as written, any script, any length; hostile text gives a name with no parts
 */
export function prepareName(raw: string): PreparedName {
  const parsed = parseName(raw);
  const words = parsed.tokens
    .filter((token) => token.role !== "initial")
    .map((token) => token.text);
  return { raw, parsed, readings: readersOf(words).map((reader) => readingOf(parsed, reader)) };
}
