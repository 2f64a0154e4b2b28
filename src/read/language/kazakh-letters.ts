// Kazakh in Arabic letters (töte jazu) and in Latin letters, word by word, into the Cyrillic alphabet the pack is
// written in. Method: letters by table; soft and hard vowels by the word's own harmony; then words the pack knows
// are put in their usual spelling by comparing them without the marks the other alphabets leave out.
// Invariant: a word maps to one word, so offsets of words stay those of the received text.
import { settleKazakh } from "./kazakh-words.ts";

export type KazakhScript = "Arab" | "Latn";

const ARABIC: Readonly<Record<string, string>> = {
  ا: "а",
  ب: "б",
  پ: "п",
  ت: "т",
  ج: "ж",
  چ: "ч",
  ح: "х",
  خ: "х",
  د: "д",
  ر: "р",
  ز: "з",
  ژ: "ж",
  س: "с",
  ش: "ш",
  ع: "ғ",
  غ: "ғ",
  ف: "ф",
  ق: "қ",
  ك: "к",
  ک: "к",
  گ: "г",
  ڭ: "ң",
  ل: "л",
  م: "м",
  ن: "н",
  ھ: "һ",
  ه: "һ",
  ة: "е",
  و: "о",
  ۇ: "ұ",
  ۋ: "у",
  ۆ: "в",
  ى: "ы",
  ە: "е",
  ي: "й",
  ی: "й",
  آ: "а",
  "\u0675": "ә",
  "\u0676": "ө",
  "\u0677": "ү",
  "\u0678": "і",
};
const SOFT: Readonly<Record<string, string>> = { а: "ә", о: "ө", ұ: "ү", ы: "і" };
const MARK = /^[\u0621\u0674]+/;
const ARABIC_SOFT = /[ەكکگ\u0675-\u0678]/;

const LATIN: Readonly<Record<string, string>> = {
  a: "а",
  b: "б",
  c: "с",
  d: "д",
  e: "е",
  f: "ф",
  g: "г",
  h: "х",
  j: "ж",
  k: "к",
  l: "л",
  m: "м",
  n: "н",
  o: "о",
  p: "п",
  q: "қ",
  r: "р",
  s: "с",
  t: "т",
  v: "в",
  z: "з",
  á: "ә",
  ä: "ә",
  ó: "ө",
  ö: "ө",
  ú: "ү",
  ü: "ү",
  ǵ: "ғ",
  ğ: "ғ",
  ń: "ң",
  ñ: "ң",
  ŋ: "ң",
  ş: "ш",
  ç: "ч",
  ū: "ұ",
  ý: "у",
};
const PAIRS: Readonly<Record<string, string>> = { sh: "ш", ch: "ч", zh: "ж", kh: "х", ts: "ц" };
const VOWEL = /[аәоөұүыіеуи]/;

/** Softens the vowels an alphabet without marks leaves open. */
function soften(letters: string): string {
  return letters.replace(/[аоұы]/g, (letter) => SOFT[letter] ?? letter);
}

function fromArabic(word: string): string {
  const bare = word.replace(MARK, "");
  const letters = [...bare.normalize("NFC")].map((letter) => ARABIC[letter] ?? "").join("");
  const soft = bare !== word || ARABIC_SOFT.test(bare);
  // й after a consonant is и.
  const read = letters.replace(/(?<=[^аәоөұүыіеуи]|^)й/g, "и");
  return soft ? soften(read) : read;
}

/** Which Latin alphabet a word is in, by its marked letters; `plain` has none. */
function alphabetOf(word: string): "2018" | "2021" | "plain" {
  if (/[áóúǵńý]/.test(word)) return "2018";
  return /[äöüğşñŋū]/.test(word) ? "2021" : "plain";
}

function vowelOf(letter: string, next: string, before: string, kind: string): string | null {
  if (letter === "ı") return kind === "2018" && VOWEL.test(before) ? "й" : "і";
  if (letter === "i") return VOWEL.test(before) ? "й" : "і";
  if (letter === "y")
    return VOWEL.test(before) || (/[aeou]/.test(next) && before === "") ? "й" : "ы";
  if (letter === "u")
    return kind === "2018" ? "ұ" : VOWEL.test(before) || VOWEL.test(LATIN[next] ?? "") ? "у" : "ұ";
  return null;
}

function fromLatin(word: string): string {
  const lower = word
    .toLowerCase()
    .replace(/i\u0307/g, "i")
    .normalize("NFC");
  const kind = alphabetOf(lower);
  let made = "";
  for (let i = 0; i < lower.length; i++) {
    const pair = PAIRS[lower.slice(i, i + 2)];
    if (pair !== undefined) {
      made += pair;
      i++;
      continue;
    }
    const letter = lower[i] ?? "";
    made += vowelOf(letter, lower[i + 1] ?? "", made.at(-1) ?? "", kind) ?? LATIN[letter] ?? "";
  }
  return made;
}

/**
 * One word of Kazakh in Arabic or Latin letters as the Cyrillic alphabet writes it, in lower case.
 * A word with nothing to convert (figures, other scripts) comes back as it is.
 */
export function kazakhWord(word: string, script: KazakhScript): string {
  const made = script === "Arab" ? fromArabic(word) : fromLatin(word);
  return made === "" ? word.toLowerCase() : settleKazakh(made);
}
