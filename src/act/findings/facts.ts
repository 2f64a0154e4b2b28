// What the rules of findings look at: plain values, taken from the vault or made up by a test.

export interface DateFact {
  readonly claim: string;
  readonly edtf: string;
}

export interface EpisodeFacts {
  readonly record: string;
  /** A standing claim says that the person died in it. */
  readonly death: boolean;
  readonly from: readonly DateFact[];
  readonly to: readonly DateFact[];
}

export interface ProceedingFacts {
  readonly record: string;
  readonly hearings: readonly DateFact[];
  readonly removals: readonly DateFact[];
  /** Codes of `proceeding-outcome`. */
  readonly outcomes: readonly { readonly claim: string; readonly code: string }[];
}

export interface InterventionFacts {
  readonly record: string;
  readonly due: readonly DateFact[];
  readonly replied: boolean;
}

export interface ConsentFacts {
  readonly id: string;
  /** A code of `consent-giver`. */
  readonly giver: string;
  readonly audiences: readonly string[];
  readonly until?: string;
  readonly state: "stands" | "ended" | "withdrawn";
}

export interface PersonFacts {
  readonly person: string;
  readonly born: readonly DateFact[];
  readonly aliveOn: readonly DateFact[];
  /** Some standing claim makes the person younger than eighteen today. */
  readonly child: boolean;
  readonly episodes: readonly EpisodeFacts[];
  readonly proceedings: readonly ProceedingFacts[];
  readonly interventions: readonly InterventionFacts[];
  readonly consents: readonly ConsentFacts[];
  /** Ids of the open cases the person is part of. */
  readonly openCases: readonly string[];
}

export interface CaseFacts {
  readonly id: string;
  readonly open: boolean;
  readonly people: readonly string[];
  /** Other cases that bear the same number. */
  readonly twins: readonly string[];
  readonly deadlines: readonly {
    readonly id: string;
    readonly kind: string;
    readonly waits: boolean;
    readonly overdue: boolean;
    readonly doubt: string | null;
    /** The reply to the intervention whose due day the deadline was made of: its claim and what it says. */
    readonly reply?: readonly [claim: string, value: string];
    /** Day, hour, zone and state as stated: what settling it rests on. */
    readonly stated: string;
  }[];
}
