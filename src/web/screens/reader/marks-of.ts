// What is underlined in a text: the parts of each suggestion, names, figures, and what people made by hand.
// Invariant: a suggestion that was turned down is not underlined.
import type { Decisions, Mark, MarkRole, Reading, Span, StatementSuggestion } from "./spans.ts";

/** All spans of a suggestion, from its first letter to its last. */
export function wholeOf(suggestion: StatementSuggestion): Span {
  const spans = [...suggestion.source, ...suggestion.cue, ...suggestion.content];
  return {
    start: spans.reduce((least, span) => Math.min(least, span.start), Infinity),
    end: spans.reduce((most, span) => Math.max(most, span.end), 0),
  };
}

/** Suggestions as they stand in the document; where two begin together, the one whose words come first. */
export function inOrder(
  statements: readonly StatementSuggestion[],
): readonly StatementSuggestion[] {
  const at = new Map(statements.map((s) => [s.id, [wholeOf(s).start, s.content[0]?.start ?? 0]]));
  const key = (s: StatementSuggestion, i: number): number => at.get(s.id)?.[i] ?? 0;
  return statements.toSorted((a, b) => key(a, 0) - key(b, 0) || key(a, 1) - key(b, 1));
}

/** The text under some spans, joined by an ellipsis where words between them are left out. */
export function wordsOf(text: string, spans: readonly Span[]): string {
  return spans
    .map(({ start, end }) => text.slice(start, end).replace(/\s+/g, " ").trim())
    .filter((words) => words !== "")
    .join(" … ");
}

export interface Shown {
  readonly names: boolean;
  readonly figures: boolean;
}

export function marksOf(
  reading: Reading,
  made: readonly (Span & { readonly id: string })[],
  here: Span | null,
  shown: Shown,
): readonly Mark[] {
  const marks: Mark[] = [];
  for (const s of reading.statements) {
    const add = (role: MarkRole, spans: readonly Span[]): void => {
      for (const { start, end } of spans)
        marks.push({ id: s.id, role, start, end, stance: s.stance });
    };
    add("speaker", s.source);
    add("cue", s.cue);
    add("content", s.content);
  }
  if (shown.names)
    for (const m of reading.mentions)
      marks.push({ id: `name-${m.entity}`, role: "name", start: m.start, end: m.end });
  if (shown.figures)
    for (const f of reading.figures)
      marks.push({ id: `figure-${f.start}`, role: "figure", start: f.start, end: f.end });
  for (const { id, start, end } of made) marks.push({ id, role: "made", start, end });
  if (here !== null) marks.push({ id: "here", role: "here", start: here.start, end: here.end });
  return marks;
}

const rank: Readonly<Record<MarkRole, number>> = {
  content: 0,
  speaker: 1,
  cue: 2,
  figure: 3,
  name: 4,
  made: 5,
  here: 6,
};

/** Innermost first; of two equally long, content before speaker. */
function innermost(a: Mark, b: Mark): number {
  return a.end - a.start - (b.end - b.start) || rank[a.role] - rank[b.role];
}

/** The suggestion a person means who points at a run of letters. */
export function pointedAt(marks: readonly Mark[]): string | undefined {
  return marks.filter((mark) => rank[mark.role] < 3).toSorted(innermost)[0]?.id;
}

export interface Look {
  readonly classes: string;
  /** The suggestions that stand over the run, for finding its place by their ids. */
  readonly ids: string;
  readonly here: boolean;
}

/**
 * How a run is drawn. The suggestion in hand comes before others, the innermost before what stands around it;
 * what was turned down is not drawn.
 */
export function lookOf(marks: readonly Mark[], decisions: Decisions, active: string | null): Look {
  const shown = marks
    .filter((mark) => decisions[mark.id]?.state !== "rejected" || mark.id === active)
    .toSorted((a, b) => Number(b.id === active) - Number(a.id === active) || innermost(a, b));
  const classes = new Set<string>();
  const said = shown.find((mark) => rank[mark.role] < 3);
  if (said !== undefined) {
    classes.add(`reader-run--${said.role}`);
    if (said.role === "content") classes.add(`reader-run--${said.stance ?? "asserts"}`);
    if (decisions[said.id]?.state === "accepted") classes.add("reader-run--accepted");
    if (said.id === active) classes.add("reader-run--on");
  }
  for (const { role } of shown) if (rank[role] >= 3) classes.add(`reader-run--${role}`);
  return {
    classes: [...classes].join(" "),
    ids: [...new Set(marks.map((mark) => mark.id))].join(" "),
    here: classes.has("reader-run--here"),
  };
}
