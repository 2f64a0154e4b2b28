// Words of warning about a comparison, for people and for the linking of records.
// Invariant: flags describe the pairing that was scored; they change no score.
import { crosses, GOOD_GRADE } from "./judge-order.ts";
import type { Judgement } from "./judge-order.ts";
import { endingNote } from "./grade-words.ts";
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
  if (a.role === "given" || b.role === "given") return "given-name-differs";
  if (a.role === "father" && b.role === "father") return "father-name-differs";
  return a.role === "family" || b.role === "family" ? "family-name-differs" : "father-name-differs";
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
    const note = grade >= CONFLICT ? endingNote(x, y) : undefined;
    if (note !== undefined) flags.push(note);
    const cross = crosses(x.role, y.role);
    if (grade < CONFLICT) flags.push(differenceFlag(x, y));
    else if (grade >= GOOD_GRADE) {
      if (cross) crossedGood++;
      else if (x.role !== "given") sameLater = true;
      if (x.known < 0 && y.known < 0) rare++;
      else if (x.veryCommon && y.veryCommon) common++;
    }
  }
  if (judgement.crossed && crossedGood > 0)
    flags.push("swapped-words", "possible-parent-and-child");
  else if (sameLater && flags.includes("given-name-differs")) flags.push("possible-siblings");
  if (common > 0 && rare === 0) flags.push("common-name");
  if (rare > 1) flags.push("rare-name");
  return flags.length > 1 ? [...new Set(flags)] : flags;
}
