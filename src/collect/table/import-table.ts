// A table becomes records and claims, as one batch that can be undone.
// Invariant: nothing is written for a table that cannot be read to its end; a batch that was cut off is marked as
// unfinished, can be undone, and is brought to its end by importing the same series again.
import {
  type BatchId,
  draft,
  type Draft,
  mapping as mappingShape,
  type SourceId,
} from "../../model/index.ts";
import { noProgress, type Progress, stopIfAborted } from "../../runtime/index.ts";
import { cleanLine } from "../clean-line.ts";
import type { CollectDeps } from "../deps.ts";
import { CollectError } from "../errors.ts";
import { MAX_ROWS } from "../limits.ts";
import { batchItems } from "../list-batches.ts";
import { mayAdd } from "../may-add.ts";
import type { BatchItem } from "../views.ts";
import { useTable } from "./column-uses.ts";
import type { ImportInput } from "./dry-run.ts";
import { standingBatches } from "./known-rows.ts";
import { type OpenTable, openTable } from "./open-table.ts";
import { writePlan } from "./plan-row.ts";
import { plannedChunks, tooManyRows } from "./row-chunks.ts";

type Deps = Pick<CollectDeps, "ledger" | "files" | "ids" | "actor" | "sealed">;

/** Series being imported: two at once would each miss the rows the other is writing. */
const running = new WeakMap<object, Set<string>>();

/** Throws as dryRun, and `series-busy`. What was acknowledged before a throw is kept. */
export async function importTable(deps: Deps, input: ImportInput): Promise<BatchItem> {
  mayAdd(deps.actor);
  const series = cleanLine(input.series) || input.source;
  const { engine } = deps.ledger.deps;
  const busy = running.get(engine) ?? new Set();
  running.set(engine, busy);
  if (busy.has(series))
    throw new CollectError(
      "series-busy",
      "This series is being imported already. Wait until that is done, or cancel it.",
    );
  busy.add(series);
  try {
    return await importSeries(deps, input, series);
  } finally {
    busy.delete(series);
  }
}

async function importSeries(deps: Deps, input: ImportInput, series: string): Promise<BatchItem> {
  const { ledger, ids, actor, sealed } = deps;
  const { progress = noProgress, signal } = input;
  const { db } = ledger.deps.engine;
  const table = await openTable(deps, input.source, input.mapping);
  const use = useTable(table.columns, input.mapping);
  const total = await countRows(table, progress, signal);
  const batches = await standingBatches(db, series);
  const batch = ids.next<BatchId>("bat");
  const source = input.source as SourceId;
  const mapping = mappingShape.parse(input.mapping);
  await ledger.append(actor.member, [
    draft("batch.started", batch, { id: batch, source, mapping, series }),
  ]);
  const counts = { rows: 0, added: 0, updated: 0, unchanged: 0, failed: 0 };
  let writing: Promise<unknown> = Promise.resolve();
  try {
    for await (const chunk of plannedChunks({ db, batches, sealed }, table, use)) {
      stopIfAborted(signal);
      const drafts: Draft[] = [];
      for (const { plan } of chunk) {
        counts[countOf[plan.outcome]] += 1;
        writePlan({ ids, source, batch }, plan, drafts);
      }
      counts.rows += chunk.length;
      // Hashed here while the chunk before is being written there.
      const prepared = ledger.prepare(actor.member, drafts);
      await writing;
      if (drafts.length > 0) {
        writing = ledger.commit(prepared);
        writing.catch(() => {});
        await begun();
      }
      progress(counts.rows, total, "rows");
    }
  } finally {
    await writing;
  }
  await ledger.append(actor.member, [draft("batch.finished", batch, { id: batch, ...counts })]);
  const [item] = await batchItems(db, { id: batch });
  if (item === undefined)
    throw new CollectError(
      "batch-unknown",
      "The batch was written but is not listed. Run `guwah check`.",
    );
  return item;
}

/** Lets the write get under way before this thread is busy with the next rows: it needs two answers of the engine first. */
function begun(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, 2));
}

const countOf = {
  add: "added",
  update: "updated",
  unchanged: "unchanged",
  fail: "failed",
} as const;

/** Reads the whole table once before anything is written: a table broken at its end is refused at the start. */
async function countRows(
  table: OpenTable,
  progress: Progress,
  signal: AbortSignal | undefined,
): Promise<number> {
  let total = 0;
  for await (const rows of table.rows()) {
    stopIfAborted(signal);
    total += rows.length;
    if (total > MAX_ROWS) throw tooManyRows();
    progress(total, null, "count");
  }
  return total;
}
