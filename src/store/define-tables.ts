// Data definition for both engines from the same declarations.
// Invariant: ledger tables are created once and only ever migrated forward; projection tables carry no data of
// their own, so when their declared shape changes they are dropped and replayed.
import { createHash } from "node:crypto";
import type { ColumnType, Engine } from "./engine.ts";
import type { Table } from "./projection.ts";

const sqlType: Record<Engine["kind"], Record<ColumnType, string>> = {
  sqlcipher: { text: "TEXT", int: "INTEGER", real: "REAL", blob: "BLOB" },
  // "C" collation: both engines then sort and compare text by bytes, so a listing is the same on a laptop and a server.
  postgres: { text: 'TEXT COLLATE "C"', int: "BIGINT", real: "DOUBLE PRECISION", blob: "BYTEA" },
};

/** A fingerprint of all projection tables; a vault whose stored one differs is replayed on opening. */
export function shapeOf(tables: readonly Table[]): string {
  return createHash("sha256").update(JSON.stringify(tables)).digest("hex").slice(0, 32);
}

export function ledgerDefinition(kind: Engine["kind"]): string[] {
  const t = sqlType[kind];
  return [
    `CREATE TABLE IF NOT EXISTS entries (
      seq ${kind === "postgres" ? "BIGINT" : "INTEGER"} PRIMARY KEY, at ${t.int} NOT NULL, author ${t.text} NOT NULL,
      device ${t.text} NOT NULL, kind ${t.text} NOT NULL, subject ${t.text} NOT NULL, body ${t.text}, salt ${t.blob},
      leaf ${t.blob} NOT NULL, seal ${t.blob} NOT NULL)`,
    "CREATE INDEX IF NOT EXISTS entries_subject ON entries (subject)",
    `CREATE TABLE IF NOT EXISTS ledger_state (one ${t.int} PRIMARY KEY, size ${t.int} NOT NULL, frontier ${t.blob} NOT NULL,
      root ${t.blob} NOT NULL, seal ${t.blob} NOT NULL)`,
    `CREATE TABLE IF NOT EXISTS settings (name ${t.text} PRIMARY KEY, value ${t.text} NOT NULL)`,
    ...appendOnly[kind],
  ];
}

// The triggers stop slips and careless tools, not a determined insider: `check` is what catches that one.
const appendOnly: Record<Engine["kind"], string[]> = {
  sqlcipher: [
    `CREATE TRIGGER IF NOT EXISTS entries_never_deleted BEFORE DELETE ON entries
      BEGIN SELECT RAISE(ABORT, 'entries are append-only'); END`,
    `CREATE TRIGGER IF NOT EXISTS entries_never_changed BEFORE UPDATE ON entries
      WHEN NOT (NEW.body IS NULL AND NEW.salt IS NULL AND NEW.seq = OLD.seq AND NEW.at = OLD.at AND NEW.author = OLD.author
        AND NEW.device = OLD.device AND NEW.kind = OLD.kind AND NEW.subject = OLD.subject AND NEW.leaf = OLD.leaf AND NEW.seal = OLD.seal)
      BEGIN SELECT RAISE(ABORT, 'entries are append-only'); END`,
  ],
  postgres: [
    `CREATE OR REPLACE FUNCTION entries_append_only() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
      IF TG_OP = 'UPDATE' AND NEW.body IS NULL AND NEW.salt IS NULL AND (NEW.seq, NEW.at, NEW.author, NEW.device, NEW.kind, NEW.subject, NEW.leaf, NEW.seal)
        = (OLD.seq, OLD.at, OLD.author, OLD.device, OLD.kind, OLD.subject, OLD.leaf, OLD.seal) THEN RETURN NEW; END IF;
      RAISE EXCEPTION 'entries are append-only'; END $$`,
    "DROP TRIGGER IF EXISTS entries_append_only ON entries",
    `CREATE TRIGGER entries_append_only BEFORE UPDATE OR DELETE ON entries FOR EACH ROW EXECUTE FUNCTION entries_append_only()`,
    "DROP TRIGGER IF EXISTS entries_no_truncate ON entries",
    `CREATE TRIGGER entries_no_truncate BEFORE TRUNCATE ON entries FOR EACH STATEMENT EXECUTE FUNCTION entries_append_only()`,
  ],
};

export function tableDefinition(kind: Engine["kind"], table: Table): string[] {
  const t = sqlType[kind];
  const columns = Object.entries(table.columns).map(([name, type]) => `"${name}" ${t[type]}`);
  const key = table.key === "once" ? ["seq", "n"] : table.key;
  const tail = kind === "sqlcipher" ? " WITHOUT ROWID" : "";
  return [
    `CREATE TABLE IF NOT EXISTS ${table.name} (seq ${t.int} NOT NULL, n ${t.int} NOT NULL, ${columns.join(", ")},
      PRIMARY KEY (${key.map((c) => `"${c}"`).join(", ")}))${tail}`,
    ...(table.unique ?? []).map((u) => index(table.name, u, "UNIQUE ")),
    ...(table.indexes ?? []).map((i) => index(table.name, i.columns, "", i.sparse === true)),
  ];
}

function index(table: string, columns: readonly string[], unique: string, sparse = false): string {
  const list = columns.map((c) => `"${c}"`).join(", ");
  const where = sparse ? ` WHERE "${columns[0]}" IS NOT NULL` : "";
  return `CREATE ${unique}INDEX IF NOT EXISTS ${table}_${columns.join("_")} ON ${table} (${list})${where}`;
}
