// What the network around a person shows, and who else may have been where they were.
import type { ReviewState } from "../../model/index.ts";

/** How two people stand to each other: family, held together, speaks for, anything else. */
export type TieKind = "kin" | "held" | "speaks" | "other";

export interface NetworkNode {
  /** The person. */
  readonly id: string;
  readonly number: string;
  readonly label: string;
  readonly lang?: string;
  readonly script?: string;
  /** Ties between this person and the one in the middle; 0 is the one in the middle. */
  readonly distance: number;
  /** The family it belongs to among those shown: the smallest id of people connected by kin. */
  readonly family: string;
}

/** A tie, with every source that says so. */
export interface NetworkEdge {
  readonly id: string;
  readonly from: string;
  readonly to: string;
  readonly kind: TieKind;
  /** "from is the … of to"; or the episode both were in. */
  readonly label: string;
  readonly sources: readonly {
    readonly record: string;
    readonly claim: string;
    readonly source: string;
    readonly title: string;
    readonly review: ReviewState;
  }[];
}

export interface NetworkView {
  readonly middle: string;
  readonly nodes: readonly NetworkNode[];
  readonly edges: readonly NetworkEdge[];
  /** People one tie further who are not shown, because of the depth or the limit. */
  readonly left: number;
}

/** Why somebody may have been there: the same facility on file, the same name of one, or only the same place. */
export type LeadReason = "facility-record" | "facility" | "place";

/** Somebody who may have been in the same place at the same time. Never a fact. */
export interface Lead {
  readonly person: string;
  readonly number: string;
  readonly label: string;
  readonly reason: LeadReason;
  /** The place, as the sources of this person name it. */
  readonly where: string;
  /** Whether the times surely have a day in common, or only possibly. */
  readonly overlap: "surely" | "possibly";
  readonly own: LeadEpisode;
  readonly theirs: LeadEpisode;
  /** The two are tied already. */
  readonly tied: boolean;
}

export interface LeadEpisode {
  readonly record: string;
  readonly kind: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly source: string;
  readonly sourceTitle: string;
}

export interface LeadsView {
  readonly leads: readonly Lead[];
  /** How many there are in all; only the best are listed. */
  readonly total: number;
}
