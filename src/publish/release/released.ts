// What a release holds: everything that may go to its audience, and nothing else. The site, the exports and the tables for
// the public are functions of this alone.
// Invariant: no id of the vault, no value that was held back and no name above a person's level is in here.
import type { Stance } from "../../model/index.ts";

/** How a person may be named to the public. */
export type NameLevel = "name" | "initials" | "no-name";

/** A source as it may be told; the others stand as "a source that is not named". */
export interface ReleasedSource {
  /** Its number in this release, from 1, by which everything refers to it. */
  readonly n: number;
  readonly kind: string;
  readonly title: string;
  readonly publisher?: string;
  readonly author?: string;
  /** EDTF. */
  readonly published?: string;
  readonly language?: string;
  readonly url?: string;
  /** Of the file as received; only where the source may be named. */
  readonly sha256?: string;
}

/** One claim behind a value: who said it, where, in which words. */
export interface ReleasedClaim {
  readonly text: string;
  readonly source: number;
  readonly speaker?: string;
  readonly said?: string;
  readonly knows?: string;
  readonly grade?: number;
  readonly quote?: string;
  /** Numbers of the independent origins it goes back to, from 1, within its person. */
  readonly origins: readonly number[];
}

export interface ReleasedValue {
  readonly property: string;
  readonly label: string;
  readonly text: string;
  readonly state: "single" | "corroborated" | "disputed";
  /** Independent origins behind the value shown. */
  readonly origins: number;
  readonly claims: readonly ReleasedClaim[];
  /** Values that stand against it. */
  readonly others: readonly { readonly text: string; readonly claims: readonly ReleasedClaim[] }[];
  /** Denials of this very value, by their numbers among the person's statements. */
  readonly denials: readonly number[];
  /** What was made coarser so that nobody can be told by it: `county`, `day`, `age`. */
  readonly coarser?: string;
}

/** A date as a timeline draws it: earliest and latest day it may mean, ISO; null is open or not known. */
export interface ReleasedDate {
  readonly text: string;
  readonly min: string | null;
  readonly max: string | null;
}

/** A stretch of the story, an act, a proceeding or an intervention. */
export interface ReleasedPart {
  readonly schema: string;
  readonly label: string;
  readonly from: ReleasedDate | null;
  readonly to: ReleasedDate | null;
  readonly values: readonly ReleasedValue[];
  /** Key of a released place where it happened. */
  readonly place?: string;
}

export interface ReleasedStatement {
  /** Its number within its page, from 1. */
  readonly n: number;
  readonly speaker: string;
  readonly words: string;
  readonly stance: Stance;
  readonly said?: string;
  readonly source: number;
  readonly answers: readonly number[];
  /** It names the person; a general denial does not make a case disputed. */
  readonly namesThePerson: boolean;
}

export interface ReleasedName {
  readonly text: string;
  readonly script: string;
  readonly language?: string;
}

export interface ReleasedPerson {
  /** The stable public number; also the address of the page. */
  readonly number: string;
  readonly formerly: readonly string[];
  readonly level: NameLevel;
  /** The name, the initials, or nothing but what kind of person. */
  readonly heading: string;
  /** Empty below the level `name`. */
  readonly names: readonly ReleasedName[];
  /** One sentence made of what is released here. */
  readonly status: string;
  readonly state: "single" | "corroborated" | "disputed";
  readonly values: readonly ReleasedValue[];
  readonly parts: readonly ReleasedPart[];
  readonly statements: readonly ReleasedStatement[];
  readonly pictures: readonly ReleasedPicture[];
  readonly origins: number;
  readonly sources: number;
  /** Day of the last change of what is shown here, ISO. */
  readonly changed: string;
}

/** A picture two members confirmed, encoded anew without anything in it but pixels. */
export interface ReleasedPicture {
  /** SHA-256 of the new bytes, lower-case hex. */
  readonly sha256: string;
  readonly mime: "image/jpeg" | "image/png" | "image/webp";
  readonly width: number;
  readonly height: number;
  readonly caption: string;
}

export interface ReleasedPlace {
  readonly key: string;
  readonly names: readonly ReleasedName[];
  readonly kind: string;
  /** Degrees; at most as exact as the rule for the audience lets them be. */
  readonly latitude?: number;
  readonly longitude?: number;
  /** Numbers of people with a part there, where that may be told. */
  readonly people: readonly string[];
  readonly values: readonly ReleasedValue[];
}

export interface ReleasedQuestion {
  readonly key: string;
  readonly wording: string;
  readonly sides: readonly {
    readonly side: "asserts" | "estimates" | "denies" | "reframes" | "others";
    readonly origins: number;
    readonly statements: readonly ReleasedStatement[];
  }[];
}

/** A number somebody gave, in their words; never added to or averaged with another. */
export interface ReleasedEstimate {
  readonly quantity: string;
  /** What is counted, and whether held at a time, ever held, or a population. */
  readonly unit: string;
  readonly words: string;
  readonly low: number | null;
  readonly high: number | null;
  readonly hedge: string;
  readonly speaker: string;
  readonly asOf: ReleasedDate | null;
  readonly said?: string;
  readonly method?: string;
  readonly source: number;
  readonly denials: readonly ReleasedStatement[];
}

/** A person, place or question that differs from the release before this one. */
export interface ReleasedChange {
  readonly kind: "new" | "changed" | "withdrawn";
  readonly number: string;
  readonly day: string;
  /** What changed, in words that tell nothing of what was taken away. */
  readonly what: string;
}

/** A place, question or figure that differs from the release before this one. */
export interface ReleasedThingChange {
  readonly kind: "new" | "changed" | "withdrawn";
  readonly about: "place" | "question" | "estimate";
  /** Of the place or question; of a figure a digest. */
  readonly key: string;
  /** What it is called in this release; empty where it is no longer shown. */
  readonly label: string;
  readonly day: string;
}

export interface Release {
  /** Counts up, from 1. */
  readonly number: number;
  readonly audience: string;
  /** Day the release is as of, ISO. */
  readonly asOf: string;
  /** Name of the group, where it wants to be named, and how to reach it. */
  readonly publisher: {
    readonly name?: string;
    readonly contact?: string;
    readonly address?: string;
  };
  /** Root of the ledger's checkpoint this was made at, hex, and its size. */
  readonly checkpoint: { readonly root: string; readonly size: number } | null;
  readonly people: readonly ReleasedPerson[];
  readonly places: readonly ReleasedPlace[];
  readonly questions: readonly ReleasedQuestion[];
  readonly estimates: readonly ReleasedEstimate[];
  readonly sources: readonly ReleasedSource[];
  readonly changes: readonly ReleasedChange[];
  /** What else changed; nothing at the first release. */
  readonly thingChanges?: readonly ReleasedThingChange[];
}
