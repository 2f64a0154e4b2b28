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
  /** The numbers of the other records of the same person: each was a file of its own before a merge. */
  readonly formerly: readonly string[];
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

/** A sentence of an explanation: the rule it comes from, the words it needs, and its text in English. */
export interface SentenceView {
  readonly rule: string;
  readonly values: Readonly<Record<string, string>>;
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
  /** The judgement of this very pair that stands although it waits: "not decided", or one that was taken back. */
  readonly standing: JudgementView | null;
}

export interface QueuePage {
  /** Pairs that wait: as many as all pages show. */
  readonly total: number;
  readonly items: readonly QueueItem[];
  readonly next: string | null;
  /** When candidates were last looked for, in milliseconds since 1970 UTC; null: never. */
  readonly linkedAt: number | null;
  /** Something that may make or change candidates was written since, or nobody ever looked. */
  readonly stale: boolean;
}

/** A word of one name beside its counterpart in the other, as each is written. */
export interface NamePairView {
  readonly left: string;
  readonly right: string;
  /** `given`, `father`, `family`, `second`, `extra` or `initial`. */
  readonly leftRole: string;
  readonly rightRole: string;
  /** 0 to 1. */
  readonly grade: number;
  /** How the two answer each other. */
  readonly answer: SentenceView;
  /** The rules that were used, a sentence each. */
  readonly rules: readonly SentenceView[];
}

export interface ComparedNames {
  readonly left: string;
  readonly right: string;
  readonly score: number;
  readonly band: string;
  readonly verdict: SentenceView;
  readonly pairs: readonly NamePairView[];
  /** What else was noted: words without a counterpart, order, endings. */
  readonly notes: readonly SentenceView[];
}

export interface CompareView {
  readonly left: string;
  readonly right: string;
  readonly score: number;
  readonly band: string;
  readonly reasons: readonly ReasonView[];
  /** How many other people on file bear a name like this; `orMore`: counting stopped there. */
  readonly bearers: { readonly people: number; readonly orMore: boolean };
  /** The two names most alike, and why; null where a side has no name. */
  readonly names: ComparedNames | null;
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
  /** It only takes the judgement before it back: the pair stands as if nobody had judged it. */
  readonly undone: boolean;
}

export interface ClusterView {
  readonly person: string;
  readonly records: readonly {
    readonly id: string;
    /** The number under which the record was known while it was a file of its own. */
    readonly number: string;
    readonly label: string;
    readonly source: string;
    readonly sourceTitle: string;
    readonly claims: number;
    /** The groups of records the others would fall into without this one: one group, unless it holds them together. */
    readonly without: readonly (readonly string[])[];
  }[];
  readonly judgements: readonly JudgementView[];
  /** The "same" judgements that hold the file together, and the groups it would fall into without each of them. */
  readonly ties: readonly {
    readonly seq: number;
    readonly without: readonly (readonly string[])[];
  }[];
}
