// What the appeals of a vault show. Plain data: it crosses HTTP as it stands.

export interface AppealPersonView {
  readonly record: string;
  readonly label: string;
  /** A code of the vocabulary `consent-giver`: as whom the sender consented. */
  readonly giver: string;
}

export interface AppealFileView {
  readonly name: string;
  /** Where it was taken in; none where it could not be. */
  readonly source?: string;
  /** The vault had it before this appeal. */
  readonly known?: true;
  /** Why it could not; it stays in the encrypted original. */
  readonly error?: string;
}

export interface AppealView {
  readonly source: string;
  readonly title: string;
  /** What the sender reads out over the phone: the first 40 bits of the file's SHA-256. */
  readonly code: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly people: readonly AppealPersonView[];
  /** The record of whoever sent it; who that is stands there, sealed. */
  readonly sender: string;
  readonly files: readonly AppealFileView[];
  readonly consent: {
    readonly wording: string;
    readonly language: string;
    readonly audiences: readonly string[];
    readonly risk?: string;
  };
  /** Sources of the same appeal saved at other times, which say something else. */
  readonly alsoSaved: readonly string[];
}
