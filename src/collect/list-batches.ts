// What became of each table import, newest first.
import type { BatchId, ReviewState } from "../model/index.ts";
import type { Db } from "../store/index.ts";
import type { CollectDeps } from "./deps.ts";
import type { BatchItem } from "./views.ts";

const none = { rows: 0, added: 0, updated: 0, unchanged: 0, failed: 0 };

export function listBatches({ ledger }: Pick<CollectDeps, "ledger">): Promise<BatchItem[]> {
  return batchItems(ledger.deps.engine.db, {});
}

/** Batches of one source, one id, or all. */
export async function batchItems(
  db: Db,
  only: { readonly source?: string; readonly id?: string },
): Promise<BatchItem[]> {
  let query = db
    .selectFrom("batches")
    .innerJoin("entries", "entries.seq", "batches.seq")
    .leftJoin("members", "members.id", "entries.author")
    .leftJoin("batch_ends as ended", "ended.id", "batches.id")
    .leftJoin("batch_undone as undone", "undone.id", "batches.id")
    .leftJoin("batch_reviews as review", "review.id", "batches.id")
    .select([
      "batches.id",
      "batches.source",
      "batches.series",
      "entries.at",
      "entries.author",
      "members.name",
    ])
    .select(["ended.counts", "undone.id as undone", "review.state"])
    .orderBy("batches.seq", "desc");
  if (only.source !== undefined) query = query.where("batches.source", "=", only.source);
  if (only.id !== undefined) query = query.where("batches.id", "=", only.id);
  const rows = await query.execute();
  return rows.map((row) => {
    const { id: _id, ...counts } =
      row.counts === null
        ? { id: row.id, ...none }
        : (JSON.parse(row.counts) as { id: BatchId } & typeof none);
    return {
      id: row.id,
      source: row.source,
      series: row.series,
      startedAt: row.at,
      startedBy: row.name ?? row.author,
      ...counts,
      finished: row.counts !== null,
      undone: row.undone !== null,
      review: (row.state ?? "proposed") as ReviewState,
    };
  });
}
