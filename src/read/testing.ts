// Helpers for this room's tests. Every person, place of events and outlet in the tests is invented.
import { readText } from "./read-text.ts";
import type { ReadOptions, Span, StatementSuggestion } from "./reading.ts";

/** A statement with its spans turned into the words they cover. */
export interface Said {
  readonly source: string;
  readonly cue: string;
  readonly content: string;
  readonly stance: StatementSuggestion["stance"];
  readonly suggestion: StatementSuggestion;
}

export function wordsOf(text: string, spans: readonly Span[]): string {
  return spans.map(({ start, end }) => text.slice(start, end)).join(" … ");
}

/** The statements of a text in the order of their verbs. */
export function saidIn(text: string, options: ReadOptions = {}): Said[] {
  return readText(text, options).statements.map((suggestion) => ({
    source: wordsOf(text, suggestion.source),
    cue: wordsOf(text, suggestion.cue),
    content: wordsOf(text, suggestion.content),
    stance: suggestion.stance,
    suggestion,
  }));
}

/** One row of a pack's test table: a sentence, who speaks, words the content holds, the stance. */
export type Row = readonly [
  sentence: string,
  source: string,
  content: string,
  stance: StatementSuggestion["stance"],
];

/** The statement of the sentence that fits the row, or a readable list of what was found instead. */
export function match([sentence, source, content, stance]: Row, language: string): true | string {
  const found = saidIn(sentence, { language });
  const fits = found.some(
    (one) => one.source === source && one.content.includes(content) && one.stance === stance,
  );
  return (
    fits ||
    `found: ${found.map((one) => `[${one.source}] ${one.stance} [${one.content}]`).join("; ")}`
  );
}
