// The thread that owns the SQLCipher connection, so that database work never blocks the HTTP loop.
// Invariant: one message in, one answer out, in order. The key arrives once and is not kept in a variable that outlives opening.
import { parentPort, workerData } from "node:worker_threads";
import Database, { setLogger } from "@signalapp/sqlcipher";
import { type Cell, type PackedRows, packRows, type Row } from "./packed-rows.ts";

export type Ask =
  | { id: number; op: "open"; path: string; keyHex: string }
  | { id: number; op: "query"; sql: string; params: Cell[] }
  | { id: number; op: "bulk"; writes: { sql: string; rows: Cell[][] }[] }
  | { id: number; op: "exec"; sql: string }
  | { id: number; op: "close" };
export type Answer =
  | { id: number; packed: PackedRows; changes: number }
  | { id: number; error: string };

// SQLCipher writes to stderr on a wrong key; the caller gets a coded error instead. (`cipher_log_level` below does the rest.)
setLogger(() => {});
const port = parentPort;
if (port === null) throw new Error("the SQLCipher worker runs in a worker thread only");
void workerData;
let db: Database | undefined;

function open(path: string, keyHex: string): void {
  const opened = new Database(path, { cacheStatements: true });
  try {
    opened.exec("PRAGMA cipher_log_level = NONE");
    // A raw key skips SQLCipher's own key stretching: Argon2id has already done that work.
    opened.exec(`PRAGMA key = "x'${keyHex}'"`);
    opened.exec("PRAGMA cipher_memory_security = OFF");
    opened.exec("SELECT count(*) FROM sqlite_master");
    opened.exec("PRAGMA locking_mode = EXCLUSIVE");
    opened.exec("PRAGMA journal_mode = WAL");
    opened.exec("PRAGMA synchronous = FULL");
    opened.exec("PRAGMA temp_store = MEMORY");
    opened.exec("PRAGMA cache_size = -16384");
    opened.exec("PRAGMA foreign_keys = ON");
  } catch (cause) {
    opened.close();
    throw cause;
  }
  db = opened;
}

function run(ask: Ask): { rows: Row[]; changes: number } {
  if (ask.op === "open") {
    open(ask.path, ask.keyHex);
    return { rows: [], changes: 0 };
  }
  if (db === undefined) throw new Error("the database is closed");
  switch (ask.op) {
    case "query": {
      const statement = db.prepare(ask.sql);
      if (/^\s*(select|with|pragma|explain)/i.test(ask.sql) || /\breturning\b/i.test(ask.sql)) {
        return { rows: statement.all(ask.params), changes: 0 };
      }
      return { rows: [], changes: changesOf(ask.sql, () => statement.run(ask.params).changes) };
    }
    case "bulk": {
      let changes = 0;
      for (const write of ask.writes) {
        const statement = db.prepare(write.sql);
        for (const row of write.rows) statement.run(row);
        changes += write.rows.length;
      }
      return { rows: [], changes };
    }
    case "exec":
      db.exec(ask.sql);
      return { rows: [], changes: 0 };
    case "close":
      db.close();
      db = undefined;
      return { rows: [], changes: 0 };
  }
}

/** A full disk makes SQLite roll back by itself (sqlite.org/lang_transaction): the wanted end, and the disk is the fault to tell. */
function changesOf(sql: string, run: () => number): number {
  try {
    return run();
  } catch (cause) {
    const over = cause instanceof Error && /no transaction is active/.test(cause.message);
    if (sql === "ROLLBACK" && over) return 0;
    throw cause;
  }
}

port.on("message", (ask: Ask) => {
  let answer: Answer;
  try {
    const { rows, changes } = run(ask);
    answer = { id: ask.id, packed: packRows(rows), changes };
  } catch (cause) {
    const error = cause instanceof Error ? cause : new Error(String(cause));
    answer = { id: ask.id, error: error.message };
  }
  port.postMessage(answer);
});
