// Tells which script a text is written in, by the letters it holds.
// Invariant: every string gets an answer; look-alike letters are not repaired here.
import { hanKind } from "./simplify-han.ts";

/** ISO 15924 codes, with `Han` for Chinese characters that do not tell, `Mixed` for more than one script and `Zyyy` for no letters. */
export type Script = "Latn" | "Cyrl" | "Arab" | "Hans" | "Hant" | "Han" | "Mixed" | "Zyyy";

export type LetterScript = "Latn" | "Cyrl" | "Arab" | "Hani" | "Other";

const LATIN = /\p{Script=Latin}/u;
const CYRILLIC = /\p{Script=Cyrillic}/u;
const ARABIC = /\p{Script=Arabic}/u;
const HAN = /\p{Script=Han}/u;
const LETTER = /\p{L}/u;

function classify(character: string): LetterScript | undefined {
  if (!LETTER.test(character)) return undefined;
  if (LATIN.test(character)) return "Latn";
  if (CYRILLIC.test(character)) return "Cyrl";
  if (ARABIC.test(character)) return "Arab";
  return HAN.test(character) ? "Hani" : "Other";
}

const known = new Map<string, LetterScript | "none">();

/** The script of one letter, or undefined when the character is no letter. */
export function scriptOfLetter(character: string): LetterScript | undefined {
  let script = known.get(character);
  if (script === undefined) {
    script = classify(character) ?? "none";
    known.set(character, script);
  }
  return script === "none" ? undefined : script;
}

/** Counts the letters of each script in a text. */
export function countScripts(text: string): ReadonlyMap<LetterScript, number> {
  const counts = new Map<LetterScript, number>();
  for (const character of text) {
    const script = scriptOfLetter(character);
    if (script !== undefined) counts.set(script, (counts.get(script) ?? 0) + 1);
  }
  return counts;
}

/**
 * The script of a whole text.
 * Letters outside Latin, Cyrillic, Arabic and Chinese make it `Mixed`; a text without letters is `Zyyy`.
 */
export function scriptOf(text: string): Script {
  const normal = text.normalize("NFKC");
  const counts = countScripts(normal);
  if (counts.size === 0) return "Zyyy";
  if (counts.size > 1) return "Mixed";
  if (counts.has("Latn")) return "Latn";
  if (counts.has("Cyrl")) return "Cyrl";
  if (counts.has("Arab")) return "Arab";
  if (counts.has("Hani")) return hanKind(normal);
  return "Mixed";
}

/** The script most letters of a text belong to; undefined for a text without letters. */
export function mainScript(text: string): LetterScript | undefined {
  let best: LetterScript | undefined;
  let most = 0;
  for (const [script, count] of countScripts(text)) {
    if (count > most) [best, most] = [script, count];
  }
  return best;
}
