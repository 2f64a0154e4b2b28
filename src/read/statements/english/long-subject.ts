// Subjects longer than a noun phrase: with a relative clause at their end, or with a title in quotation marks.
// Invariant: only moves left, and never into another clause.
import { DETERMINERS, isAdverb, PREPOSITIONS } from "../../packs/en-words.ts";
import type { Token } from "../tokens.ts";
import { isFinite, phraseStart, type View } from "./phrase.ts";

/** Start of a title in quotation marks that ends before `end` (`the film “The Long Night” shows`), or -1. */
export function titleStart(tokens: readonly Token[], end: number): number {
  const quote = tokens[end - 1]?.quote ?? -1;
  if (quote < 0 || tokens[end]?.quote === quote || tokens[end - 1]?.kind !== "mark") return -1;
  let start = end - 1;
  while (start > 0 && tokens[start - 1]?.quote === quote) start--;
  const words = tokens.slice(start, end).filter(({ kind }) => kind !== "mark");
  const named = words.every(
    ({ capital, kind, lower }) =>
      capital || kind === "number" || PREPOSITIONS.has(lower) || DETERMINERS.has(lower),
  );
  const before = tokens[start - 1];
  return named && words.length <= 8 && before?.kind === "word" && end - start >= 3 ? start : -1;
}

/** Part of a chain of verbs: `asked not to be`. */
function chained(view: View, i: number): boolean {
  const lower = view.tokens[i]?.lower ?? "";
  return isFinite(view, i) || isAdverb(lower) || lower === "to";
}

/** `people who left the valley` said: steps from the end of a restrictive relative clause back to its head. */
export function withRelative(view: View, start: number): number {
  const { tokens } = view;
  let verb = start - 1;
  if (!isFinite(view, verb) || view.verbs.has(verb)) return start;
  while (verb > 0 && chained(view, verb - 1)) verb--;
  const pronoun = tokens[verb - 1];
  if (!pronoun || !["who", "that", "which"].includes(pronoun.lower)) return start;
  const before = tokens[verb - 2];
  if (!before || before.kind !== "word" || isFinite(view, verb - 2)) return start;
  const head = phraseStart(view, verb - 1);
  return head < verb - 1 ? head : start;
}
