// The team server's engine: PostgreSQL 15 or newer. Many processes may hold the same vault.
// Invariant: a transaction-level advisory lock makes ledger writers queue, whichever process they are in.
import { CompiledQuery, Kysely, PostgresDialect, sql } from "kysely";
import pg from "pg";
import { StoreError } from "../errors.ts";
import type { BulkWrite, Cell, ColumnType, Engine, Tx } from "../engine.ts";
import type { Tables } from "../tables/rows.ts";

const array: Record<ColumnType, string> = {
  text: "text[]",
  int: "bigint[]",
  real: "float8[]",
  blob: "bytea[]",
};

// bigint comes back as a string by default; every integer Guwah stores is safe (engine.ts).
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format: "text" | "binary") =>
    oid === 20 && format !== "binary"
      ? Number
      : pg.types.getTypeParser(oid, format)) as pg.CustomTypesConfig["getTypeParser"],
};

/** Connects to `url`; each vault lives in a schema of its own. Throws StoreError `engine-lost` when nothing answers. */
export async function openPostgres(url: string, schema: string): Promise<Engine> {
  if (!/^[a-z][a-z0-9_]{0,50}$/.test(schema))
    throw new StoreError("engine", "A schema name has letters, digits and _ only.");
  const pool = new pg.Pool({
    connectionString: url,
    max: 8,
    types,
    options: `-c search_path=${schema}`,
  });
  // Without a listener a dropped idle connection would end the process; the next query reports it instead.
  pool.on("error", () => {});
  // The same for a connection in use: between two queries of a transaction nobody else listens.
  pool.on("connect", (client) => client.on("error", () => {}));
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  try {
    await db.executeQuery(CompiledQuery.raw(`CREATE SCHEMA IF NOT EXISTS ${schema}`));
  } catch {
    await db.destroy();
    throw new StoreError(
      "engine-lost",
      "PostgreSQL does not answer at GUWAH_DATABASE_URL. Start it or check the address.",
    );
  }
  return {
    kind: "postgres",
    db,
    exclusively: (work) =>
      db
        .transaction()
        .execute(async (tx) => {
          await sql`select pg_advisory_xact_lock(hashtextextended(${`guwah ${schema}`}, 0))`.execute(
            tx,
          );
          return work(tx);
        })
        .catch((cause: unknown) => {
          throw storeError(cause);
        }),
    bulk: async (tx, writes) => {
      for (const write of writes) if (write.rows.length > 0) await bulkInsert(tx, write);
    },
    define: async (statements) => {
      for (const statement of statements) await db.executeQuery(CompiledQuery.raw(statement));
    },
    close: () => db.destroy(),
  };
}

/** PostgreSQL's message may quote a value, so only its class (SQLSTATE) is passed on. */
function storeError(cause: unknown): unknown {
  if (cause instanceof StoreError) return cause;
  const state = (cause as { code?: unknown } | null)?.code;
  // pg gives no code to a connection that broke off, nor to a query on one that is broken.
  const broken =
    cause instanceof Error && /^Connection terminated|not queryable/.test(cause.message);
  if (broken) return engineLost();
  if (typeof state !== "string") return cause;
  if (state.startsWith("23"))
    return new StoreError("constraint", "The database refused a row that is already there.");
  if (state === "P0001")
    return new StoreError("append-only", "Ledger entries are never changed or deleted.");
  if (state === "53100")
    return new StoreError(
      "disk-full",
      "The database's disk is full. Free some space; nothing was written.",
    );
  if (state.startsWith("08") || state.startsWith("57") || /^E[A-Z]+$/.test(state)) {
    return engineLost();
  }
  return cause instanceof Error && "severity" in cause
    ? new StoreError("engine", `The database refused a statement (SQLSTATE ${state}).`)
    : cause;
}

function engineLost(): StoreError {
  return new StoreError(
    "engine-lost",
    "PostgreSQL stopped answering. Nothing was written; try again when it is back.",
  );
}

async function bulkInsert(
  tx: Tx,
  { table, columns, types: kinds, rows, key }: BulkWrite,
): Promise<void> {
  const names = columns.map((c) => `"${c}"`).join(",");
  const unnest = kinds.map((kind, i) => `$${i + 1}::${array[kind]}`).join(",");
  const conflict =
    key === undefined
      ? ""
      : ` ON CONFLICT (${key.map((c) => `"${c}"`).join(",")}) DO UPDATE SET ${columns.map((c) => `"${c}"=excluded."${c}"`).join(",")}`;
  const distinct = key === undefined ? rows : lastOfEach(rows, columns, key);
  const params = columns.map((_, i) => distinct.map((row) => row[i] ?? null));
  await tx.executeQuery(
    CompiledQuery.raw(
      `INSERT INTO ${table} (${names}) SELECT * FROM unnest(${unnest})${conflict}`,
      params,
    ),
  );
}

/** PostgreSQL refuses to update one row twice in a statement: keep the last row of each key. */
function lastOfEach(
  rows: BulkWrite["rows"],
  columns: readonly string[],
  key: readonly string[],
): BulkWrite["rows"] {
  const at = key.map((name) => columns.indexOf(name));
  const last = new Map<string, readonly Cell[]>();
  for (const row of rows) last.set(JSON.stringify(at.map((i) => row[i])), row);
  return [...last.values()];
}
