// Names of one text, each thing once.
import type { MentionSuggestion } from "./spans.ts";

export interface Entity {
  /** The fullest of its names. */
  readonly first: MentionSuggestion;
  /** Every place that names it, in the order of the text. */
  readonly all: readonly MentionSuggestion[];
}

/** Each thing once, in the order of the document; the fullest of its names stands for it. */
export function entitiesOf(mentions: readonly MentionSuggestion[]): readonly Entity[] {
  const byEntity = new Map<number, MentionSuggestion[]>();
  for (const mention of mentions.toSorted((a, b) => a.start - b.start)) {
    const known = byEntity.get(mention.entity);
    if (known === undefined) byEntity.set(mention.entity, [mention]);
    else known.push(mention);
  }
  return [...byEntity.values()].flatMap((all) => {
    const [first] = all.toSorted((a, b) => b.end - b.start - (a.end - a.start));
    return first === undefined ? [] : [{ first, all }];
  });
}
