// The keys under which records meet: two words of a name, one word beside another fact, or one identity number.
// Invariant: pure; the same name in another script meets under at least one family of keys nearly always (measured by the bench).
import { keysOf, type PreparedName } from "../../names/index.ts";
import { packSkeleton } from "./near-skeletons.ts";

/**
 * `pair`: two words in letters. `chinese`: two words as heard through Chinese; only useful where a side is Chinese.
 * `slip`: one word in letters and the other with a letter left out, for slips of the pen in one of them.
 * `word`: one word; only useful where a side has no other.
 */
export type KeyFamily = "pair" | "slip" | "chinese" | "word";
export const KEY_FAMILIES: readonly KeyFamily[] = ["pair", "slip", "chinese", "word"];

export interface CandidateKey {
  readonly family: KeyFamily;
  readonly key: string;
}

export interface CandidateKeys {
  readonly keys: readonly CandidateKey[];
  /** The words' skeletons, packed (near-skeletons.ts). */
  readonly skeletons: readonly number[];
}

const SHORTEST_TO_SLIP = 3;
const MOST_SLIPS = 40;
const CHINESE = new Set(["Hani", "pinyin", "wade-giles"]);

/** A name that may have come through Chinese, in characters or their romanisation. */
export const VIA_CHINESE = 1;
/** A name of one word. */
export const ONE_WORD = 2;

/** What a name asks of its blocks: bits of VIA_CHINESE and ONE_WORD. */
export function marksOf({ readings }: PreparedName): number {
  const chinese = readings.some((reading) => CHINESE.has(reading.alphabet)) ? VIA_CHINESE : 0;
  return chinese | (readings.some((reading) => reading.parts.length === 1) ? ONE_WORD : 0);
}

/** The candidate keys of a name, each once. Empty skeletons ("-") meet everything and are left out. */
export function candidateKeys(name: PreparedName): CandidateKeys {
  const keys: CandidateKey[] = [];
  const skeletons: number[] = [];
  const slips = new Set<string>();
  for (const key of keysOf(name)) {
    const kind = key.slice(0, key.indexOf(":"));
    const packed = packSkeleton(key);
    if (packed >= 0) skeletons.push(packed);
    if (kind === "tp" || kind === "kp") keys.push({ family: "pair", key });
    if (kind === "tp") addSlips(key, slips);
    else if (kind === "kp") continue;
    else if (kind === "zp") keys.push({ family: "chinese", key });
    // A given name of one record may be the only word of another, or stand second there: the place is set aside.
    else if (!key.endsWith(":-")) keys.push({ family: "word", key: kind.charAt(0) + key.slice(2) });
  }
  for (const key of slips) keys.push({ family: "slip", key });
  return { keys, skeletons };
}

/** Two skeletons one letter apart share one with a letter left out (Garbe, symmetric delete spelling correction). */
function addSlips(pair: string, slips: Set<string>): void {
  const dot = pair.indexOf(".");
  const first = pair.slice(3, dot);
  const second = pair.slice(dot + 1);
  for (const [kept, other] of [
    [first, second],
    [second, first],
  ] as const) {
    if (slips.size >= MOST_SLIPS || kept === "-" || other === "-") continue;
    slips.add(`s:${kept}.${other}`);
    if (other.length < SHORTEST_TO_SLIP) continue;
    for (let at = 0; at < other.length; at++)
      slips.add(`s:${kept}.${other.slice(0, at)}${other.slice(at + 1)}`);
  }
}
