// Makes a kept count again from the ledger as it was: the same question at the same position.
// Invariant: the vault is only read; the answer says whether the figure comes out the same, never by whom it would differ.
import { type Actor, requireRight } from "../../access/index.ts";
import type { Progress } from "../../runtime/index.ts";
import { type Ledger, ledgerAt, wholeDb, withoutClosed } from "../../store/index.ts";
import { takeCopiesAlong } from "../../weigh/index.ts";
import { countWithBasis } from "../documented/count-documented.ts";
import type { DimensionCode } from "../documented/dimensions.ts";
import type { CountDeps } from "../documented/everybody.ts";
import { ledgerSize } from "../documented/sources.store.ts";
import { savedBody } from "./saved-counts.ts";

export interface Reproduced {
  readonly id: string;
  /** Entries the count was made of, and how many there are now. */
  readonly entries: number;
  readonly entriesNow: number;
  /** Everybody's facts, and every number told, are what they were. */
  readonly same: boolean;
  /** Entries among those it was made of whose content was erased since: they are why it may not come out the same. */
  readonly erased: number;
}

export interface ReproduceInput {
  readonly id: string;
  readonly signal?: AbortSignal;
  readonly progress?: Progress;
}

/** Throws CountError `count/no-such-count`; AccessError `access/not-allowed`; RuntimeError `cancelled`. */
export async function reproduceCount(
  deps: CountDeps & { readonly ledger: Ledger },
  actor: Actor,
  { id, signal, progress }: ReproduceInput,
): Promise<Reproduced> {
  const body = await savedBody(deps.db, id);
  if (body.audience === "public") requireRight(actor, "publish");
  else requireRight(actor, "read");
  const { engine, forget } = await ledgerAt(deps.ledger, body.entries, progress);
  try {
    await takeCopiesAlong(wholeDb(deps.db), engine);
    const then = await withoutClosed({ engine, ledger: deps.ledger });
    const { count, facts } = await countWithBasis(
      { db: then.engine.db, clock: deps.clock },
      actor,
      {
        audience: body.audience,
        reviewed: body.reviewed,
        ...(body.by.length === 0 ? {} : { by: body.by as DimensionCode[] }),
        ...(signal === undefined ? {} : { signal }),
        ...(progress === undefined ? {} : { progress }),
      },
    );
    const { n } = await engine.db
      .selectFrom("entries")
      .select(({ fn }) => fn.countAll<number>().as("n"))
      .where("body", "is", null)
      .executeTakeFirstOrThrow();
    return {
      id,
      entries: body.entries,
      entriesNow: await ledgerSize(deps.db),
      same: facts === body.facts && count.snapshot.shown === body.shown,
      erased: Number(n),
    };
  } finally {
    await forget();
  }
}
