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
  readonly next: string | null;
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
