// What a submission is made of, gathered before any form is filled: the file, the group's own words, who submits, who consented.
// Invariant: plain values; the same facts fill the same form in the same words.
import type { ConsentView } from "../consents/views.ts";
import type { RecordFile, RelatedView } from "../../weigh/index.ts";
import type { UnAudience } from "./route.ts";

/** In whose name submissions are made. */
export interface Submitter {
  readonly name: string;
  readonly address: string;
  readonly email?: string;
  readonly phone?: string;
}

export interface Facts {
  /** The person's file, or what of it may go. */
  readonly file: RecordFile;
  /** The group's own words, by field. */
  readonly written: ReadonlyMap<string, string>;
  readonly submitter: Submitter | null;
  /** Standing consents about the person. */
  readonly consents: readonly ConsentView[];
  readonly audience: UnAudience;
  /** ISO day. */
  readonly today: string;
}

/** The code a related record's property has as its headline; null where nobody said. */
export function codeOf(related: RelatedView, property: string): string | null {
  const value = related.properties.find((p) => p.name === property)?.headlines[0]?.value;
  return value?.kind === "code" ? value.code : null;
}
