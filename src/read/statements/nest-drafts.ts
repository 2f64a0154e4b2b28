// Statements inside statements: which child is worth showing beside its parent.
// A wish, a belief or a remark with no voice of its own (`she said she hoped …`) is part of what the parent says;
// a child stays when it brings another voice, or when it denies, admits or declines.
// Invariant: nothing inside a denial comes out as a statement of its own.
import type { Span } from "../reading.ts";
import type { Draft } from "./draft.ts";

/** Drafts looked at on either side: a statement nests only with its neighbours. */
const REACH = 8;
/** A parent less sure than this may itself be wrong, so it does not swallow a surer child. */
const FIRM = 0.5;
const SURE = 0.6;
const PRONOUN = /^(?:i|we|you|he|she|it|they|who|which|that|one|some|others|this|these|those)$/i;

function holds(parent: Draft, cue: Span): boolean {
  return parent.content.some(({ start, end }) => start <= cue.start && cue.end <= end);
}

function ownVoice(text: string, { source }: Draft): boolean {
  const first = source[0];
  return first !== undefined && !PRONOUN.test(text.slice(first.start, first.end));
}

function worth(text: string, child: Draft, parent: Draft): boolean {
  // What stands inside a denial is the matter denied; as a statement of its own it would look asserted.
  if (parent.stance === "denies") return false;
  const spoken = child.act === "say" || child.act === "relay";
  const turns = ["denies", "admits", "declines"].includes(child.stance);
  if (spoken && turns && child.source.length > 0) return true;
  if (!spoken) return false;
  if (parent.confidence < FIRM) return child.confidence >= SURE;
  return child.confidence >= SURE && ownVoice(text, child);
}

/** The drafts without children that only repeat their parent. `drafts` in order of cues. */
export function withoutEchoes(text: string, drafts: readonly Draft[]): Draft[] {
  return drafts.filter((child, i) => {
    const cue = child.cue[0];
    if (!cue) return true;
    for (let k = Math.max(0, i - REACH); k < Math.min(drafts.length, i + REACH + 1); k++) {
      const parent = drafts[k];
      if (parent && parent !== child && holds(parent, cue) && !worth(text, child, parent))
        return false;
    }
    return true;
  });
}
