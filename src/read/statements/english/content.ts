// Where what was said begins and ends, before the verb, after it, or on both sides.
// Invariant: content never runs into another speaker's attribution.
import { COORDINATORS } from "../../packs/en-words.ts";
import type { Span } from "../../reading.ts";
import type { Token } from "../tokens.ts";
import { clauseFollows, infinitiveSoon } from "./fits.ts";
import { endsClause, opensQuote } from "./follow.ts";
import { isComma, type Layout } from "./layout.ts";
import { toSpan, withQuotes, type Scene } from "./scene.ts";
import { isFinite, type View } from "./phrase.ts";

const CLAUSE_OPENERS = new Set(
  "although though while when if because after before as since whereas despite".split(" "),
);
const NOUN_ENDS = new Set(
  "while when after before during because although though but as until unless if since amid".split(
    " ",
  ),
);

/** Whether only a noun phrase hangs on the verb, so that the next comma ends it. */
function takesNounOnly(view: View, { cue, follow: after }: Layout): boolean {
  const { frames } = cue.entry;
  if (after.sawThat || opensQuote(view.tokens, after.at)) return false;
  if (cue.particle) return true;
  if (/[tx]/.test(frames) && infinitiveSoon(view.tokens, cue.end - 1)) return true;
  return frames.includes("n") && !(frames.includes("c") && clauseFollows(view, after.at));
}

/** `said “A,” when B happened`: what was said ends with the quotation. */
function quoteEnd({ tokens }: View, from: number, own: Layout): number {
  const quote = tokens[from]?.quote ?? -1;
  if (own.contentTo >= 0 || quote < 0) return tokens.length;
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

/** Token where content that follows its verb ends. */
export function contentEnd(
  view: View,
  from: number,
  others: readonly Layout[],
  own: Layout,
): number {
  const { tokens } = view;
  let end = tokens.length;
  const nounOnly = own.contentTo < 0 && takesNounOnly(view, own);
  const opener = tokens[own.from - 1]?.lower ?? "";
  const subordinate = own.contentTo < 0 && CLAUSE_OPENERS.has(opener) && own.from <= 3;
  for (let k = from + 1; k < tokens.length && (nounOnly || subordinate); k++) {
    const token = tokens[k];
    if (!token || token.quote >= 0) continue;
    const comma =
      token.text === "," &&
      !(tokens[k - 1]?.capital && tokens[k + 1]?.capital) &&
      tokens[k - 1]?.kind !== "number";
    const breaks =
      comma ||
      token.text === "—" ||
      token.text === "–" ||
      (nounOnly && NOUN_ENDS.has(token.lower) && k > from + 1);
    if (!breaks) continue;
    // `as` after `described X` is part of what was said.
    if (token.lower === "as" && tokens[k - 1]?.lower === "such") continue;
    if (token.lower === "as" && !clauseFollows(view, k + 1)) continue;
    end = k;
    break;
  }
  end = Math.min(end, quoteEnd(view, from, own), mainVerb(view, from, own));
  for (let k = from + 1; k < tokens.length; k++) {
    const token = tokens[k];
    if (token?.text === ";" && token.quote < 0) {
      end = k;
      break;
    }
    if (
      token?.quote === -1 &&
      token.lower === "according" &&
      tokens[k + 1]?.lower === "to" &&
      tokens[k - 1]?.text === ","
    ) {
      end = k - 1;
      break;
    }
  }
  for (const other of others) {
    if (other === own || other.from <= from) continue;
    const gap = tokens[other.from - 1];
    if (other.pattern === "speaker last" || other.pattern === "inverted") {
      if (isComma(gap)) end = Math.min(end, other.from - 1);
    } else if (
      ["who", "which", "where", "whom"].includes(gap?.lower ?? "") &&
      tokens[other.from - 2]?.text === "," &&
      other.pattern === "speaker first"
    ) {
      // `relatives, who they say are held`: what is in the relative clause is said by others.
      end = Math.min(end, other.from - 2);
    } else if (other.pattern === "participle" && gap?.text === ",")
      end = Math.min(end, other.from - 1);
    else if (other.pattern === "joined")
      end = Math.min(end, isComma(tokens[other.from - 1]) ? other.from - 1 : other.from);
    else if (
      other.pattern === "speaker first" &&
      other.cue.entry.act === "say" &&
      gap &&
      ["but", "while", "and", "although", "though"].includes(gap.lower) &&
      tokens[other.from - 2]?.text === ","
    ) {
      end = Math.min(end, other.from - 2);
    }
  }
  return end;
}

export function contentBefore(
  scene: Scene,
  { contentTo }: Layout,
  earlier: readonly Layout[],
): Span | null {
  const { tokens } = scene.view;
  let to = contentTo;
  while (to > 0 && tokens[to - 1]?.kind === "mark" && tokens[to - 1]?.quote === -1) to--;
  if (to <= 0) return null;
  let from = 0;
  while (from < to && tokens[from]?.kind === "mark" && tokens[from]?.quote === -1) from++;
  // Content of an earlier attribution joined by a conjunction is not said by this speaker.
  for (const other of earlier) {
    if (
      other.to < to &&
      (other.pattern === "speaker last" || other.pattern === "inverted") &&
      other.to > from
    )
      from = other.to;
  }
  while (
    from < to &&
    (tokens[from]?.text === "," || (COORDINATORS.has(tokens[from]?.lower ?? "") && from > 0))
  )
    from++;
  const span = toSpan(tokens, from, to);
  return span ? withQuotes(span, scene, tokens, from, to) : null;
}

export function contentStart(tokens: readonly Token[], { cue, follow: after }: Layout): number {
  if (cue.entry.lemma === "accuse") {
    for (let k = cue.end; k < tokens.length && k - cue.end < 16; k++)
      if (tokens[k]?.lower === "of" && k > cue.end) return k;
  }
  // The whole `X to do` is what is urged; the person urged is part of it.
  if (cue.entry.frames.includes("x") && !after.sawThat && !opensQuote(tokens, after.at))
    return cue.end;
  return after.at;
}

/** What goes on after a speaker in the middle: `“A,” she said, “B.”` */
export function resumed(scene: Scene, own: Layout, all: readonly Layout[]): Span | null {
  const { tokens } = scene.view;
  let at = Math.max(own.to, own.follow.at);
  if (own.pattern === "inverted") at = own.to;
  for (let k = at; k < tokens.length && k - at < 14; k++) {
    const token = tokens[k];
    if (!token) return null;
    if (opensQuote(tokens, k)) {
      const to = contentEnd(scene.view, k, all, own);
      const span = toSpan(tokens, k, to);
      return span ? withQuotes(span, scene, tokens, k, to) : null;
    }
    if (endsClause(token)) break;
  }
  return tokens[at]?.text === "," && isFragment(scene, own)
    ? restAfter(scene, own, all, at + 1)
    : null;
}

const OPENERS = new Set(
  "although though while when if because after before as since whereas despite even but in on at for with by during under unlike like to from once until unless".split(
    " ",
  ),
);

/** `The latest test, the office said, was its biggest`: what stands before the speaker is no clause of its own. */
function isFragment({ view }: Scene, { contentTo }: Layout): boolean {
  const first = view.tokens[0]?.lower ?? "";
  if (OPENERS.has(first)) return true;
  for (let k = 1; k < contentTo - 1; k++) if (isFinite(view, k)) return false;
  return contentTo > 0;
}

function restAfter(scene: Scene, own: Layout, all: readonly Layout[], at: number): Span | null {
  const { tokens } = scene.view;
  if (endsClause(tokens[at]) || tokens[at]?.lower === "who" || tokens[at]?.lower === "which")
    return null;
  const to = contentEnd(scene.view, at, all, own);
  const span = toSpan(tokens, at, to);
  return span ? withQuotes(span, scene, tokens, at, to) : null;
}
