// A name as a few bytes of sound: enough to tell which of thousands of names are worth comparing in full.
// Invariant: the rough likeness only sorts; what is said about two names comes from compareNames.
import type { SoundWord } from "./align-sounds.ts";
import { gradeSounds } from "./grade-words.ts";
import type { PreparedName } from "./prepare-name.ts";
import { GAPS, type Writing } from "./sound-table.ts";

const LONGEST = 12;
const MOST_PARTS = 3;
const LENGTH_BITS = 6;
/** What one word alone is worth beside a name of two: nothing contradicts it, and nothing more speaks for it. */
const ONE_OF_TWO = 0.7;

/**
 * The sounds of a name. For each reading a byte with the number of its words; for each word a byte of writing (high two bits)
 * and length (low six), then one byte a sound. Endings are left off.
 */
export function sketchOf(name: PreparedName): Uint8Array {
  const bytes: number[] = [];
  for (const { parts } of name.readings) {
    const some = parts.slice(0, MOST_PARTS);
    bytes.push(some.length);
    for (const { stem } of some) {
      const symbols = stem.symbols.subarray(0, LONGEST);
      bytes.push((stem.writing << LENGTH_BITS) | symbols.length, ...symbols);
    }
  }
  return Uint8Array.from(bytes);
}

/** Tells roughly how like a name the sketch in `bytes` from `start` to `end` is: 0 to 1. */
export type RoughLikeness = (bytes: Uint8Array, start: number, end: number) => number;

/** Many sketches are to be held against `name`: words met before are not worked out again. */
export function roughLikeness(name: PreparedName): RoughLikeness {
  const asked = name.readings.map(({ parts }) =>
    parts.slice(0, MOST_PARTS).map((part) => part.stem),
  );
  const words = asked.flat();
  // A word's number is a hash: two words under one number would only sort a little worse.
  const met = new Map<number, number>();
  const grades: number[] = [];
  const places = new Int32Array(MOST_PARTS);

  /** Where the grades of this word stand: one for each word asked for. */
  const placeOf = (bytes: Uint8Array, at: number, end: number): number => {
    let hash = 0x811c9dc5;
    for (let i = at; i < end; i++) hash = Math.imul(hash ^ (bytes[i] as number), 0x01000193);
    let place = met.get(hash);
    if (place === undefined) {
      place = grades.length;
      const other = wordAt(bytes, at, end);
      for (const word of words) grades.push(gradeSounds(word, other));
      met.set(hash, place);
    }
    return place;
  };

  return (bytes, start, end) => {
    let best = 0;
    for (let at = start; at < end;) {
      const count = bytes[at++] as number;
      for (let i = 0; i < count && i < MOST_PARTS; i++) {
        const next = at + 1 + ((bytes[at] as number) & ((1 << LENGTH_BITS) - 1));
        places[i] = placeOf(bytes, at, next);
        at = next;
      }
      let first = 0;
      for (const reading of asked) {
        best = Math.max(best, likenessOf(grades, first, reading.length, places, count));
        first += reading.length;
      }
    }
    return best;
  };
}

function wordAt(bytes: Uint8Array, at: number, end: number): SoundWord {
  const symbols = bytes.slice(at + 1, end);
  let weight = 0;
  for (const symbol of symbols) weight += GAPS[symbol] ?? 0;
  return { symbols, weight, writing: ((bytes[at] ?? 0) >> LENGTH_BITS) as Writing, id: 0 };
}

/** The best two words that answer two others, or the best word where one side has but one. */
function likenessOf(
  grades: readonly number[],
  first: number,
  length: number,
  places: Int32Array,
  count: number,
): number {
  const grade = (i: number, j: number): number =>
    grades[(places[j] as number) + first + i] as number;
  let best = 0;
  for (let i = 0; i < length; i++)
    for (let j = 0; j < count; j++) {
      const one = grade(i, j);
      if (length === 1 || count === 1) {
        best = Math.max(best, length === count ? one : one * ONE_OF_TWO);
        continue;
      }
      for (let k = i + 1; k < length; k++)
        for (let l = 0; l < count; l++) if (l !== j) best = Math.max(best, (one + grade(k, l)) / 2);
    }
  return best;
}
