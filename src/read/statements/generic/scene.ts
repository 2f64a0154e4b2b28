// What the rules of every pack share: the sentence as they see it, and a statement made of its parts.
// Invariant: a statement has a verb and content; a negated denial asserts.
import type { Pack } from "../../packs/pack.ts";
import type { Draft } from "../draft.ts";
import type { Quotation } from "../find-quotes.ts";
import type { Token } from "../tokens.ts";
import type { FoundCue } from "./find-pack-cues.ts";
import { isMark, spanOf } from "./phrases.ts";

export interface PackScene {
  readonly tokens: readonly Token[];
  readonly quotes: readonly Quotation[];
  readonly pack: Pack;
  readonly sentence: number;
}

/** Range of tokens, `to` exclusive; empty when nothing stands there. */
export type Part = { readonly from: number; readonly to: number };

export function draft(
  scene: PackScene,
  found: FoundCue,
  source: Part,
  content: Draft["content"],
  rule: string,
  confidence: number,
): Draft | null {
  const cue = spanOf(scene.tokens, found.from, found.to);
  const speaker = source.to > source.from ? spanOf(scene.tokens, source.from, source.to) : null;
  if (!cue || content.length === 0) return null;
  const { stance, act } = found.cue;
  const negatedStance = stance === "denies" ? "asserts" : stance;
  return {
    source: speaker ? [speaker] : [],
    cue: [cue],
    content,
    stance: found.negated ? negatedStance : stance,
    act,
    rule,
    confidence: speaker ? confidence : confidence * 0.7,
    sentence: scene.sentence,
  };
}

/** `, что` within reach of the verb; the token of the clause word, or -1. */
export function clauseWord({ tokens, pack }: PackScene, from: number): number {
  for (let k = from; k < tokens.length && k - from <= 14; k++) {
    const token = tokens[k];
    if (!token || token.quote >= 0 || isMark(token, ".", ";", ":")) return -1;
    if (isMark(token, ",") && pack.clauseWords.has(tokens[k + 1]?.lower ?? "")) return k + 1;
    if (k > from && isMark(token, ",")) return -1;
  }
  return -1;
}
