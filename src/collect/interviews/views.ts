// What is shown of an interview. Plain data: it crosses HTTP as it stands.
import type { FoundInCues } from "./read-cues.ts";
import type { Segment } from "./segment.ts";

export type Track = "original" | "translation";

export interface TranscriptView {
  readonly track: Track;
  /** BCP 47. */
  readonly language: string;
  /** Who wrote it down or translated it. */
  readonly by: string;
  readonly how: "typed" | "imported";
  readonly segments: readonly Segment[];
  /** The entry that holds this version; the next is saved against it. */
  readonly seq: number;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly versions: number;
}

export interface LinkedInterview {
  readonly id: string;
  readonly title: string;
}

export interface InterviewView {
  readonly source: string;
  readonly kind: string;
  readonly title: string;
  readonly closed: boolean;
  /** Whether a person said so; else it follows from what was told. */
  readonly closedSaid: boolean;
  readonly testifier?: string;
  /** A name is sealed behind the pseudonym. */
  readonly hasIdentity: boolean;
  readonly interviewer?: string;
  readonly interpreter?: string;
  readonly language?: string;
  /** EDTF. */
  readonly held?: string;
  readonly place?: string;
  readonly mode?: string;
  readonly form?: string;
  readonly present?: string;
  readonly questions?: string;
  readonly consent?: string;
  readonly consentNote?: string;
  readonly sexualViolence: boolean;
  readonly earlier?: LinkedInterview;
  readonly later: readonly LinkedInterview[];
  readonly recording?: { readonly mime: string; readonly size: number; readonly name?: string };
  /** The received text, for an interview that was written down without times. */
  readonly hasText: boolean;
  readonly transcripts: readonly TranscriptView[];
  /** The entry that holds the record of how it was held; null: nobody wrote one. */
  readonly seq: number | null;
}

export interface ImportedTranscript {
  readonly transcript: TranscriptView;
  readonly findings: readonly FoundInCues[];
}
