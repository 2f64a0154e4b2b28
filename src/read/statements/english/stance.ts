// How sure a rule is, and whether its speaker asserts, denies, admits or declines.
// Invariant: what a speaker calls untrue, or says there is no sign of, is denied whatever the verb; what he did not
// say, did not confirm or would not say is never asserted.
import type { Span } from "../../reading.ts";
import type { Token } from "../tokens.ts";
import type { Draft } from "../draft.ts";
import type { Layout } from "./layout.ts";

const FALSE = new Set(
  "false untrue fabricated baseless groundless unfounded unsubstantiated invented concocted lies lie fake nonsense slander slanderous libel fabrications fabrication rumors rumours myth hoax smear fiction propaganda absurd ridiculous".split(
    " ",
  ),
);
const NOT = new Set(["not", "n't", "never", "no", "hardly"]);
const BE = new Set(["is", "are", "was", "were", "be", "been", "'s", "'re", "as"]);
/** Verbs that give their object a name: `called the reports lies`. */
const NAMING = new Set(
  "call label brand dub describe characterize characterise dismiss denounce condemn slam decry deride mock brush".split(
    " ",
  ),
);
const BETWEEN =
  /^(?:a|an|all|completely|totally|utterly|simply|just|pure|nothing|but|mere|also|entirely|absolutely|“|"|'|‘)$/;
/** `no evidence that …`, `there was no truth in …`. */
const PROOF = new Set("evidence proof truth basis indication sign record trace".split(" "));

/** Index of the word `be` or `as` that a predicate at `i` hangs on, -1 when it hangs on none or is negated. */
function linkOf(tokens: readonly Token[], i: number): number {
  for (let k = i - 1; k >= 0 && i - k <= 4; k--) {
    const lower = tokens[k]?.lower ?? "";
    if (NOT.has(lower)) return -1;
    if (BE.has(lower)) return NOT.has(tokens[k - 1]?.lower ?? "") ? -1 : k;
    if (!BETWEEN.test(lower)) return -1;
  }
  return -1;
}

function saysUntrue(tokens: readonly Token[], i: number, naming: boolean): boolean {
  const lower = tokens[i]?.lower ?? "";
  const before = tokens[i - 1]?.lower ?? "";
  if (FALSE.has(lower)) return naming ? !NOT.has(before) : linkOf(tokens, i) >= 0;
  if (lower === "true" || lower === "correct") return NOT.has(before);
  return PROOF.has(lower) && before === "no";
}

/** `said that the reports are “false”`, `called the accounts lies`, `there is no evidence that …`. */
export function callsFalse(
  tokens: readonly Token[],
  { cue }: Layout,
  content: readonly Span[],
): boolean {
  const { act, stance, lemma } = cue.entry;
  if (act === "want" || cue.negated || (stance !== "asserts" && stance !== "reframes"))
    return false;
  const naming = NAMING.has(lemma);
  return tokens.some(
    ({ start, end }, i) =>
      content.some((span) => span.start <= start && end <= span.end) &&
      saysUntrue(tokens, i, naming),
  );
}

export function stanceOf({ cue }: Layout): Draft["stance"] {
  const { stance, act } = cue.entry;
  if (!cue.negated) return stance;
  // `neither confirmed nor denied`.
  if (cue.withheld) return "declines";
  if (stance === "denies") return "asserts";
  if (cue.form === "adjective") return "estimates";
  if (act === "mind") return stance === "asserts" ? "denies" : stance;
  return act === "want" ? stance : "declines";
}

export function confidenceOf(
  { cue, pattern, subject, lost }: Layout,
  fit: number,
  hasSource: boolean,
): number {
  let value = cue.entry.weight * fit;
  if (!hasSource) value *= lost ? 0.7 : 0.6;
  if (subject.kind === "relative") value *= 0.85;
  if (pattern === "participle") value *= 0.85;
  if (pattern === "joined") value *= 0.85;
  if (cue.infinitive) value *= 0.6;
  if (cue.entry.act === "mind" || cue.entry.act === "want") value *= 0.75;
  return Math.min(1, Math.max(0, value));
}
