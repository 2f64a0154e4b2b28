// The keys under which records meet: two words of a name, one word beside another fact, or one identity number.
// Invariant: pure; the same name in another script meets under at least one family of keys nearly always (measured by the bench).
import { keysOf, type PreparedName } from "../../names/index.ts";
import { packSkeleton } from "./near-skeletons.ts";

/**
 * `pair`: two words in letters. `chinese`: two words as heard through Chinese; only useful where a side is Chinese.
 * `half`: one word in letters and how the other begins, for slips of the pen in one of them.
 * `word`: one word; too frequent alone, asks for a birth year or a place beside it.
 */
export type KeyFamily = "pair" | "half" | "chinese" | "word";
export const KEY_FAMILIES: readonly KeyFamily[] = ["pair", "half", "chinese", "word"];

export interface CandidateKey {
  readonly family: KeyFamily;
  readonly key: string;
}

export interface CandidateKeys {
  readonly keys: readonly CandidateKey[];
  /** The words' skeletons, packed (near-skeletons.ts). */
  readonly skeletons: readonly number[];
}

const CHINESE = new Set(["Hani", "pinyin", "wade-giles"]);

/** Whether a name may have come through Chinese, in characters or their romanisation. */
export function isViaChinese(name: PreparedName): boolean {
  return name.readings.some((reading) => CHINESE.has(reading.alphabet));
}

/** The candidate keys of a name, each once. Empty skeletons ("-") meet everything and are left out. */
export function candidateKeys(name: PreparedName): CandidateKeys {
  const keys: CandidateKey[] = [];
  const skeletons: number[] = [];
  const halves = new Set<string>();
  for (const key of keysOf(name)) {
    const kind = key.slice(0, key.indexOf(":"));
    const packed = packSkeleton(key);
    if (packed >= 0) skeletons.push(packed);
    if (kind === "tp" || kind === "kp") keys.push({ family: "pair", key });
    if (kind === "tp") addHalves(key, halves);
    else if (kind === "kp") continue;
    else if (kind === "zp") keys.push({ family: "chinese", key });
    // A given name of one record may be the only word of another, or stand second there: the place is set aside.
    else if (!key.endsWith(":-")) keys.push({ family: "word", key: kind.charAt(0) + key.slice(2) });
  }
  for (const key of halves) keys.push({ family: "half", key });
  return { keys, skeletons };
}

function addHalves(pair: string, halves: Set<string>): void {
  const dot = pair.indexOf(".");
  const first = pair.slice(3, dot);
  const second = pair.slice(dot + 1);
  if (first.length > 1) halves.add(`h:${first}.${second.charAt(0)}`);
  if (second.length > 1) halves.add(`h:${second}.${first.charAt(0)}`);
}

/** 32-bit FNV-1a of a key, for sorting and joining without keeping strings. */
export function hashKey(key: string): number {
  let hash = 0x811c9dc5;
  for (let i = 0; i < key.length; i++) {
    hash ^= key.charCodeAt(i);
    hash = Math.imul(hash, 0x01000193);
  }
  // FNV leaves the low bits of short keys poor; one more round of mixing spreads them.
  hash ^= hash >>> 15;
  hash = Math.imul(hash, 0x2c1b3c6d);
  return (hash ^ (hash >>> 13)) >>> 0;
}
