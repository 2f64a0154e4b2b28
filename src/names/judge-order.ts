// Scores one pairing of the words of two names.
// Invariant: symmetric in the two names; more contradiction never raises the score.
import {
  COMMON_PENALTY,
  MISSING_PENALTY,
  ONE_WORD_CEILING,
  ORDER_GUESS_PENALTY,
  SWAPPED_CEILING,
  WEAKEST_SHARE,
} from "./data/thresholds.ts";
import type { Role } from "./parse-name.ts";
import type { NamePart } from "./prepare-name.ts";

export const MOST_PARTS = 4;

/** Words at least this alike answer each other whatever their roles. */
export const GOOD_GRADE = 0.6;

export type Judgement = {
  readonly score: number;
  readonly crossed: boolean;
  readonly compared: number;
};

/** A given name answers a given name; the names after it answer each other. */
export function crosses(a: Role, b: Role): boolean {
  return (a === "given") !== (b === "given");
}

function sameKind(a: Role, b: Role): boolean {
  if (a === b) return true;
  if (a === "extra" || b === "extra") return false;
  return !((a === "father" && b === "family") || (a === "family" && b === "father"));
}

function hasRole(parts: readonly NamePart[], role: Role): boolean {
  for (let i = 0; i < parts.length; i++) if (parts[i]!.role === role) return true;
  return false;
}

// A father's name beside a surname says nothing, unless the other name has its own father's name that was passed over.
function silent(a: readonly NamePart[], b: readonly NamePart[], roleA: Role, roleB: Role): boolean {
  if (sameKind(roleA, roleB)) return false;
  if (roleA === "extra" || roleB === "extra") return true;
  return !hasRole(b, roleA) && !hasRole(a, roleB);
}

function orderKnown(parts: readonly NamePart[]): boolean {
  return hasRole(parts, "family") || hasRole(parts, "father");
}

// When only one side shows which word is the family name, the other may follow the same order: Қожахмет Айдос, Кожахметов Айдос.
function sameOrder(a: readonly NamePart[], b: readonly NamePart[], order: Int8Array): boolean {
  let last = -1;
  for (let i = 0; i < a.length; i++) {
    const j = order[i]!;
    if (j < 0) continue;
    if (j < last) return false;
    last = j;
  }
  return orderKnown(a) !== orderKnown(b);
}

function roleWeight(a: Role, b: Role): number {
  if (a === "extra" || b === "extra") return 0.5;
  return a === "father" || b === "father" ? 0.8 : 1;
}

function lengthWeight(a: NamePart, b: NamePart): number {
  const mean = (a.word.weight + b.word.weight) / 600;
  return mean < 0.5 ? 0.5 : mean > 1.3 ? 1.3 : mean;
}

/** Judges one order: `order[i]` is the place in `b` that answers place i of `a`, or -1 for none. */
export function judgeOrder(
  a: readonly NamePart[],
  b: readonly NamePart[],
  order: Int8Array,
  grades: Float64Array,
): Judgement {
  let sum = 0;
  let weights = 0;
  let least = 1;
  let compared = 0;
  let common = 0;
  let missing = Math.abs(a.length - b.length);
  let crossed = false;
  for (let i = 0; i < a.length; i++) {
    const j = order[i]!;
    if (j < 0) continue;
    const x = a[i]!;
    const y = b[j]!;
    const grade = grades[i * MOST_PARTS + j]!;
    const roleX = x.role;
    const roleY = y.role;
    if (grade < GOOD_GRADE && silent(a, b, roleX, roleY)) {
      missing += 2;
      continue;
    }
    if (crosses(roleX, roleY)) crossed = true;
    const weight = roleWeight(roleX, roleY) * lengthWeight(x, y);
    sum += grade * weight;
    weights += weight;
    if (grade < least) least = grade;
    if (x.veryCommon && y.veryCommon) common++;
    compared++;
  }
  if (compared === 0) return { score: 0, crossed, compared };
  let score =
    (1 - WEAKEST_SHARE) * (sum / weights) + WEAKEST_SHARE * least - MISSING_PENALTY * missing;
  if (common === compared && least < 1) score -= COMMON_PENALTY;
  if (compared < 2 && (a.length > 1 || b.length > 1)) score = Math.min(score, ONE_WORD_CEILING);
  if (crossed && sameOrder(a, b, order)) {
    crossed = false;
    score -= ORDER_GUESS_PENALTY;
  }
  if (crossed) score = Math.min(score, SWAPPED_CEILING);
  return { score, crossed, compared };
}
