// Letters that look the same in Latin and Cyrillic, put right inside one word.
// Invariant: a word is changed only when all its letters then belong to one script.
import { scriptOfLetter } from "./script.ts";

// Left Latin, right Cyrillic. Keyboards without ə, ө or і produce these every day.
const PAIRS: readonly (readonly [string, string])[] = [
  ["a", "а"],
  ["A", "А"],
  ["B", "В"],
  ["c", "с"],
  ["C", "С"],
  ["e", "е"],
  ["E", "Е"],
  ["H", "Н"],
  ["h", "һ"],
  ["i", "і"],
  ["I", "І"],
  ["j", "ј"],
  ["K", "К"],
  ["k", "к"],
  ["M", "М"],
  ["o", "о"],
  ["O", "О"],
  ["p", "р"],
  ["P", "Р"],
  ["s", "ѕ"],
  ["S", "Ѕ"],
  ["T", "Т"],
  ["x", "х"],
  ["X", "Х"],
  ["y", "у"],
  ["Y", "У"],
  ["Y", "Ү"],
  ["ə", "ә"],
  ["Ə", "Ә"],
  ["ɵ", "ө"],
  ["Ɵ", "Ө"],
  ["ë", "ё"],
  ["Ë", "Ё"],
  ["ï", "ї"],
  ["Ï", "Ї"],
];

const TO_CYRILLIC = new Map(PAIRS.toReversed());
const TO_LATIN = new Map(PAIRS.map(([latin, cyrillic]) => [cyrillic, latin]));

function repairWord(word: string): string {
  let latin = 0;
  let cyrillic = 0;
  let mendsToLatin = true;
  let mendsToCyrillic = true;
  for (const character of word) {
    const script = scriptOfLetter(character);
    if (script === "Latn") {
      latin++;
      if (!TO_CYRILLIC.has(character)) mendsToCyrillic = false;
    } else if (script === "Cyrl") {
      cyrillic++;
      if (!TO_LATIN.has(character)) mendsToLatin = false;
    }
  }
  if (latin === 0 || cyrillic === 0) return word;
  const towardsLatin = mendsToLatin && (!mendsToCyrillic || latin > cyrillic);
  if (towardsLatin) return replaceLetters(word, TO_LATIN);
  return mendsToCyrillic ? replaceLetters(word, TO_CYRILLIC) : word;
}

function replaceLetters(word: string, table: ReadonlyMap<string, string>): string {
  let out = "";
  for (const character of word) out += table.get(character) ?? character;
  return out;
}

/** Repairs every word of a text that mixes Latin and Cyrillic letters which look alike. */
export function repairLookAlikes(text: string): string {
  return text.replace(/[\p{L}\p{M}]+/gu, repairWord);
}
