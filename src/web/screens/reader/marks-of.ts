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

/** Suggestions as they stand in the document. */
export function inOrder(
  statements: readonly StatementSuggestion[],
): readonly StatementSuggestion[] {
  const at = new Map(statements.map((s) => [s.id, wholeOf(s)]));
  const start = (s: StatementSuggestion): number => at.get(s.id)?.start ?? 0;
  const end = (s: StatementSuggestion): number => at.get(s.id)?.end ?? 0;
  return statements.toSorted((a, b) => start(a) - start(b) || end(b) - end(a));
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
  decisions: Decisions,
  made: readonly (Span & { readonly id: string })[],
  here: Span | null,
  shown: Shown,
): readonly Mark[] {
  const marks: Mark[] = [];
  for (const s of reading.statements) {
    const state = decisions[s.id]?.state ?? "open";
    if (state === "rejected") continue;
    const add = (role: MarkRole, spans: readonly Span[]): void => {
      for (const { start, end } of spans)
        marks.push({ id: s.id, role, start, end, stance: s.stance, state });
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
  if (here !== null) marks.push({ id: "here", role: "here", ...here });
  return marks;
}

/** The suggestion a person means who points at a run: the innermost one, its content before its speaker. */
export function pointedAt(marks: readonly Mark[]): string | undefined {
  const rank: Partial<Record<MarkRole, number>> = { content: 0, speaker: 1, cue: 2 };
  return marks
    .filter((mark) => mark.role in rank)
    .toSorted(
      (a, b) => (rank[a.role] ?? 9) - (rank[b.role] ?? 9) || a.end - a.start - (b.end - b.start),
    )[0]?.id;
}
