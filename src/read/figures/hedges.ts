// Words that say how sure a number is: before it (`at least`) and after it (`or so`).
// Invariant: the longest wording wins, so that `no fewer than` is never read as `fewer than`.
import type { Hedge } from "../reading.ts";
import type { Token } from "../statements/tokens.ts";

const LINES = `
more-than: more than | over | well over | upwards of | in excess of | above
less-than: less than | fewer than | under | below | just under
at-least: at least | no fewer than | no less than | not less than | not fewer than | a minimum of | as few as
at-most: at most | no more than | not more than | as many as | as much as | up to | a maximum of
about: an estimated | some | about | around | roughly | approximately | nearly | almost | estimated | close to | just over | possibly | perhaps | an additional | a further | another
range: between
`;
const BEFORE: readonly (readonly [words: readonly string[], hedge: Hedge])[] = LINES.trim()
  .split("\n")
  .flatMap((line) => {
    const [hedge = "", body = ""] = line.split(": ");
    return body
      .split(" | ")
      .map((words): readonly [readonly string[], Hedge] => [words.split(" "), hedge as Hedge]);
  })
  .sort((a, b) => b[0].length - a[0].length);
/** `another 300` counts exactly and only belongs to the words. */
const EXACT = new Set(["another", "an additional", "a further"]);

export interface FoundHedge {
  readonly hedge: Hedge;
  readonly from: number;
}

/** The hedge that ends before token `at`. */
export function hedgeBefore(tokens: readonly Token[], at: number): FoundHedge | null {
  for (const [words, hedge] of BEFORE) {
    const from = at - words.length;
    if (from < 0 || !words.every((word, i) => tokens[from + i]?.lower === word)) continue;
    if (EXACT.has(words.join(" "))) return { hedge: "exact", from };
    // `an estimated`, `as many as possibly`: one more word to the left.
    const outer = hedge === "about" ? hedgeBefore(tokens, from) : null;
    return outer && outer.hedge !== "range" ? outer : { hedge, from };
  }
  return null;
}

/** The hedge that begins at token `at`, after a number: `or so`, `or more`, `-plus`, `or fewer`. */
export function hedgeAfter(
  tokens: readonly Token[],
  at: number,
): { readonly hedge: Hedge; readonly to: number } | null {
  const word = tokens[at]?.lower ?? "";
  const next = tokens[at + 1]?.lower ?? "";
  if (word === "or" && next === "so") return { hedge: "about", to: at + 2 };
  if (word === "or" && next === "more") return { hedge: "at-least", to: at + 2 };
  if (word === "or" && (next === "fewer" || next === "less"))
    return { hedge: "at-most", to: at + 2 };
  if (word === "+") return { hedge: "at-least", to: at + 1 };
  if (word === "-" && next === "plus") return { hedge: "at-least", to: at + 2 };
  if (word === "-" && next === "odd") return { hedge: "about", to: at + 2 };
  return null;
}
