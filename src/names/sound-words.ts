// Builds the sound words that names are compared by.
// Invariant: doubled letters count once; words longer than LONGEST_WORD are cut, not refused.
import { LONGEST_WORD } from "./align-sounds.ts";
import type { SoundWord } from "./align-sounds.ts";
import { GAPS, NEAR_SOUNDS, symbolIndex } from "./sound-table.ts";
import type { Writing } from "./sound-table.ts";

function build(symbols: readonly number[], writing: Writing): SoundWord {
  let weight = 0;
  let near = 0;
  for (const symbol of symbols) {
    weight += GAPS[symbol] ?? 0;
    near |= NEAR_SOUNDS[symbol] ?? 0;
  }
  return { symbols: Uint8Array.from(symbols), weight, writing, near };
}

/** A sound word from letters of the internal alphabet. */
export function soundWord(sounds: string, writing: Writing): SoundWord {
  const symbols: number[] = [];
  for (const symbol of sounds) {
    const index = symbolIndex(symbol);
    if (index >= 0 && index !== symbols.at(-1) && symbols.length < LONGEST_WORD)
      symbols.push(index);
  }
  return build(symbols, writing);
}

/** Several words read as one, in their order. */
export function fuseWords(words: readonly SoundWord[]): SoundWord {
  const symbols: number[] = [];
  for (const word of words) {
    for (const symbol of word.symbols) {
      if (symbol !== symbols.at(-1) && symbols.length < LONGEST_WORD) symbols.push(symbol);
    }
  }
  return build(symbols, words[0]?.writing ?? 0);
}
