// What a route to a body of the United Nations is: the fields of its form in their order, and where each is filled from.
// Invariant: data only. A field's wording stands in frames/ under its code, its public source in docs/submissions.md.

export type RouteCode = "wgeid" | "wgad" | "ced" | "cat" | "special";
export const languages = ["en", "fr", "es"] as const;
export type Language = (typeof languages)[number];
export type UnAudience = "un-quiet" | "un-named";

/** Where the content of a field comes from. */
export type Filling =
  /** Names of the person: in every script they were written in, or in Latin letters alone. */
  | { readonly from: "names"; readonly script: "all" | "latin" }
  /** Properties of the person, one line each value. */
  | { readonly from: "person"; readonly properties: readonly string[] }
  /** Properties of the episode that the submission is about. */
  | { readonly from: "episode"; readonly properties: readonly string[] }
  /** One line for each record that points at the person, made of these properties; `kinds`: codes of its kind. */
  | {
      readonly from: "records";
      readonly schema: string;
      readonly kinds?: readonly string[];
      readonly properties: readonly string[];
    }
  /** What officials said that speaks against it. */
  | { readonly from: "denials" }
  /** The states concerned, by the place of the episode, the country of a proceeding, or citizenship. */
  | { readonly from: "states"; readonly by: "place" | "proceeding" | "citizenship" }
  | { readonly from: "submitter"; readonly part: "name" | "address" | "email" | "phone" }
  /** Who consented to what, by relation and mode; never by name. */
  | { readonly from: "consents"; readonly ask: "giver" | "letter" | "report" }
  /** A sentence of the frames, always the same. */
  | { readonly from: "sentence"; readonly key: string }
  /** Whether it is urgent, or which kind of letter it is; worked out from the dates. */
  | { readonly from: "procedure" }
  /** Facts on file that bear on a category of arbitrary detention. */
  | { readonly from: "category"; readonly number: 1 | 2 | 3 | 4 | 5 };

export interface FieldSpec {
  readonly code: string;
  /** Without it the form is not looked at, or the group will not send it; which of the two, docs/submissions.md says. */
  readonly mandatory?: true;
  readonly fill: readonly Filling[];
  /** The group may write here itself; `needed`: what is on file does not do in its place. */
  readonly written?: "may" | "needed";
  /** Dates must be known to the month at least. */
  readonly toTheMonth?: true;
}

export interface SectionSpec {
  readonly code: string;
  readonly fields: readonly FieldSpec[];
}

export interface RouteSpec {
  readonly code: RouteCode;
  readonly audiences: readonly UnAudience[];
  /** Code of `intervention-kind` that a sent one counts as. */
  readonly kind: string;
  readonly to: { readonly body: string; readonly email: string };
  readonly sections: readonly SectionSpec[];
  /** One of these must be written where none alone is mandatory. */
  readonly oneOf?: readonly string[];
}

/** All fields of a route, in the form's order. */
export const fieldsOf = (route: RouteSpec): readonly FieldSpec[] =>
  route.sections.flatMap((section) => section.fields);
