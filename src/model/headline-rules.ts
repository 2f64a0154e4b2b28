// What one value has behind it, and the steps of the headline rule that set one value above another.
// Invariant: `decide` is a total order up to ties (antisymmetric, transitive), so sorting by it cannot depend on arrival.
import { parseDate } from "./date.ts";
import type { Denial, WeighedClaim } from "./headline.ts";
import type { ClaimId } from "./ids.ts";
import type { Value } from "./value.ts";

/** Why the value shown stands first, one step of the rule each. */
export type Why =
  | { readonly rule: "only" | "together" | "accepted" }
  | { readonly rule: "pinned"; readonly reason: string }
  | { readonly rule: "origins"; readonly mine: number; readonly theirs: number }
  | {
      readonly rule: "grade" | "knows";
      readonly mine: number | null;
      readonly theirs: number | null;
    }
  | { readonly rule: "later"; readonly mine: string | null; readonly theirs: string | null }
  | { readonly rule: "tie" | "denial"; readonly count: number };

/** One value with all claims that say it. */
export interface Side {
  readonly key: string;
  readonly value: Value;
  readonly claims: readonly ClaimId[];
  readonly pin: string | null;
  readonly accepted: boolean;
  readonly origins: number;
  readonly grade: number | null;
  readonly knows: number | null;
  readonly said: string | null;
  readonly denials: readonly Denial[];
}

export interface Verdict {
  /** Negative where the first side stands above the second, 0 for a tie. */
  readonly order: number;
  readonly why: Why | null;
}

/** "Cannot be judged" (6) says nothing, so it stands between possibly true (3) and doubtful (4), with the ungraded. */
const gradeOrder: readonly number[] = [0, 1, 2, 3, 5, 6, 4];

/**
 * Adds up what stands behind one value. Where some claims are accepted, only those lend weight:
 * unreviewed rows of an import must not outvote what a person has read.
 */
export function tallySide(key: string, claims: readonly WeighedClaim[]): Side {
  const accepted = claims.some((c) => c.review === "accepted");
  const weighing = accepted ? claims.filter((c) => c.review === "accepted") : claims;
  const pins = claims.flatMap((c) => (c.pinned === undefined ? [] : [c.pinned.reason]));
  return {
    key,
    value: plainest(claims),
    claims: [...new Set(claims.map((c) => c.id))].toSorted(),
    pin: pins.toSorted()[0] ?? null,
    accepted,
    origins: new Set(weighing.flatMap((c) => c.origins)).size,
    grade: least(
      weighing.map((c) => (c.grade === undefined ? null : c.grade)),
      (g) => gradeOrder[g] ?? 4,
    ),
    knows: least(
      weighing.map((c) => c.knowsRank ?? null),
      (rank) => rank,
    ),
    said: latest(weighing.map((c) => c.said ?? null)),
    denials: denialsOf(claims),
  };
}

/** Claims that say the same may word it differently; the shortest wording stands for all, the first by text among equals. */
function plainest(claims: readonly WeighedClaim[]): Value {
  const worded = claims.map(({ value }) => ({
    value,
    text: JSON.stringify(value, Object.keys(value).toSorted()),
  }));
  const best = worded.reduce((a, b) => {
    if (a.text.length !== b.text.length) return a.text.length < b.text.length ? a : b;
    return a.text <= b.text ? a : b;
  });
  return best.value;
}

function least(numbers: readonly (number | null)[], key: (n: number) => number): number | null {
  return numbers.reduce(
    (a, b) => (a === null ? b : b === null ? a : key(b) < key(a) ? b : a),
    null,
  );
}

/** The latest by first possible day, so that a vague date never beats an exact one inside it. */
function latest(dates: readonly (string | null)[]): string | null {
  const known = dates.filter((d): d is string => d !== null && dayOf(d) !== "");
  return (
    known.toSorted((a, b) =>
      dayOf(a) === dayOf(b) ? (a < b ? -1 : 1) : dayOf(a) > dayOf(b) ? -1 : 1,
    )[0] ?? null
  );
}

function dayOf(edtf: string | null): string {
  return edtf === null ? "" : (parseDate(edtf)?.min ?? "");
}

/** Each denying statement once; it names the person if it does so for any of the claims. */
function denialsOf(claims: readonly WeighedClaim[]): readonly Denial[] {
  const byStatement = new Map<string, Denial>();
  for (const denial of claims.flatMap((c) => c.deniedBy ?? [])) {
    if (denial.namesThePerson || !byStatement.has(denial.statement))
      byStatement.set(denial.statement, denial);
  }
  return [...byStatement.values()].toSorted((a, b) => (a.statement < b.statement ? -1 : 1));
}

const gradeKey = (side: Side): number => (side.grade === null ? 4 : (gradeOrder[side.grade] ?? 4));
const knowsKey = (side: Side): number => side.knows ?? Number.MAX_SAFE_INTEGER;

/** Walks the steps of the rule in order; the first that tells the two apart decides. */
export function decide(a: Side, b: Side): Verdict {
  const pinned = Number(b.pin !== null) - Number(a.pin !== null);
  if (pinned !== 0) return { order: pinned, why: { rule: "pinned", reason: a.pin ?? b.pin ?? "" } };
  const accepted = Number(b.accepted) - Number(a.accepted);
  if (accepted !== 0) return { order: accepted, why: { rule: "accepted" } };
  if (a.origins !== b.origins) {
    return {
      order: b.origins - a.origins,
      why: { rule: "origins", mine: a.origins, theirs: b.origins },
    };
  }
  const grade = gradeKey(a) - gradeKey(b);
  if (grade !== 0) return { order: grade, why: { rule: "grade", mine: a.grade, theirs: b.grade } };
  const knows = knowsKey(a) - knowsKey(b);
  if (knows !== 0) return { order: knows, why: { rule: "knows", mine: a.knows, theirs: b.knows } };
  if (dayOf(a.said) !== dayOf(b.said)) {
    return {
      order: dayOf(a.said) > dayOf(b.said) ? -1 : 1,
      why: { rule: "later", mine: a.said, theirs: b.said },
    };
  }
  return { order: 0, why: null };
}
