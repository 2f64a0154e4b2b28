// What is shown of interventions. Plain data: it crosses HTTP as it stands.
import type { ConsentNeed } from "../consents/views.ts";

/** `no-reply`: nothing came and the day it was due is over; `waiting`: nothing came yet. */
export type ReplyState = "answered" | "waiting" | "no-reply";

export interface InterventionItem {
  readonly id: string;
  readonly number: string;
  /** A code of `intervention-kind`; absent where no claim says so. */
  readonly kind?: string;
  readonly addressees: readonly string[];
  readonly by: readonly string[];
  readonly attended: readonly string[];
  readonly people: readonly {
    readonly id: string;
    readonly label: string;
    readonly number: string;
  }[];
  /** EDTF, as every date here. */
  readonly date?: string;
  readonly due?: string;
  readonly reply?: string;
  readonly replyDate?: string;
  readonly state: ReplyState;
  /** Whole days since it was sent, where nothing came; null where its date is not known to the year. */
  readonly waitedDays: number | null;
  readonly source: string;
}

export interface InterventionView extends InterventionItem {
  readonly asked: readonly string[];
  readonly reference?: string;
  readonly notes: readonly string[];
  readonly sourceTitle: string;
  readonly replies: readonly {
    readonly statement: string;
    readonly speaker: string;
    readonly words: string;
    readonly stance: string;
    readonly said?: string;
    readonly source: string;
    readonly sourceTitle: string;
  }[];
  /** To which audiences it went, as far as the group wrote it down. */
  readonly went: readonly { readonly audience: string; readonly at: number }[];
}

/** What was written, and whose consent did not cover the audience it went to: to be settled, never undone. */
export interface WrittenIntervention {
  readonly id: string;
  readonly source: string;
  readonly uncovered: readonly ConsentNeed[];
  /** In how many open cases the day on which a reply is due now stands as a deadline. */
  readonly deadlines: number;
}
