// What the collect room shows of sources, batches and mappings. Plain data: it crosses HTTP as it stands.
import type { Mapping, Passage, ReviewState } from "../model/index.ts";
import type { Reading } from "../read/index.ts";
import type { Decision } from "./decisions.ts";
import type { MachineRead } from "./ocr/machine-read.ts";

/** A metadata value, and whether a person has accepted it or a rule only proposes it. */
export interface ShownField {
  readonly value: string;
  readonly state: "accepted" | "proposed";
  readonly passage?: Passage;
  /** The rule behind a proposal, and how sure it is (0 to 1). */
  readonly rule?: string;
  readonly confidence?: number;
}

export interface SourceItem {
  readonly id: string;
  readonly kind: string;
  readonly title: string;
  readonly publisher?: ShownField;
  readonly published?: ShownField;
  readonly language?: string;
  readonly addedAt: number;
  readonly addedBy: string;
  readonly statements: number;
  readonly claims: number;
  /** Suggestions nobody has decided on yet; null where the source was not analysed. */
  readonly open: number | null;
  /** Whether there is a small copy of its picture to show. */
  readonly thumbnail: boolean;
  /** There for a text that a machine read from a picture: never to be quoted without looking at the picture. */
  readonly machineRead?: MachineRead;
}

export interface SourceFile {
  readonly hash: string;
  readonly size: number;
  readonly mime: string;
  readonly name?: string;
}

export interface Relay {
  readonly source?: string;
  readonly title?: string;
  readonly words: string;
  readonly passage?: Passage;
}

export interface BatchItem {
  readonly id: string;
  readonly source: string;
  readonly series: string;
  readonly startedAt: number;
  readonly startedBy: string;
  readonly rows: number;
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  readonly failed: number;
  readonly finished: boolean;
  readonly undone: boolean;
  readonly review: ReviewState;
}

export interface SourceView extends SourceItem {
  readonly headline?: ShownField;
  readonly author?: ShownField;
  readonly url?: ShownField;
  readonly interviewer?: string;
  readonly interpreter?: string;
  readonly note?: string;
  readonly relays: readonly Relay[];
  /** Sources that repeat this one. */
  readonly relayedBy: readonly { readonly id: string; readonly title: string }[];
  readonly file?: SourceFile;
  readonly textHash?: string;
  readonly batches: readonly BatchItem[];
  readonly records: readonly {
    readonly id: string;
    readonly schema: string;
    readonly label: string;
  }[];
  /** Entry that wrote the latest description (for optimistic concurrency); null: never described. */
  readonly seq: number | null;
}

/** The received text with its time codes and pages. Offsets everywhere are UTF-16 units into `text`. */
export interface SourceText {
  readonly text: string;
  readonly pages: readonly { readonly start: number; readonly end: number }[];
  readonly cues: readonly {
    readonly start: number;
    readonly end: number;
    readonly startMs: number;
    readonly endMs: number;
  }[];
}

/** What people decided about each suggestion: by its id. */
export interface SourceReading {
  readonly reading: Reading;
  readonly decisions: Readonly<Record<string, Decision>>;
  /** Figures and acts inside a denial, or said not to be so: nobody may accept them by themselves. */
  readonly notOffered: readonly string[];
}

/** A table's rows as text, for looking at a source that is a list. Row 1 is the first row under the header. */
export interface TableRows {
  readonly columns: readonly string[];
  readonly from: number;
  readonly rows: readonly (readonly string[])[];
  /** null while the table has not been counted. */
  readonly total: number | null;
}

/** What an import would do, before anything happens. */
export interface ColumnGuess {
  readonly column: string;
  readonly samples: readonly string[];
  readonly schema: string | null;
  readonly property: string | null;
  readonly options?: Readonly<Record<string, string>>;
  readonly confidence: number;
  readonly reason: string;
}

export interface TableLook {
  readonly source: string;
  readonly encoding: string;
  readonly delimiter: string | null;
  readonly sheets: readonly string[];
  readonly rows: number;
  readonly columns: readonly ColumnGuess[];
  readonly mapping: Mapping;
  readonly savedMappings: readonly {
    readonly id: string;
    readonly name: string;
    readonly mapping: Mapping;
    readonly fits: boolean;
  }[];
}

export type RowOutcome = "add" | "update" | "unchanged" | "fail";

export interface RowReport {
  readonly row: number;
  readonly outcome: RowOutcome;
  readonly label: string;
  /** Cells that would not be understood: column and code, never the content. */
  readonly problems: readonly { readonly column: string; readonly code: string }[];
  /** For an update: properties whose value changes. */
  readonly changes: readonly {
    readonly property: string;
    readonly from: string;
    readonly to: string;
  }[];
}

export interface DryRun {
  readonly rows: number;
  readonly add: number;
  readonly update: number;
  readonly unchanged: number;
  readonly fail: number;
  readonly warnings: number;
  /** Reports of the first rows of each outcome, at most 500 in all. */
  readonly reports: readonly RowReport[];
}

/** What became of each thing handed in; one bad item never stops the others. */
export interface IntakeItem {
  readonly name: string;
  readonly source?: string;
  readonly title?: string;
  readonly kind?: string;
  readonly suggestions?: number;
  readonly duplicateOf?: string;
  readonly error?: { readonly code: string; readonly message: string };
}
