// What the server answers about pairs. Invariant: the same shapes as in the link room; nothing of the server is imported.
import type { PersonItem } from "../../api/views.ts";

/** One rule that speaks for (bits above 0) or against (below 0) two records being one person; 0: about relatives. */
export interface ReasonView {
  readonly rule: string;
  readonly bits: number;
  readonly text: string;
}

export interface QueueItem {
  readonly left: string;
  readonly right: string;
  readonly leftPerson: PersonItem;
  readonly rightPerson: PersonItem;
  readonly score: number;
  readonly band: string;
  readonly reasons: readonly ReasonView[];
}

/** The two names that are most alike, and why, in sentences; a sentence that begins with spaces belongs to the one before. */
export interface ComparedNames {
  readonly left: string;
  readonly right: string;
  readonly lines: readonly string[];
}

export interface CompareView {
  readonly score: number;
  readonly band: string;
  readonly reasons: readonly ReasonView[];
  readonly names: ComparedNames | null;
}

export interface LinkReport {
  readonly records: number;
  readonly candidates: number;
}
