// A model's suggestions beside the rules' ones, each thing once.
// Invariant: what the rules found stays as it is; a model never makes asserted what the rules know to be denied.
import type { Reading, Span, StatementSuggestion } from "../../read/index.ts";
import type { ModelSuggestions } from "./check-answer.ts";

/** The reading with these suggestions added; the earlier ones win over the later. */
export function withSuggestions(reading: Reading, more: readonly ModelSuggestions[]): Reading {
  return more.reduce(merged, reading);
}

/** The reading without what this rule suggested. */
export function withoutRule(reading: Reading, rule: string): Reading {
  const others = <S extends { readonly rule: string }>(all: readonly S[]): S[] =>
    all.filter((one) => one.rule !== rule);
  return {
    ...reading,
    statements: others(reading.statements),
    figures: others(reading.figures),
    mentions: others(reading.mentions),
    dates: others(reading.dates),
    acts: others(reading.acts),
  };
}

function merged(reading: Reading, found: ModelSuggestions): Reading {
  const statements = grown(reading.statements, found.statements, sameStatement);
  // The denial first: whatever else is said around it, it is denied.
  const around = statements.toSorted(
    (a, b) => Number(b.stance === "denies") - Number(a.stance === "denies"),
  );
  const inside = <S extends Span>(one: S): S & { readonly statement?: string } => {
    const holder = around.find(({ content }) => content.some((span) => touching(span, one)));
    return holder === undefined ? one : { ...one, statement: holder.id };
  };
  const denials = new Set(statements.filter((s) => s.stance === "denies").map(({ id }) => id));
  const mentions = [...reading.mentions];
  const entities = new Map(mentions.map(({ text, entity }) => [text, entity]));
  let last = mentions.reduce((most, { entity }) => Math.max(most, entity), -1);
  for (const mention of grown([], found.mentions, touching)) {
    if (reading.mentions.some((one) => touching(one, mention))) continue;
    const entity = entities.get(mention.text) ?? (last += 1);
    entities.set(mention.text, entity);
    mentions.push({ ...mention, entity });
  }
  return {
    ...reading,
    statements,
    mentions,
    figures: grown(reading.figures, found.figures.map(inside), touching),
    dates: grown(reading.dates, found.dates, touching),
    acts: grown(
      reading.acts,
      found.acts.map(inside).map((act) => ({ ...act, denied: denials.has(act.statement ?? "") })),
      touching,
    ),
  };
}

/** `own` and those of `more` that are like none before them. */
function grown<S>(own: readonly S[], more: readonly S[], same: (a: S, b: S) => boolean): S[] {
  const all = [...own];
  for (const one of more) if (!all.some((known) => same(known, one))) all.push(one);
  return all;
}

function touching(a: Span, b: Span): boolean {
  return a.start < b.end && b.start < a.end;
}

/** The same words of the same speaker; and what lies in a denial is that denial, whoever a model says asserts it. */
function sameStatement(known: StatementSuggestion, one: StatementSuggestion): boolean {
  const within = shared(known.content, one.content) >= 0.5;
  if (!within) return false;
  if (known.stance === "denies" && one.stance !== "denies") return true;
  if (one.source.length === 0) return true;
  const speakers = [...known.source, ...(known.sourceOf === undefined ? [] : [known.sourceOf])];
  return speakers.some((a) => one.source.some((b) => touching(a, b)));
}

/** How much of the shorter of the two lies in the other, 0–1. */
function shared(a: readonly Span[], b: readonly Span[]): number {
  const both = a.reduce((sum, x) => sum + b.reduce((n, y) => n + overlap(x, y), 0), 0);
  const shorter = Math.min(length(a), length(b));
  return shorter === 0 ? 0 : both / shorter;
}

function overlap(a: Span, b: Span): number {
  return Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));
}

function length(spans: readonly Span[]): number {
  return spans.reduce((sum, { start, end }) => sum + end - start, 0);
}
