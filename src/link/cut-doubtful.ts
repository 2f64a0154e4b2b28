// When a name that surely is the one asked for is among the hits, those that hardly sound like it are left out.
// Invariant: the best hit always stays, and so does one that cannot be measured word by word.
import { type Band, compareNames, prepareName } from "../names/index.ts";

/** A hit this far below the best says nothing beside it. */
const FAR = 0.2;
/** Chinese writes a whole name in one row of characters; a longer row than this may be several words. */
const longestHanWord = 4;

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
  const best = Math.max(isWord && isExact ? 1 : 0, ...judged.map(({ close }) => close ?? 0));
  return judged.filter(({ close }) => close === null || close >= best - FAR).map(({ hit }) => hit);
}

/** How alike a hit is; null where nobody can tell. */
function closeness(asked: readonly string[], { name, score }: Doubtful): number | null {
  const words = wordsOf(name);
  if (words.length === 1 && isRow(words[0] ?? "")) return null;
  if (asked.length > 1 && words.length > 1) return score;
  const prepared = words.map(prepareName);
  return Math.max(
    score,
    ...asked.map(prepareName).flatMap((a) => prepared.map((b) => compareNames(a, b).score)),
  );
}

function isRow(word: string): boolean {
  return /\p{Script=Han}/u.test(word) && Array.from(word).length > longestHanWord;
}

function wordsOf(name: string): string[] {
  return name
    .slice(0, 500)
    .split(/[\s·•‧,/()-]+/u)
    .filter((word) => word !== "")
    .slice(0, 12);
}
