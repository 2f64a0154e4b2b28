// What single facts of two records say about their being one person.
// Invariant: symmetric; unknown on either side says nothing; each function answers with the number of one rule.
import { ruleCode } from "./rules.ts";

const NONE = 0;
const SAME_DAY = ruleCode("birth.same-day");
const SAME_YEAR = ruleCode("birth.same-year");
const NEAR = ruleCode("birth.near");
const OVERLAP = ruleCode("birth.overlap");
const APART = ruleCode("birth.apart");
const FAR = ruleCode("birth.far");
const SEX_SAME = ruleCode("sex.same");
const SEX_OTHER = ruleCode("sex.other");
const PLACE_SAME = ruleCode("place.same");
const PLACE_NEAR = ruleCode("place.near");
const PLACE_OTHER = ruleCode("place.other");
const ID_SAME = ruleCode("identity.same");
const ID_OTHER = ruleCode("identity.other");
const TOGETHER = ruleCode("source.together");

/** Years between two ranges of years; 0 where they touch. 0 for a bound means unknown. */
export function yearsApart(aFrom: number, aTo: number, bFrom: number, bTo: number): number {
  if (aFrom === 0 || bFrom === 0) return 0;
  return Math.max(0, aFrom - bTo, bFrom - aTo);
}

/** Ranges of birth years, inclusive; `sameDay`: both name the day, and it is one. */
export function bornRule(
  aFrom: number,
  aTo: number,
  bFrom: number,
  bTo: number,
  sameDay: boolean,
): number {
  if (aFrom === 0 || bFrom === 0) return NONE;
  if (sameDay) return SAME_DAY;
  const gap = yearsApart(aFrom, aTo, bFrom, bTo);
  if (gap === 0) {
    const width = Math.max(aTo - aFrom, bTo - bFrom);
    // An age gives two possible years; "the eighties" says little.
    return width === 0 ? SAME_YEAR : width <= 2 ? NEAR : OVERLAP;
  }
  // Papers, lunar years and counting from one put many births a year aside.
  if (gap === 1) return NEAR;
  return gap <= 4 ? APART : FAR;
}

/** 0 not said, 1 man, 2 woman. */
export function sexRule(a: number, b: number): number {
  if (a === 0 || b === 0) return NONE;
  return a === b ? SEX_SAME : SEX_OTHER;
}

export function meet<T>(a: ArrayLike<T>, b: ArrayLike<T>): boolean {
  for (let i = 0; i < a.length; i++)
    for (let j = 0; j < b.length; j++) if (a[i] === b[j]) return true;
  return false;
}

/** Counties (or the narrowest place said) and prefectures of each side, as codes. */
export function placeRule(
  aPlaces: readonly string[],
  aAreas: readonly string[],
  bPlaces: readonly string[],
  bAreas: readonly string[],
): number {
  const known =
    (aAreas.length > 0 && bAreas.length > 0) || (aPlaces.length > 0 && bPlaces.length > 0);
  return placeRuleOf(meet(aPlaces, bPlaces), meet(aAreas, bAreas), known);
}

/** `known`: both sides say where, so that a difference means something. */
export function placeRuleOf(samePlace: boolean, sameArea: boolean, known: boolean): number {
  if (samePlace) return PLACE_SAME;
  if (sameArea) return PLACE_NEAR;
  return known ? PLACE_OTHER : NONE;
}

/** Keyed hashes of identity and passport numbers: whether both sides have one, and whether they share one. */
export function identityRule(known: boolean, same: boolean): number {
  return known ? (same ? ID_SAME : ID_OTHER) : NONE;
}

/** One source that describes both as separate records mostly means two people. */
export function sourceRule(together: boolean): number {
  return together ? TOGETHER : NONE;
}
