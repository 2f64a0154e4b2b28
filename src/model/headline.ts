// The headline rule: which of several claims about one property a file shows first, and why.
// Invariant: a function of the set of claims alone. The order in which claims arrived never matters, nor does their number:
// ten claims from one origin weigh as one.
import { type Why, type Side, type Verdict, decide, tallySide } from "./headline-rules.ts";
import type { ReviewState } from "./entries/parts.ts";
import type { ClaimId, RecordId } from "./ids.ts";
import type { Property } from "./schema.ts";
import { type Value, comparable } from "./value.ts";

/** A standing denial: does it name this person, or only deny in general? */
export interface Denial {
  readonly statement: RecordId;
  readonly namesThePerson: boolean;
}

/** A claim with everything the rule looks at. */
export interface WeighedClaim {
  readonly id: ClaimId;
  readonly value: Value;
  readonly review: ReviewState;
  /** Ids of the independent origins behind this claim. */
  readonly origins: readonly string[];
  /** Content grade 1–6 (Admiralty); 6 is "cannot be judged", the same as no grade. */
  readonly grade?: number;
  /** Rank of the vocabulary `knows`, 0 the most direct. */
  readonly knowsRank?: number;
  /** When it was said (EDTF). */
  readonly said?: string;
  /** Place in the ledger. Carried for callers; the rule never looks at it. */
  readonly seq: number;
  readonly pinned?: { readonly reason: string };
  readonly deniedBy?: readonly Denial[];
}

/** One value and what stands behind it. */
export interface HeadlineSide {
  readonly value: Value;
  readonly claims: readonly ClaimId[];
  readonly origins: number;
}

export interface Headline extends HeadlineSide {
  /** `corroborated`: two or more independent origins. `disputed`: a tie, or a denial that names the person. */
  readonly state: "single" | "corroborated" | "disputed";
  readonly why: readonly Why[];
  readonly others: readonly HeadlineSide[];
  readonly denials: readonly Denial[];
}

/**
 * The headline of a property that has one value: pinned by a person with a reason; else accepted before proposed; else more
 * independent origins; else better content grade; else more direct knowledge; else said later; else a tie, shown as disputed.
 * Rejected claims never count. Null when nothing is left. Source: DESIGN.md, "Headline rule".
 */
export function headlineOf(claims: readonly WeighedClaim[]): Headline | null {
  const sides = sidesOf(claims);
  const first = sides[0];
  if (first === undefined) return null;
  const verdicts = sides.slice(1).map((other) => decide(first, other));
  return present(first, sides.slice(1), reasonsOf(first, verdicts));
}

/**
 * The headlines of a property: one where it has one value, one for each value where it may have many
 * (names, citizenships), the strongest first. Values of a `many` property are never in conflict with each other.
 */
export function headlinesOf(
  claims: readonly WeighedClaim[],
  property: Pick<Property, "many">,
): readonly Headline[] {
  if (property.many !== true) {
    const headline = headlineOf(claims);
    return headline === null ? [] : [headline];
  }
  const sides = sidesOf(claims);
  const together: readonly Why[] = sides.length > 1 ? [{ rule: "together" }] : [{ rule: "only" }];
  return sides.map((side) => present(side, [], side.pin === null ? together : reasonsOf(side, [])));
}

/** Claims grouped by what they say, strongest first; equals stand in the order of their text, which no one can game. */
function sidesOf(claims: readonly WeighedClaim[]): readonly Side[] {
  const groups = new Map<string, WeighedClaim[]>();
  for (const claim of claims) {
    if (claim.review === "rejected") continue;
    const key = comparable(claim.value);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [claim]);
    else group.push(claim);
  }
  return [...groups]
    .map(([key, group]) => tallySide(key, group))
    .toSorted((a, b) => {
      const { order } = decide(a, b);
      return order !== 0 ? order : a.key < b.key ? -1 : 1;
    });
}

/** The rules that set the first value above the others, each once, in the order of the rule. */
function reasonsOf(first: Side, verdicts: readonly Verdict[]): readonly Why[] {
  const ties = verdicts.filter((v) => v.order === 0).length;
  const why: Why[] = ties > 0 ? [{ rule: "tie", count: ties + 1 }] : [];
  for (const { why: reason } of verdicts) {
    if (reason !== null && !why.some((w) => w.rule === reason.rule)) why.push(reason);
  }
  if (first.pin !== null && !why.some((w) => w.rule === "pinned"))
    why.unshift({ rule: "pinned", reason: first.pin });
  return why.length > 0 ? why : [{ rule: "only" }];
}

function present(first: Side, rest: readonly Side[], why: readonly Why[]): Headline {
  const { value, claims, origins, denials } = first;
  const named = denials.filter((d) => d.namesThePerson).length;
  const disputed = named > 0 || why.some((w) => w.rule === "tie");
  const denied: readonly Why[] = named > 0 ? [{ rule: "denial", count: named }] : [];
  return {
    value,
    claims,
    origins,
    state: disputed ? "disputed" : origins > 1 ? "corroborated" : "single",
    why: [...why, ...denied],
    others: rest.map((side) => ({ value: side.value, claims: side.claims, origins: side.origins })),
    denials,
  };
}
