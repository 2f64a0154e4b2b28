// The English sentences as the rules read them: a quotation that ends with a question or a cry and the short
// sentence that names its speaker (`“Who?” Lind asked.`) are one.
// Invariant: every sentence is in exactly one unit, in order, and a unit holds at most two.
import { TIME_NOUNS } from "../../packs/en-words.ts";
import type { Span } from "../../reading.ts";
import type { Prepared } from "../prepare.ts";
import type { Token } from "../tokens.ts";
import { findCues } from "./find-cues.ts";

export interface Unit {
  readonly tokens: readonly Token[];
  readonly end: number;
  /** Number of its last sentence. */
  readonly number: number;
  readonly paragraph: number;
  /** Whether it is two sentences. */
  readonly joined: boolean;
  /** The paragraph that follows when this unit ends its own with a colon. */
  readonly next?: Span;
}

function endsQuotation(tokens: readonly Token[]): boolean {
  const last = tokens.at(-1);
  return last?.kind === "mark" && last.quote >= 0 && /^[?!…]$/.test(tokens.at(-2)?.text ?? "");
}

/** Whether a sentence does nothing but name who spoke: `Ana Lind asked.`, `the clerk shouted on Monday.` */
function namesSpeaker(tokens: readonly Token[]): boolean {
  if ((tokens[0]?.quote ?? -1) >= 0) return false;
  const cue = findCues(tokens.slice(0, 24))[0];
  if (!cue || cue.first > 12 || !cue.entry.frames.includes("p") || cue.passive) return false;
  const next = tokens[cue.end];
  return !next || (next.kind === "mark" && /^[.,;]$/.test(next.text)) || TIME_NOUNS.has(next.lower);
}

export function joinSentences(document: Prepared): Unit[] {
  const { sentences, paragraphs } = document;
  const units: Unit[] = [];
  sentences.forEach(({ tokens, end, paragraph, language }, number) => {
    if (language !== "en") return;
    const before = units.at(-1);
    const following = sentences[number + 1];
    const colon = tokens.at(-1)?.text === ":" && following && following.paragraph > paragraph;
    const next = colon ? paragraphs[following.paragraph] : undefined;
    const joins =
      before?.number === number - 1 &&
      before.paragraph === paragraph &&
      !before.joined &&
      endsQuotation(before.tokens) &&
      namesSpeaker(tokens);
    if (joins) units.pop();
    units.push({
      tokens: joins ? [...before.tokens, ...tokens] : tokens,
      end,
      number,
      paragraph,
      joined: joins,
      ...(next ? { next } : {}),
    });
  });
  return units;
}
