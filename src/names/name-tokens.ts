// The pieces of a name that exact and prefix search look up.
// Invariant: tokens are folded, without repeats, in the order of the name.
import { foldName } from "./fold.ts";
import { normaliseName } from "./normalise.ts";

const HAN_ONLY = /^\p{Script=Han}+$/u;
const BETWEEN_WORDS = /[\s,]+/u;
const WITHIN_COMPOUND = /\S-\S/u;

/**
 * Folded tokens of a name in any script. Chinese names are given in their parts and whole;
 * hyphenated names in their parts and fused, so 'Kassym-Jomart' is also found as one word.
 */
export function nameTokens(text: string): string[] {
  const tokens = new Set<string>();
  let hanRun: string[] = [];
  const closeRun = (): void => {
    if (hanRun.length > 1) tokens.add(hanRun.join(""));
    hanRun = [];
  };
  for (const token of foldName(text).split(" ")) {
    if (token === "") continue;
    tokens.add(token);
    if (HAN_ONLY.test(token)) hanRun.push(token);
    else closeRun();
  }
  closeRun();
  for (const compound of normaliseName(text).split(BETWEEN_WORDS)) {
    if (!WITHIN_COMPOUND.test(compound)) continue;
    const fused = foldName(compound.replace(/[-\d]/gu, ""));
    if (fused !== "" && !fused.includes(" ")) tokens.add(fused);
  }
  return [...tokens];
}
