// Reads a name into sound words once, so that comparing it a million times is cheap.
// Invariant: a prepared name never changes and holds numbers, not rules; explanations parse the raw name again.
import type { SoundWord } from "./align-sounds.ts";
import type { Alphabet } from "./alphabet.ts";
import { readersOf } from "./choose-reading.ts";
import type { Reader } from "./choose-reading.ts";
import { MOST_PARTS } from "./judge-order.ts";
import { clusterOf } from "./known-names.ts";
import { shortFormOf } from "./name-endings.ts";
import { parseName } from "./parse-name.ts";
import type { NameToken, Role } from "./parse-name.ts";
import type { Reading } from "./read-letters.ts";
import { remember } from "./remember.ts";
import { soundWord } from "./sound-words.ts";

export const NO_ENDING = 0;
const PATRONYMIC = 1;
const FAMILY = 2;

export type NamePart = {
  /** The normalised word. */
  readonly text: string;
  /** The text without its ending. */
  readonly stemText: string;
  readonly role: Role;
  readonly word: SoundWord;
  /** The word without its ending; the same object as `word` when there is none. */
  readonly stem: SoundWord;
  /** The word without -jan, -gül or -khan; undefined when it has none. */
  readonly short: SoundWord | undefined;
  readonly ending: typeof NO_ENDING | typeof PATRONYMIC | typeof FAMILY;
  /** Sex the ending shows: 0 for none, 1 for a man, 2 for a woman. */
  readonly sex: 0 | 1 | 2;
  /** Number of the known name it is a spelling of, or -1. */
  readonly known: number;
  readonly veryCommon: boolean;
};

/** One way of reading the whole name: its parts but for initials, in source order, at most four. */
export type NameReading = { readonly alphabet: Alphabet; readonly parts: readonly NamePart[] };

export type PreparedName = {
  readonly raw: string;
  readonly normal: string;
  /** One reading, or two when the letters leave it open (pinyin or not); the likelier first. */
  readonly readings: readonly NameReading[];
};

/** The letters of the internal alphabet a reading gives. */
function soundsOf(reading: Reading): string {
  let sounds = "";
  for (const step of reading.steps) sounds += step.sounds;
  return sounds;
}

const wordsByReader = new Map<string, (word: string) => SoundWord>();

function wordReader(reader: Reader): (word: string) => SoundWord {
  const known = wordsByReader.get(reader.key);
  if (known !== undefined) return known;
  const remembering = remember((word: string) =>
    soundWord(soundsOf(reader.read(word)), reader.writing(word)),
  );
  wordsByReader.set(reader.key, remembering);
  return remembering;
}

function partOf(token: NameToken, wordFor: (word: string) => SoundWord): NamePart {
  const word = wordFor(token.text);
  const known = clusterOf(token.text, token.stem);
  const { ending } = token;
  const short = ending === undefined ? shortFormOf(token.text) : token.text;
  return {
    text: token.text,
    stemText: token.stem,
    role: token.role,
    word,
    stem: token.stem === token.text ? word : wordFor(token.stem),
    short: short === token.text ? undefined : wordFor(short),
    ending: ending === undefined ? NO_ENDING : ending.kind === "patronymic" ? PATRONYMIC : FAMILY,
    sex: ending?.sex === undefined ? 0 : ending.sex === "m" ? 1 : 2,
    known: known?.number ?? -1,
    veryCommon: known?.frequency === "very common",
  };
}

function readingOf(tokens: readonly NameToken[], reader: Reader): NameReading {
  const wordFor = wordReader(reader);
  const parts: NamePart[] = [];
  for (const token of tokens) {
    const part = partOf(token, wordFor);
    if (part.word.weight > 0 && parts.length < MOST_PARTS) parts.push(part);
  }
  return { alphabet: reader.alphabet, parts };
}

/**
 * Parses and reads a name once for many comparisons.
 * @param raw the name as written, any script, any length; hostile text gives a name with no parts
 */
export function prepareName(raw: string): PreparedName {
  const parsed = parseName(raw);
  const tokens = parsed.tokens.filter((token) => token.role !== "initial");
  const readers = readersOf(tokens.map((token) => token.text));
  return {
    raw,
    normal: parsed.normal,
    readings: readers.map((reader) => readingOf(tokens, reader)),
  };
}
