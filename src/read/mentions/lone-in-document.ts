// Single words that the places they stand in, taken together over the document, make persons.
// Invariant: one pass over the words; a word the text also writes small, or as the head of a body's name, stays out.
import type { Span } from "../reading.ts";
import type { Prepared } from "../statements/prepare.ts";
import { ENOUGH, lonePoints, mayBeLone } from "./lone-names.ts";
import type { Run } from "./type-run.ts";

/** A stretch nothing has typed yet. */
export interface Waiting {
  readonly run: Run;
  readonly span: Span;
  /** As its tokens have it, in the alphabet the rules read. */
  readonly written: string;
}

/** Single words that the places they stand in, taken together, make persons. */
export function loneNames(
  { sentences }: Prepared,
  waiting: readonly Waiting[],
  others: readonly { readonly run: Run }[],
): ReadonlySet<string> {
  const points = new Map<string, number>();
  for (const { run, written: text } of waiting) {
    const { tokens, from, to, headline, foreign } = run;
    const token = tokens[from];
    if (!token || to - from !== 1 || foreign || /^\p{Script=Cyrillic}/u.test(text)) continue;
    const initial = from === 0 || tokens[from - 1]?.kind === "mark";
    if (headline) continue;
    const sum = mayBeLone(token, initial) ? lonePoints(tokens, from) : -1;
    points.set(text, (points.get(text) ?? 0) + sum);
  }
  // `Sarn` of `Sarn Coal`: the short form of something that is no person.
  const short = new Set<string>();
  for (const { run } of others)
    if (run.to - run.from > 1) short.add(run.tokens[run.from]?.text ?? "");
  const likely = new Map<string, string>();
  for (const [text, sum] of points)
    if (sum >= ENOUGH && !short.has(text)) likely.set(text.toLowerCase(), text);
  // A word the text also writes small is an ordinary word.
  if (likely.size > 0)
    for (const { tokens } of sentences)
      for (const { lower, capital } of tokens) if (!capital) likely.delete(lower);
  return new Set(likely.values());
}
