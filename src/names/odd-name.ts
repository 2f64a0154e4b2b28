// Says what makes a string unlikely to be a person's name, so that people look before it is used.
// Invariant: an odd name is still kept and compared; oddness is advice.
import { normaliseName } from "./normalise.ts";
import { countScripts } from "./script.ts";

export type Oddity =
  | "empty"
  | "no-letters"
  | "one-letter"
  | "too-long"
  | "mixed-scripts"
  | "hidden-characters"
  | "symbols"
  | "digits"
  | "unknown-script";

const LONGEST_NAME = 200;

const HIDDEN = /[\p{Cc}\p{Co}\p{Cs}\u202a-\u202e\u2066-\u2069\u200b\u2060\ufeff]/u;
const SYMBOL = /[\p{So}\p{Sc}\p{Sm}\p{Extended_Pictographic}@#%&*_=+|\\/<>{}]/u;
// Wade-Giles writes tones as digits after a syllable.
const TONE_DIGIT = /(?<=\p{L})[1-5](?!\d)/gu;

/** Every reason why a text looks odd as a name; empty when none. */
export function nameOddities(text: string): readonly Oddity[] {
  if (text.trim() === "") return ["empty"];
  const found: Oddity[] = [];
  const normal = normaliseName(text);
  const letters = normal.match(/\p{L}/gu)?.length ?? 0;
  if (letters === 0) found.push("no-letters");
  else if (letters === 1 && !countScripts(normal).has("Hani")) found.push("one-letter");
  if (text.length > LONGEST_NAME) found.push("too-long");
  if (HIDDEN.test(text)) found.push("hidden-characters");
  if (SYMBOL.test(normal.replace(/\d/gu, ""))) found.push("symbols");
  if (/\d/u.test(normal.replace(TONE_DIGIT, ""))) found.push("digits");
  if (normal.split(/[\s,·-]+/u).some((word) => countScripts(word).size > 1))
    found.push("mixed-scripts");
  if (countScripts(normal).has("Other")) found.push("unknown-script");
  return found;
}

/** True when a text looks unlike a person's name (see nameOddities for the reasons). */
export function isOddName(text: string): boolean {
  return nameOddities(text).length > 0;
}
