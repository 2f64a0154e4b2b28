// Decisions on a whole import: taking it back, and reviewing all its claims at once.
// Invariant: nothing is deleted; an undone batch stays in the ledger and its series starts anew.
import { tellsDeath, writeDecision } from "../access/index.ts";
import { type BatchId, draft, type ReviewState, type Value } from "../model/index.ts";
import { cut } from "./clean-line.ts";
import type { CollectDeps } from "./deps.ts";
import { CollectError } from "./errors.ts";
import { batchItems } from "./list-batches.ts";
import { mayAdd, mayReview } from "./may-add.ts";
import type { BatchItem } from "./views.ts";

type Deps = Pick<CollectDeps, "ledger" | "actor">;

/** Takes a batch back; one's own needs the right to add, another's to review. Throws `batch-unknown`, `batch-undone`. */
export async function undoBatch(
  deps: Deps,
  input: { readonly id: string; readonly reason: string },
): Promise<BatchItem> {
  const { ledger, actor } = deps;
  const batch = await standing(deps, input.id);
  if ((await authorOf(deps, input.id)) === actor.member) mayAdd(actor);
  else mayReview(actor);
  const body = { id: batch.id as BatchId, reason: cut(input.reason.toWellFormed(), 4_000) };
  await ledger.append(
    actor.member,
    [draft("batch.undone", batch.id, body)],
    [{ table: "batch_undone", where: { id: batch.id }, seq: null }],
  );
  return { ...batch, undone: true };
}

/** Reviews a batch's claims (`waits`: one of them tells of a death, and another member must confirm); a review of a single claim outweighs it. Throws `batch-unknown`, `batch-undone`. */
export async function reviewBatch(
  deps: Deps,
  input: { readonly id: string; readonly state: ReviewState; readonly reason?: string },
): Promise<BatchItem & { readonly waits?: string }> {
  mayReview(deps.actor);
  const batch = await standing(deps, input.id);
  const reason =
    input.reason === undefined ? {} : { reason: cut(input.reason.toWellFormed(), 4_000) };
  const { db } = deps.ledger.deps.engine;
  const body = { id: batch.id as BatchId, state: input.state, ...reason };
  const { waits } = await writeDecision({ ledger: deps.ledger, db }, deps.actor, {
    drafts: [draft("batch.reviewed", batch.id, body)],
    facts: { death: input.state === "accepted" && (await hasDeath(deps, batch.id)) },
    reason: body.reason,
  });
  return waits === undefined ? { ...batch, review: input.state } : { ...batch, waits };
}

/** Whether one of its claims says that somebody died. */
async function hasDeath({ ledger }: Deps, batch: string): Promise<boolean> {
  const rows = await ledger.deps.engine.db
    .selectFrom("claims")
    .innerJoin("records", "records.id", "claims.record")
    .select(["records.schema", "claims.value"])
    .where("claims.batch", "=", batch)
    .where("records.schema", "=", "Episode")
    .where("claims.property", "=", "kind")
    .execute();
  return rows.some(({ schema, value }) => tellsDeath(schema, JSON.parse(value) as Value));
}

async function standing({ ledger }: Deps, id: string): Promise<BatchItem> {
  const [batch] = await batchItems(ledger.deps.engine.db, { id });
  if (batch === undefined)
    throw new CollectError(
      "batch-unknown",
      "Expected the id of an import of this vault; there is none with that id.",
    );
  if (batch.undone)
    throw new CollectError(
      "batch-undone",
      "Expected an import that stands; this one was undone. Import the table again.",
    );
  return batch;
}

async function authorOf({ ledger }: Deps, id: string): Promise<string | undefined> {
  const row = await ledger.deps.engine.db
    .selectFrom("batches")
    .innerJoin("entries", "entries.seq", "batches.seq")
    .select("entries.author")
    .where("batches.id", "=", id)
    .executeTakeFirst();
  return row?.author;
}
