// Schemas and vocabularies are data files (src/model/data); forms, import, search, export and docs all read them.
// Invariant: adding a property touches one data file and nothing else.
import type { ValueKind } from "./value.ts";

/** One property a record of a schema may carry. */
export interface Property {
  readonly name: string;
  /** English label; other languages live in the message catalogue under `property.<schema>.<name>`. */
  readonly label: string;
  readonly hint?: string;
  readonly type: ValueKind;
  /** Vocabulary of a `code`, schema a `ref` points to, or vocabulary of a `number`'s unit. */
  readonly of?: string;
  readonly many?: boolean;
  /** Sealed values are encrypted under the sealed key and opened only by roles that need them. */
  readonly sealed?: boolean;
  /** Held back from the public unless somebody decides otherwise: it can harm, or it points at one person alone. */
  readonly sensitive?: boolean;
  readonly group: string;
  /** Column headings (any language, lower case) that suggest this property on import. */
  readonly headers?: readonly string[];
}

export interface Schema {
  readonly name: string;
  readonly label: string;
  readonly plural: string;
  readonly hint: string;
  /** The property whose first claim is the record's label. */
  readonly labelBy: string;
  readonly properties: readonly Property[];
}

export interface Term {
  readonly code: string;
  readonly label: string;
  readonly hint?: string;
  readonly broader?: string;
  /** Place in the order of an ordered vocabulary, 0 first. */
  readonly rank?: number;
  /** Held back from the public, and with it the whole record it describes. */
  readonly sensitive?: boolean;
  /** Of an episode: a state that goes on until something ends it, as against an event of one day. */
  readonly lasts?: boolean;
  /** HURIDOCS micro-thesaurus matches: list number and 12-digit code. */
  readonly huridocs?: {
    readonly list: number;
    readonly code: string;
    readonly match: "exact" | "broad";
  };
  /** Names in other languages, by BCP 47 tag; used to guess codes on import. */
  readonly names?: Readonly<Record<string, readonly string[]>>;
}

export interface Vocabulary {
  readonly name: string;
  readonly label: string;
  readonly source?: string;
  readonly terms: readonly Term[];
}

/** A place of the gazetteer: official code, level, parent, names by language. */
export interface GazetteerPlace {
  readonly code: string;
  readonly level: "country" | "region" | "prefecture" | "county";
  readonly parent?: string;
  readonly names: Readonly<Record<string, readonly string[]>>;
}
