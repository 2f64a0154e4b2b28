// What the matching knows of one record: names ready to compare, and the facts that speak for or against.
// Invariant: plain values; unknown is 0, null or an empty list, never a guess.
import type { PreparedName } from "../../names/index.ts";

export interface EpisodeFacts {
  /** Code of the vocabulary `episode-kind`. */
  readonly kind: string;
  /** 0 where not said. */
  readonly fromYear: number;
  /** 1–12, 0 where not said. */
  readonly month: number;
  readonly areas: readonly string[];
}

export interface PersonFeatures {
  readonly id: string;
  readonly names: readonly PreparedName[];
  /** 0 not said, 1 man, 2 woman. */
  readonly sex: 0 | 1 | 2;
  /** Range of birth years, inclusive; 0 where not known. */
  readonly bornFrom: number;
  readonly bornTo: number;
  /** ISO day where a source says it. */
  readonly bornDay: string | null;
  /** Codes of the narrowest places said, or their folded words where nobody resolved them. */
  readonly places: readonly string[];
  /** Codes of the prefectures (or widest parts below a country) those lie in. */
  readonly areas: readonly string[];
  /** Keyed hashes of sealed numbers. */
  readonly identities: readonly string[];
  readonly relatives: readonly PreparedName[];
  /** Records that a relationship ties to this one. */
  readonly kin: readonly string[];
  readonly episodes: readonly EpisodeFacts[];
  readonly sources: readonly string[];
}

/** A record of which nothing is known; tests and readers fill in what they have. */
export const unknownPerson: Omit<PersonFeatures, "id"> = {
  names: [],
  sex: 0,
  bornFrom: 0,
  bornTo: 0,
  bornDay: null,
  places: [],
  areas: [],
  identities: [],
  relatives: [],
  kin: [],
  episodes: [],
  sources: [],
};
