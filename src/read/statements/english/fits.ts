// Whether what stands after a verb of saying fits it.
import { AUXILIARIES, COORDINATORS, PREPOSITIONS, SUBJECT_PRONOUNS } from "../../packs/en-words.ts";
import type { Token } from "../tokens.ts";
import { endsClause, opensQuote } from "./follow.ts";
import type { Layout } from "./layout.ts";
import { isFinite, type View } from "./phrase.ts";

const RELATIVES = new Set(
  "that which who whom whose where when while because as if to after before since until so".split(
    " ",
  ),
);

/** Verbs whose object is named and then told what it is: `described the camp as a school`. */
export const PREDICATIVE: ReadonlySet<string> = new Set(
  "describe characterize characterise portray cite regard view dismiss deride ridicule mock denounce condemn".split(
    " ",
  ),
);

/** Whether what follows fits the verb: a clause, a quotation, a noun phrase, an infinitive. */
export function fits(view: View, { cue, follow: after, pattern }: Layout): number {
  const { tokens } = view;
  const { frames } = cue.entry;
  const head = tokens[after.at];
  if (!head) return 0;
  const first = tokens[cue.end]?.lower ?? "";
  if (cue.particle) return 0.8;
  // `confirmed nor denied that …`: the content is the last verb's.
  if (COORDINATORS.has(head.lower)) return 0;
  if (head.lower === "as" && PREDICATIVE.has(cue.entry.lemma)) return 0.6;
  if (endsClause(head) && tokens[after.at - 1]?.text !== ":") return 0;
  if (opensQuote(tokens, after.at)) return /[cqn]/.test(frames) ? 1 : 0;
  if (tokens[after.at - 1]?.text === ":") return frames.includes("q") ? 0.9 : 0;
  if (after.sawThat) return frames.includes("c") ? 1 : 0.3;
  if (first === "to") return frames.includes("t") ? 0.8 : cue.entry.lemma === "appeal" ? 0.6 : 0;
  if (["whether", "if", "how", "why", "what", "where", "when", "who"].includes(head.lower))
    return frames.includes("c") ? 0.8 : 0;
  if (frames.includes("x") && infinitiveSoon(tokens, cue.end)) return 0.8;
  if (
    [
      "after",
      "before",
      "while",
      "during",
      "to",
      "for",
      "from",
      "with",
      "as",
      "because",
      "of",
    ].includes(head.lower)
  ) {
    return frames.includes("q") && quoteSoon(tokens, after.at) ? 0.6 : 0;
  }
  if (frames.includes("c") && clauseFollows(view, after.at, cue.entry.weight < 0.9))
    return pattern === "relative" && AUXILIARIES.has(head.lower) ? 0.9 : 0.85;
  if (
    PREPOSITIONS.has(head.lower) &&
    !["about", "over", "like", "around", "under"].includes(head.lower)
  ) {
    return head.lower === "in" || head.lower === "at"
      ? 0
      : frames.includes("q") && quoteSoon(tokens, after.at)
        ? 0.6
        : 0;
  }
  if (
    frames.includes("c") &&
    frames.includes("p") &&
    cue.entry.act !== "want" &&
    cue.entry.weight >= 0.8 &&
    tokens.length - after.at >= 4
  )
    return 0.6;
  if (cue.infinitive && tokens[cue.first]?.lower === "to" && cue.entry.act === "say") return 0;
  if (frames.includes("n")) return head.kind === "word" || head.kind === "number" ? 0.6 : 0;
  if (frames.includes("q") && quoteSoon(tokens, after.at)) return 0.6;
  return 0;
}

export function infinitiveSoon(tokens: readonly Token[], from: number): boolean {
  for (let k = from + 1; k < tokens.length && k - from <= 14; k++) {
    const token = tokens[k];
    if (!token || endsClause(token)) return false;
    const next = tokens[k + 1];
    const word = next?.quote === token.quote || next?.kind === "word" ? next : tokens[k + 2];
    if (token.lower === "to" && /^[a-z]+$/.test(word?.lower ?? "")) return true;
  }
  return false;
}

function quoteSoon(tokens: readonly Token[], from: number): boolean {
  for (let k = from; k < tokens.length && k - from <= 12; k++)
    if (opensQuote(tokens, k)) return true;
  return false;
}

/** Past an insertion that a comma opens at `k` (`, who left the valley,`), or -1 when nothing closes it. */
function pastInsertion(tokens: readonly Token[], k: number): number {
  for (let at = k + 1; at < tokens.length && at - k <= 40; at++)
    if (tokens[at]?.text === "," && (tokens[at]?.quote ?? -1) < 0) return at + 1;
  return -1;
}

/** Whether a clause with a finite verb of its own stands from `from` on. */
export function clauseFollows(view: View, from: number, strict = false): boolean {
  const { tokens } = view;
  for (let k = from; k < tokens.length && k - from <= 40; k++) {
    const token = tokens[k];
    if (!token || endsClause(token)) return false;
    // A weak verb (`added a week`, `found the list`) needs its clause right there, not after a comma or a relative.
    if (strict && k > from && (token.text === "," || RELATIVES.has(token.lower))) return false;
    if (token.text === "," && ["who", "which", "whose"].includes(tokens[k + 1]?.lower ?? "")) {
      k = pastInsertion(tokens, k) - 1;
      if (k < 0) return false;
      continue;
    }
    if (isFinite(view, k)) {
      // `denied the theft and left`: the second verb is the speaker's own.
      const joined = tokens[k - 1]?.lower === "and" || tokens[k - 1]?.lower === "but";
      return !joined || k === from;
    }
    if (
      k > from &&
      token.lower === "'s" &&
      !tokens[k + 1]?.capital &&
      tokens[k - 1]?.kind === "word" &&
      SUBJECT_PRONOUNS.has(tokens[k - 1]?.lower ?? "")
    )
      return true;
  }
  return false;
}
