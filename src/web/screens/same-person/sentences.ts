// What the server says by rules, in the language of the interface.
// Invariant: a rule the catalogue does not have is told in the server's English, never left out.
import type { ReasonView, SentenceView } from "../../api/views.ts";
import { tIf } from "../../messages/index.ts";

/** A reason for or against; its key in the catalogue is `reason.` and the rule. */
export function reasonText({ rule, text }: Pick<ReasonView, "rule" | "text">): string {
  return tIf(`reason.${rule}`) ?? text;
}

/** A sentence about two names or two of their words; its key in the catalogue is `names.` and the rule. */
export function sentenceText({ rule, values, text }: SentenceView): string {
  return tIf(`names.${rule}`, values) ?? text;
}
