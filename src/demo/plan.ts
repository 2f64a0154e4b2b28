// The nouns in which the demonstration is written down: sources, what they say, and what people decided about it.
// Invariant: a plan holds words of its text, never offsets; where they stand is found when the vault is made.
import type { ReviewState, Stance, Value, Verdict } from "../model/index.ts";

/** Who did it: the visitor's own member, or the invented colleague. */
export type By = "user" | "colleague";

/** A typed value; a pointer names the plan of the record it points to. */
export type ValuePlan = Value | { readonly kind: "to"; readonly to: string };

export interface Quoted {
  /** Words of the source's text. They must stand there once, or once inside `near`. */
  readonly quote: string;
  readonly near?: string;
}

export interface ClaimPlan extends Quoted {
  readonly property: string;
  readonly value: ValuePlan;
  /** Statement through which it was said; null is the source's own voice whatever the source's `voice` is. */
  readonly via?: string | null;
  readonly knows?: string;
  readonly said?: string;
  /** Name by which decisions refer to this claim. */
  readonly key?: string;
}

export interface RecordPlan {
  /** Unique inside its source; from elsewhere it is `source/as`. */
  readonly as: string;
  readonly schema: string;
  readonly label: string;
  readonly claims: readonly ClaimPlan[];
}

export interface StatementPlan extends Quoted {
  readonly as: string;
  readonly speaker?: string;
  /** The speaker's record. */
  readonly by?: string;
  readonly stance: Stance;
  readonly mode: "direct" | "mixed" | "paraphrase";
  readonly to?: string;
  readonly said?: string;
  /** Records it is about, `key` or `key.property`. */
  readonly about?: readonly string[];
  /** Statements or questions it answers. */
  readonly answers?: readonly string[];
}

export interface RelayPlan extends Quoted {
  readonly source?: string;
  readonly words: string;
}

export interface TestimonyPlan {
  readonly testifier: { readonly as: string; readonly name: string };
  readonly given: string;
  readonly knows: string;
  readonly interviewer?: string;
  readonly interpreter?: string;
  readonly people: readonly {
    readonly as: string;
    readonly name: string;
    readonly relation?: string;
  }[];
}

export interface SourcePlan {
  readonly key: string;
  /** A file of `texts/`. */
  readonly file: string;
  /** How it comes in: as a file, as a typed text, or as a testimony entered by hand. */
  readonly intake: "file" | "text" | "testimony";
  readonly kind: string;
  readonly language: string;
  readonly title?: string;
  readonly headline?: string;
  readonly publisher?: string;
  readonly author?: string;
  /** EDTF, and the words it stands in. */
  readonly published?: readonly [string, string];
  readonly relays?: readonly RelayPlan[];
  readonly interviewer?: string;
  readonly interpreter?: string;
  readonly note?: string;
  readonly by?: By;
  readonly testimony?: TestimonyPlan;
  /** The statement through which claims were said that name no other. */
  readonly voice?: string;
  readonly knows?: string;
  readonly records?: readonly RecordPlan[];
  readonly statements?: readonly StatementPlan[];
  /** Suggested statements, by words in them, that the colleague turned down. */
  readonly reject?: readonly { readonly words: string; readonly reason: string }[];
}

export interface JudgementPlan {
  readonly left: string;
  readonly right: string;
  readonly verdict: Verdict;
  readonly reason: string;
  readonly by?: By;
}

export type DecisionPlan = { readonly by?: By; readonly reason: string } & (
  | { readonly kind: "grade"; readonly claim: string; readonly grade: number }
  | {
      readonly kind: "pin";
      readonly record: string;
      readonly property: string;
      readonly claim: string;
    }
  | { readonly kind: "withdraw"; readonly claim: string }
  | { readonly kind: "withdraw-record"; readonly record: string }
  | { readonly kind: "review"; readonly claim: string; readonly state: ReviewState }
);

/** Who may see what is on file of a person, or what somebody gave. */
export interface ConsentPlan {
  /** A record or a source, by its name in the plans. */
  readonly record?: string;
  readonly source?: string;
  readonly audiences: readonly string[];
  readonly giver: string;
  readonly mode: string;
  readonly language?: string;
  readonly wording?: string;
  readonly by: By;
  /** Why it was withdrawn later on. */
  readonly withdrawn?: string;
}

/** A case the group works on; days are counted from the day on which the vault is made. */
export interface CasePlan {
  /** Records, by their names in the plans. */
  readonly people: readonly string[];
  readonly kind: string;
  readonly title: string;
  readonly status: string;
  readonly priority: string;
  readonly assignee?: By;
  readonly deadlines: readonly {
    readonly kind: string;
    readonly title: string;
    readonly inDays: number;
    readonly time?: string;
    readonly zone: string;
    readonly state?: "done";
  }[];
  readonly tasks: readonly {
    readonly title: string;
    readonly inDays: number;
    readonly by: By;
    readonly done?: true;
  }[];
  /** Items of the checklist of its kind. */
  readonly checked: readonly string[];
  readonly notes: readonly string[];
}
