// What the comparison of two names weighs, and when it points to relatives instead of one person.
// Invariant: a pure function of the comparison, how many bear the name, and the years between the births.
import type { NameComparison } from "../../names/index.ts";
import { MOST_COMMON_BITS, MOST_RARE_BITS, NAME_CURVE, USUAL_BEARERS, ruleCode } from "./rules.ts";

/** Bits of a name score (0 to 1): straight lines between the points of the curve. */
export function nameBits(score: number): number {
  const first = NAME_CURVE[0] as (typeof NAME_CURVE)[number];
  if (score <= first[0]) return first[1];
  for (let i = 1; i < NAME_CURVE.length; i++) {
    const [x0, y0] = NAME_CURVE[i - 1] as (typeof NAME_CURVE)[number];
    const [x1, y1] = NAME_CURVE[i] as (typeof NAME_CURVE)[number];
    if (score <= x1) return y0 + ((score - x0) / (x1 - x0)) * (y1 - y0);
  }
  return (NAME_CURVE.at(-1) as (typeof NAME_CURVE)[number])[1];
}

/** A rare name says more than one that hundreds bear. `bearers`: records that share its key; 0 where not counted. */
export function frequencyBits(bearers: number): number {
  if (bearers <= 0) return 0;
  return Math.max(MOST_COMMON_BITS, Math.min(MOST_RARE_BITS, Math.log2(USUAL_BEARERS / bearers)));
}

const SAME_FORM = ruleCode("name.same-form");
const VERY_LIKELY = ruleCode("name.very-likely");
const COMPATIBLE = ruleCode("name.compatible");
const DIFFERENT = ruleCode("name.different");

export function nameRule({ band }: NameComparison): number {
  switch (band) {
    case "same form":
      return SAME_FORM;
    case "very likely the same name":
      return VERY_LIKELY;
    case "compatible":
      return COMPATIBLE;
    case "different":
      return DIFFERENT;
  }
}

const GENERATION_YEARS = 13;
const SWAPPED = ruleCode("name.swapped");
const KIN_SWAPPED = ruleCode("kin.swapped");
const KIN_SIBLINGS = ruleCode("kin.siblings");

/** True for the rules that say: relatives, not one person. */
export function isKin(rule: number): boolean {
  return rule >= KIN_SWAPPED;
}

/**
 * What the order of the words says: 0 nothing, else a rule. Crossed words with births a generation apart, or unknown, are
 * parent and child; with births together they are one name written in another order.
 */
export function orderRule(
  flags: NameComparison["flags"],
  bornKnown: boolean,
  gapYears: number,
): number {
  if (flags.includes("possible-parent-and-child"))
    return bornKnown && gapYears < GENERATION_YEARS ? SWAPPED : KIN_SWAPPED;
  return flags.includes("possible-siblings") ? KIN_SIBLINGS : 0;
}
