// What the link room shows of people and of the judgements that hold them together.
import type { Verdict } from "../model/index.ts";

export interface NameForm {
  readonly text: string;
  readonly script?: string | undefined;
  readonly lang?: string | undefined;
  readonly role?: string | undefined;
  /** How many claims give this form. */
  readonly claims: number;
}

export interface PersonItem {
  readonly id: string;
  /** Short number shown to people, for example `P-7K3F9Q`. */
  readonly number: string;
  readonly label: string;
  readonly names: readonly NameForm[];
  readonly records: number;
  readonly claims: number;
  readonly sources: number;
  readonly born?: string;
  readonly from?: string;
}

export interface PeoplePage {
  readonly total: number;
  readonly items: readonly PersonItem[];
  /** Why each found person matched the query, by person id: the name form that matched. */
  readonly matched?: Readonly<Record<string, string>>;
  /** For those found by how the name sounds: how alike it is to the query, by person id. */
  readonly alike?: Readonly<Record<string, { readonly score: number; readonly band: string }>>;
  readonly next: string | null;
}

/** One rule that speaks for (bits above 0) or against two records being one person. */
export interface ReasonView {
  readonly rule: string;
  readonly bits: number;
  readonly text: string;
}

/** Two records that may be one person, or relatives, waiting for a person's judgement. */
export interface QueueItem {
  readonly left: string;
  readonly right: string;
  /** The people the two records belong to now. */
  readonly leftPerson: PersonItem;
  readonly rightPerson: PersonItem;
  /** 0 to 1. */
  readonly score: number;
  /** `very likely`, `likely`, `possible`, `unlikely` or `kin`. */
  readonly band: string;
  readonly reasons: readonly ReasonView[];
}

export interface QueuePage {
  /** Pairs not yet judged; pairs of people who were judged through other records are left out only when their page comes. */
  readonly total: number;
  readonly items: readonly QueueItem[];
  readonly next: string | null;
}

export interface CompareView {
  readonly left: string;
  readonly right: string;
  readonly score: number;
  readonly band: string;
  readonly reasons: readonly ReasonView[];
  /** The two names most alike, and why, in sentences; null where a side has no name. */
  readonly names: {
    readonly left: string;
    readonly right: string;
    readonly score: number;
    readonly band: string;
    readonly lines: readonly string[];
  } | null;
}

export interface JudgementView {
  readonly left: string;
  readonly leftLabel: string;
  readonly right: string;
  readonly rightLabel: string;
  readonly verdict: Verdict;
  readonly reason: string;
  readonly by: string;
  readonly at: number;
  readonly seq: number;
}

export interface ClusterView {
  readonly person: string;
  readonly records: readonly {
    readonly id: string;
    readonly label: string;
    readonly source: string;
    readonly sourceTitle: string;
    readonly claims: number;
  }[];
  readonly judgements: readonly JudgementView[];
}
