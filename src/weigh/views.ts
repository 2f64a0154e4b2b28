// What the weigh room shows: a file made of claims, each leading back to who said it and where.
import type { Passage, ReviewState, Stance, Value } from "../model/index.ts";
import type { JudgementView, NameForm } from "../link/index.ts";
import type { Fact } from "./grading/fact-status.ts";
import type { Carrier } from "./origin-carriers.ts";

export type { Carrier };
export type { Fact, FactStatus } from "./grading/fact-status.ts";
export type { Graded, GradesView } from "./grading/read-grades.ts";

export interface StatementView {
  readonly id: string;
  readonly source: string;
  readonly sourceTitle: string;
  readonly published?: string;
  readonly speaker: string;
  readonly speakerRecord?: string;
  readonly cue?: string;
  readonly content: string;
  readonly mode: "direct" | "mixed" | "paraphrase";
  readonly stance: Stance;
  readonly addressee?: string;
  readonly said?: string;
  readonly passage: Passage;
  readonly targets: readonly {
    readonly record: string;
    readonly label: string;
    readonly property?: string;
  }[];
  readonly answers: readonly {
    readonly id: string;
    readonly label: string;
    /** The claim that says so, where it was said after the statement was recorded. */
    readonly claim?: string;
  }[];
  readonly answeredBy: readonly {
    readonly id: string;
    readonly stance: Stance;
    readonly speaker: string;
    readonly content: string;
  }[];
  readonly withdrawn: boolean;
  readonly by: string;
  readonly at: number;
  readonly seq: number;
}

export interface ClaimView {
  readonly id: string;
  readonly record: string;
  readonly property: string;
  readonly value: Value;
  /** The value in words; for a sealed one, "sealed". */
  readonly text: string;
  readonly review: ReviewState;
  readonly source: string;
  readonly sourceTitle: string;
  readonly published?: string;
  readonly passage?: Passage;
  readonly statement?: string;
  readonly speaker?: string;
  readonly stance?: Stance;
  readonly knows?: string;
  readonly said?: string;
  readonly grade?: number;
  readonly by: string;
  readonly at: number;
  readonly seq: number;
  /** The entry of its latest review, to be given back as `expect`; null: never reviewed. */
  readonly reviewSeq: number | null;
  readonly batch?: string;
}

/** Why something may be what a denial answers. */
type AnswerReason =
  | { readonly kind: "answered" }
  /** Words of the denial, or of what it answers in its text, that stand there too. */
  | { readonly kind: "words"; readonly words: readonly string[] }
  | { readonly kind: "names"; readonly person: string };

/** What a suggested denial may answer and whom it names, the likeliest first. */
export interface AnswerProposals {
  /** What the reading takes it to answer: a suggestion of the same source, the statement it became, or words. */
  readonly allegation: {
    readonly suggestion?: string;
    readonly statement?: string;
    readonly words: string;
  } | null;
  readonly statements: readonly {
    readonly id: string;
    readonly speaker: string;
    readonly content: string;
    readonly source: string;
    readonly sourceTitle: string;
    readonly why: AnswerReason;
  }[];
  readonly questions: readonly {
    readonly id: string;
    readonly label: string;
    readonly why: AnswerReason;
  }[];
  /** People on file whose names the denial has, with where it has them. */
  readonly people: readonly {
    readonly record: string;
    readonly label: string;
    readonly words: string;
    readonly start: number;
    readonly end: number;
  }[];
}

/** A denial and what it answers, both accepted, that nobody has linked yet. */
export interface WaitingAnswer {
  readonly denial: WaitingSide;
  readonly answered: WaitingSide;
}
export interface WaitingSide {
  readonly statement: string;
  readonly speaker: string;
  readonly content: string;
}

/** A root at which the walk over relays and speakers ends. Ten outlets citing one relative are one origin. */
export interface OriginView {
  readonly key: string;
  readonly label: string;
  readonly kind: "speaker" | "source";
  /** Claims that go back to it, and how many of the sources merely repeat it. */
  readonly claims: readonly string[];
  readonly retellings: number;
  /** The sources from the claim down to the root, by title. */
  readonly chain: readonly { readonly source: string; readonly title: string }[];
  /** Every source on the way from a claim to the root, each once, the root first. */
  readonly carriers: readonly Carrier[];
}

export type PropertyState = "single" | "corroborated" | "disputed";

export interface PropertyView {
  readonly name: string;
  readonly label: string;
  readonly group: string;
  readonly many: boolean;
  readonly sealed: boolean;
  /** One headline for a single-valued property; for one that may have many values, one each. */
  readonly headlines: readonly {
    readonly text: string;
    readonly value: Value;
    readonly state: PropertyState;
    /** Why this is the headline, in words. */
    readonly why: string;
    /** What is known of it, from origins, grades and denials. */
    readonly fact: Fact;
    readonly pinned: boolean;
    readonly claims: readonly string[];
    readonly origins: readonly OriginView[];
  }[];
  /** Values that lost to the headline, or stand against it. */
  readonly others: readonly {
    readonly text: string;
    readonly claims: readonly string[];
    readonly origins: readonly OriginView[];
  }[];
  readonly denials: readonly {
    readonly statement: string;
    readonly speaker: string;
    readonly content: string;
    readonly stance: Stance;
    readonly namesThePerson: boolean;
  }[];
  readonly claims: readonly ClaimView[];
}

/** An episode, act, relationship or proceeding: records that point at this one. */
export interface RelatedView {
  readonly id: string;
  readonly schema: string;
  readonly label: string;
  readonly records: readonly string[];
  readonly properties: readonly PropertyView[];
  /** Bounds for drawing, as ISO days; null is open or unknown. */
  readonly from: DrawnDate | null;
  readonly to: DrawnDate | null;
}

/** A date as a timeline draws it: earliest and latest day it may mean. */
export interface DrawnDate {
  readonly edtf: string;
  readonly text: string;
  readonly min: string | null;
  readonly max: string | null;
}

/** The last day anyone is known to have heard of a person. */
export interface News {
  /** ISO day: the last one the date may mean. */
  readonly day: string;
  /** Confirmed alive, an episode that ended or began, or a source that spoke of the person. */
  readonly kind: "alive" | "ended" | "began" | "spoke";
  readonly source: string;
  readonly sourceTitle: string;
}

export interface RecordFile {
  readonly id: string;
  readonly number: string;
  /** The numbers of the other records: each was a file of its own before they were judged the same. */
  readonly formerly: readonly string[];
  readonly schema: string;
  readonly label: string;
  readonly names: readonly NameForm[];
  /** One sentence: what is known, how well, and since when there is no news. Null for schemas without one. */
  readonly status: {
    readonly state: PropertyState;
    readonly text: string;
    readonly noNewsDays: number | null;
    /** The latest news: what kind it is and which source has it. */
    readonly news: News | null;
    /** Independent origins of what the sentence says happened, and the sources their word stands in. */
    readonly origins: number;
    readonly sources: number;
  } | null;
  readonly properties: readonly PropertyView[];
  readonly related: readonly RelatedView[];
  /** Statements made about this record, or by it. */
  readonly statements: readonly StatementView[];
  readonly spoke: readonly StatementView[];
  readonly records: readonly {
    readonly id: string;
    readonly label: string;
    readonly source: string;
    readonly sourceTitle: string;
    readonly claims: number;
  }[];
  readonly judgements: readonly JudgementView[];
  readonly counts: {
    readonly claims: number;
    readonly sources: number;
    readonly origins: number;
    readonly contradictions: number;
  };
  /** Latest entry that touched the file, for optimistic concurrency. */
  readonly seq: number;
}

export interface HistoryView {
  readonly seq: number;
  readonly at: number;
  readonly by: string;
  readonly device: string;
  readonly kind: string;
  /** What was done, in words; never holds a sealed value. */
  readonly text: string;
  readonly subject: string;
  readonly erased: boolean;
}

export interface RecordItem {
  readonly id: string;
  readonly schema: string;
  readonly label: string;
  readonly source: string;
  readonly sourceTitle: string;
  readonly claims: number;
}

/** A passage of a source something was made of. */
export interface SourceMark {
  /** The statement or claim. */
  readonly id: string;
  /** The record that shows it: the statement itself, or what the claim is about. */
  readonly record: string;
  readonly schema: string;
  readonly property?: string;
  readonly start: number;
  readonly end: number;
  /** The suggestion it came from. */
  readonly suggestion?: string;
}
