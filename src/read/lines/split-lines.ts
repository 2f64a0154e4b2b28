// Cuts a text into its lines with offsets. Invariant: lines never overlap and come in order.
import type { Span } from "../reading.ts";

export interface Line extends Span {
  /** Trimmed words of the line; `start` and `end` are those of the trimmed words. */
  readonly text: string;
  /** Blank lines before this one. */
  readonly gap: number;
  readonly words: number;
}

const SPACE = /[\s\u200b\u200e\u200f\ufeff]/;

export function countWords(text: string): number {
  const latin = text.match(/[\p{L}\p{N}][\p{L}\p{M}\p{N}'’-]*/gu)?.length ?? 0;
  const han = text.match(/[\u3400-\u9fff]/g)?.length ?? 0;
  // Chinese writes no spaces; about 1.7 characters make a word.
  return han > 0 ? latin + Math.round(han / 1.7) : latin;
}

/** The non-blank lines of a text. */
export function splitLines(text: string): Line[] {
  const lines: Line[] = [];
  let gap = 0;
  let from = 0;
  while (from <= text.length) {
    let to = text.indexOf("\n", from);
    if (to < 0) to = text.length;
    let start = from;
    let end = to;
    while (start < end && SPACE.test(text[start] ?? "")) start++;
    while (end > start && SPACE.test(text[end - 1] ?? "")) end--;
    if (start === end) gap++;
    else {
      const words = text.slice(start, end);
      lines.push({ start, end, text: words, gap, words: countWords(words.slice(0, 4000)) });
      gap = 0;
    }
    from = to + 1;
  }
  return lines;
}
