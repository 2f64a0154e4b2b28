// A quick look at two names before they are compared in earnest: do their consonants answer each other, one slip allowed?
// Invariant: symmetric; says yes rather than lose a pair, so only its speed and not its silence may be relied on.
// Method: skeletons packed four bits a letter, so that "one letter put in, left out or exchanged" is three shifts.
import { type Lists, listAt } from "./candidate-table.ts";

const LETTERS = "-PMTNLRSCJK";
const TAG_SHIFT = 24;
const LONGEST = 6;
const LETTER_MASK = (1 << TAG_SHIFT) - 1;

/** Which word of the name and which skeleton: the given name or a later one, Turkic or via Chinese. */
const TAGS: Readonly<Record<string, number>> = { t1: 0, t2: 1, z1: 2, z2: 3 };

/** A word key of the names room as one number; -1 for keys of another kind. */
export function packSkeleton(key: string): number {
  const tag = TAGS[key.slice(0, 2)];
  if (tag === undefined || key.charAt(2) !== ":") return -1;
  let packed = 0;
  for (let i = 0; i < LONGEST && i + 3 < key.length; i++)
    packed |= Math.max(0, LETTERS.indexOf(key.charAt(i + 3))) << (4 * i);
  return packed | (tag << TAG_SHIFT);
}

/** A number that names alike mostly share, by which rows are put in order: the given name as heard through Chinese, then the next. */
export function homeOf(skeletons: readonly number[]): number {
  let given = NONE;
  let later = NONE;
  for (const packed of skeletons) {
    const tag = packed >>> TAG_SHIFT;
    const letters = packed & LETTER_MASK;
    if (tag === 2) given = Math.min(given, letters);
    else if (tag === 3) later = Math.min(later, letters);
  }
  return ((spread(given) << 16) | spread(later)) >>> 0;
}

const NONE = LETTER_MASK;
const spread = (letters: number): number => (Math.imul(letters, 0x9e3779b1) >>> 16) & 0xffff;

/** Whether two packed skeletons are equal but for one letter. Short ones say too little to allow a slip. */
export function within1(a: number, b: number): boolean {
  const differing = a ^ b;
  if (differing === 0) return true;
  // Fewer than three letters on both sides: nothing is left to hold on to.
  if (a < 0x100 && b < 0x100) return false;
  const at = (31 - Math.clz32(differing & -differing)) & ~3;
  const restA = a >>> at;
  const restB = b >>> at;
  return restA >>> 4 === restB >>> 4 || restA === restB >>> 4 || restA >>> 4 === restB;
}

function meets(a: Uint32Array, b: Uint32Array, tagA: number, tagB: number): boolean {
  for (let i = 0; i < a.length; i++) {
    const x = a[i] as number;
    if (x >>> TAG_SHIFT !== tagA) continue;
    for (let j = 0; j < b.length; j++) {
      const y = b[j] as number;
      if (y >>> TAG_SHIFT === tagB && within1(x & LETTER_MASK, y & LETTER_MASK)) return true;
    }
  }
  return false;
}

const alike = (a: Uint32Array, b: Uint32Array, wordA: number, wordB: number): boolean =>
  meets(a, b, wordA, wordB) || meets(a, b, wordA + 2, wordB + 2);

const hasSecond = (a: Uint32Array): boolean => {
  for (let i = 0; i < a.length; i++) if ((((a[i] as number) >>> TAG_SHIFT) & 1) === 1) return true;
  return false;
};

/** Whether one word at least answers another in letters: for names that already met as heard through Chinese. */
export function oneWordNear(skeletons: Lists, rowA: number, rowB: number): boolean {
  const a = listAt(skeletons, rowA);
  const b = listAt(skeletons, rowB);
  return meets(a, b, 0, 0) || meets(a, b, 1, 1) || meets(a, b, 0, 1) || meets(a, b, 1, 0);
}

/** Whether two rows of packed skeletons may be one name: straight, crosswise, or a single word in the other. */
export function nearNames(skeletons: Lists, rowA: number, rowB: number): boolean {
  const a = listAt(skeletons, rowA);
  const b = listAt(skeletons, rowB);
  if (hasSecond(a) && hasSecond(b)) {
    if (alike(a, b, 0, 0)) return alike(a, b, 1, 1) || (alike(a, b, 0, 1) && alike(a, b, 1, 0));
    return alike(a, b, 0, 1) && alike(a, b, 1, 0);
  }
  return alike(a, b, 0, 0) || alike(a, b, 0, 1) || alike(a, b, 1, 0);
}
