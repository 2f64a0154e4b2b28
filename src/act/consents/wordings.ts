// The texts that are read out when somebody is asked for consent. Each is a data file with a version; a version once used is never changed.
// Invariant: every wording asks about every audience there is. Another language is another file of the same version and a line here.
import first from "./wordings/1.en.json" with { type: "json" };

export interface Wording {
  /** What a consent notes: version and language, as `1 en`. */
  readonly id: string;
  readonly version: string;
  readonly language: string;
  /** Somebody who speaks the language and knows the matter has read it. */
  readonly reviewed: boolean;
  readonly title: string;
  readonly before: readonly string[];
  /** By audience. */
  readonly questions: Readonly<Record<string, string>>;
  readonly child: string;
  readonly detained: string;
  readonly after: readonly string[];
}

/** All of them, the newest version first. */
export const wordings: readonly Wording[] = [first].map((text) => ({
  id: `${text.version} ${text.language}`,
  ...text,
}));
