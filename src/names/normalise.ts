// One spelling for what is the same name typed on another keyboard.
// Invariant: the result is the same for every Unicode normal form of the input, and normalising twice changes nothing.
import { repairLookAlikes } from "./look-alikes.ts";
import { simplifyHan } from "./simplify-han.ts";

const SPACES = /[\s\p{Z}]+/gu;
// Controls, bidi marks, zero-width joiners, private use and lone surrogates carry no part of a name.
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Cs}]/gu;
const TATWEEL = /\u0640/gu;
const APOSTROPHES =
  /[\u0027\u0060\u00b4\u02b9-\u02bf\u02c8\u02ee\u2018-\u201b\u2032\u2035\ua78b\ua78c]/gu;
const HYPHENS = /[\u002d\u058a\u2010-\u2015\u2212\u00ad]/gu;
const MIDDLE_DOTS = /[\u00b7\u2022\u2027\u2219\u22c5\u30fb\u318d\u0387\u16eb\u2e31]/gu;
const QUOTES = /["«»„“”‟‹›「」『』]/gu;
const HAN_DOT = /(?<=\p{Script=Han})\s*[·.]\s*(?=\p{Script=Han})/gu;
// Kazakh and Kurdish typists without ە write heh and a zero-width non-joiner.
const HEH_NON_JOINER = /\u0647\u200c/gu;

const ARABIC_VARIANTS: ReadonlyMap<string, string> = new Map([
  ["\u06a9", "\u0643"], // Persian kaf
  ["\u06aa", "\u0643"],
  ["\u06cc", "\u064a"], // Persian yeh
  ["\u06d2", "\u064a"],
  ["\u06d3", "\u0626"],
  ["\u06c1", "\u0647"], // Urdu heh goal
  ["\u06c0", "\u0647"],
  ["\u06c2", "\u0647"],
  ["\u06c3", "\u0629"],
  ["\u0671", "\u0627"], // alef wasla
  ["\u06c5", "\u06c6"],
]);
const ARABIC_VARIANT = /[\u06a9\u06aa\u06cc\u06d2\u06d3\u06c1\u06c0\u06c2\u06c3\u0671\u06c5]/gu;

const PLAIN = /^(?:[A-Za-z ]*|[А-Яа-яЁёӘәҒғҚқҢңӨөҰұҮүҺһІі ]*)$/u;

function compose(text: string): string {
  return text
    .replace(HEH_NON_JOINER, "\u06d5")
    .replace(SPACES, " ")
    .replace(INVISIBLE, "")
    .normalize("NFKC")
    .replace(SPACES, " ")
    .replace(INVISIBLE, "");
}

// Turkish İ lower-cases to i and a combining dot that no other spelling has.
function lowerCase(text: string): string {
  return text.replaceAll("İ", "i").toLowerCase().replaceAll("i\u0307", "i").normalize("NFKC");
}

/**
 * Compatibility composition, look-alike letters, Arabic letter variants, simplified characters, one kind of dot, hyphen
 * and apostrophe, lower case. Letters that tell names apart (ә, ғ, ö, ە) stay.
 */
export function normaliseName(text: string): string {
  // Most names need nothing but lower case and single spaces; the long way gives them the same result.
  if (PLAIN.test(text)) return text.toLowerCase().replace(/ {2,}/gu, " ").trim();
  const composed = repairLookAlikes(compose(text))
    .replace(TATWEEL, "")
    .replace(ARABIC_VARIANT, (letter) => ARABIC_VARIANTS.get(letter) ?? letter)
    .replace(APOSTROPHES, "'")
    .replace(HYPHENS, "-")
    .replace(MIDDLE_DOTS, "·")
    .replace(QUOTES, " ");
  const dotted = simplifyHan(composed).replace(HAN_DOT, "\u0000").replace(/[·.]/gu, " ");
  return repairLookAlikes(lowerCase(dotted.replaceAll("\u0000", "·")))
    .replace(SPACES, " ")
    .trim();
}
