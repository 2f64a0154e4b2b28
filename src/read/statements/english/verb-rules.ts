// Attributions built on a verb: `X said that …`, `“…,” said X`, `…, X reports.`, `…, saying …`.
// Invariant: at most one draft for each verb; every draft names the pattern that made it.
import type { Span } from "../../reading.ts";
import {
  AUXILIARIES,
  COORDINATORS,
  PREPOSITIONS,
  SUBJECT_PRONOUNS,
} from "../../packs/en-words.ts";
import type { Quotation } from "../find-quotes.ts";
import type { Token } from "../tokens.ts";
import type { Draft } from "../draft.ts";
import type { Cue } from "./find-cues.ts";
import { endsClause, opensQuote } from "./follow.ts";
import { isComma, layoutOf, type Layout } from "./layout.ts";
import { isFinite, type View } from "./subject.ts";

export interface Scene {
  readonly view: View;
  readonly quotes: readonly Quotation[];
  readonly sentence: number;
  /** End of the sentence in the text. */
  readonly end: number;
}

/** Whether what follows fits the verb: a clause, a quotation, a noun phrase, an infinitive. */
function fits(view: View, { cue, follow: after, pattern }: Layout): number {
  const { tokens } = view;
  const { frames } = cue.entry;
  const head = tokens[after.at];
  if (!head) return 0;
  const first = tokens[cue.end]?.lower ?? "";
  if (cue.particle) return 0.8;
  if (endsClause(head) && tokens[after.at - 1]?.text !== ":") return 0;
  if (opensQuote(tokens, after.at)) return /[cqn]/.test(frames) ? 1 : 0;
  if (tokens[after.at - 1]?.text === ":") return frames.includes("q") ? 0.9 : 0;
  if (after.sawThat) return frames.includes("c") ? 1 : 0.3;
  if (first === "to") return frames.includes("t") ? 0.8 : cue.entry.lemma === "appeal" ? 0.6 : 0;
  if (["whether", "if", "how", "why", "what", "where", "when", "who"].includes(head.lower))
    return frames.includes("c") ? 0.8 : 0;
  if (frames.includes("x") && infinitiveSoon(tokens, cue.end)) return 0.8;
  if (["after", "before", "while", "during", "to", "for", "from", "with", "as", "because", "of"].includes(head.lower)) {
    return frames.includes("q") && quoteSoon(tokens, after.at) ? 0.6 : 0;
  }
  if (frames.includes("c") && clauseFollows(view, after.at))
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
  if (frames.includes("c") && frames.includes("p") && cue.entry.act !== "want" && cue.entry.weight >= 0.8 && tokens.length - after.at >= 4) return 0.6;
  if (cue.infinitive && cue.entry.act === "say") return 0;
  if (frames.includes("n")) return head.kind === "word" || head.kind === "number" ? 0.6 : 0;
  if (frames.includes("q") && quoteSoon(tokens, after.at)) return 0.6;
  return 0;
}

function infinitiveSoon(tokens: readonly Token[], from: number): boolean {
  for (let k = from + 1; k < tokens.length && k - from <= 14; k++) {
    const token = tokens[k];
    if (!token || endsClause(token)) return false;
    if (token.lower === "to" && /^[a-z]+$/.test(tokens[k + 1]?.lower ?? "")) return true;
  }
  return false;
}

function quoteSoon(tokens: readonly Token[], from: number): boolean {
  for (let k = from; k < tokens.length && k - from <= 12; k++)
    if (opensQuote(tokens, k)) return true;
  return false;
}

function clauseFollows(view: View, from: number): boolean {
  const { tokens } = view;
  for (let k = from; k < tokens.length && k - from <= 40; k++) {
    const token = tokens[k];
    if (!token || endsClause(token)) return false;
    if (k > from && isFinite(view, k)) return true;
    if (
      k > from &&
      token.lower === "'s" &&
      !tokens[k + 1]?.capital &&
      tokens[k - 1]?.kind === "word" &&
      SUBJECT_PRONOUNS.has(tokens[k - 1]?.lower ?? "")
    )
      return true;
    if (k === from && isFinite(view, k)) return true;
  }
  return false;
}

const CLAUSE_OPENERS = new Set("although though while when if because after before as since whereas despite".split(" "));
const NOUN_ENDS = new Set("while when after before during because although though but as until unless if since amid".split(" "));

/** Whether only a noun phrase hangs on the verb, so that the next comma ends it. */
function takesNounOnly(view: View, { cue, follow: after }: Layout): boolean {
  const { frames } = cue.entry;
  if (after.sawThat || opensQuote(view.tokens, after.at)) return false;
  if (cue.particle) return true;
  if (/[tx]/.test(frames) && infinitiveSoon(view.tokens, cue.end - 1)) return true;
  return frames.includes("n") && !(frames.includes("c") && clauseFollows(view, after.at));
}

/** Token where content that follows its verb ends. */
function contentEnd(view: View, from: number, others: readonly Layout[], own: Layout): number {
  const { tokens } = view;
  let end = tokens.length;
  const nounOnly = own.contentTo < 0 && takesNounOnly(view, own);
  const opener = tokens[own.from - 1]?.lower ?? "";
  const subordinate = own.contentTo < 0 && CLAUSE_OPENERS.has(opener) && own.from <= 3;
  for (let k = from + 1; k < tokens.length && (nounOnly || subordinate); k++) {
    const token = tokens[k];
    if (!token || token.quote >= 0) continue;
    const comma = token.text === "," && !(tokens[k - 1]?.capital && tokens[k + 1]?.capital) && tokens[k - 1]?.kind !== "number";
    const breaks = comma || token.text === "—" || token.text === "–" || (nounOnly && NOUN_ENDS.has(token.lower) && k > from + 1);
    if (!breaks) continue;
    // `as` after `described X` is part of what was said.
    if (token.lower === "as" && !clauseFollows(view, k + 1)) continue;
    end = k;
    break;
  }
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
    } else if (["who", "which", "where", "whom"].includes(gap?.lower ?? "") && tokens[other.from - 2]?.text === "," && other.pattern === "speaker first") {
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

function toSpan(tokens: readonly Token[], from: number, to: number): Span | null {
  const first = tokens[from];
  const last = tokens[to - 1];
  return first && last && to > from ? { start: first.start, end: last.end } : null;
}

/** Widens a span that begins or ends inside a quotation to take the whole of it in. */
function withQuotes(
  span: Span,
  scene: Scene,
  tokens: readonly Token[],
  from: number,
  to: number,
): Span {
  let { start, end } = span;
  const first = tokens[from]?.quote ?? -1;
  const last = tokens[to - 1]?.quote ?? -1;
  const head = scene.quotes[first];
  const tail = scene.quotes[last];
  if (head && head.start < start) start = head.start;
  if (tail && tail.end > end) end = tail.end;
  return { start, end };
}

function contentBefore(
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

function draftOf(scene: Scene, own: Layout, all: readonly Layout[]): Draft | null {
  const { view } = scene;
  const { tokens } = view;
  const { cue, subject, pattern } = own;
  const content: Span[] = [];
  let fit = 1;
  if (own.contentTo >= 0 && pattern !== "passive") {
    const before = contentBefore(
      scene,
      own,
      all.filter((other) => other !== own && other.from < own.from),
    );
    if (!before) return null;
    content.push(before);
    const more = resumed(scene, own, all);
    if (more) content.push(more);
  } else if (pattern === "passive") {
    const before = own.contentTo >= 0 ? toSpan(tokens, own.from, own.contentTo) : null;
    if (!before) return null;
    content.push(before);
    fit = 0.5;
  } else {
    fit = fits(view, own);
    if (fit === 0) return null;
    const from = contentStart(tokens, own);
    const to = contentEnd(view, from, all, own);
    const span = toSpan(tokens, from, to);
    if (!span) return null;
    content.push(withQuotes(span, scene, tokens, from, to));
  }
  const source = subject.kind === "none" ? null : toSpan(tokens, subject.from, subject.to);
  const span = toSpan(tokens, cue.first, cue.end);
  if (!span) return null;
  const addressee = own.follow.addressee
    ? toSpan(tokens, own.follow.addressee.from, own.follow.addressee.to)
    : null;
  return {
    source: source ? [source] : [],
    cue: [span],
    content,
    stance: callsFalse(tokens, own, content) ? "denies" : stanceOf(own),
    act: cue.entry.act,
    ...(addressee ? { addressee } : {}),
    ...(own.lost || (!source && pattern !== "participle") ? { speakerLost: true } : {}),
    rule: `${pattern}: ${cue.entry.lemma}`,
    confidence: confidenceOf(own, fit, source !== null),
    sentence: scene.sentence,
  };
}

function contentStart(tokens: readonly Token[], { cue, follow: after }: Layout): number {
  if (cue.entry.lemma === "accuse") {
    for (let k = cue.end; k < tokens.length && k - cue.end < 16; k++) if (tokens[k]?.lower === "of" && k > cue.end) return k;
  }
  // The whole `X to do` is what is urged; the person urged is part of it.
  if (cue.entry.frames.includes("x") && !after.sawThat && !opensQuote(tokens, after.at))
    return cue.end;
  return after.at;
}

/** What goes on after a speaker in the middle: `“A,” she said, “B.”` */
function resumed(scene: Scene, own: Layout, all: readonly Layout[]): Span | null {
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
    if (endsClause(token)) return null;
  }
  return null;
}

const FALSE = new Set("false untrue fabricated baseless groundless unfounded lies lie fake nonsense slander fabrications fabrication rumors rumours myth hoax".split(" "));

/** `said that the reports are “false”`: an answer, whatever the verb. */
function callsFalse(tokens: readonly Token[], { cue }: Layout, content: readonly Span[]): boolean {
  if (cue.entry.act === "want" || cue.negated || (cue.entry.stance !== "asserts" && cue.entry.stance !== "reframes")) return false;
  const first = content[0];
  const last = content.at(-1);
  if (!first || !last) return false;
  return tokens.some(({ lower, start, end }, i) => {
    if (!FALSE.has(lower) || start < first.start || end > last.end) return false;
    for (let k = i - 1; k >= 0 && i - k <= 4; k--) {
      if (["not", "n't", "never"].includes(tokens[k]?.lower ?? "")) return false;
      if (["is", "are", "was", "were", "as", "'s"].includes(tokens[k]?.lower ?? "")) return true;
    }
    return false;
  });
}

function stanceOf({ cue, follow: after }: Layout): Draft["stance"] {
  const { stance, lemma } = cue.entry;
  if (!cue.negated) return stance;
  if (stance === "denies") return "asserts";
  if (["comment", "respond", "answer", "reply", "say"].includes(lemma) && !after.sawThat)
    return "declines";
  return stance;
}

function confidenceOf(
  { cue, pattern, subject, lost }: Layout,
  fit: number,
  hasSource: boolean,
): number {
  let value = cue.entry.weight * fit;
  if (!hasSource) value *= lost ? 0.7 : 0.6;
  if (subject.kind === "relative") value *= 0.85;
  if (pattern === "participle") value *= 0.85;
  if (pattern === "joined") value *= 0.85;
  if (cue.infinitive) value *= 0.6;
  if (cue.entry.act === "mind" || cue.entry.act === "want") value *= 0.75;
  return Math.min(1, Math.max(0, value));
}

/** All attributions of a sentence that hang on a verb. */
export function verbDrafts(scene: Scene, cues: readonly Cue[]): Draft[] {
  const layouts: Layout[] = [];
  for (const cue of cues) {
    const found = layoutOf(scene.view, cue, layouts.at(-1));
    if (found) layouts.push(found);
  }
  return layouts.map((own) => draftOf(scene, own, layouts)).filter((draft) => draft !== null);
}
