// Where what was said after a verb ends: at the end of the sentence, or sooner where the grammar of the verb,
// a quotation, the main clause or the next speaker says so.
// Invariant: content never runs into another speaker's attribution.
import {
  AUXILIARIES,
  COORDINATORS,
  DETERMINERS,
  isAdverb,
  MONTHS,
  PREPOSITIONS,
  SUBJECT_PRONOUNS,
  TIME_NOUNS,
  WEEKDAYS,
} from "../../packs/en-words.ts";
import type { Token } from "../tokens.ts";
import { clauseFollows, infinitiveSoon, PREDICATIVE } from "./fits.ts";
import { isOccasion, opensQuote } from "./follow.ts";
import { isComma, type Layout } from "./layout.ts";
import { isDash, isFinite, isMark, type View } from "./phrase.ts";

export const CLAUSE_OPENERS: ReadonlySet<string> = new Set(
  "although though while when if because after before as since whereas despite once until unless".split(
    " ",
  ),
);
const NOUN_ENDS = new Set(
  "while when after before during because although though but as until unless if since amid".split(
    " ",
  ),
);
/** After an infinitive or a gerund, times and conditions belong to what was said; contrasts do not. */
const CONTRASTS = new Set("while although though but whereas".split(" "));
const RELATIVES = new Set("including especially particularly".split(" "));
const INNER = new Set(
  "who which that what where when how why whether and or to as than".split(" "),
);

type Shape = "clause" | "verbal" | "noun";

/** What hangs on the verb: a clause, an infinitive or gerund, or a noun phrase. */
function shapeOf(view: View, { cue, follow: after, pattern }: Layout): Shape {
  const { tokens } = view;
  const { frames } = cue.entry;
  if (after.sawThat || opensQuote(tokens, after.at)) return "clause";
  const head = tokens[cue.end]?.lower ?? "";
  if (cue.particle === "that") return "clause";
  if (cue.particle) return head.endsWith("ing") ? "verbal" : "noun";
  if (cue.entry.lemma === "accuse") return "verbal";
  if (/[tx]/.test(frames) && infinitiveSoon(tokens, cue.end - 1)) return "verbal";
  if (!frames.includes("n")) return "clause";
  // `In a note announcing the vote, she …`: a clause further on is not what was announced.
  const aside = pattern === "participle" && cue.first <= 5;
  return frames.includes("c") && clauseFollows(view, after.at, aside) ? "clause" : "noun";
}

/** Whether a list goes on after the comma at `k`: `the size of the corps, the pay and the dates`. */
function listGoesOn(view: View, k: number): boolean {
  const { tokens } = view;
  for (let at = k + 1; at < tokens.length && at - k <= 12; at++) {
    const token = tokens[at];
    if (!token || isDash(tokens, at) || isMark(token, ";", ":")) return false;
    if (at > k + 1 && isFinite(view, at)) return false;
    if (token.lower === "and" || token.lower === "or")
      return !startsClause(view, at + 1) && !view.verbs.has(at + 1);
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

function commaEnds(view: View, k: number): boolean {
  const { tokens } = view;
  const next = tokens[k + 1];
  if (!next) return true;
  if (tokens[k - 1]?.capital && next.capital) return startsClause(view, k + 1);
  if (tokens[k - 1]?.kind === "number" && next.kind === "number") return false;
  if (RELATIVES.has(next.lower) || (next.lower === "in" && tokens[k + 2]?.lower === "which"))
    return false;
  if (next.lower === "and" || next.lower === "or") return startsClause(view, k + 2);
  return !listGoesOn(view, k);
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
  for (let k = from + 1; k < tokens.length; k++) {
    const token = tokens[k];
    if (!token || token.quote >= 0) continue;
    if (isDash(tokens, k)) return k;
    if (token.text === "," && commaEnds(view, k)) return k;
    if (shape === "noun" && (isAdjunct(tokens, k) || isMainVerb(view, k))) return k;
    if (
      (token.lower === "and" || token.lower === "but") &&
      joined &&
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

/** `When she said A, B happened`: the main clause begins after the comma. */
function mainClause(view: View, from: number, own: Layout, others: readonly Layout[]): number {
  const { tokens } = view;
  const opener = tokens[own.from - 1]?.lower ?? "";
  if (!CLAUSE_OPENERS.has(opener) || own.from > 3) return tokens.length;
  const heads = new Set(others.filter((other) => other !== own).map((other) => other.from));
  for (let k = from + 1; k < tokens.length; k++) {
    const token = tokens[k];
    if (!token || token.quote >= 0) continue;
    const mark = token.text === "," || isDash(tokens, k);
    if (mark && heads.has(k + 1)) return k;
    if (token.text !== "," || tokens[k - 1]?.kind === "number") continue;
    if (tokens[k - 1]?.capital && tokens[k + 1]?.capital) continue;
    return k;
  }
  return tokens.length;
}

/** `said “A,” when B happened`: what was said ends with the quotation. */
function quoteEnd({ tokens }: View, from: number): number {
  const quote = tokens[from]?.quote ?? -1;
  if (quote < 0) return tokens.length;
  let k = from;
  while (k < tokens.length && tokens[k]?.quote === quote) k++;
  const next = tokens[k]?.text === "," ? k + 1 : k;
  return k - from >= 4 && CLAUSE_OPENERS.has(tokens[next]?.lower ?? "") ? k : tokens.length;
}

/** `X, who said the road was closed, left`: a relative clause ends where the main verb comes. */
function mainVerb(view: View, from: number, own: Layout): number {
  const { tokens } = view;
  if (own.pattern !== "relative" || tokens[own.subject.to - 2]?.text !== ",") return tokens.length;
  for (let k = from + 1; k + 1 < tokens.length; k++)
    if (
      tokens[k]?.text === "," &&
      (tokens[k]?.quote ?? -1) < 0 &&
      (view.verbs.has(k + 1) || isFinite(view, k + 1))
    )
      return k;
  return tokens.length;
}

/** A semicolon or `, according to` after the content. */
function hardEnd(tokens: readonly Token[], from: number): number {
  for (let k = from + 1; k < tokens.length; k++) {
    const token = tokens[k];
    if (token?.quote !== -1) continue;
    if (token.text === ";") return k;
    const per = token.lower === "according" && tokens[k + 1]?.lower === "to";
    if (per && tokens[k - 1]?.text === ",") return k - 1;
  }
  return tokens.length;
}

/** Where another attribution that begins after `from` cuts this one off. */
function nextSpeaker(
  { tokens }: View,
  from: number,
  own: Layout,
  others: readonly Layout[],
): number {
  let end = tokens.length;
  for (const other of others) {
    if (other === own || other.from <= from) continue;
    const gap = tokens[other.from - 1];
    const quoted =
      (tokens[other.from - 2]?.quote ?? -1) >= 0 && tokens[other.from - 3]?.text === ",";
    const comma = tokens[other.from - 2]?.text === "," || quoted;
    let cut = end;
    if (other.pattern === "speaker last" || other.pattern === "inverted")
      cut = isComma(gap) ? other.from - 1 : end;
    else if (other.pattern === "participle") {
      if (gap?.text === ",") cut = other.from - 1;
      if (comma && COORDINATORS.has(gap?.lower ?? "")) cut = other.from - 2;
    } else if (other.pattern === "joined" && gap?.lower !== "or" && tokens[other.from]?.lower !== "or")
      cut = isComma(gap) ? other.from - 1 : other.from;
    else if (other.pattern === "speaker first" && gap && comma) {
      // `relatives, who they say are held`: what is in the relative clause is said by others.
      const relative = ["who", "which", "where", "whom"].includes(gap.lower);
      const contrast =
        (COORDINATORS.has(gap.lower) || CONTRASTS.has(gap.lower)) && other.cue.entry.act === "say";
      if (relative || contrast) cut = other.from - 2;
    }
    end = Math.min(end, cut);
  }
  return end;
}

/** Token where content that starts at `from` ends; `own.contentTo` tells whether more stood before the verb. */
export function contentEnd(
  view: View,
  from: number,
  others: readonly Layout[],
  own: Layout,
): number {
  const ends = [
    hardEnd(view.tokens, from),
    nextSpeaker(view, from, own, others),
    mainVerb(view, from, own),
  ];
  if (own.contentTo < 0) {
    const shape = shapeOf(view, own);
    if (shape !== "clause") {
      const { form, entry } = own.cue;
      ends.push(phraseEnd(view, from, shape, form !== "base", entry.lemma));
    }
    ends.push(mainClause(view, from, own, others), quoteEnd(view, from));
  }
  return Math.min(...ends);
}
