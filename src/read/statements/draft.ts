// What the English rules hand on: an attribution before it is ranked, linked and given an id.
import type { Span, Stance, StatementSuggestion } from "../reading.ts";

export interface Draft {
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
  readonly stance: Stance;
  readonly act: StatementSuggestion["act"];
  readonly addressee?: Span;
  readonly evidential?: boolean;
  readonly speakerLost?: boolean;
  readonly rule: string;
  readonly confidence: number;
  /** Sentence it was found in. */
  readonly sentence: number;
}
