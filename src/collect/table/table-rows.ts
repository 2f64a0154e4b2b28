// A table's rows as text, for looking at a source that is a list.
import type { Mapping } from "../../model/index.ts";
import type { Db } from "../../store/index.ts";
import { cut } from "../clean-line.ts";
import type { CollectDeps } from "../deps.ts";
import type { TableRows } from "../views.ts";
import { openTable, type TableOptions } from "./open-table.ts";
import { sealedColumns, shownCell } from "./sealed-columns.ts";

export interface RowsInput {
  readonly source: string;
  /** The first row, from 1 under the header. */
  readonly from?: number;
  /** At most 500; 100 where not said. */
  readonly count?: number;
}

const longestCell = 2_000;

/** Opened as the latest import did, so that a claim's row leads back to its row here. Throws as openTable. */
export async function tableRows(
  deps: Pick<CollectDeps, "ledger" | "files" | "actor">,
  input: RowsInput,
): Promise<TableRows> {
  const { db } = deps.ledger.deps.engine;
  const { options, total } = await latestImport(db, input.source);
  const table = await openTable(deps, input.source, options);
  const sealed = await sealedColumns(db, input.source);
  const from = Math.max(1, Math.floor(input.from ?? 1));
  const wanted = Math.min(Math.max(Math.floor(input.count ?? 100), 1), 500);
  const rows: string[][] = [];
  let row = 0;
  for await (const some of table.rows()) {
    const start = Math.max(0, from - 1 - row);
    if (start < some.length) rows.push(...some.slice(start, start + wanted - rows.length));
    row += some.length;
    if (rows.length >= wanted) break;
  }
  return {
    columns: table.columns,
    from,
    rows: rows.map((cells) =>
      table.columns.map((column, i) =>
        shownCell(deps.actor, cut(cells[i] ?? "", longestCell), sealed.has(column)),
      ),
    ),
    total: rows.length < wanted ? row : total,
  };
}

async function latestImport(
  db: Db,
  source: string,
): Promise<{ options: TableOptions; total: number | null }> {
  const row = await db
    .selectFrom("batches")
    .leftJoin("batch_ends as ended", "ended.id", "batches.id")
    .select(["batches.mapping", "ended.counts"])
    .where("batches.source", "=", source)
    .orderBy("batches.seq", "desc")
    .executeTakeFirst();
  if (row === undefined) return { options: {}, total: null };
  return {
    options: JSON.parse(row.mapping) as Mapping,
    total: row.counts === null ? null : (JSON.parse(row.counts) as { rows: number }).rows,
  };
}
