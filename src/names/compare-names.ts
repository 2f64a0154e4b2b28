// Compares two prepared names: which word answers which, how alike they sound, what contradicts.
// Invariant: symmetric; a name with itself is the same form; names without letters get 0. Says nothing about persons.
import { matchParts } from "./match-parts.ts";
import type { PartsMatch } from "./match-parts.ts";
import type { NameFlag } from "./compare-flags.ts";
import { BANDS, SECOND_READING_PENALTY, TRANSCRIBED_CEILING } from "./data/thresholds.ts";
import type { NameReading, PreparedName } from "./prepare-name.ts";
import { FULL } from "./sound-table.ts";

export type { NameFlag } from "./compare-flags.ts";
export type Band = "same form" | "very likely the same name" | "compatible" | "different";

export type NameComparison = {
  readonly score: number;
  readonly band: Band;
  readonly flags: readonly NameFlag[];
};

/** A comparison with the readings and the alignment it rests on, for explanations. */
type DetailedComparison = NameComparison & {
  readonly left: NameReading | undefined;
  readonly right: NameReading | undefined;
  readonly match: PartsMatch | undefined;
};

const TWO_LETTERS = /\p{L}.*\p{L}/su;

// Equal spellings are one form, also in scripts this room cannot read aloud; a lone letter, a number or a smiley is no name.
function sameForm(a: PreparedName, b: PreparedName): boolean {
  if (a.normal !== b.normal) return false;
  return (a.readings[0]?.parts.length ?? 0) > 0 || TWO_LETTERS.test(a.normal);
}

// Chinese and vowelless spellings have many names behind them: their sounding alike is no proof of one form.
function sameLetters(a: NameReading, b: NameReading): boolean {
  return (
    a.parts.every((part) => part.word.writing === FULL) &&
    b.parts.every((part) => part.word.writing === FULL)
  );
}

/** The band a score falls in. `same form` is decided by the spelling, not by a score. */
export function bandOf(score: number): Band {
  if (score >= BANDS.sameForm) return "same form";
  if (score >= BANDS.veryLikely) return "very likely the same name";
  return score >= BANDS.compatible ? "compatible" : "different";
}

/** Compares and keeps what was aligned; compareNames is the same without the details. */
export function compareInDetail(a: PreparedName, b: PreparedName): DetailedComparison {
  let best: PartsMatch | undefined;
  let left: NameReading | undefined;
  let right: NameReading | undefined;
  let bestScore = -1;
  for (let i = 0; i < a.readings.length; i++) {
    for (let j = 0; j < b.readings.length; j++) {
      // Two guesses at once prove nothing.
      if (i > 0 && j > 0) continue;
      const x = a.readings[i]!;
      const y = b.readings[j]!;
      if (x.parts.length === 0 || y.parts.length === 0) continue;
      const match = matchParts(x, y);
      const score = match.score - (i + j > 0 ? SECOND_READING_PENALTY : 0);
      if (score > bestScore) {
        bestScore = score;
        best = match;
        left = x;
        right = y;
      }
    }
  }
  if (sameForm(a, b))
    return {
      score: 1,
      band: "same form",
      flags: best?.flags ?? ["no-letters"],
      left,
      right,
      match: best,
    };
  if (best === undefined)
    return { score: 0, band: "different", flags: ["no-letters"], left, right, match: best };
  const ceiling =
    left !== undefined && right !== undefined && sameLetters(left, right) ? 1 : TRANSCRIBED_CEILING;
  const score = Math.max(0, Math.min(ceiling, bestScore));
  const second = left !== a.readings[0] || right !== b.readings[0];
  const flags: readonly NameFlag[] = second ? [...best.flags, "second-reading"] : best.flags;
  return { score, band: bandOf(score), flags, left, right, match: best };
}

/**
 * How alike two names are.
 * @returns score 0 to 1 (evidence about the names, not the chance that two persons are one), its band, and what to look at
 */
export function compareNames(a: PreparedName, b: PreparedName): NameComparison {
  const { score, band, flags } = compareInDetail(a, b);
  return { score, band, flags };
}
