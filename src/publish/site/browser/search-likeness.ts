// How like a name what somebody typed is: sounds against sounds, characters against characters.
// Invariant: no imports but the keys; symmetric in nothing but its fairness to scripts, and between 0 and 1.
import { chineseKey, isHan, soundsOf, turkicKey, wordsOf } from "./search-keys.ts";

/** What somebody typed, read once. */
export interface Asked {
  readonly words: readonly AskedWord[];
}
export interface AskedWord {
  readonly text: string;
  readonly sounds: string;
  /** Turkic skeletons it may have; more than one for Chinese characters. */
  readonly keys: readonly string[];
  readonly chinese: readonly string[];
}

/** A word in letters, not in Chinese characters. */
export function askedWord(text: string): AskedWord {
  const sounds = soundsOf(text);
  return { text, sounds, keys: [turkicKey(sounds)], chinese: [chineseKey(sounds)] };
}

const costOfLosing = (sound: string): number => (sound === "A" ? 0.35 : sound === "W" ? 0.35 : 1);

/** Edit distance of two short strings; `cost` is of losing one sign. */
function distance(a: string, b: string, cost: (sign: string) => number): number {
  let row = [0];
  for (let j = 0; j < b.length; j++) row.push((row[j] ?? 0) + cost(b.charAt(j)));
  for (let i = 0; i < a.length; i++) {
    const loss = cost(a.charAt(i));
    const next = [(row[0] ?? 0) + loss];
    for (let j = 0; j < b.length; j++) {
      const gain = cost(b.charAt(j));
      const swap = a.charAt(i) === b.charAt(j) ? 0 : Math.max(loss, gain);
      next.push(Math.min((row[j] ?? 0) + swap, (row[j + 1] ?? 0) + loss, (next[j] ?? 0) + gain));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}

function nearness(a: string, b: string, cost: (sign: string) => number): number {
  let whole = 0;
  for (const sign of a) whole += cost(sign);
  for (const sign of b) whole += cost(sign);
  return whole === 0 ? 0 : 1 - (2 * distance(a, b, cost)) / Math.max(whole, 1);
}

const alike = (): number => 1;

/** One word against one word of a name. */
function wordLikeness(asked: AskedWord, other: string): number {
  if (asked.text === other) return 1;
  if (isHan(asked.text) && isHan(other)) {
    const cut = other.slice(0, asked.text.length + 1);
    return Math.max(0, nearness(asked.text, cut, alike)) * 0.95;
  }
  if (isHan(other)) return 0;
  const sounds = soundsOf(other);
  if (!isHan(asked.text)) {
    const spelled = nearness(asked.text, other, alike);
    return Math.max(
      0,
      0.75 * nearness(asked.sounds, sounds, costOfLosing) + 0.2 * Math.max(0, spelled),
    );
  }
  let best = 0;
  for (const key of asked.keys)
    best = Math.max(best, nearness(key, turkicKey(sounds), alike) * 0.9);
  for (const key of asked.chinese)
    best = Math.max(best, nearness(key, chineseKey(sounds), alike) * 0.7);
  return best;
}

/** What was typed against one spelling of a name: each word takes the best that is left. */
export function nameLikeness(asked: Asked, name: string): number {
  const words = wordsOf(name);
  if (words.length === 0 || asked.words.length === 0) return 0;
  const left = new Set(words);
  let sum = 0;
  for (const word of asked.words) {
    let best = 0;
    let taken = "";
    for (const other of left) {
      const likeness = wordLikeness(word, other);
      if (likeness > best) [best, taken] = [likeness, other];
    }
    left.delete(taken);
    sum += best;
  }
  const missing = Math.max(0, words.length - asked.words.length);
  return sum / asked.words.length - 0.02 * missing;
}
