// The search form of a name: what someone types when they do not have the letters.
// Invariant: only lower-case letters, digits and single spaces come out; folding twice changes nothing.
import { repairLookAlikes } from "./look-alikes.ts";
import { normaliseName } from "./normalise.ts";

const LETTERS: ReadonlyMap<string, string> = new Map([
  ["ı", "i"],
  ["ə", "a"],
  ["ǝ", "a"],
  ["ƣ", "g"],
  ["ⱪ", "k"],
  ["ⱨ", "h"],
  ["ⱬ", "z"],
  ["ɵ", "o"],
  ["ø", "o"],
  ["ł", "l"],
  ["đ", "d"],
  ["ß", "ss"],
  ["æ", "ae"],
  ["œ", "oe"],
  ["þ", "th"],
  ["ð", "d"],
  ["ŋ", "n"],
  ["ә", "а"],
  ["ғ", "г"],
  ["қ", "к"],
  ["ң", "н"],
  ["ө", "о"],
  ["ұ", "у"],
  ["ү", "у"],
  ["һ", "х"],
  ["ҳ", "х"],
  ["і", "и"],
  ["җ", "ж"],
  ["ҷ", "ж"],
  ["ҹ", "ж"],
  ["э", "е"],
  ["ى", "ي"],
  ["ې", "ي"],
  ["ئ", ""],
  ["ٴ", ""],
  ["ء", ""],
  ["أ", "ا"],
  ["إ", "ا"],
  ["آ", "ا"],
  ["ؤ", "و"],
  ["ۇ", "و"],
  ["ۆ", "و"],
  ["ۈ", "و"],
  ["ۋ", "و"],
  ["ۉ", "و"],
  ["ە", "ه"],
  ["ھ", "ه"],
  ["ة", "ه"],
]);

// Only marks of the Latin, Cyrillic and Arabic scripts: elsewhere marks are vowels.
const MARKS =
  /[\u0300-\u036f\u0483-\u0487\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed]/gu;
const APART = /[^\p{L}\p{N}\p{M}]+/gu;

function foldLetters(text: string): string {
  let out = "";
  for (const character of text) out += LETTERS.get(character) ?? character;
  return out;
}

/** Normalised, diacritics and special letters reduced to plain ones, punctuation to spaces, apostrophes dropped. */
export function foldName(text: string): string {
  const plain = foldLetters(normaliseName(text).replaceAll("'", ""));
  const bare = foldLetters(plain.normalize("NFD").replace(MARKS, "").normalize("NFC"));
  return foldLetters(repairLookAlikes(bare)).replace(APART, " ").trim();
}
