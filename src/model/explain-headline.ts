// The headline rule's verdict in plain words.
// Invariant: says only what the headline carries; two equal headlines read the same.
import { formatDate } from "./date.ts";
import type { Headline } from "./headline.ts";
import type { Why } from "./headline-rules.ts";
import { say } from "./messages.ts";
import { vocabularyOf } from "./vocabularies.ts";

/** Why this value is shown, in sentences a reader can check: state first, then each step of the rule that decided. */
export function explainHeadline(headline: Headline): string {
  const general = headline.denials.filter((d) => !d.namesThePerson).length;
  const sentences = [stateOf(headline), ...headline.why.map(explainWhy)];
  if (general > 0) sentences.push(say("why.general", { count: general }));
  return sentences.join(" ");
}

function stateOf({ state, origins }: Headline): string {
  if (state === "corroborated") return say("state.corroborated", { count: origins });
  if (state === "disputed") return say("state.disputed");
  return origins === 0 ? say("state.unsourced") : say("state.single");
}

/** One step of the rule as a sentence. */
export function explainWhy(why: Why): string {
  switch (why.rule) {
    case "only":
    case "together":
    case "accepted":
      return say(`why.${why.rule}`);
    case "pinned":
      return say("why.pinned", { reason: sentence(why.reason) });
    case "origins":
      return say("why.origins", { mine: why.mine, theirs: why.theirs });
    case "grade":
      return say("why.grade", {
        mine: why.mine ?? say("why.ungraded"),
        theirs: why.theirs ?? say("why.ungraded"),
      });
    case "knows":
      return say("why.knows", { mine: knowsWords(why.mine), theirs: knowsWords(why.theirs) });
    case "later":
      return say("why.later", { mine: dateWords(why.mine), theirs: dateWords(why.theirs) });
    case "tie":
      return say("why.tie", { count: why.count });
    case "denial":
      return say("why.denial", { count: why.count });
  }
}

function knowsWords(rank: number | null): string {
  const term = vocabularyOf("knows")?.terms.find((t) => t.rank === rank);
  return (term?.label ?? say("why.unknown")).toLowerCase();
}

function dateWords(edtf: string | null): string {
  return edtf === null ? say("why.unsaid") : formatDate(edtf);
}

function sentence(words: string): string {
  const trimmed = words.trim();
  return /[.!?。؟]$/u.test(trimmed) ? trimmed : `${trimmed}.`;
}
