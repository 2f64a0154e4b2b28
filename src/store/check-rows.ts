// Compares every projection row with what the ledger says it should be.
// Invariant: `once` tables are walked beside the ledger, range by range; `latest` tables are few rows, kept in
// memory by key and compared at the end; derived tables are computed anew.
import { tablesByName, type LedgerDeps } from "./ledger.ts";
import type { Cell, Db, Tx } from "./engine.ts";
import type { Row, Table } from "./projection.ts";
import type { Findings } from "./check.ts";

type ActualRow = Record<string, Cell>;
/** The rows of one table in a range of entries, and how far the walk has come. */
interface Walk {
  readonly rows: readonly ActualRow[];
  at: number;
}
export type Range = ReadonlyMap<string, Walk>;

export class RowCheck {
  readonly #deps: LedgerDeps;
  readonly #found: Findings;
  readonly #tables: ReadonlyMap<string, Table>;
  readonly #columns = new Map<string, readonly string[]>();
  readonly #latest = new Map<string, Map<string, readonly Cell[]>>();
  #rows = 0;

  constructor(deps: LedgerDeps, found: Findings) {
    this.#deps = deps;
    this.#found = found;
    const derived = new Set(deps.derivations.map((d) => d.table.name));
    this.#tables = new Map([...tablesByName(deps)].filter(([name]) => !derived.has(name)));
    for (const [name, table] of this.#tables) {
      this.#columns.set(name, ["seq", "n", ...Object.keys(table.columns)]);
      if (table.key !== "once") this.#latest.set(name, new Map());
    }
  }

  /** The stored rows of all `once` tables written by entries in [from, to]. */
  async fetch(db: Db | Tx, from: number, to: number): Promise<Range> {
    const range = new Map<string, Walk>();
    for (const [name, table] of this.#tables) {
      if (table.key !== "once") continue;
      const rows = await db
        .selectFrom(name as "claims")
        .selectAll()
        .where("seq", ">=", from)
        .where("seq", "<=", to)
        .orderBy("seq")
        .orderBy("n")
        .execute();
      range.set(name, { rows: rows, at: 0 });
    }
    return range;
  }

  /** Holds the rows one entry should have made against those that are there. */
  expect(seq: number, rows: readonly Row[], range: Range): void {
    let n = -1;
    for (const row of rows) {
      n += 1;
      const cells: Cell[] = [seq, n, ...row.cells];
      const table = this.#tables.get(row.table);
      if (table === undefined) continue;
      if (table.key !== "once") {
        this.#latest.get(row.table)?.set(keyOf(table, cells), cells);
        continue;
      }
      this.#rows += 1;
      this.#compare(row.table, cells, range.get(row.table));
    }
  }

  #compare(name: string, cells: readonly Cell[], walk: Walk | undefined): void {
    const columns = this.#columns.get(name) ?? [];
    if (walk === undefined) return;
    for (;;) {
      const actual = walk.rows[walk.at];
      const order = actual === undefined ? 1 : comparePlaces(actual, cells);
      if (order > 0) {
        this.#found.add({ kind: "row-missing", seq: Number(cells[0]), table: name });
        return;
      }
      walk.at += 1;
      if (order < 0) {
        this.#found.add({ kind: "row-extra", seq: Number(actual?.["seq"]), table: name });
        continue;
      }
      if (!columns.every((column, i) => sameCell((actual as ActualRow)[column], cells[i]))) {
        this.#found.add({ kind: "row-changed", seq: Number(cells[0]), table: name });
      }
      return;
    }
  }

  /** What is left over in a range belongs to no entry. */
  endOfRange(range: Range): void {
    for (const [name, walk] of range) {
      for (; walk.at < walk.rows.length; walk.at++) {
        this.#found.add({
          kind: "row-extra",
          seq: Number(walk.rows[walk.at]?.["seq"]),
          table: name,
        });
      }
    }
  }

  /** Compares the tables whose latest row wins. Returns how many rows were compared in all. */
  async latestTables(db: Tx): Promise<number> {
    for (const [name, expected] of this.#latest) {
      const table = this.#tables.get(name) as Table;
      const columns = this.#columns.get(name) ?? [];
      const actual = (await db
        .selectFrom(name as "pins")
        .selectAll()
        .execute()) as unknown as ActualRow[];
      for (const row of actual) {
        const cells = columns.map((column) => row[column] ?? null);
        const key = keyOf(table, cells);
        const wanted = expected.get(key);
        expected.delete(key);
        this.#rows += 1;
        if (wanted === undefined)
          this.#found.add({ kind: "row-extra", seq: Number(row["seq"]), table: name });
        else if (!wanted.every((cell, i) => sameCell(cells[i], cell)))
          this.#found.add({ kind: "row-changed", seq: Number(wanted[0]), table: name });
      }
      for (const missing of expected.values())
        this.#found.add({ kind: "row-missing", seq: Number(missing[0]), table: name });
    }
    return this.#rows;
  }

  async derivedTables(db: Tx): Promise<void> {
    for (const { table, all } of this.#deps.derivations) {
      const columns = ["seq", "n", ...Object.keys(table.columns)];
      const wanted = new Map(
        (await all(db)).map((cells) => [JSON.stringify(cells.map(plain)), cells]),
      );
      const actual = (await db
        .selectFrom(table.name as "pins")
        .selectAll()
        .execute()) as unknown as ActualRow[];
      for (const row of actual) {
        this.#rows += 1;
        if (!wanted.delete(JSON.stringify(columns.map((c) => plain(row[c] ?? null))))) {
          this.#found.add({ kind: "row-extra", seq: Number(row["seq"]), table: table.name });
        }
      }
      for (const cells of wanted.values())
        this.#found.add({ kind: "row-missing", seq: Number(cells[0]), table: table.name });
    }
  }
}

function keyOf(table: Table, cells: readonly Cell[]): string {
  const names = Object.keys(table.columns);
  return JSON.stringify(
    (table.key as readonly string[]).map((column) => cells[names.indexOf(column) + 2]),
  );
}

function comparePlaces(actual: ActualRow, cells: readonly Cell[]): number {
  return Number(actual["seq"]) - Number(cells[0]) || Number(actual["n"]) - Number(cells[1]);
}

function plain(cell: Cell): string | number | null {
  return cell instanceof Uint8Array ? Buffer.from(cell).toString("hex") : cell;
}

function sameCell(a: Cell | undefined, b: Cell | undefined): boolean {
  if (a === b) return true;
  if (a instanceof Uint8Array && b instanceof Uint8Array) return Buffer.compare(a, b) === 0;
  return false;
}
