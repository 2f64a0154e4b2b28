// The rules of evidence that two records are about one person, and what each weighs. Data only.
// Invariant: bits add up; each is log2 of how much likelier the fact is between two records of one person than between two that
// merely met under a key (Fellegi and Sunter 1969, stated as match weights). Set by hand and checked on invented people.

/** Where every pair begins: most pairs that meet under a key are different people. */
export const PRIOR_BITS = -6;

const rows = [
  ["none", 0],
  ["birth.same-day", 7],
  ["birth.same-year", 3],
  ["birth.near", 1.5],
  ["birth.overlap", 0.7],
  ["birth.apart", -2.5],
  ["birth.far", -7],
  ["sex.same", 0.5],
  ["sex.other", -6],
  ["place.same", 3.2],
  ["place.near", 1.7],
  ["place.other", -1.8],
  ["identity.same", 16],
  ["identity.other", -3],
  ["source.together", -5],
  ["relative.same", 5],
  ["episode.same", 3],
  ["name.swapped", -3],
  ["name.rare", 0],
  ["name.common", 0],
  ["name.same-form", 0],
  ["name.very-likely", 0],
  ["name.compatible", 0],
  ["name.different", 0],
  ["kin.swapped", 0],
  ["kin.siblings", 0],
  ["kin.named", 0],
  ["kin.recorded", 0],
] as const;

export type RuleId = (typeof rows)[number][0];
export interface Rule {
  readonly id: RuleId;
  readonly bits: number;
}

export const RULES: readonly Rule[] = rows.map(([id, bits]) => ({ id, bits }));
const codes = new Map(RULES.map((rule, code) => [rule.id, code]));

/** The number of a rule, as stored in tables of candidates; fits five bits. */
export function ruleCode(id: RuleId): number {
  return codes.get(id) ?? 0;
}

/** Bits of the name comparison: points of a line over its score (0 to 1). Below the first point the names differ. */
export const NAME_CURVE: readonly (readonly [score: number, bits: number])[] = [
  [0.3, -9],
  [0.5, -3],
  [0.6, -0.5],
  [0.72, 3],
  [0.85, 5.5],
  [0.95, 7],
  [1, 7.5],
];

/** Names borne by this many records count neither for nor against; each doubling takes a bit away, each halving gives one. */
export const USUAL_BEARERS = 6;
export const MOST_RARE_BITS = 2.5;
export const MOST_COMMON_BITS = -7;

export type PairBand = "very likely" | "likely" | "possible" | "unlikely" | "kin";
/** Lowest score of each band. */
export const BAND_FLOORS = { veryLikely: 0.9, likely: 0.5, possible: 0.04 } as const;
/** A pair of relatives is never shown as more alike than this. */
export const KIN_CEILING = 0.3;
/** Relatives are worth a look from this many bits on, births left out, because theirs are years apart. */
export const KIN_BITS = 0;
