// Scores two rows of the candidate table: the same rules as score-pair.ts, on columns, for millions of pairs.
// Invariant: gives the score scorePair gives for the facts a table holds (a test compares the two).
import { compareNames, type PreparedName } from "../../names/index.ts";
import { type CandidateTable, listAt } from "./candidate-table.ts";
import {
  bornRule,
  identityRule,
  placeRule,
  sexRule,
  sourceRule,
  yearsApart,
} from "./fact-rules.ts";
import { frequencyBits, isKin, nameBits, nameRule, orderRule } from "./name-evidence.ts";
import { pairBandOf, probability } from "./score-pair.ts";
import { KIN_CEILING, type PairBand, PRIOR_BITS, ruleCode, RULES } from "./rules.ts";

export interface RowScore {
  score: number;
  band: PairBand;
  /** Worth keeping: a probability above the floor, or relatives with something in common. */
  kept: boolean;
  /** Bit i set: rule i spoke. */
  rules: number;
}

const SAME_IDENTITY = ruleCode("identity.same");
const RARE = ruleCode("name.rare");
const COMMON = ruleCode("name.common");
const MOST_NAME_BITS = 10;

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
    const place = placeRule(
      listAt(t.places, a),
      listAt(t.areas, a),
      listAt(t.places, b),
      listAt(t.areas, b),
    );
    const identity = identityRule(listAt(t.identities, a), listAt(t.identities, b));
    const source = sourceRule(listAt(t.sources, a), listAt(t.sources, b));
    const factBits =
      PRIOR_BITS + bitsOf[sex]! + bitsOf[place]! + bitsOf[identity]! + bitsOf[source]!;
    // Relatives may be a generation apart, so births are left out of what rules a pair out early.
    if (factBits + MOST_NAME_BITS < this.#floorBits) return null;
    const comparison = best(namesOf(a), namesOf(b));
    if (comparison === null) return null;
    const rarity = frequencyBits(Math.min(this.#bearers[a]!, this.#bearers[b]!));
    const gap = yearsApart(aFrom, aTo, bFrom, bTo);
    const order = orderRule(comparison.flags, aFrom !== 0 && bFrom !== 0, gap);
    const kin = isKin(order) && identity !== SAME_IDENTITY;
    const nameAndFacts =
      factBits +
      nameBits(comparison.score) +
      (Math.abs(rarity) < 0.5 ? 0 : rarity) +
      bitsOf[order]!;
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
    if (Math.abs(rarity) >= 0.5) rules |= 1 << (rarity > 0 ? RARE : COMMON);
    return {
      score,
      band: pairBandOf(score, kin),
      kept: (kin ? nameAndFacts : bits) >= this.#floorBits,
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
