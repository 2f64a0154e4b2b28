// A passage must say what its quotation says: the words at these offsets of the received text.
// Invariant: no claim enters the ledger with offsets that lead to other words.
import type { Passage } from "../model/index.ts";
import { WeighError } from "./errors.ts";

const longestQuote = 4_000;

/** The passage with its quotation filled in from the text. Throws WeighError `weigh/passage-differs`. */
export function checkedPassage(passage: Passage, text: string | null): Passage {
  const { start, end } = passage;
  if (start === undefined || end === undefined || text === null) return passage;
  const there = end > start && end <= text.length ? text.slice(start, end) : null;
  if (
    there === null ||
    (passage.quote !== undefined && passage.quote !== there.slice(0, passage.quote.length))
  ) {
    throw new WeighError(
      "weigh/passage-differs",
      "The text at this place is not what was quoted. Open the source again and mark the passage.",
    );
  }
  return { ...passage, quote: wholeSigns(there.slice(0, longestQuote)) };
}

/** A quotation cut in the middle of a character ends before it. */
function wholeSigns(text: string): string {
  return text.isWellFormed() ? text : text.slice(0, -1);
}
