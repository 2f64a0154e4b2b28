// Scores two rows of the candidate table: the same rules as score-pair.ts, on columns, for millions of pairs.
// Invariant: gives the score scorePair gives for the facts a table holds (a test compares the two).
import { compareNames, type PreparedName } from "../../names/index.ts";
import { type CandidateTable, hasAny, listsMeet } from "./candidate-table.ts";
import {
  bornRule,
  identityRule,
  placeRuleOf,
  sexRule,
  sourceRule,
  yearsApart,
} from "./fact-rules.ts";
import { frequencyBits, isKin, nameBits, nameRule, orderRule } from "./name-evidence.ts";
import { pairBandOf, probability } from "./score-pair.ts";
import {
  KIN_BITS,
  KIN_CEILING,
  NAME_CURVE,
  type PairBand,
  PRIOR_BITS,
  ruleCode,
  RULES,
} from "./rules.ts";

export interface RowScore {
  score: number;
  band: PairBand;
  /** Worth keeping: a probability above the floor, or relatives with something in common. */
  kept: boolean;
  /** Bit i set: rule i spoke. */
  rules: number;
}

const SAME_IDENTITY = ruleCode("identity.same");
const PLACE_SAME = ruleCode("place.same");
const PLACE_NEAR = ruleCode("place.near");
const RARE = ruleCode("name.rare");
const COMMON = ruleCode("name.common");
const BEST_NAME_BITS = NAME_CURVE.at(-1)?.[1] ?? 0;

const bitsOf = RULES.map((rule) => rule.bits);

export class RowScorer {
  readonly #table: CandidateTable;
  readonly #bearers: Uint32Array;
  readonly #floorBits: number;

  /** `floor`: lowest probability worth keeping, 0 to 1. */
  constructor(table: CandidateTable, bearers: Uint32Array, floor: number) {
    this.#table = table;
    this.#bearers = bearers;
    this.#floorBits = Math.log2(floor / (1 - floor));
  }

  score(a: number, b: number, namesOf: (row: number) => readonly PreparedName[]): RowScore | null {
    const t = this.#table;
    const [aFrom, aTo, bFrom, bTo] = [t.bornFrom[a]!, t.bornTo[a]!, t.bornFrom[b]!, t.bornTo[b]!];
    const born = bornRule(aFrom, aTo, bFrom, bTo, false);
    const sex = sexRule(t.sex[a]!, t.sex[b]!);
    const place = placeRuleOf(
      listsMeet(t.places, a, b),
      listsMeet(t.areas, a, b),
      (hasAny(t.areas, a) && hasAny(t.areas, b)) || (hasAny(t.places, a) && hasAny(t.places, b)),
    );
    const identity = identityRule(
      hasAny(t.identities, a) && hasAny(t.identities, b),
      listsMeet(t.identities, a, b),
    );
    const source = sourceRule(listsMeet(t.sources, a, b));
    const factBits =
      PRIOR_BITS + bitsOf[sex]! + bitsOf[place]! + bitsOf[identity]! + bitsOf[source]!;
    // Relatives may be a generation apart, so births are left out of what rules a pair out early.
    const bearers = Math.min(this.#bearers[a]!, this.#bearers[b]!);
    const counted = frequencyBits(bearers);
    const rarity = Math.abs(counted) < 0.5 ? 0 : counted;
    if (factBits + BEST_NAME_BITS + rarity < this.#floorBits) return null;
    const comparison = best(namesOf(a), namesOf(b));
    if (comparison === null) return null;
    const gap = yearsApart(aFrom, aTo, bFrom, bTo);
    const order = orderRule(comparison.flags, aFrom !== 0 && bFrom !== 0, gap);
    const kin = isKin(order) && identity !== SAME_IDENTITY;
    const nameAndFacts = factBits + nameBits(comparison.score) + rarity + bitsOf[order]!;
    const bits = nameAndFacts + bitsOf[born]!;
    const score = kin ? Math.min(KIN_CEILING, probability(bits)) : probability(bits);
    let rules =
      (1 << born) |
      (1 << sex) |
      (1 << place) |
      (1 << identity) |
      (1 << source) |
      (1 << order) |
      (1 << nameRule(comparison));
    if (rarity !== 0) rules |= 1 << (rarity > 0 ? RARE : COMMON);
    return {
      score,
      band: pairBandOf(score, kin),
      // Crossed names alone are chance; relatives mostly come from one place.
      kept: kin
        ? (place === PLACE_SAME || place === PLACE_NEAR) && nameAndFacts >= KIN_BITS
        : bits >= this.#floorBits,
      rules: (rules & ~1) >>> 0,
    };
  }
}

function best(a: readonly PreparedName[], b: readonly PreparedName[]) {
  let found: ReturnType<typeof compareNames> | null = null;
  for (const x of a) {
    for (const y of b) {
      const comparison = compareNames(x, y);
      if (found === null || comparison.score > found.score) found = comparison;
    }
  }
  return found;
}
