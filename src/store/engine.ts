// What the ledger needs of a database: typed reads, one transaction at a time for writes, and bulk row writes.
// Invariant: values that cross this door are text, safe integers, reals, byte arrays or null: nothing an engine could bend.
import type { Kysely, Transaction } from "kysely";
import type { Tables } from "./tables/rows.ts";

export type Cell = string | number | Uint8Array | null;
export type ColumnType = "text" | "int" | "real" | "blob";

/** Rows to put into one table. `key` makes the latest row win; without it a second row of the same key is an error. */
export interface BulkWrite {
  readonly table: string;
  readonly columns: readonly string[];
  readonly types: readonly ColumnType[];
  readonly rows: readonly (readonly Cell[])[];
  readonly key?: readonly string[];
}

export type Db = Kysely<Tables>;
export type Tx = Transaction<Tables>;

export interface Engine {
  readonly kind: "sqlcipher" | "postgres";
  readonly db: Db;
  /** Runs `work` in one transaction that excludes every other writer; commits when it returns, rolls back when it throws. */
  exclusively<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Writes rows inside the transaction `exclusively` opened. */
  bulk(tx: Tx, writes: readonly BulkWrite[]): Promise<void>;
  /** Runs statements of data definition, in this engine's own dialect. */
  define(statements: readonly string[]): Promise<void>;
  close(): Promise<void>;
}
