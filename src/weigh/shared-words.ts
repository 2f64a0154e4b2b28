// Which words two texts have in common, for proposals only: "they may speak of the same". Chinese is compared by pairs of
// signs, other scripts by the beginnings of longer words, so that endings do not count. Invariant: no language is assumed.
import { foldName } from "../names/index.ts";

const STEM = 6;
const SHORTEST = 4;
const LONGEST_TEXT = 4_000;
/** Words so common in reports that sharing them says nothing. */
const COMMON = new Set(
  "about after also been being could does from have into more most other over said says some such than that their them then there these they this those were what when where which while will with would yours".split(
    " ",
  ),
);

/** The words of a text that can be compared, each with how it is written there first. */
export function wordsOf(text: string): Map<string, string> {
  const found = new Map<string, string>();
  for (const [word] of text.slice(0, LONGEST_TEXT).matchAll(/[\p{L}\p{M}]+/gu)) {
    if (/\p{Script=Han}/u.test(word)) {
      const signs = [...word];
      for (let i = 0; i + 1 < signs.length; i += 1) {
        const pair = signs.slice(i, i + 2).join("");
        found.set(pair, pair);
      }
      continue;
    }
    const folded = foldName(word);
    if (folded.length < SHORTEST || COMMON.has(folded)) continue;
    const stem = folded.slice(0, STEM);
    if (!found.has(stem)) found.set(stem, word);
  }
  return found;
}

/** The words of the first that the second has too, as the first writes them. */
export function sharedWords(
  a: ReadonlyMap<string, string>,
  b: ReadonlyMap<string, string>,
): string[] {
  return [...a].flatMap(([stem, word]) => (b.has(stem) ? [word] : []));
}
