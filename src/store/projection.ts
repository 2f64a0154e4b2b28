// Tables are a view of the ledger. A projection says which rows one entry makes, and nothing else.
// Invariant: rows are a pure function of a single entry; the last row written under a key wins. So replay in
// order rebuilds every table bit for bit, and `check` can compare entry by entry without a second database.
import type { Entry, EntryKind } from "../model/index.ts";
import type { Cell, ColumnType, Tx, Db } from "./engine.ts";

export interface Table {
  readonly name: string;
  /** Columns in order; `seq` (the entry that wrote the row) and `n` (its ordinal there) are added to every table. */
  readonly columns: Readonly<Record<string, ColumnType>>;
  /**
   * `once`: each row is written once and never again (stored in ledger order, `unique` columns checked).
   * A list of columns: the latest row under that key wins.
   */
  readonly key: "once" | readonly string[];
  readonly unique?: readonly (readonly string[])[];
  /** Secondary indexes; `sparse` ones skip rows whose first column is null. */
  readonly indexes?: readonly { readonly columns: readonly string[]; readonly sparse?: boolean }[];
}

export interface Row {
  readonly table: string;
  /** Cells in the order of the table's columns, without `seq` and `n`. */
  readonly cells: readonly Cell[];
}

/** An entry as projections see it: everything but its number, so that rows can be made before it has one. */
export type Unplaced<K extends EntryKind = EntryKind> = Omit<Entry<K>, "seq">;

export type Project = {
  readonly [K in EntryKind]?: (body: Entry<K>["body"], entry: Unplaced<K>) => readonly Row[];
};

export interface Projection {
  readonly room: string;
  readonly tables: readonly Table[];
  readonly project: Project;
}

/** A table that is a pure function of other tables (clusters from judgements), kept up in the same transaction. */
export interface Derivation {
  readonly table: Table;
  readonly on: readonly EntryKind[];
  /** Rows that change because of these entries, just written in `tx`. The key decides what they replace; `gone` are keys to drop. */
  update(
    tx: Tx,
    entries: readonly Entry[],
  ): Promise<{ rows: readonly (readonly Cell[])[]; gone: readonly (readonly Cell[])[] }>;
  /** Every row the table should hold, in any order. */
  readonly all: (db: Db | Tx) => Promise<readonly (readonly Cell[])[]>;
}

/** The rows all projections make of one entry. An erased entry (no body) makes none. */
export function projector(projections: readonly Projection[]): (entry: Unplaced) => Row[] {
  const byKind = new Map<EntryKind, ((body: never, entry: never) => readonly Row[])[]>();
  for (const { project } of projections) {
    for (const [kind, make] of Object.entries(project)) {
      const makers = byKind.get(kind as EntryKind) ?? [];
      makers.push(make);
      byKind.set(kind as EntryKind, makers);
    }
  }
  return (entry) => {
    const makers = byKind.get(entry.kind);
    if (makers === undefined) return [];
    if (makers.length === 1 && makers[0] !== undefined)
      return makers[0](entry.body as never, entry as never) as Row[];
    return makers.flatMap((make) => make(entry.body as never, entry as never));
  };
}
