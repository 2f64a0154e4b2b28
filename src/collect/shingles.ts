// Which texts are nearly the same: runs of five words, hashed, and how many of them two texts share.
// Invariant: it knows no language. Words are runs of letters and digits; a Chinese or Japanese sign is a word of its own.
// Method: A. Broder, "On the resemblance and containment of documents" (1997): shingles, containment, and the sketch
// that keeps only hashes divisible by a power of two. Unlike minhash, that sketch finds a short text inside a long one.
import type { MaskSpan, Span } from "../read/index.ts";

/** Words in a shingle. */
const WIDTH = 5;
/** Hashes kept of one text; a longer text keeps every second of them, then every fourth … */
const MOST_HASHES = 32_768;
/** Hashes by which one text is found again. */
const MOST_FINDERS = 2_048;
/** Fewer words than this are a formula, not a text; they are compared with nothing. */
const TINY = 20;
/** Texts with fewer shingles than this can agree by chance or by form, and need a closer likeness. */
const SHORT = 50;
const NEAR = 0.8;
const NEAR_SHORT = 0.95;
/** What is left of a sketch after thinning out has to be this many to say anything. */
const FEWEST_SAMPLED = 16;

/** What is kept of a text to compare it. */
export interface Shingles {
  /** Different shingles of the text; estimated where it was thinned out. */
  readonly count: number;
  /** Only hashes divisible by 2^level are kept. */
  readonly level: number;
  /** Ascending. */
  readonly hashes: Int32Array;
}

/** How alike two texts are, each number from 0 to 1. */
export interface Likeness {
  /** How much of the first stands in the second, and the other way round. */
  readonly ofFirst: number;
  readonly ofSecond: number;
}

/** The parts of a text that are its own: the body where a mask names one, else all that is not something else. */
export function ownWords(length: number, mask: readonly MaskSpan[]): Span[] {
  const body = mask.filter((m) => m.kind === "body");
  if (body.length > 0) return body.toSorted((a, b) => a.start - b.start);
  const left: Span[] = [];
  let at = 0;
  for (const { start, end } of mask.toSorted((a, b) => a.start - b.start)) {
    if (start > at) left.push({ start: at, end: start });
    at = Math.max(at, end);
  }
  if (at < length) left.push({ start: at, end: length });
  return left;
}

/** The shingles of these parts of a text, in one pass whose time and memory grow with the text only. */
export function shinglesOf(text: string, parts: readonly Span[]): Shingles {
  const kept = new Set<number>();
  const last: number[] = [];
  let level = 0;
  for (const { start, end } of parts) {
    for (const [word] of text.slice(start, end).matchAll(WORDS)) {
      last.push(hashOf(word.normalize("NFKC").toLowerCase()));
      if (last.length < WIDTH) continue;
      const hash = mixed(last);
      last.shift();
      if (divisible(hash, level)) kept.add(hash);
      while (kept.size > MOST_HASHES) {
        level += 1;
        for (const one of kept) if (!divisible(one, level)) kept.delete(one);
      }
    }
  }
  return { count: kept.size * 2 ** level, level, hashes: Int32Array.from(kept).sort() };
}

/** Nothing where a sketch is too thin to say. */
export function likenessOf(a: Shingles, b: Shingles): Likeness | null {
  const level = Math.max(a.level, b.level);
  const [first, second] = [thinned(a.hashes, level), thinned(b.hashes, level)];
  if (Math.min(first.length, second.length) < (level === 0 ? 1 : FEWEST_SAMPLED)) return null;
  let shared = 0;
  for (let i = 0, k = 0; i < first.length && k < second.length;) {
    const [x, y] = [first[i] as number, second[k] as number];
    if (x === y) shared += 1;
    if (x <= y) i += 1;
    if (y <= x) k += 1;
  }
  return { ofFirst: shared / first.length, ofSecond: shared / second.length };
}

/** Whether a text is too short to be compared with any other. */
export function isTiny({ count }: Pick<Shingles, "count">): boolean {
  return count < TINY;
}

/** Whether two texts with this likeness are copies: the shorter one stands in the other, nearly word for word. */
export function isNearCopy(a: Shingles, b: Shingles, likeness: Likeness | null): boolean {
  const fewer = Math.min(a.count, b.count);
  if (likeness === null || isTiny({ count: fewer })) return false;
  return Math.max(likeness.ofFirst, likeness.ofSecond) >= (fewer < SHORT ? NEAR_SHORT : NEAR);
}

/** The hashes by which a text is found again, and how far they were thinned: every fourth, fewer where it is long. */
export function findersOf({ hashes, level }: Shingles): {
  readonly level: number;
  readonly hashes: Int32Array;
} {
  let finding = Math.max(level, 2);
  while (hashes.length / 2 ** (finding - level) > MOST_FINDERS) finding += 1;
  return { level: finding, hashes: thinned(hashes, finding) };
}

/** How many finders a text and a copy of it have in common at the very least: a quarter of what is to be expected. */
export function fewestFinders(fewerShingles: number, level: number): number {
  return Math.max(1, Math.floor(fewerShingles / 2 ** level / 4));
}

// A word is cut after a hundred letters: one of ten million must not fill the stack of the matcher.
const WORDS =
  /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]|[[\p{L}\p{N}\p{M}]--[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]]{1,100}/gv;

/** FNV-1a over UTF-16 units. */
function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < word.length; i += 1) {
    hash = Math.imul(hash ^ word.charCodeAt(i), 0x01000193);
  }
  return hash;
}

/** One hash of several in order, its bits mixed so that the lowest are as random as the rest (MurmurHash3's finisher). */
function mixed(words: readonly number[]): number {
  let hash = 0;
  for (const word of words) hash = (Math.imul(hash, 31) + word) | 0;
  hash ^= hash >>> 16;
  hash = Math.imul(hash, 0x85ebca6b);
  hash ^= hash >>> 13;
  hash = Math.imul(hash, 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

function divisible(hash: number, level: number): boolean {
  return (hash & (2 ** level - 1)) === 0;
}

function thinned(hashes: Int32Array, level: number): Int32Array {
  return level === 0 ? hashes : hashes.filter((hash) => divisible(hash, level));
}
