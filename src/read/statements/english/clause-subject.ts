// The subject a verb borrows when none stands right before it: of `and asked`, `, saying`, `to announce`.
// Invariant: a clause inside a quotation lends its subject to nothing outside.
import { AUXILIARIES } from "../../packs/en-words.ts";
import { isFinite, STOP_WORDS, type View } from "./phrase.ts";
import { NOBODY, subjectLeft, type Subject } from "./subject.ts";

/** Subject of the nearest finite verb left of `at`: what `and asked` shares with `she stood up`. */
export function clauseSubject(view: View, at: number): Subject {
  const quote = view.tokens[at]?.quote ?? -1;
  for (let k = at; k > 0 && at - k < 30; k--) {
    if ((view.tokens[k]?.quote ?? -1) !== quote || !isFinite(view, k)) continue;
    if (AUXILIARIES.has(view.tokens[k - 1]?.lower ?? "")) continue;
    const found = subjectLeft(view, view.tokens[k - 1]?.lower === "neither" ? k - 1 : k);
    if (found.kind !== "none")
      return found.kind === "relative" ? { ...found, kind: "phrase" } : found;
  }
  return NOBODY;
}

/** Subject of the sentence's main clause: `, saying` after a chain of clauses goes back to its head. */
export function mainSubject(view: View, at: number): Subject {
  const { tokens } = view;
  for (let k = Math.max(1, at - 40); k < at; k++) {
    if ((tokens[k]?.quote ?? -1) >= 0 || !isFinite(view, k)) continue;
    const found = subjectLeft(view, k);
    if (found.kind !== "phrase" && found.kind !== "pronoun") continue;
    if (STOP_WORDS.has(tokens[found.from - 1]?.lower ?? "")) continue;
    return found;
  }
  return clauseSubject(view, at);
}

/** Subject of the first clause after an opening participle: `Speaking to reporters, she …`. */
export function firstSubject(view: View, from: number): Subject {
  for (let k = from; k < view.tokens.length; k++) {
    if (view.tokens[k]?.text !== ",") continue;
    for (let v = k + 2; v < view.tokens.length; v++)
      if (isFinite(view, v)) return subjectLeft(view, v);
  }
  return NOBODY;
}

/** Verbs whose object does what the infinitive says: `asked him to explain`. */
const CONTROL =
  /^(?:ask|urge|tell|told|order|persuade|force|allow|lead|led|prompt|get|got|help|want|expect|invite|encourage|press|push|compel|cause|enable|beg|direct|instruct|require|call|for)(?:e?s|e?d|ing)?$/;

/** Whether the noun phrase before `to` is what the infinitive is said of. */
export function controls({ tokens }: View, left: Subject, to: number): boolean {
  if (left.to !== to || left.kind === "none") return true;
  for (let k = left.from - 1; k >= 0 && left.from - k <= 3; k--)
    if (CONTROL.test(tokens[k]?.lower ?? "")) return true;
  return left.from === 0;
}
