// What a file of another program says, in the words of this one's schemas, before anything is compared or written.
// Invariant: each value leads to the row and field it stands in; a pointer is the key of another record of the same series.

export interface ForeignValue {
  readonly property: string;
  /** As written there; parsed like a cell of a table. */
  readonly cell?: string;
  /** Key of the record it points at. */
  readonly ref?: string;
  /** A term known by its code. */
  readonly code?: { readonly vocabulary: string; readonly code: string; readonly words: string };
  readonly options?: Readonly<Record<string, string>>;
  /** Field or column. */
  readonly column: string;
}

export interface ForeignRecord {
  readonly key: string;
  readonly schema: string;
  readonly label: string;
  /** Row of a table or number of an entity, from 1. */
  readonly row: number;
  readonly values: readonly ForeignValue[];
}

export const foreignFormats = ["uwazi", "bayanat", "openevsys", "followthemoney"] as const;
export type ForeignFormat = (typeof foreignFormats)[number];

export interface ForeignFile {
  readonly format: ForeignFormat;
  readonly records: readonly ForeignRecord[];
  /** What was not taken, by its kind there: schemas, tables and columns this program has no place for. */
  readonly leftOut: Readonly<Record<string, number>>;
}

/** A table as its columns and rows. */
export interface ForeignTable {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Gathers the values of one record; empty ones are left out. */
export class RecordMaker {
  readonly #values: ForeignValue[] = [];
  cell(property: string, column: string, cell: unknown, options?: Record<string, string>): this {
    const text =
      typeof cell === "string" ? cell.trim() : typeof cell === "number" ? String(cell) : "";
    if (text !== "")
      this.#values.push({
        property,
        column,
        cell: text,
        ...(options === undefined ? {} : { options }),
      });
    return this;
  }
  ref(property: string, column: string, key: string | null): this {
    if (key !== null) this.#values.push({ property, column, ref: key });
    return this;
  }
  code(property: string, column: string, vocabulary: string, code: string, words: string): this {
    this.#values.push({ property, column, code: { vocabulary, code, words } });
    return this;
  }
  make(schema: string, key: string, row: number, label: string): ForeignRecord {
    return { key, schema, row, label: label.trim() || schema, values: this.#values };
  }
}

export class LeftOut {
  readonly #counts = new Map<string, number>();
  add(kind: string): void {
    // Kinds come from the file; no file may name more than a reader would look at.
    const known = this.#counts.size < 100 || this.#counts.has(kind) ? kind.slice(0, 100) : "other";
    this.#counts.set(known, (this.#counts.get(known) ?? 0) + 1);
  }
  all(): Record<string, number> {
    return Object.fromEntries(this.#counts);
  }
}
