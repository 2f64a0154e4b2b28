// Weighted edit distance between two words in the internal alphabet.
// Invariant: symmetric; 0 for equal words; never more than losing both words.
import { GAPS, PAIRS, SYMBOL_COUNT } from "./sound-table.ts";
import type { Writing } from "./sound-table.ts";

/** A word ready to be compared: symbol numbers, what they weigh, how vowels are written. */
export type SoundWord = {
  readonly symbols: Uint8Array;
  readonly weight: number;
  readonly writing: Writing;
};

export const LONGEST_WORD = 48;

const row = new Int32Array(LONGEST_WORD + 1);

/** Alignment cost in hundredths of a consonant; Infinity once it is sure to pass the limit. */
export function alignmentCost(a: SoundWord, b: SoundWord, limit: number): number {
  const x = a.symbols;
  const y = b.symbols;
  const gapX = GAPS[b.writing];
  const gapY = GAPS[a.writing];
  const width = y.length;
  row[0] = 0;
  for (let j = 0; j < width; j++) row[j + 1] = row[j]! + gapY[y[j]!]!;
  for (let i = 0; i < x.length; i++) {
    const symbol = x[i]!;
    const base = symbol * SYMBOL_COUNT;
    const lose = gapX[symbol]!;
    let corner: number = row[0]!;
    let left: number = corner + lose;
    row[0] = left;
    let least = left;
    for (let j = 0; j < width; j++) {
      const above = row[j + 1]!;
      const other = y[j]!;
      let best = corner + PAIRS[base + other]!;
      const up = above + lose;
      if (up < best) best = up;
      const side = left + gapY[other]!;
      if (side < best) best = side;
      corner = above;
      row[j + 1] = best;
      left = best;
      if (best < least) least = best;
    }
    if (least > limit) return Infinity;
  }
  return row[width]!;
}

/** Similarity of two words, 0 to 1. Words whose similarity is below `floor` may be given as 0. */
export function similarity(a: SoundWord, b: SoundWord, floor = 0): number {
  const both = a.weight + b.weight;
  if (both === 0) return 0;
  const limit = ((1 - floor) * both) / 2;
  const cost = alignmentCost(a, b, limit);
  return cost >= limit ? 0 : 1 - (2 * cost) / both;
}
