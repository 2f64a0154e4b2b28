// Builds the sound words that names are compared by.
// Invariant: doubled letters count once; words longer than LONGEST_WORD are cut, not refused.
import { LONGEST_WORD } from "./align-sounds.ts";
import type { SoundWord } from "./align-sounds.ts";
import { GAPS, symbolIndex } from "./sound-table.ts";
import type { Writing } from "./sound-table.ts";

let words = 0;

// Numbers start again after two thousand million words; 0 stays free.
function nextId(): number {
  words = (words % 0x7fffffff) + 1;
  return words;
}

function build(symbols: readonly number[], writing: Writing, id: number): SoundWord {
  let weight = 0;
  for (const symbol of symbols) {
    weight += GAPS[symbol] ?? 0;
  }
  return { symbols: Uint8Array.from(symbols), weight, writing, id };
}

/** A sound word from letters of the internal alphabet. */
export function soundWord(sounds: string, writing: Writing): SoundWord {
  const symbols: number[] = [];
  for (const symbol of sounds) {
    const index = symbolIndex(symbol);
    if (index >= 0 && index !== symbols.at(-1) && symbols.length < LONGEST_WORD)
      symbols.push(index);
  }
  return build(symbols, writing, nextId());
}

/** Several words read as one, in their order. */
export function fuseWords(parts: readonly SoundWord[]): SoundWord {
  const symbols: number[] = [];
  for (const word of parts) {
    for (const symbol of word.symbols) {
      if (symbol !== symbols.at(-1) && symbols.length < LONGEST_WORD) symbols.push(symbol);
    }
  }
  return build(symbols, parts[0]?.writing ?? 0, 0);
}
