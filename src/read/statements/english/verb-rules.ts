// Attributions built on a verb: `X said that …`, `“…,” said X`, `…, X reports.`, `…, saying …`.
// Invariant: at most one draft for each verb; every draft names the pattern that made it.
import type { Span } from "../../reading.ts";
import {
  AUXILIARIES,
  BE,
  COORDINATORS,
  PREPOSITIONS,
  SUBJECT_PRONOUNS,
} from "../../packs/en-words.ts";
import type { Quotation } from "../find-quotes.ts";
import type { Token } from "../tokens.ts";
import type { Draft } from "./draft.ts";
import type { Cue } from "./find-cues.ts";
import { endsClause, follow, opensQuote, type Follow } from "./follow.ts";
import { isFinite, subjectLeft, subjectRight, type Subject, type View } from "./subject.ts";

export interface Scene {
  readonly view: View;
  readonly quotes: readonly Quotation[];
  readonly sentence: number;
  /** End of the sentence in the text. */
  readonly end: number;
}

type Pattern =
  | "speaker first"
  | "speaker last"
  | "inverted"
  | "participle"
  | "joined"
  | "relative"
  | "passive";

interface Layout {
  readonly cue: Cue;
  readonly subject: Subject;
  readonly follow: Follow;
  readonly pattern: Pattern;
  /** For content before the cue: token just past it. */
  readonly contentTo: number;
  /** Token where the whole attributing part begins and ends. */
  readonly from: number;
  readonly to: number;
  readonly lost: boolean;
}

const MARK_BEFORE = new Set([",", "”", '"', "’", "—", "–", "?", "!", "»", "'", "…", "-"]);

function isComma(token: Token | undefined): boolean {
  return token !== undefined && token.kind === "mark" && MARK_BEFORE.has(token.text);
}

function layout(view: View, cue: Cue, previous: Layout | undefined): Layout | null {
  const { tokens } = view;
  const { frames } = cue.entry;
  const after = follow(view, cue.end, frames.includes("a"));
  const rest = tokens[after.at];
  const restEmpty =
    endsClause(rest) || (rest?.kind === "mark" && [",", "—", "–", "”", ")"].includes(rest.text));
  const left = subjectLeft(view, cue.first);
  const base = { cue, follow: after, lost: false };
  if (cue.passive) return passiveLayout(view, cue, left, base);
  if (cue.form === "ing" && !hasBe(tokens, cue))
    return participleLayout(view, cue, left, previous, base);
  const before = tokens[cue.first - 1];
  if (
    left.kind === "none" ||
    (left.kind === "phrase" && isComma(before) && !restEmpty && quoteCloses(before))
  ) {
    if (isComma(before) && frames.includes("p") && cue.form !== "base") {
      const right = subjectRight(view, cue.end);
      if (right.kind !== "none")
        return {
          ...base,
          subject: right,
          pattern: "inverted",
          contentTo: cue.first,
          from: cue.first,
          to: right.to,
        };
      if (restEmpty && left.kind === "none")
        return {
          ...base,
          subject: left,
          pattern: "speaker last",
          contentTo: cue.first,
          from: cue.first,
          to: cue.end,
          lost: true,
        };
    }
    if (before && COORDINATORS.has(before.lower) && previous)
      return {
        ...base,
        subject: previous.subject,
        pattern: "joined",
        contentTo: -1,
        from: cue.first - 1,
        to: after.at,
      };
    if (left.kind === "none" && previous && isComma(before) && !restEmpty && cue.form !== "base")
      return {
        ...base,
        subject: previous.subject,
        pattern: "joined",
        contentTo: -1,
        from: cue.first - 1,
        to: after.at,
      };
    if (left.kind === "none")
      return restEmpty
        ? null
        : {
            ...base,
            subject: left,
            pattern: "speaker first",
            contentTo: -1,
            from: cue.first,
            to: after.at,
          };
  }
  if (
    left.kind === "phrase" &&
    restEmpty &&
    frames.includes("p") &&
    left.from > 0 &&
    isComma(tokens[left.from - 1])
  )
    return {
      ...base,
      subject: left,
      pattern: "speaker last",
      contentTo: left.from,
      from: left.from,
      to: after.at,
    };
  if (left.kind === "pronoun" && restEmpty && left.from > 0 && isComma(tokens[left.from - 1]))
    return {
      ...base,
      subject: left,
      pattern: "speaker last",
      contentTo: left.from,
      from: left.from,
      to: after.at,
    };
  if (restEmpty && !opensQuote(tokens, after.at)) return null;
  if (left.kind === "relative") {
    const lost =
      left.to - left.from === 1 && isComma(tokens[left.from - 1]) && view.verbs.has(left.from - 2);
    return {
      ...base,
      subject: left,
      pattern: "relative",
      contentTo: -1,
      from: left.from,
      to: after.at,
      lost,
    };
  }
  return {
    ...base,
    subject: left,
    pattern: "speaker first",
    contentTo: -1,
    from: left.from,
    to: after.at,
  };
}

function quoteCloses(token: Token | undefined): boolean {
  return token !== undefined && /[”"’»]/.test(token.text);
}

function hasBe(tokens: readonly Token[], cue: Cue): boolean {
  for (let k = cue.first; k < cue.verb; k++) if (BE.has(tokens[k]?.lower ?? "")) return true;
  return false;
}

type Base = Pick<Layout, "cue" | "follow" | "lost">;

function passiveLayout(view: View, cue: Cue, left: Subject, base: Base): Layout | null {
  const { tokens } = view;
  const next = tokens[cue.end]?.lower ?? "";
  const common = {
    ...base,
    pattern: "passive" as const,
    contentTo: -1,
    from: cue.first,
    to: cue.end,
  };
  if (next === "by") {
    const agent = subjectRight(view, cue.end + 1);
    if (agent.kind !== "none")
      return {
        ...common,
        subject: agent,
        contentTo: left.kind === "none" ? -1 : cue.first,
        from: left.from,
      };
  }
  if (cue.entry.frames.includes("a") || cue.entry.frames.includes("x")) return null;
  return null;
}

function participleLayout(
  view: View,
  cue: Cue,
  left: Subject,
  previous: Layout | undefined,
  base: Base,
): Layout | null {
  const { tokens } = view;
  const before = tokens[cue.first - 1];
  const at = base.follow.at;
  if (endsClause(tokens[at])) return null;
  const common = { ...base, contentTo: -1, from: cue.first, to: at };
  if (
    !before ||
    isComma(before) ||
    PREPOSITIONS.has(before.lower) ||
    COORDINATORS.has(before.lower)
  ) {
    const subject = previous?.subject ?? mainSubject(view, cue.first);
    return { ...common, subject, pattern: "participle" };
  }
  if (left.kind === "none") return null;
  return { ...common, subject: left, pattern: "participle" };
}

/** Subject of the sentence's first finite verb, for a participle that shares it. */
function mainSubject(view: View, before: number): Subject {
  for (let k = 1; k < before; k++) if (isFinite(view, k)) return subjectLeft(view, k);
  for (let k = before + 1; k < view.tokens.length; k++) {
    if (view.tokens[k - 1]?.text === ",") continue;
    if (isFinite(view, k)) return subjectLeft(view, k);
  }
  return { from: 0, to: 0, kind: "none" };
}

/** Whether what follows fits the verb: a clause, a quotation, a noun phrase, an infinitive. */
function fits(view: View, { cue, follow: after, pattern }: Layout): number {
  const { tokens } = view;
  const { frames } = cue.entry;
  const head = tokens[after.at];
  if (!head) return 0;
  const first = tokens[cue.end]?.lower ?? "";
  if (cue.particle) return 0.8;
  if (opensQuote(tokens, after.at)) return /[cqn]/.test(frames) ? 1 : 0;
  if (tokens[after.at - 1]?.text === ":") return frames.includes("q") ? 0.9 : 0;
  if (after.sawThat) return frames.includes("c") ? 1 : 0.3;
  if (first === "to") return frames.includes("t") ? 0.8 : cue.entry.lemma === "appeal" ? 0.6 : 0;
  if (["whether", "if", "how", "why", "what", "where", "when", "who"].includes(head.lower))
    return frames.includes("c") ? 0.8 : 0;
  if (frames.includes("x") && infinitiveSoon(tokens, cue.end)) return 0.8;
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

/** Token where content that follows its verb ends. */
function contentEnd(view: View, from: number, others: readonly Layout[], own: Layout): number {
  const { tokens } = view;
  let end = tokens.length;
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
    stance: stanceOf(own),
    act: cue.entry.act,
    ...(addressee ? { addressee } : {}),
    ...(own.lost || (!source && pattern !== "participle") ? { speakerLost: true } : {}),
    rule: `${pattern}: ${cue.entry.lemma}`,
    confidence: confidenceOf(own, fit, source !== null),
    sentence: scene.sentence,
  };
}

function contentStart(tokens: readonly Token[], { cue, follow: after }: Layout): number {
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
    const found = layout(scene.view, cue, layouts.at(-1));
    if (found) layouts.push(found);
  }
  return layouts.map((own) => draftOf(scene, own, layouts)).filter((draft) => draft !== null);
}
