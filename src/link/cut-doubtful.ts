// When a name that surely is the one asked for is among the hits, those that hardly sound like it are left out.
// Invariant: the best of the hits stays, unless somebody has the very word that was asked for.
import { type Band, compareNames, prepareName } from "../names/index.ts";

/** A hit this far below the best says nothing beside it. */
const FAR = 0.2;

export interface Doubtful {
  readonly name: string;
  readonly score: number;
  readonly band: Band;
}

/**
 * The hits worth showing, in their order. `q` is what was asked; `isExact` says that somebody has its very words.
 * A score between a single word and a whole name says only that one of the words fits, never how well, so there the
 * closest words are compared by themselves.
 */
export function cutDoubtful<T extends Doubtful>(
  q: string,
  hits: readonly T[],
  isExact: boolean,
): T[] {
  const asked = wordsOf(q);
  const isWord = asked.length === 1;
  const judged = hits
    .filter((hit) => !isWord || hit.band !== "different")
    .map((hit) => ({ hit, close: closeness(asked, hit) }));
  const best = Math.max(isWord && isExact ? 1 : 0, ...judged.map(({ close }) => close));
  return judged.filter(({ close }) => close >= best - FAR).map(({ hit }) => hit);
}

/** A name in one row of Chinese characters counts as one word: its score tells already how much of it fits. */
function closeness(asked: readonly string[], { name, score }: Doubtful): number {
  const words = wordsOf(name);
  if (asked.length > 1 && words.length > 1) return score;
  const prepared = words.map(prepareName);
  return Math.max(
    score,
    ...asked.map(prepareName).flatMap((a) => prepared.map((b) => compareNames(a, b).score)),
  );
}

function wordsOf(name: string): string[] {
  return name
    .slice(0, 500)
    .split(/[\s·•‧,/()-]+/u)
    .filter((word) => word !== "")
    .slice(0, 12);
}
