// What the act room shows of consent. Plain data: it crosses HTTP as it stands.

export interface ConsentView {
  readonly id: string;
  /** A record or a source. */
  readonly about: string;
  readonly audiences: readonly string[];
  readonly giver: string;
  /** Name and contact are kept, sealed. */
  readonly giverKept: boolean;
  readonly mode: string;
  readonly language?: string;
  readonly interpreter?: string;
  readonly wording?: string;
  readonly taker?: string;
  readonly capacity?: string;
  readonly assent?: "yes" | "too-young";
  readonly risk?: string;
  /** Last day it holds, as an ISO day. */
  readonly until?: string;
  /** Day to ask again, as an ISO day. */
  readonly review?: string;
  readonly note?: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** The member who wrote it down. */
  readonly by: string;
  readonly seq: number;
  readonly state: "stands" | "ended" | "withdrawn";
  readonly withdrawals: readonly {
    readonly at: number;
    readonly by: string;
    /** Null: all of it. */
    readonly audiences: readonly string[] | null;
    readonly reason?: string;
  }[];
}

/** Whether something may go to an audience, and if not, what is in the way. */
export type Consented = "yes" | "never-asked" | "withdrawn" | "ended";

/** One audience, and what was said of it. */
export interface AudienceFlag {
  readonly audience: string;
  readonly consented: Consented;
  /** The consent that decides it: the last standing, ended or withdrawn one. */
  readonly consent?: string;
}

/** What should be settled about a person's consents; nothing is settled silently. */
export type ConsentFinding =
  | { readonly kind: "child-without-guardian" | "capacity-not-stated"; readonly consent: string }
  | { readonly kind: "grown-up" | "review-due" | "ended"; readonly consent: string };

export interface PersonConsents {
  readonly about: string;
  readonly flags: readonly AudienceFlag[];
  readonly consents: readonly ConsentView[];
  readonly findings: readonly ConsentFinding[];
  /** Everything that went out about the person or source, newest first. */
  readonly wentOut: readonly WentOut[];
}

/** What became of a copy that is out, as a member wrote it down. */
export interface CopyAnswer {
  readonly state: "asked" | "gone" | "refused";
  readonly note?: string;
  readonly at: number;
  readonly by: string;
}

/** Something that left, and what should be done about it now. */
export interface WentOut {
  /** Number of the entry it left by. */
  readonly seq: number;
  /** `dossier`, `release`, `handed-over`, or a code of `intervention-kind`. */
  readonly kind: string;
  readonly about: string;
  readonly audience: string | null;
  readonly receiver?: string;
  readonly at: number;
  readonly by: string;
  /** The consents it rested on, standing when it went. */
  readonly consents: readonly string[];
  /** Null: nobody wrote anything down. */
  readonly answer: CopyAnswer | null;
  /** One of them was withdrawn since, for this audience. */
  readonly marked: boolean;
  /** What to do: a code, put into words by the faces. Null where nothing was withdrawn. */
  readonly todo: "ask-to-destroy" | "ask-back" | "write-to-experts" | "correct-in-public" | null;
}

/** A consent that ends, ended, or is to be asked again, of which nothing newer stands. */
export interface DueConsent {
  readonly consent: ConsentView;
  /** The person's or the source's id, and what it is called. */
  readonly about: string;
  readonly label: string;
  readonly number?: string;
  readonly due: string;
  readonly why: "ends" | "ended" | "review";
}

/** One person or source whose consent is needed, and what is in the way. */
export interface ConsentNeed {
  readonly who: "person" | "source";
  /** The person's oldest record, or the source. */
  readonly id: string;
  /** All its records. */
  readonly records: readonly string[];
  /** Why it is needed. */
  readonly as: "subject" | "named" | "relative" | "testifier" | "giver";
  readonly child: boolean;
  readonly blocks: ConsentBlock | null;
}
export type ConsentBlock =
  | Exclude<Consented, "yes">
  /** The only consents that stand were not given by a parent or guardian. */
  | "child-without-guardian";
