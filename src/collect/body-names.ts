// Whether two writings name one outlet or organisation: "the Birch Post" and "Birch Post daily", "SRG" and "Steppe
// Rights Group". Invariant: the same either way round; one short common word is never enough.
import { foldName } from "../names/index.ts";

const SMALL = new Set(["the", "a", "an", "of", "and", "for", "in", "on"]);

const longestName = 200;
const QUOTED = /[«“„"《「]([^«»“”„"《》「」]{2,80})[»”“"》」]/u;

/** The words of a name that tell it from others: those in quotation marks where there are any. */
export function bodyWords(name: string): string[] {
  const own = QUOTED.exec(name)?.[1] ?? name.slice(0, longestName);
  return foldName(own.replace(/[«»"“”„'’‘《》〈〉「」()/.,:;]+/g, " "))
    .split(/\s+/)
    .filter((word) => word !== "" && !SMALL.has(word));
}

/** Whether the two may be names of one body. */
export function isSameBody(a: string, b: string): boolean {
  return areSameWords(bodyWords(a), bodyWords(b));
}

/** The same of names whose words were taken before: folding is what costs time. */
export function areSameWords(one: readonly string[], other: readonly string[]): boolean {
  if (one.length === 0 || other.length === 0) return false;
  return holds(one, other) || holds(other, one) || isShort(one, other) || isShort(other, one);
}

/** All words of the shorter in a row inside the longer; in Chinese, which has no spaces, its signs. */
function holds(longer: readonly string[], shorter: readonly string[]): boolean {
  const row = shorter.join(" ");
  if (/\p{Script=Han}/u.test(row)) return row.length >= 3 && longer.join(" ").includes(row);
  if (row.length < 3) return row === longer.join(" ");
  // One word inside another's name ("Times" in "The Invented Times") says little.
  if (shorter.length === 1 && longer.length > 1 && (row.length < 5 || longer[0] !== row))
    return false;
  return ` ${longer.join(" ")} `.includes(` ${row} `);
}

/** Initials: three letters at least. */
function isShort(short: readonly string[], long: readonly string[]): boolean {
  const letters = short.join("");
  return (
    letters.length >= 3 &&
    letters.length <= 8 &&
    long.length === letters.length &&
    long.every((word, i) => word.startsWith(letters.charAt(i)))
  );
}

/** The words of names, each folded once. */
export function rememberedWords(): (name: string) => readonly string[] {
  const known = new Map<string, readonly string[]>();
  return (name) => {
    const words = known.get(name) ?? bodyWords(name);
    known.set(name, words);
    return words;
  };
}
