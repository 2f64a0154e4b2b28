// The laptop's engine: one encrypted SQLCipher file, opened with a raw key, write-ahead log, synchronous FULL.
import { Kysely } from "kysely";
import type { BulkWrite, Engine, Tx } from "../engine.ts";
import type { Tables } from "../tables/rows.ts";
import { SqlcipherConnection } from "./connection.ts";
import { sqlcipherDialect } from "./dialect.ts";

/** Opens (or creates) the database file. Throws StoreError `wrong-key` or `in-use`. */
export async function openSqlcipher(path: string, key: Uint8Array): Promise<Engine> {
  const connection = new SqlcipherConnection();
  try {
    await connection.open(path, key);
  } catch (cause) {
    await connection.close().catch(() => {});
    throw cause;
  }
  const db = new Kysely<Tables>({ dialect: sqlcipherDialect(connection) });
  return {
    kind: "sqlcipher",
    db,
    exclusively: (work) => db.transaction().execute(work),
    bulk: async (_tx: Tx, writes: readonly BulkWrite[]) => {
      await connection.bulk(writes.map((write) => ({ sql: insertSql(write), rows: write.rows })));
    },
    define: async (statements) => {
      for (const statement of statements) await connection.exec(statement);
    },
    close: async () => {
      await db.destroy();
      await connection.close();
    },
  };
}

function insertSql({ table, columns, key }: BulkWrite): string {
  const marks = columns.map(() => "?").join(",");
  const verb = key === undefined ? "INSERT" : "INSERT OR REPLACE";
  return `${verb} INTO ${table} (${columns.map((c) => `"${c}"`).join(",")}) VALUES (${marks})`;
}
