// How likely two records are about one person: every fact adds or takes away bits, and says why.
// Invariant: symmetric and pure. It proposes; only people merge. Relatives are shown as relatives, whatever they share.
import { compareNames, type NameComparison } from "../../names/index.ts";
import {
  bornRule,
  identityRule,
  meet,
  placeRule,
  sexRule,
  sourceRule,
  yearsApart,
} from "./fact-rules.ts";
import { frequencyBits, isKin, nameBits, nameRule, orderRule } from "./name-evidence.ts";
import type { EpisodeFacts, PersonFeatures } from "./person-features.ts";
import {
  BAND_FLOORS,
  KIN_CEILING,
  type PairBand,
  PRIOR_BITS,
  type Rule,
  type RuleId,
  RULES,
  ruleCode,
} from "./rules.ts";

export interface Reason {
  readonly rule: RuleId;
  /** Bits for (positive) or against (negative) their being one person. */
  readonly bits: number;
}

export interface PairScore {
  /** 0 to 1: the evidence as a probability, where a pair under one key begins at 1 in 65. */
  readonly score: number;
  readonly band: PairBand;
  readonly reasons: readonly Reason[];
  /** The two names that are most alike, by their place in each side's list; null where a side has none. */
  readonly names: {
    readonly left: number;
    readonly right: number;
    readonly comparison: NameComparison;
  } | null;
}

/** Bits to a probability. */
export function probability(bits: number): number {
  return 1 / (1 + 2 ** -bits);
}

export function pairBandOf(score: number, kin: boolean): PairBand {
  if (kin) return "kin";
  if (score >= BAND_FLOORS.veryLikely) return "very likely";
  if (score >= BAND_FLOORS.likely) return "likely";
  return score >= BAND_FLOORS.possible ? "possible" : "unlikely";
}

/** The most alike names of two lists. */
function bestNames(
  a: PersonFeatures["names"],
  b: PersonFeatures["names"],
): NonNullable<PairScore["names"]> | null {
  let best: PairScore["names"] = null;
  a.forEach((x, left) => {
    b.forEach((y, right) => {
      const comparison = compareNames(x, y);
      if (best === null || comparison.score > best.comparison.score)
        best = { left, right, comparison };
    });
  });
  return best;
}

const RELATIVE_FLOOR = 0.72;

/** Scores two records. `bearers`: how many records bear such a name (0: not counted). */
export function scorePair(a: PersonFeatures, b: PersonFeatures, bearers = 0): PairScore {
  const names = bestNames(a.names, b.names);
  const reasons: Reason[] = [];
  const add = (code: number, bits = RULES[code]?.bits ?? 0): void => {
    if (code !== 0)
      reasons.push({
        rule: (RULES[code] as Rule).id,
        bits: Math.round(bits * 100) / 100,
      });
  };
  const bornKnown = a.bornFrom !== 0 && b.bornFrom !== 0;
  if (names !== null) {
    add(nameRule(names.comparison), nameBits(names.comparison.score));
    const rarity = frequencyBits(bearers);
    if (Math.abs(rarity) >= 0.5) add(ruleCode(rarity > 0 ? "name.rare" : "name.common"), rarity);
    const gap = yearsApart(a.bornFrom, a.bornTo, b.bornFrom, b.bornTo);
    add(orderRule(names.comparison.flags, bornKnown, gap));
  }
  const sameDay = a.bornDay !== null && a.bornDay === b.bornDay;
  add(bornRule(a.bornFrom, a.bornTo, b.bornFrom, b.bornTo, sameDay));
  add(sexRule(a.sex, b.sex));
  add(placeRule(a.places, a.areas, b.places, b.areas));
  add(
    identityRule(
      a.identities.length > 0 && b.identities.length > 0,
      meet(a.identities, b.identities),
    ),
  );
  add(sourceRule(meet(a.sources, b.sources)));
  if (shareRelative(a, b)) add(ruleCode("relative.same"));
  if (a.episodes.some((x) => b.episodes.some((y) => sameEpisode(x, y))))
    add(ruleCode("episode.same"));
  if (a.kin.includes(b.id) || b.kin.includes(a.id)) add(ruleCode("kin.recorded"));
  else if (namesTheOther(a, b) || namesTheOther(b, a)) add(ruleCode("kin.named"));
  return conclude(reasons, names);
}

function conclude(reasons: readonly Reason[], names: PairScore["names"]): PairScore {
  const bits = reasons.reduce((sum, reason) => sum + reason.bits, PRIOR_BITS);
  const same = reasons.some((reason) => reason.rule === "identity.same");
  // One identity number outweighs a likeness of names, but not a relationship someone recorded.
  const kin = reasons.some(
    (reason) => isKin(ruleCode(reason.rule)) && (!same || reason.rule === "kin.recorded"),
  );
  const score = kin ? Math.min(KIN_CEILING, probability(bits)) : probability(bits);
  return { score, band: pairBandOf(score, kin), reasons, names };
}

const alike = (x: PersonFeatures["names"][number], y: PersonFeatures["names"][number]): boolean => {
  const { score, flags } = compareNames(x, y);
  return score >= RELATIVE_FLOOR && !flags.includes("single-word");
};

function shareRelative(a: PersonFeatures, b: PersonFeatures): boolean {
  return a.relatives.some((x) => b.relatives.some((y) => alike(x, y)));
}

/** A relative named in one record bears the other's name: the other is perhaps that relative. */
function namesTheOther(a: PersonFeatures, b: PersonFeatures): boolean {
  // Where both bear one name too, it is a namesake in the family; the facts decide then.
  return a.relatives.some((x) =>
    b.names.some((y) => alike(x, y) && !a.names.some((own) => alike(own, x))),
  );
}

function sameEpisode(x: EpisodeFacts, y: EpisodeFacts): boolean {
  if (x.kind !== y.kind || x.fromYear === 0 || y.fromYear === 0) return false;
  if (x.month !== 0 && y.month !== 0 && x.month !== y.month) return false;
  return (
    x.fromYear === y.fromYear &&
    (x.areas.length === 0 || y.areas.length === 0 || meet(x.areas, y.areas))
  );
}
