// What may go to one audience, as flat rows: every format is a function of this alone.
// Invariant: nothing in here was held back; every key used in one list stands in another, or in none of them.
import type { Stance } from "../../model/index.ts";

/** Where a claim's words stand, and in which version of the text. */
export interface ExportPassage {
  readonly quote?: string;
  /** Offsets in UTF-16 units into the received text. */
  readonly start?: number;
  readonly end?: number;
  readonly page?: number;
  readonly row?: number;
  readonly column?: string;
  readonly fromMs?: number;
  readonly toMs?: number;
}

export interface ExportName {
  readonly text: string;
  readonly script?: string;
  readonly language?: string;
}

export interface ExportPerson {
  readonly key: string;
  readonly formerly: readonly string[];
  /** Empty where the audience may not know it. */
  readonly name: string;
  readonly names: readonly ExportName[];
  /** One sentence made of what goes. */
  readonly status: string;
  readonly state: string;
}

/** An episode, act, relationship, proceeding, intervention … of a person. */
export interface ExportPart {
  readonly key: string;
  readonly schema: string;
  readonly person: string;
  readonly label: string;
  /** Earliest and latest day, ISO; null: open or not known. */
  readonly from: { readonly min: string | null; readonly max: string | null } | null;
  readonly to: { readonly min: string | null; readonly max: string | null } | null;
}

export interface ExportClaim {
  readonly key: string;
  /** The person or part it is about. */
  readonly about: string;
  readonly person: string;
  readonly schema: string;
  readonly property: string;
  readonly label: string;
  /** The value in words. */
  readonly text: string;
  /** EDTF of a date. */
  readonly date?: string;
  readonly code?: { readonly vocabulary: string; readonly code: string };
  /** Of a place: its code in the gazetteer. */
  readonly place?: string;
  /** Of a pointer: the person or part it points at. */
  readonly ref?: string;
  readonly script?: string;
  readonly language?: string;
  /** `shown`: it stands behind the value that is shown; `other`: behind one that stands against it. */
  readonly stands: "shown" | "other";
  readonly state: string;
  /** Independent origins behind its value. */
  readonly origins: number;
  readonly review: string;
  readonly source: string;
  readonly speaker?: string;
  readonly said?: string;
  readonly knows?: string;
  readonly grade?: number;
  readonly statement?: string;
  readonly passage?: ExportPassage;
}

export interface ExportStatement {
  readonly key: string;
  /** People (and parts) it is about that go too. */
  readonly about: readonly string[];
  readonly speaker: string;
  readonly words: string;
  readonly stance: Stance;
  readonly said?: string;
  readonly source: string;
  readonly answers: readonly string[];
  /** People of the export it names. */
  readonly names: readonly string[];
  readonly passage?: ExportPassage;
}

export interface ExportSource {
  readonly key: string;
  readonly kind: string;
  readonly title: string;
  readonly publisher?: string;
  readonly author?: string;
  readonly published?: string;
  readonly language?: string;
  readonly url?: string;
  /** SHA-256 of the received text its passages point into, and of the file. */
  readonly text?: string;
  readonly sha256?: string;
}

export interface ExportPlace {
  readonly key: string;
  readonly name: string;
  readonly kind: string;
  readonly latitude?: number;
  readonly longitude?: number;
  /** In words, as the source or the rule for the audience has it. */
  readonly precision: string;
  readonly people: readonly string[];
}

/** A number somebody gave, in their words; never added to another. */
export interface ExportFigure {
  readonly key: string;
  readonly quantity: string;
  readonly unit: string;
  readonly words: string;
  readonly low: number | null;
  readonly high: number | null;
  readonly hedge: string;
  readonly speaker: string;
  /** Earliest and latest day it is as of, ISO. */
  readonly asOf: { readonly min: string | null; readonly max: string | null } | null;
  readonly said?: string;
  readonly method?: string;
  readonly source: string;
}

/** What one speaker said to a question in dispute. */
export interface ExportAnswer {
  readonly question: string;
  readonly wording: string;
  readonly side: string;
  /** Independent origins behind the whole side. */
  readonly origins: number;
  readonly speaker: string;
  readonly words: string;
  readonly stance: Stance;
  readonly said?: string;
  readonly source: string;
}

export interface ExportSet {
  readonly audience: string;
  /** Day, ISO. */
  readonly asOf: string;
  readonly people: readonly ExportPerson[];
  readonly parts: readonly ExportPart[];
  readonly claims: readonly ExportClaim[];
  readonly statements: readonly ExportStatement[];
  readonly sources: readonly ExportSource[];
  readonly places: readonly ExportPlace[];
  /** Of a release alone: an export for partners holds people. */
  readonly figures: readonly ExportFigure[];
  readonly questions: readonly ExportAnswer[];
}

/** A file of an export. */
export interface ExportFile {
  readonly path: string;
  readonly text: string;
}
