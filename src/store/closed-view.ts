// A vault as a member sees it who may not read closed sources: as if those had never been taken in.
// Invariant: the view stands below every step. Each query that reads is given the tables of closed-tables.ts under their own names,
// narrowed, so a step written tomorrow is narrowed too. Writing is not narrowed: an entry lands where it lands.
import {
  CommonTableExpressionNameNode,
  CommonTableExpressionNode,
  type KyselyPlugin,
  type OperationNode,
  RawNode,
  type RootOperationNode,
  SelectQueryNode,
  sql,
} from "kysely";
import { closedSets, narrowedTables } from "./closed-tables.ts";
import type { Db, Engine } from "./engine.ts";
import type { Ledger } from "./ledger.ts";

interface Held {
  readonly engine: Engine;
  readonly ledger: Ledger;
}

const views = new WeakMap<Engine, Held>();
const wholes = new WeakMap<Db, Engine>();

/** The same vault without its closed sources; the vault itself where none is closed. */
export async function withoutClosed<V extends Held>(vault: V): Promise<V> {
  const { rows } = await sql<{ n: number }>`select 1 as n from source_closings where closed = 1
    union all select 1 as n from closing_marks limit 1`.execute(vault.engine.db);
  if (rows.length === 0) return vault;
  let view = views.get(vault.engine);
  if (view === undefined) {
    view = viewOf(vault);
    views.set(vault.engine, view);
  }
  return { ...vault, ...view };
}

/** Ids of the sources that are closed now. */
export async function closedSources(db: Db): Promise<ReadonlySet<string>> {
  const [, query] = closedSets[0] as readonly [string, string];
  const { rows } = await sql<{ id: string }>`${sql.raw(query.replace(/[{}]/g, ""))}`.execute(
    wholeDb(db),
  );
  return new Set(rows.map(({ id }) => id));
}

/** The whole behind a view, for filling what is derived for everyone: an index made of a part would lack the rest for all. */
export function wholeDb(db: Db): Db {
  return wholes.get(db)?.db ?? db;
}

/** As wholeDb. */
export function wholeEngine(engine: Engine): Engine {
  return wholes.get(engine.db) ?? engine;
}

function viewOf({ engine, ledger }: Held): Held {
  const db = engine.db.withPlugin(narrowing(engine.kind));
  wholes.set(db, engine);
  const seen: Engine = {
    kind: engine.kind,
    db,
    exclusively: (work) => engine.exclusively(work),
    bulk: (tx, writes) => engine.bulk(tx, writes),
    define: (statements) => engine.define(statements),
    close: () => engine.close(),
  };
  return { engine: seen, ledger: { ...ledger, deps: { ...ledger.deps, engine: seen } } };
}

function narrowing(kind: Engine["kind"]): KyselyPlugin {
  // PostgreSQL takes the name inside its own definition for the table; SQLite takes it for itself.
  const real = (query: string): string =>
    query.replace(/\{(\w+)\}/g, kind === "sqlcipher" ? "main.$1" : "$1");
  const sets = closedSets.map(([name, query]) => [name, "materialized", real(query)] as const);
  const tables = [...narrowedTables].map(
    ([name, query]) => [name, "not materialized", real(query)] as const,
  );
  return {
    transformQuery: ({ node }) => {
      const text = namesIn(node).join(" ");
      const needed = tables.filter(([name]) => text.includes(name));
      return needed.length === 0 ? node : withTables(node, [...sets, ...needed]);
    },
    transformResult: ({ result }) => Promise.resolve(result),
  };
}

type Narrowed = readonly (readonly [name: string, how: string, query: string])[];

function withTables(node: RootOperationNode, tables: Narrowed): RootOperationNode {
  if (SelectQueryNode.is(node)) {
    const own = tables.map(([name, how, query]) =>
      CommonTableExpressionNode.cloneWith(
        CommonTableExpressionNode.create(
          CommonTableExpressionNameNode.create(name),
          RawNode.createWithSql(`(${query})`),
        ),
        { materialized: how === "materialized" },
      ),
    );
    const expressions = [...own, ...(node.with?.expressions ?? [])];
    return { ...node, with: { ...node.with, kind: "WithNode", expressions } };
  }
  return RawNode.is(node) ? withTablesInText(node, tables) : node;
}

function withTablesInText(node: RawNode, tables: Narrowed): RawNode {
  const [first = "", ...rest] = node.sqlFragments;
  const [inner, ...parameters] = node.parameters;
  // Text that begins with other text begins there.
  if (first.trim() === "" && inner !== undefined && RawNode.is(inner))
    return { ...node, parameters: [withTablesInText(inner, tables), ...parameters] };
  const begin = /^\s*(select|with)\b/i.exec(first);
  if (begin === null) return node;
  const list = tables.map(([name, how, query]) => `${name} as ${how} (${query})`).join(", ");
  const tail =
    begin[1]?.toLowerCase() === "with" ? `, ${first.slice(begin[0].length)}` : ` ${first}`;
  return { ...node, sqlFragments: [`with ${list}${tail}`, ...rest] };
}

/** Every identifier and every piece of raw text in a query. */
function namesIn(node: OperationNode, found: string[] = []): string[] {
  for (const value of Object.values(node)) gather(value, found);
  return found;
}

function gather(value: unknown, found: string[]): void {
  if (typeof value === "string") found.push(value);
  else if (Array.isArray(value)) for (const one of value) gather(one, found);
  else if (value !== null && typeof value === "object" && !ArrayBuffer.isView(value))
    for (const one of Object.values(value)) gather(one, found);
}
