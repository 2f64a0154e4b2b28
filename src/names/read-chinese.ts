// Reads Chinese characters, pinyin and Wade-Giles into the sounds they can stand for in a transcribed name.
// Invariant: every piece of the source text belongs to exactly one reading step, in order.
import { pinyin } from "pinyin-pro";
import { ENDINGS, HAN_READINGS, OPENINGS, SYLLABLES, WEAK } from "./data/pinyin-sounds.ts";
import { splitPinyin } from "./pinyin-syllables.ts";
import type { Reading, ReadingStep } from "./read-letters.ts";
import { pinyinOfWadeGiles } from "./wade-giles.ts";

const WEAK_VOWEL = new Map(
  Object.entries(WEAK).flatMap(([vowel, list]) =>
    list.split(" ").map((syllable) => [syllable, vowel] as const),
  ),
);

const OPENING = /^(?:zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?/u;

/** The sounds of one toneless pinyin syllable; empty when it is none. */
export function soundsOfSyllable(syllable: string): string {
  const whole = SYLLABLES[syllable];
  if (whole !== undefined) return whole;
  const opening = OPENING.exec(syllable)?.[0] ?? "";
  let ending = syllable.slice(opening.length).replaceAll("v", "ü");
  if (/^[jqxy]$/u.test(opening) && ending.startsWith("u")) ending = `ü${ending.slice(1)}`;
  if (ending === "ue") ending = "üe";
  const weak = WEAK_VOWEL.get(syllable);
  return (OPENINGS[opening] ?? "") + (weak ?? ENDINGS[ending] ?? "");
}

const readings = new Map<string, string>();

/** The toneless pinyin of one character as used in transcribed names. */
function pinyinOfHan(character: string): string {
  const known = HAN_READINGS[character] ?? readings.get(character);
  if (known !== undefined) return known;
  const read = pinyin(character, { toneType: "none", type: "string", v: true, nonZh: "removed" });
  const syllable = /^[a-zü]+$/u.test(read) ? read : "";
  readings.set(character, syllable);
  return syllable;
}

/** Reads a token of Chinese characters. */
export function readHan(token: string): Reading {
  const steps: ReadingStep[] = [];
  for (const character of token) {
    const syllable = pinyinOfHan(character);
    steps.push({
      letters: character,
      sounds: soundsOfSyllable(syllable),
      rule: `zh.${syllable === "" ? "unread" : syllable}`,
    });
  }
  return { steps };
}

/** Reads a pinyin token; undefined when it does not split into syllables. */
export function readPinyin(token: string): Reading | undefined {
  const syllables = splitPinyin(token);
  return syllables === undefined ? undefined : readingOfSyllables(syllables, syllables);
}

/** Reads a Wade-Giles token such as 'pao1-erh2'. */
export function readWadeGiles(token: string): Reading {
  const syllables = token.split(/[\s-]+|(?<=\d)/u).filter((syllable) => syllable !== "");
  return readingOfSyllables(syllables, syllables.map(pinyinOfWadeGiles));
}

function readingOfSyllables(letters: readonly string[], syllables: readonly string[]): Reading {
  return {
    steps: syllables.map((syllable, index) => ({
      letters: letters[index] ?? syllable,
      sounds: soundsOfSyllable(syllable),
      rule: `zh.${syllable}`,
    })),
  };
}
