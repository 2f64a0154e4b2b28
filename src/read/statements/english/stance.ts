// How sure a rule is, and whether its speaker asserts, denies, admits or declines.
import type { Span } from "../../reading.ts";
import type { Token } from "../tokens.ts";
import type { Draft } from "../draft.ts";
import type { Layout } from "./layout.ts";

const FALSE = new Set(
  "false untrue fabricated baseless groundless unfounded lies lie fake nonsense slander fabrications fabrication rumors rumours myth hoax".split(
    " ",
  ),
);

/** `said that the reports are “false”`: an answer, whatever the verb. */
export function callsFalse(
  tokens: readonly Token[],
  { cue }: Layout,
  content: readonly Span[],
): boolean {
  if (
    cue.entry.act === "want" ||
    cue.negated ||
    (cue.entry.stance !== "asserts" && cue.entry.stance !== "reframes")
  )
    return false;
  const first = content[0];
  const last = content.at(-1);
  if (!first || !last) return false;
  return tokens.some(({ lower, start, end }, i) => {
    if (!FALSE.has(lower) || start < first.start || end > last.end) return false;
    for (let k = i - 1; k >= 0 && i - k <= 4; k--) {
      if (["not", "n't", "never"].includes(tokens[k]?.lower ?? "")) return false;
      if (["is", "are", "was", "were", "as", "'s"].includes(tokens[k]?.lower ?? "")) return true;
    }
    return false;
  });
}

export function stanceOf({ cue, follow: after }: Layout): Draft["stance"] {
  const { stance, lemma } = cue.entry;
  if (!cue.negated) return stance;
  if (stance === "denies") return "asserts";
  if (["comment", "respond", "answer", "reply", "say"].includes(lemma) && !after.sawThat)
    return "declines";
  return stance;
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
