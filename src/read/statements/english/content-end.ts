// Where what was said after a verb ends: at the end of the sentence, or sooner where the grammar of the verb,
// a quotation, the main clause or the next speaker says so.
// Invariant: content never runs into another speaker's attribution.
import { COORDINATORS } from "../../packs/en-words.ts";
import type { Token } from "../tokens.ts";
import { clauseFollows, infinitiveSoon } from "./fits.ts";
import { opensQuote } from "./follow.ts";
import { isComma, type Layout } from "./layout.ts";
import { isDash, isFinite, type View } from "./phrase.ts";
import { CONTRASTS, phraseEnd } from "./phrase-end.ts";

const CLAUSE_OPENERS = new Set(
  "although though while when if because after before as since whereas despite once until unless".split(
    " ",
  ),
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
    } else if (
      other.pattern === "joined" &&
      gap?.lower !== "or" &&
      tokens[other.from]?.lower !== "or"
    )
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
