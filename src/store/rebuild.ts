// Replays the ledger into empty tables. What it makes is, bit for bit, what was there.
// Invariant: one transaction; a rebuild that is interrupted leaves the old tables standing.
import type { Progress } from "../runtime/index.ts";
import type { Engine, Tx } from "./engine.ts";
import { bulkWrite, type LedgerDeps, projectionWrites, tablesByName } from "./ledger.ts";
import { projector, type Row, type Table } from "./projection.ts";
import { entryOf } from "./read-entries.ts";
import { ledgerDefinition, shapeOf, tableDefinition } from "./define-tables.ts";

const pageSize = 1_000;

export interface Rebuilt {
  readonly entries: number;
  readonly rows: number;
}

/** Empties every projection and derived table and fills them again from the ledger. */
export async function rebuild(deps: LedgerDeps, progress: Progress = () => {}): Promise<Rebuilt> {
  return deps.engine.exclusively((tx) => replayInto(deps, tx, progress));
}

async function replayInto(deps: LedgerDeps, tx: Tx, progress: Progress): Promise<Rebuilt> {
  const tables = tablesByName(deps);
  const rowsOf = projector(deps.projections);
  for (const name of tables.keys()) await tx.deleteFrom(name as "pins").execute();
  const total = (await tx.selectFrom("ledger_state").select("size").executeTakeFirst())?.size ?? 0;
  let entries = 0;
  let rows = 0;
  let writing: Promise<void> = Promise.resolve();
  let next = 0;
  for (;;) {
    // Reading waits its turn behind the write before it: both use the transaction's one connection.
    const page = await tx
      .selectFrom("entries")
      .selectAll()
      .where("seq", ">=", next)
      .orderBy("seq")
      .limit(pageSize)
      .execute();
    await writing;
    const made: { seq: number; row: Row }[] = [];
    for (const row of page) {
      const entry = entryOf(row);
      if (entry !== null)
        for (const projected of rowsOf(entry)) made.push({ seq: row.seq, row: projected });
    }
    rows += made.length;
    entries += page.length;
    next = (page.at(-1)?.seq ?? next) + 1;
    writing = deps.engine.bulk(tx, projectionWrites(tables, made));
    writing.catch(() => {});
    progress(entries, total, "replay");
    if (page.length < pageSize) break;
  }
  await writing;
  for (const derivation of deps.derivations) {
    const all = await derivation.all(tx);
    rows += all.length;
    if (all.length > 0)
      await deps.engine.bulk(tx, [bulkWrite(derivation.table, derivation.table.name, all)]);
  }
  return { entries, rows };
}

/** Creates what is missing; replays the projections when their declared shape is not the one they were built with. */
export async function prepareTables(
  deps: LedgerDeps,
  progress: Progress = () => {},
): Promise<{ rebuilt: boolean }> {
  const { engine } = deps;
  const tables = [...tablesByName(deps).values()];
  await engine.define(ledgerDefinition(engine.kind));
  const shape = shapeOf(tables);
  const stored = await engine.db
    .selectFrom("settings")
    .select("value")
    .where("name", "=", "shape")
    .executeTakeFirst();
  if (stored?.value === shape) return { rebuilt: false };
  await engine.define(await dropStatements(engine, tables, stored !== undefined));
  await engine.define(tables.flatMap((table) => tableDefinition(engine.kind, table)));
  await rebuild(deps, progress);
  await engine.exclusively(async (tx) => {
    await engine.bulk(tx, [
      {
        table: "settings",
        columns: ["name", "value"],
        types: ["text", "text"],
        rows: [["shape", shape]],
        key: ["name"],
      },
    ]);
  });
  return { rebuilt: stored !== undefined };
}

async function dropStatements(
  engine: Engine,
  tables: readonly Table[],
  built: boolean,
): Promise<string[]> {
  if (!built) return [];
  const keep = new Set(["entries", "ledger_state", "settings"]);
  const known = await engine.db.introspection.getTables();
  const names = new Set([...known.map((t) => t.name), ...tables.map((t) => t.name)]);
  return [...names]
    .filter((name) => !keep.has(name) && !name.startsWith("cache_"))
    .map((name) => `DROP TABLE IF EXISTS ${name}`);
}
