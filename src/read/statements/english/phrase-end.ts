// Where a noun phrase, an infinitive or a gerund that hangs on a verb of saying ends.
// Invariant: a list goes on over its commas; a clause with a subject of its own never belongs to the phrase.
import {
  AUXILIARIES,
  DETERMINERS,
  isAdverb,
  MONTHS,
  PREPOSITIONS,
  SUBJECT_PRONOUNS,
  TIME_NOUNS,
  WEEKDAYS,
} from "../../packs/en-words.ts";
import type { Token } from "../tokens.ts";
import { clauseFollows, PREDICATIVE } from "./fits.ts";
import { isOccasion } from "./follow.ts";
import { isDash, isFinite, isMark, type View } from "./phrase.ts";

const NOUN_ENDS = new Set(
  "while when after before during because although though but as until unless if since amid".split(
    " ",
  ),
);
/** After an infinitive or a gerund, times and conditions belong to what was said; contrasts do not. */
export const CONTRASTS: ReadonlySet<string> = new Set(
  "while although though but whereas".split(" "),
);
const EXAMPLES = new Set(["including", "especially", "particularly"]);
const INNER = new Set(
  "who which that what where when how why whether and or to as than".split(" "),
);

/** Whether a list goes on after the comma at `k`: `the size of the corps, the pay and the dates`. */
function listGoesOn(view: View, k: number, passive: boolean): boolean {
  const { tokens } = view;
  for (let at = k + 1; at < tokens.length && at - k <= 12; at++) {
    const token = tokens[at];
    if (!token || isDash(tokens, at) || isMark(token, ";", ":")) return false;
    if (at > k + 1 && !passive && isFinite(view, at)) return false;
    if (token.lower === "and" || token.lower === "or")
      return passive
        ? !/^(?:he|she|it|they)$/.test(tokens[at + 1]?.lower ?? "")
        : !startsClause(view, at + 1) && !view.verbs.has(at + 1);
  }
  return false;
}

/** Whether a clause with a subject of its own begins at a token. */
function startsClause(view: View, at: number): boolean {
  const head = view.tokens[at];
  if (head && (head.capital || DETERMINERS.has(head.lower)))
    for (let k = at + 1; k < view.tokens.length && k - at <= 8; k++) {
      const token = view.tokens[k];
      if (!token || token.kind === "mark" || PREPOSITIONS.has(token.lower)) break;
      if (INNER.has(token.lower)) break;
      if (isFinite(view, k)) return true;
    }
  const lower = view.tokens[at]?.lower ?? "";
  if (isFinite(view, at) || view.verbs.has(at)) return true;
  if (isAdverb(lower) && isFinite(view, at + 1)) return true;
  return SUBJECT_PRONOUNS.has(lower) && !DETERMINERS.has(lower);
}

function commaEnds(view: View, k: number, passive: boolean): boolean {
  const { tokens } = view;
  const next = tokens[k + 1];
  if (!next) return true;
  if (tokens[k - 1]?.capital && next.capital) return startsClause(view, k + 1);
  if (tokens[k - 1]?.kind === "number" && next.kind === "number") return false;
  if (EXAMPLES.has(next.lower)) return false;
  if (next.lower === "and" || next.lower === "or") return startsClause(view, k + 2);
  return !listGoesOn(view, k, passive);
}

/** `the plan in a speech`, `the figure at last week's hearing`, `him on Monday`: when and where it was said. */
function isAdjunct(tokens: readonly Token[], k: number): boolean {
  if (!["in", "at", "on", "during", "since", "after"].includes(tokens[k]?.lower ?? ""))
    return false;
  for (let at = k + 1; at < tokens.length && at - k <= 6; at++) {
    const token = tokens[at];
    if (!token || token.kind === "mark" || token.quote >= 0) return false;
    if (at > k + 1 && PREPOSITIONS.has(token.lower)) return false;
    if (isOccasion(token) || WEEKDAYS.has(token.lower) || TIME_NOUNS.has(token.lower)) return true;
    if (MONTHS.has(token.lower) && (token.capital || at > k + 1)) return true;
    if (at === k + 1 && /^(?:19|20)\d\d$/.test(token.text)) return true;
  }
  return false;
}

/** A finite verb that no relative, pronoun or conjunction ties to the noun phrase before it. */
function isMainVerb(view: View, k: number): boolean {
  const { tokens } = view;
  const token = tokens[k];
  if (!token || !AUXILIARIES.has(token.lower) || !isFinite(view, k)) return false;
  if (token.lower.startsWith("'") || token.lower === "n't") return false;
  for (let at = k - 1; at >= 0 && k - at <= 8; at--) {
    const before = tokens[at];
    if (!before || before.kind === "mark") return false;
    if (INNER.has(before.lower) || SUBJECT_PRONOUNS.has(before.lower) || isFinite(view, at))
      return false;
  }
  return true;
}

/**
 * Where a noun phrase, an infinitive or a gerund that starts at `from` ends.
 * @param joined whether a finite verb after `and` belongs to the speaker (`denied it and left`)
 * @param lemma the verb it hangs on: some name their object and then tell what it is
 */
export function phraseEnd(
  view: View,
  from: number,
  shape: "verbal" | "noun",
  joined: boolean,
  lemma = "",
): number {
  const { tokens } = view;
  const ends = shape === "verbal" ? CONTRASTS : NOUN_ENDS;
  // `being beaten, shackled and held`: a list of participles.
  const passive = tokens[from]?.lower === "being" || tokens[from]?.lower === "having";
  for (let k = from + 1; k < tokens.length; k++) {
    const token = tokens[k];
    if (!token || token.quote >= 0) continue;
    if (isDash(tokens, k)) return k;
    if (token.text === "," && commaEnds(view, k, passive)) return k;
    if (shape === "noun" && (isAdjunct(tokens, k) || isMainVerb(view, k))) return k;
    if (
      (token.lower === "and" || token.lower === "but") &&
      joined &&
      !passive &&
      (isFinite(view, k + 1) || (isAdverb(tokens[k + 1]?.lower ?? "") && isFinite(view, k + 2)))
    )
      return k;
    if (k === from + 1 || !ends.has(token.lower)) continue;
    // `as` after `described X` is part of what was said.
    if (token.lower === "as" && PREDICATIVE.has(lemma)) continue;
    if (token.lower === "as" && tokens[k - 1]?.lower === "such") continue;
    if (token.lower === "as" && !clauseFollows(view, k + 1)) continue;
    return k;
  }
  return tokens.length;
}
