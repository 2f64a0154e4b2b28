// What the act room shows. Plain data: it crosses HTTP as it stands.

export interface ConsentView {
  readonly id: string;
  /** A record or a source. */
  readonly about: string;
  readonly audiences: readonly string[];
  readonly giver: string;
  readonly mode: string;
  readonly language?: string;
  readonly wording?: string;
  /** Last day it holds, as an ISO day. */
  readonly until?: string;
  readonly note?: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly state: "stands" | "ended" | "withdrawn";
}

/** Whether something may go to an audience, and if not, what is in the way. */
export type Consented = "yes" | "never-asked" | "withdrawn" | "ended";
