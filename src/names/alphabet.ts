// Tells which alphabet a token is written in, before its letters are read aloud.
// Invariant: at least one answer for every string, best first; more than one when the letters do not decide.
import { ALPHABETS } from "./data/alphabet-letters.ts";
import type { Alphabet } from "./data/alphabet-letters.ts";
import { normaliseName } from "./normalise.ts";
import { hasToneMarks, hasWadeGilesDigits, splitPinyin } from "./pinyin-syllables.ts";
import { mainScript } from "./script.ts";
import type { LetterScript } from "./script.ts";

export type { Alphabet } from "./data/alphabet-letters.ts";

// Readings this far behind the best one are not worth a second look.
const NEAR = 1.2;
const LONGEST_TOKEN = 400;

type RankedAlphabet = { readonly alphabet: Alphabet; readonly points: number };

function rankLetters(token: string, script: LetterScript): readonly RankedAlphabet[] {
  const letters = Array.from(token).filter((letter) => /[\p{L}\p{M}']/u.test(letter));
  const ranked: RankedAlphabet[] = [];
  for (const row of ALPHABETS) {
    if (row.script !== script) continue;
    const strange = letters.filter((letter) => !row.letters.includes(letter)).length;
    const signs = token.match(row.signs)?.length ?? 0;
    ranked.push({ alphabet: row.alphabet, points: row.prior + signs - 4 * strange });
  }
  return ranked.toSorted((a, b) => b.points - a.points);
}

function pinyinPoints(token: string): number {
  const syllables = splitPinyin(token);
  if (syllables === undefined) return -Infinity;
  // Three open syllables in a row are rarely anything else; one or two may be any language.
  return syllables.length >= 3 ? 1.5 : syllables.length === 2 ? 0.4 : 0;
}

/**
 * All alphabets of the token's script with their points, best first; empty for no letters or an unknown script.
 * @param normal a normalised token
 */
export function rankAlphabets(normal: string): readonly RankedAlphabet[] {
  const script = mainScript(normal);
  if (script === undefined || script === "Other") return [];
  if (script === "Hani") return [{ alphabet: "Hani", points: 1 }];
  const ranked = [...rankLetters(normal, script)];
  if (script === "Latn") {
    const points = pinyinPoints(normal);
    if (points > -Infinity)
      ranked.push({ alphabet: "pinyin", points: hasToneMarks(normal) ? 3 : points });
  }
  return ranked.toSorted((a, b) => b.points - a.points);
}

/**
 * The alphabets a single token may be written in, best first.
 * @param token one word of a name, in any case or Unicode form
 */
export function alphabetOf(token: string): readonly Alphabet[] {
  const normal = normaliseName(token.normalize("NFKC").slice(0, LONGEST_TOKEN));
  if (hasWadeGilesDigits(normal)) return ["wade-giles"];
  const ranked = rankAlphabets(normal);
  const best = ranked[0];
  if (best === undefined) return ["und"];
  return ranked.filter((row) => row.points >= best.points - NEAR).map((row) => row.alphabet);
}
