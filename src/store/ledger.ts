// The append-only ledger: every change of the vault goes through `append`, and nothing else writes.
// Invariant: entries, projection rows, derived rows and the new root land in one transaction or not at all.
import { canonicalJson, TreeFrontier } from "../proof/index.ts";
import type { Clock } from "../runtime/index.ts";
import type { DeviceId, Draft, Entry, EntryKind, MemberId } from "../model/index.ts";
import type { BulkWrite, Cell, ColumnType, Engine, Tx } from "./engine.ts";
import { StoreError } from "./errors.ts";
import { freshSalt, leafOf, sealOf } from "./leaf.ts";
import { type Derivation, type Projection, projector, type Row, type Table } from "./projection.ts";
import type { Tables } from "./tables/rows.ts";

export interface LedgerDeps {
  readonly engine: Engine;
  readonly clock: Clock;
  readonly device: DeviceId;
  /** 32 bytes; seals entries against anyone who can edit the database but not unlock the vault. */
  readonly sealKey: Uint8Array;
  readonly projections: readonly Projection[];
  readonly derivations: readonly Derivation[];
}

/** "This row is still the one I saw": the write is refused when the row under `where` was written by another entry. */
export interface Expectation {
  readonly table: keyof Tables;
  readonly where: Readonly<Record<string, string>>;
  /** The entry that wrote the row the person saw; null: there was none. */
  readonly seq: number | null;
}

export interface Prepared {
  readonly at: number;
  readonly author: MemberId;
  readonly drafts: readonly Draft[];
  readonly bodies: readonly string[];
  readonly salts: readonly Buffer[];
  readonly leaves: readonly Buffer[];
  /** The projection rows of each draft. */
  readonly rows: readonly (readonly Row[])[];
}

export interface Ledger {
  /** Writes the drafts as entries, all or none. Throws StoreError `conflict` when an expectation does not hold. */
  append(
    author: MemberId,
    drafts: readonly Draft[],
    expect?: readonly Expectation[],
  ): Promise<Entry[]>;
  /** The half of `append` that needs no database: salts, canonical text, leaves. Lets an import hash ahead of its writes. */
  prepare(author: MemberId, drafts: readonly Draft[]): Prepared;
  commit(prepared: Prepared, expect?: readonly Expectation[]): Promise<Entry[]>;
  readonly deps: LedgerDeps;
}

export function openLedger(deps: LedgerDeps): Ledger {
  const rowsOf = projector(deps.projections);
  const tables = tablesByName(deps);

  const prepare = (author: MemberId, drafts: readonly Draft[]): Prepared => {
    const at = deps.clock();
    const bodies: string[] = [];
    const salts: Buffer[] = [];
    const leaves: Buffer[] = [];
    const rows: Row[][] = [];
    const by = { at, author, device: deps.device };
    for (const draft of drafts) {
      const { kind, subject, body } = draft;
      const text = canonicalJson(body);
      if (text.includes("\\u0000") && holdsNul(text)) throw new StoreError("not-text", nulMessage);
      const salt = freshSalt();
      bodies.push(text);
      salts.push(salt);
      leaves.push(leafOf(salt, { at, author, device: deps.device, kind, subject, body: text }));
      rows.push(rowsOf({ ...draft, ...by }));
    }
    return { at, author, drafts, bodies, salts, leaves, rows };
  };

  const commit = (prepared: Prepared, expect: readonly Expectation[] = []): Promise<Entry[]> =>
    deps.engine.exclusively(async (tx) => {
      for (const expectation of expect) await hold(tx, expectation);
      const state = await readState(tx);
      const entries: Entry[] = [];
      const cells: Cell[][] = [];
      const rows: { seq: number; row: Row }[] = [];
      for (const [i, draft] of prepared.drafts.entries()) {
        const seq = state.size + i;
        const leaf = prepared.leaves[i] as Buffer;
        const entry = {
          ...draft,
          seq,
          at: prepared.at,
          author: prepared.author,
          device: deps.device,
        } as Entry;
        entries.push(entry);
        cells.push([
          seq,
          prepared.at,
          prepared.author,
          deps.device,
          draft.kind,
          draft.subject,
          prepared.bodies[i] as string,
          prepared.salts[i] as Buffer,
          leaf,
          sealOf(deps.sealKey, seq, leaf),
        ]);
        for (const row of prepared.rows[i] ?? []) rows.push({ seq, row });
      }
      await deps.engine.bulk(tx, [entryWrite(cells), ...projectionWrites(tables, rows)]);
      await derive(deps, tx, entries);
      await writeState(deps, tx, state.appendAll(prepared.leaves));
      return entries;
    });

  return {
    deps,
    prepare,
    commit,
    append: async (author, drafts, expect) => commit(prepare(author, drafts), expect),
  };
}

const nulMessage =
  "A text holds a character no database keeps (NUL). Remove it and try again; nothing was written.";

/** Whether the JSON holds a NUL character, as against the six letters backslash-u-0-0-0-0. */
function holdsNul(json: string): boolean {
  return /(?:^|[^\\])(?:\\\\)*\\u0000/.test(json);
}

async function hold(tx: Tx, { table, where, seq }: Expectation): Promise<void> {
  let query = tx.selectFrom(table as "records").select("seq");
  for (const [column, value] of Object.entries(where))
    query = query.where(column as "id", "=", value);
  const found = await query.executeTakeFirst();
  if ((found?.seq ?? null) !== seq) {
    throw new StoreError(
      "conflict",
      "Someone changed this meanwhile. Look at both versions and decide again.",
      {
        details: { expected: seq ?? -1, found: found?.seq ?? -1 },
      },
    );
  }
}

async function readState(db: Pick<Tx, "selectFrom">): Promise<TreeFrontier> {
  const row = await db
    .selectFrom("ledger_state")
    .select("frontier")
    .where("one", "=", 1)
    .executeTakeFirst();
  return row === undefined ? TreeFrontier.empty() : TreeFrontier.fromBytes(row.frontier);
}

/** The sealed size and root: what a check compares the recomputed tree with. */
async function writeState(deps: LedgerDeps, tx: Tx, frontier: TreeFrontier): Promise<void> {
  const root = frontier.root();
  const row: Cell[] = [
    1,
    frontier.size,
    frontier.toBytes(),
    root,
    sealOf(deps.sealKey, frontier.size, root),
  ];
  const columns = ["one", "size", "frontier", "root", "seal"];
  const types: ColumnType[] = ["int", "int", "blob", "blob", "blob"];
  await deps.engine.bulk(tx, [
    { table: "ledger_state", columns, types, rows: [row], key: ["one"] },
  ]);
}

function entryWrite(rows: Cell[][]): BulkWrite {
  return {
    table: "entries",
    columns: ["seq", "at", "author", "device", "kind", "subject", "body", "salt", "leaf", "seal"],
    types: ["int", "int", "text", "text", "text", "text", "text", "blob", "blob", "blob"],
    rows,
  };
}

export function tablesByName(
  deps: Pick<LedgerDeps, "projections" | "derivations">,
): ReadonlyMap<string, Table> {
  const all = [
    ...deps.projections.flatMap((p) => p.tables),
    ...deps.derivations.map((d) => d.table),
  ];
  return new Map(all.map((table) => [table.name, table]));
}

/** Groups rows by table and gives each its entry's number and ordinal. */
export function projectionWrites(
  tables: ReadonlyMap<string, Table>,
  rows: readonly { seq: number; row: Row }[],
): BulkWrite[] {
  const byTable = new Map<string, Cell[][]>();
  let seqBefore = -1;
  let n = 0;
  for (const { seq, row } of rows) {
    n = seq === seqBefore ? n + 1 : 0;
    seqBefore = seq;
    const into = byTable.get(row.table);
    const cells: Cell[] = [seq, n, ...row.cells];
    if (into === undefined) byTable.set(row.table, [cells]);
    else into.push(cells);
  }
  return [...byTable].map(([name, cells]) => bulkWrite(tables.get(name), name, cells));
}

export function bulkWrite(
  table: Table | undefined,
  name: string,
  rows: readonly (readonly Cell[])[],
): BulkWrite {
  if (table === undefined)
    throw new StoreError("engine", `No room declares a table called ${name}.`);
  const write = {
    table: name,
    columns: ["seq", "n", ...Object.keys(table.columns)],
    types: ["int", "int", ...Object.values(table.columns)] as ColumnType[],
    rows,
  };
  return table.key === "once" ? write : { ...write, key: table.key };
}

/** Lets each derivation that cares about these kinds bring its table up to date. */
async function derive(deps: LedgerDeps, tx: Tx, entries: readonly Entry[]): Promise<void> {
  if (deps.derivations.length === 0) return;
  const kinds = new Set<EntryKind>(entries.map((e) => e.kind));
  for (const derivation of deps.derivations) {
    if (!derivation.on.some((kind) => kinds.has(kind))) continue;
    const { rows, gone } = await derivation.update(tx, entries);
    await dropRows(tx, derivation.table, gone);
    if (rows.length > 0)
      await deps.engine.bulk(tx, [bulkWrite(derivation.table, derivation.table.name, rows)]);
  }
}

async function dropRows(tx: Tx, table: Table, keys: readonly (readonly Cell[])[]): Promise<void> {
  if (table.key === "once") return;
  for (const key of keys) {
    let query = tx.deleteFrom(table.name as "pins");
    for (const [i, column] of table.key.entries())
      query = query.where(column as "record", "=", String(key[i]));
    await query.execute();
  }
}
