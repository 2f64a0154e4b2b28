// Words of warning about a comparison, for people and for the linking of records.
// Invariant: flags describe the pairing that was scored; they change no score.
import { crosses, GOOD_GRADE } from "./judge-order.ts";
import type { Judgement } from "./judge-order.ts";
import type { PartPair } from "./match-parts.ts";
import type { NamePart } from "./prepare-name.ts";

export type NameFlag =
  | "no-letters"
  | "single-word"
  | "missing-part"
  | "swapped-words"
  | "possible-parent-and-child"
  | "possible-siblings"
  | "given-name-differs"
  | "father-name-differs"
  | "family-name-differs"
  | "sex-ending-differs"
  | "surname-ending-differs"
  | "common-name"
  | "rare-name"
  | "split-or-fused"
  | "second-reading";

const CONFLICT = 0.4;

function differenceFlag(a: NamePart, b: NamePart): NameFlag {
  if (a.token.role === "given" || b.token.role === "given") return "given-name-differs";
  if (a.token.role === "father" && b.token.role === "father") return "father-name-differs";
  return a.token.role === "family" || b.token.role === "family"
    ? "family-name-differs"
    : "father-name-differs";
}

/** The flags of one scored pairing. */
export function flagsOf(
  a: readonly NamePart[],
  b: readonly NamePart[],
  pairs: readonly PartPair[],
  judgement: Judgement,
): readonly NameFlag[] {
  const flags: NameFlag[] = [];
  if (a.length === 1 || b.length === 1) flags.push("single-word");
  if (a.length !== b.length) flags.push("missing-part");
  let sameLater = false;
  let crossedGood = 0;
  let common = 0;
  let rare = 0;
  for (const { left, right, grade } of pairs) {
    const x = a[left]!;
    const y = b[right]!;
    if (grade.note !== undefined && grade.grade >= CONFLICT) flags.push(grade.note);
    const cross = crosses(x.token.role, y.token.role);
    if (grade.grade < CONFLICT) flags.push(differenceFlag(x, y));
    else if (grade.grade >= GOOD_GRADE) {
      if (cross) crossedGood++;
      else if (x.token.role !== "given") sameLater = true;
      if (x.known === undefined && y.known === undefined) rare++;
      else if (x.known?.frequency === "very common") common++;
    }
  }
  if (judgement.crossed && crossedGood > 0)
    flags.push("swapped-words", "possible-parent-and-child");
  else if (sameLater && flags.includes("given-name-differs")) flags.push("possible-siblings");
  if (common > 0 && rare === 0) flags.push("common-name");
  if (rare > 1) flags.push("rare-name");
  return flags.length > 1 ? [...new Set(flags)] : flags;
}
