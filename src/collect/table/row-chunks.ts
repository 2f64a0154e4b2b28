// The rows of a table read and planned, some at a time, with what the vault knows of them looked up one chunk ahead.
import type { SealedKeys } from "../../store/index.ts";
import type { Db } from "../../store/index.ts";
import { CollectError } from "../errors.ts";
import { MAX_ROWS } from "../limits.ts";
import type { TableUse } from "./column-uses.ts";
import { type KnownRecord, knownRecords } from "./known-rows.ts";
import type { OpenTable } from "./open-table.ts";
import { planRow, type RowPlan } from "./plan-row.ts";
import { type CellProblem, type ReadRow, RowReader } from "./read-row.ts";
import { SeenKeys } from "./seen-keys.ts";

export interface PlannedRow {
  readonly read: ReadRow;
  readonly plan: RowPlan;
  readonly problems: readonly CellProblem[];
}

export interface ChunkDeps {
  readonly db: Db;
  /** Batches of the series that stand; none: every row is new. */
  readonly batches: ReadonlySet<string>;
  readonly sealed: SealedKeys | undefined;
}

/** Claims in one write: more spread the cost of a commit further, but wait longer in memory and hold up other readers. */
const claimsPerChunk = 2_000;

export async function* plannedChunks(
  deps: ChunkDeps,
  table: OpenTable,
  use: TableUse,
): AsyncGenerator<PlannedRow[]> {
  const reader = new RowReader(use, deps.sealed);
  const repeats = new Repeats();
  let ahead: { rows: ReadRow[]; known: Promise<Map<string, KnownRecord>> } | null = null;
  for await (const rows of readChunks(table, reader, use)) {
    const keys =
      deps.batches.size === 0 ? [] : rows.flatMap((r) => r.records.map((record) => record.key));
    const known = knownRecords(deps.db, deps.batches, keys);
    known.catch(() => {});
    if (ahead !== null) yield planned(ahead.rows, await ahead.known, repeats);
    ahead = { rows, known };
  }
  if (ahead !== null) yield planned(ahead.rows, await ahead.known, repeats);
}

async function* readChunks(
  table: OpenTable,
  reader: RowReader,
  use: TableUse,
): AsyncGenerator<ReadRow[]> {
  const size = Math.max(50, Math.floor(claimsPerChunk / use.width));
  let chunk: ReadRow[] = [];
  let row = 0;
  for await (const rows of table.rows()) {
    for (const cells of rows) {
      row += 1;
      if (row > MAX_ROWS) throw tooManyRows();
      chunk.push(reader.read(cells, row));
      if (chunk.length < size) continue;
      yield chunk;
      chunk = [];
    }
  }
  if (chunk.length > 0) yield chunk;
}

export function tooManyRows(): CollectError {
  return new CollectError(
    "too-many-rows",
    `Expected at most ${MAX_ROWS} rows, got more. Split the table.`,
  );
}

function planned(
  rows: readonly ReadRow[],
  known: ReadonlyMap<string, KnownRecord>,
  repeats: Repeats,
): PlannedRow[] {
  return rows.map((read) => {
    const repeated = read.failure === null ? repeats.of(read) : null;
    if (repeated === "same")
      return {
        read,
        plan: { outcome: "unchanged", records: [], changes: [] },
        problems: [...read.problems, { column: "", code: "row-repeated" }],
      };
    if (repeated === "other")
      return {
        read,
        plan: { outcome: "fail", records: [], changes: [] },
        problems: [...read.problems, { column: "", code: "key-repeated" }],
      };
    const problems =
      read.failure === null
        ? read.problems
        : [...read.problems, { column: "", code: read.failure }];
    return { read, plan: planRow(read, known), problems };
  });
}

/** Rows of one table under the same key: an exact repetition adds nothing, another row under a used key is an error. */
class Repeats {
  readonly #keys = new SeenKeys();
  readonly #rows = new SeenKeys();
  of({ key, content }: ReadRow): "same" | "other" | null {
    const keySeen = this.#keys.add(key);
    if (key.startsWith("#")) return keySeen ? "same" : null;
    const rowSeen = this.#rows.add(content);
    return !keySeen ? null : rowSeen ? "same" : "other";
  }
}
