// Finds which word of one name answers which word of the other, and scores the whole.
// Invariant: symmetric; every pairing is judged by the same rules and the best one wins.
import { flagsOf } from "./compare-flags.ts";
import type { NameFlag } from "./compare-flags.ts";
import { JOIN_PENALTY, VERY_SURE } from "./data/thresholds.ts";
import { gradeParts, gradeSounds } from "./grade-words.ts";
import type { Grade } from "./grade-words.ts";
import { judgeOrder, MOST_PARTS } from "./judge-order.ts";
import type { Judgement } from "./judge-order.ts";
import type { NamePart, NameReading } from "./prepare-name.ts";
import type { SoundWord } from "./align-sounds.ts";

/** Two words that answer each other: places in the parts of the left and right reading. */
export type PartPair = { readonly left: number; readonly right: number; readonly grade: Grade };

/** Neighbouring words of one side that were read as one: the place of the first, or `whole` for all of both names. */
export type Joined =
  | { readonly side: "left" | "right"; readonly at: number }
  | { readonly side: "whole" };

export type PartsMatch = {
  readonly score: number;
  readonly flags: readonly NameFlag[];
  readonly pairs: readonly PartPair[];
  readonly joined?: Joined;
};

// Scratch space: comparing is synchronous, so one set serves every call.
const grades: Grade[] = Array.from({ length: MOST_PARTS * MOST_PARTS }, () => ({
  grade: 0,
  note: undefined,
  byStem: false,
}));
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

function matchWords(a: readonly NamePart[], b: readonly NamePart[]): void {
  for (let i = 0; i < a.length; i++) {
    for (let j = 0; j < b.length; j++) grades[i * MOST_PARTS + j] = gradeParts(a[i]!, b[j]!);
  }
  best = { score: -1, crossed: false, compared: 0 };
  tryOrders(a, b, 0, 0, Math.max(0, a.length - b.length));
}

function pairsOf(count: number): PartPair[] {
  const pairs: PartPair[] = [];
  for (let left = 0; left < count; left++) {
    const right = bestOrder[left]!;
    if (right >= 0) pairs.push({ left, right, grade: grades[left * MOST_PARTS + right]! });
  }
  return pairs;
}

function withJoin(reading: NameReading, at: number): readonly NamePart[] {
  const first = reading.parts[at]!;
  const joined: SoundWord = reading.joins[at]!;
  const token = {
    text: first.token.text + (reading.parts[at + 1]?.token.text ?? ""),
    stem: "",
    role: first.token.role,
  };
  const part: NamePart = {
    token,
    reading: first.reading,
    full: joined,
    stem: joined,
    known: undefined,
  };
  return [...reading.parts.slice(0, at), part, ...reading.parts.slice(at + 2)];
}

// Words written apart on one side and together on the other: try each neighbouring pair of the longer name.
function matchJoined(left: NameReading, right: NameReading, plain: PartsMatch): PartsMatch {
  const longerLeft = left.parts.length > right.parts.length;
  const longer = longerLeft ? left : right;
  let result = plain;
  for (let at = 0; at < longer.joins.length; at++) {
    const parts = withJoin(longer, at);
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
  };
  if (plain.score >= VERY_SURE || left.parts.length === right.parts.length) return plain;
  const whole = gradeSounds(left.whole, right.whole);
  if (whole < 0.5) return plain;
  return matchJoined(left, right, plain);
}
