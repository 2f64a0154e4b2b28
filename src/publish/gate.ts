// What may go to an audience: the rule for one claim, statement or source, as a pure function.
// Invariant: default deny. Everything held back has a reason; a reason is a code and tells nothing of what it holds back.
import { type Consented, isPublicSource } from "../act/index.ts";

export type HeldReason =
  /** Sealed values leave to nobody. */
  | "sealed"
  /** Nobody has accepted it yet. */
  | "not-reviewed"
  /** Its source is closed: nothing of it leaves to anybody until a member opens it. */
  | "closed"
  /** The consent of whoever gave the source was never asked for this audience, was withdrawn, or has ended. */
  | "source-never-asked"
  | "source-withdrawn"
  | "source-ended"
  /** One of several people, whose own consent does not cover the audience: nothing about them goes. */
  | "person-never-asked"
  | "person-withdrawn"
  | "person-ended"
  /** A picture or recording of which no two members said that it shows this person. */
  | "not-confirmed"
  /** It names another person, whose consent is another matter. */
  | "other-person"
  /** The file lists many people. */
  | "names-others"
  /** Whoever made the dossier sends a copy with parts blacked out instead. */
  | "redacted"
  /** Notes between members. */
  | "internal";

export type Gate = "goes" | HeldReason;

/** Audiences a dossier can be made for: those to whom a person is named. */
export const dossierAudiences = [
  "inside",
  "un-quiet",
  "un-named",
  "partners",
  "public-name",
] as const;
export type DossierAudience = (typeof dossierAudiences)[number];

/** A table holds everybody; only its cells about the person may go. */
const manyPeople = new Set(["list"]);
const mayShowAnother = new Set(["photo", "recording"]);

export interface SourceFacts {
  readonly kind: string;
  /** What whoever gave it said about this audience. */
  readonly consent: Consented;
  /** Two members said that its picture or recording shows the person this is about. */
  readonly confirmed?: boolean;
  readonly closed?: boolean;
}

/** Whether what a source says may be told, and its text quoted. */
export function gateSource(
  { kind, consent, closed }: SourceFacts,
  audience: DossierAudience,
): Gate {
  if (closed === true) return "closed";
  if (audience === "inside" || isPublicSource(kind) || consent === "yes") return "goes";
  return `source-${consent}` as const;
}

/** Whether the file itself may go along. */
export function gateFile(source: SourceFacts, audience: DossierAudience): Gate {
  if (source.closed === true) return "closed";
  if (manyPeople.has(source.kind)) return "names-others";
  if (mayShowAnother.has(source.kind) && source.confirmed !== true) return "not-confirmed";
  return gateSource(source, audience);
}

export interface ClaimFacts {
  readonly sealed: boolean;
  readonly accepted: boolean;
  /** It points at a person who is not the one the dossier is about. */
  readonly anotherPerson: boolean;
  readonly source: SourceFacts;
}

export function gateClaim(claim: ClaimFacts, audience: DossierAudience): Gate {
  if (claim.sealed) return "sealed";
  if (claim.anotherPerson) return "other-person";
  const source = gateSource(claim.source, audience);
  if (source !== "goes") return source;
  return claim.accepted || audience === "inside" ? "goes" : "not-reviewed";
}
