// Finds which word of one name answers which word of the other, and scores the whole.
// Invariant: symmetric; every pairing is judged by the same rules and the best one wins.
import { flagsOf } from "./compare-flags.ts";
import type { NameFlag } from "./compare-flags.ts";
import { JOIN_PENALTY, VERY_SURE } from "./data/thresholds.ts";
import { gradeParts, gradeSounds } from "./grade-words.ts";
import { GOOD_GRADE, judgeOrder, MOST_PARTS } from "./judge-order.ts";
import type { Judgement } from "./judge-order.ts";
import { clusterOf } from "./known-names.ts";
import { NO_ENDING } from "./prepare-name.ts";
import type { NamePart, NameReading } from "./prepare-name.ts";
import { fuseWords } from "./sound-words.ts";
import type { SoundWord } from "./align-sounds.ts";

/** Two words that answer each other: places in the parts of the left and right reading. */
export type PartPair = { readonly left: number; readonly right: number; readonly grade: number };

/** Neighbouring words of one side that were read as one: the place of the first, or `whole` for all of both names. */
type Joined = { readonly side: "left" | "right"; readonly at: number } | { readonly side: "whole" };

export type PartsMatch = {
  readonly score: number;
  readonly flags: readonly NameFlag[];
  readonly pairs: readonly PartPair[];
  /** The parts the pairs count in: those of the readings, or with two of them joined. */
  readonly leftParts: readonly NamePart[];
  readonly rightParts: readonly NamePart[];
  readonly joined?: Joined;
};

const COMPATIBLE_WHOLE = 0.5;
const WORTH_TRYING = 0.4;

// Scratch space: comparing is synchronous, so one set serves every call.
const grades = new Float64Array(MOST_PARTS * MOST_PARTS);
const order = new Int8Array(MOST_PARTS);
const bestOrder = new Int8Array(MOST_PARTS);
let best: Judgement = { score: -1, crossed: false, compared: 0 };

function tryOrders(
  a: readonly NamePart[],
  b: readonly NamePart[],
  place: number,
  used: number,
  skips: number,
): void {
  if (place === a.length) {
    const judgement = judgeOrder(a, b, order, grades);
    if (judgement.score > best.score + 1e-9) {
      best = judgement;
      bestOrder.set(order);
    }
    return;
  }
  for (let j = 0; j < b.length; j++) {
    if ((used & (1 << j)) !== 0) continue;
    order[place] = j;
    tryOrders(a, b, place + 1, used | (1 << j), skips);
  }
  if (skips > 0) {
    order[place] = -1;
    tryOrders(a, b, place + 1, used, skips - 1);
  }
}

const UNKNOWN = -1;

function gradeAt(a: readonly NamePart[], b: readonly NamePart[], i: number, j: number): number {
  let grade = grades[i * MOST_PARTS + j]!;
  if (grade === UNKNOWN) {
    grade = gradeParts(a[i]!, b[j]!);
    grades[i * MOST_PARTS + j] = grade;
  }
  return grade;
}

// When every word of the shorter name finds its own role in the other and all agree, no other order can do better.
function matchByRole(a: readonly NamePart[], b: readonly NamePart[]): boolean {
  let used = 0;
  let met = 0;
  for (let i = 0; i < a.length; i++) {
    order[i] = -1;
    for (let j = 0; j < b.length; j++) {
      if ((used & (1 << j)) !== 0 || a[i]!.role !== b[j]!.role) continue;
      gradeAt(a, b, i, j);
      order[i] = j;
      used |= 1 << j;
      met++;
      break;
    }
  }
  if (met < 2 || met < Math.min(a.length, b.length)) return false;
  const judgement = judgeOrder(a, b, order, grades);
  if (judgement.score < VERY_SURE) return false;
  best = judgement;
  bestOrder.set(order);
  return true;
}

function matchWords(a: readonly NamePart[], b: readonly NamePart[]): void {
  grades.fill(UNKNOWN);
  if (matchByRole(a, b)) return;
  let most = 0;
  for (let i = 0; i < a.length; i++) {
    for (let j = 0; j < b.length; j++) {
      const grade = gradeAt(a, b, i, j);
      if (grade > most) most = grade;
    }
  }
  best = { score: -1, crossed: false, compared: 0 };
  if (most >= WORTH_TRYING) {
    tryOrders(a, b, 0, 0, Math.max(0, a.length - b.length));
    return;
  }
  // Nothing answers anything: one order is as bad as another.
  for (let i = 0; i < a.length; i++) bestOrder[i] = i < b.length ? i : -1;
  best = judgeOrder(a, b, bestOrder, grades);
}

function pairsOf(count: number): PartPair[] {
  const pairs: PartPair[] = [];
  for (let left = 0; left < count; left++) {
    const right = bestOrder[left]!;
    if (right >= 0) pairs.push({ left, right, grade: grades[left * MOST_PARTS + right]! });
  }
  return pairs;
}

function withJoin(parts: readonly NamePart[], at: number): readonly NamePart[] {
  const [first, second] = [parts[at]!, parts[at + 1]!];
  const word = fuseWords([first.word, second.word]);
  const text = first.text + second.text;
  const known = clusterOf(text, text);
  const part: NamePart = {
    text,
    stemText: text,
    role: first.role,
    word,
    stem: word,
    short: undefined,
    ending: NO_ENDING,
    sex: 0,
    known: known?.number ?? -1,
    veryCommon: known?.frequency === "very common",
  };
  return [...parts.slice(0, at), part, ...parts.slice(at + 2)];
}

function wholeWord(reading: NameReading): SoundWord {
  return fuseWords(reading.parts.map((part) => part.word));
}

// Words written apart on one side and together on the other: try each neighbouring pair of the longer name.
function matchJoined(left: NameReading, right: NameReading, plain: PartsMatch): PartsMatch {
  const longerLeft = left.parts.length > right.parts.length;
  const longer = longerLeft ? left : right;
  let result = plain;
  for (let at = 0; at + 1 < longer.parts.length; at++) {
    const parts = withJoin(longer.parts, at);
    const a = longerLeft ? parts : left.parts;
    const b = longerLeft ? right.parts : parts;
    matchWords(a, b);
    const score = best.score - JOIN_PENALTY;
    if (score > result.score + 1e-9) {
      const pairs = pairsOf(a.length);
      const flags = flagsOf(a, b, pairs, best);
      result = {
        score,
        flags: [...flags, "split-or-fused"],
        pairs,
        leftParts: a,
        rightParts: b,
        joined: { side: longerLeft ? "left" : "right", at },
      };
    }
  }
  return result;
}

/** Scores two readings: straight or swapped words, missing words, words written apart or together. */
export function matchParts(left: NameReading, right: NameReading): PartsMatch {
  matchWords(left.parts, right.parts);
  const pairs = pairsOf(left.parts.length);
  const plain: PartsMatch = {
    score: best.score,
    flags: flagsOf(left.parts, right.parts, pairs, best),
    pairs,
    leftParts: left.parts,
    rightParts: right.parts,
  };
  if (plain.score >= VERY_SURE || left.parts.length === right.parts.length) return plain;
  // Words are split or fused only inside names that otherwise agree; a single word may be a whole name.
  const single = left.parts.length === 1 || right.parts.length === 1;
  if (!single && !pairs.some((pair) => pair.grade >= GOOD_GRADE)) return plain;
  return gradeSounds(wholeWord(left), wholeWord(right)) < COMPATIBLE_WHOLE
    ? plain
    : matchJoined(left, right, plain);
}
