// All English attributions of a document, sentence by sentence.
// Invariant: one pass; a sentence never looks further than its own tokens and the quotations beside it.
import type { Prepared } from "../prepare.ts";
import type { Draft } from "../draft.ts";
import { findCues } from "./find-cues.ts";
import { signedQuotations, withFollowing } from "./follow-on.ts";
import { joinSentences } from "./join-sentences.ts";
import { otherDrafts } from "./other-rules.ts";
import type { Scene } from "./scene.ts";
import { verbDrafts } from "./verb-rules.ts";

/** Drafts in order of sentences; sentences in other languages are passed over. */
export function readEnglish(document: Prepared): Draft[] {
  const drafts: Draft[] = [];
  for (const { tokens, end, number, paragraph, next } of joinSentences(document)) {
    const cues = findCues(tokens).filter((cue) => (tokens[cue.verb]?.quote ?? -1) < 0);
    const verbs = new Set(
      cues.filter(({ form, reduced }) => form !== "ing" && !reduced).map((cue) => cue.verb),
    );
    const scene: Scene = {
      view: { tokens, verbs },
      quotes: document.quotes,
      sentence: number,
      end,
      paragraphEnd: document.paragraphs[paragraph]?.end ?? end,
      ...(next ? { next } : {}),
    };
    drafts.push(...verbDrafts(scene, cues), ...otherDrafts(scene));
  }
  return withFollowing([...drafts, ...signedQuotations(document)], document);
}
