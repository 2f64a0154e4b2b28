// All English attributions of a document, sentence by sentence.
// Invariant: one pass; a sentence never looks further than its own tokens and the quotations it opens.
import type { Quotation } from "../find-quotes.ts";
import type { Sentence } from "../sentence.ts";
import { tokenise } from "../tokens.ts";
import type { Draft } from "./draft.ts";
import { findCues } from "./find-cues.ts";
import { otherDrafts } from "./other-rules.ts";
import { withFollowing } from "./follow-on.ts";
import { verbDrafts, type Scene } from "./verb-rules.ts";

/** Drafts in order of sentences. */
export function readEnglish(
  text: string,
  sentences: readonly Sentence[],
  quotes: readonly Quotation[],
  quoteAt: (offset: number) => number,
): Draft[] {
  const drafts: Draft[] = [];
  sentences.forEach((sentence, number) => {
    const tokens = tokenise(text, sentence, quoteAt);
    const cues = findCues(tokens).filter((cue) => (tokens[cue.verb]?.quote ?? -1) < 0);
    const verbs = new Set(cues.filter((cue) => cue.form !== "ing").map((cue) => cue.verb));
    const scene: Scene = { view: { tokens, verbs }, quotes, sentence: number, end: sentence.end };
    drafts.push(...verbDrafts(scene, cues), ...otherDrafts(scene));
  });
  return withFollowing(drafts, { text, sentences, quotes, quoteAt });
}
