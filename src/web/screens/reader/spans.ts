// The nouns of the drawn text. Invariant: every offset is in UTF-16 units into the received text, which never changes.
import type { SourceReading, SourceText } from "../../api/views.ts";

export type Reading = SourceReading["reading"];
export type StatementSuggestion = Reading["statements"][number];
export type MentionSuggestion = Reading["mentions"][number];
export type FigureSuggestion = Reading["figures"][number];
export type ActSuggestion = Reading["acts"][number];
export type DateSuggestion = Reading["dates"][number];
export type MaskKind = Reading["mask"][number]["kind"];
export type Cue = SourceText["cues"][number];
export type Decisions = SourceReading["decisions"];
export type Decision = Decisions[string];

/** Half-open range. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

export type MarkRole =
  | "speaker"
  | "cue"
  | "content"
  | "figure"
  | "act"
  | "name"
  | "date"
  | "made"
  | "here";

/** Something underlined: a part of a suggestion, a name, what a person made here, or the passage one came for. */
export interface Mark extends Span {
  readonly id: string;
  readonly role: MarkRole;
  readonly stance?: string;
  /** A quotation inside another one: drawn with a bracket at either end. */
  readonly inside?: boolean;
  /** Stands inside a denial, or is said not to be so. */
  readonly denied?: boolean;
}

/** A run of letters under the same marks, in one language. */
export interface Segment extends Span {
  readonly marks: readonly Mark[];
  readonly lang: string;
  readonly dir: "ltr" | "rtl" | "auto";
  readonly script: string;
}

/** A paragraph, a line set apart by its kind, one subtitle, or a part of a paragraph too long to draw at once. */
export interface Block extends Span {
  readonly kind: MaskKind;
  readonly lang: string;
  readonly dir: "ltr" | "rtl" | "auto";
  readonly script: string;
  readonly segments: readonly Segment[];
  /** Number of the page that begins here, from 1. */
  readonly page?: number;
  readonly startMs?: number;
  /** Goes on from the block before without a break in the text. */
  readonly joined: boolean;
}
