// Weighted edit distance between two words in the internal alphabet.
// Invariant: symmetric; 0 for equal words; never more than losing both words.
import { GAPS, PAIRS, SYMBOL_BITS } from "./sound-table.ts";
import type { Writing } from "./sound-table.ts";

/** A word ready to be compared: symbol numbers, what they weigh, how vowels are written. */
export type SoundWord = {
  readonly symbols: Uint8Array;
  readonly weight: number;
  readonly writing: Writing;
  /** Different for different words; 0 for a word built only for one comparison. */
  readonly id: number;
};

export const LONGEST_WORD = 48;

const row = new Int32Array(LONGEST_WORD + 1);

/** What alignmentCost answers once the cost is sure to pass the limit. */
const TOO_FAR = 1 << 24;

/**
 * Alignment cost in hundredths of a consonant, or TOO_FAR.
 * Minima are taken with masks: on names the branches would be guessed wrong half of the time, which costs three times as much.
 */
export function alignmentCost(a: SoundWord, b: SoundWord, limit: number): number {
  const x = a.symbols;
  const y = b.symbols;
  const gapX = b.writing << SYMBOL_BITS;
  const gapY = a.writing << SYMBOL_BITS;
  const width = y.length;
  let sum = 0;
  row[0] = 0;
  for (let j = 0; j < width; j++) {
    sum = (sum + GAPS[gapY | y[j]!]!) | 0;
    row[j + 1] = sum;
  }
  for (let i = 0; i < x.length; i++) {
    const symbol = x[i]!;
    const base = symbol << SYMBOL_BITS;
    const lose = GAPS[gapX | symbol]!;
    let corner: number = row[0];
    let left: number = (corner + lose) | 0;
    row[0] = left;
    let least = left;
    for (let j = 0; j < width; j++) {
      const above: number = row[j + 1]!;
      const other = y[j]!;
      let best = (corner + PAIRS[base | other]!) | 0;
      let less = (above + lose - best) | 0;
      best = (best + (less & (less >> 31))) | 0;
      less = (left + GAPS[gapY | other]! - best) | 0;
      best = (best + (less & (less >> 31))) | 0;
      less = (best - least) | 0;
      least = (least + (less & (less >> 31))) | 0;
      corner = above;
      row[j + 1] = best;
      left = best;
    }
    if (least > limit) return TOO_FAR;
  }
  return row[width]!;
}

/** Similarity of two words, 0 to 1. A similarity below `floor` comes back as 0, which is much faster. */
export function similarity(a: SoundWord, b: SoundWord, floor: number): number {
  const both = a.weight + b.weight;
  if (both === 0) return 0;
  const limit = ((1 - floor) * both) / 2;
  const cost = alignmentCost(a, b, limit);
  return cost > limit ? 0 : 1 - (2 * cost) / both;
}
