// Keeps a count under an address of its own; a figure for the public is told by keeping it.
// Invariant: what is kept is what the ledger gave at one position, without closed sources, whoever keeps it.
import { type Actor, requireRight } from "../../access/index.ts";
import { type Body, type CountId, draft } from "../../model/index.ts";
import type { Ids } from "../../runtime/index.ts";
import { type Ledger } from "../../store/index.ts";
import { countWithBasis, type CountInput } from "../documented/count-documented.ts";
import type { CountDeps } from "../documented/everybody.ts";
import { ledgerSize } from "../documented/sources.store.ts";
import { CountError } from "../errors.ts";
import { type SavedCount, savedCount } from "./saved-counts.ts";

export interface SaveDeps extends CountDeps {
  readonly ledger: Ledger;
  readonly ids: Ids;
}

const mostTries = 3;

/**
 * Counts and keeps. The vault's view must be without closed sources. Throws AccessError unless the actor may publish (for the
 * public) or review; CountError `count/still-changing` where others write faster than this counts; RuntimeError `cancelled`.
 */
export async function saveCount(
  deps: SaveDeps,
  actor: Actor,
  input: CountInput,
): Promise<SavedCount> {
  if (input.audience === "public") requireRight(actor, "publish");
  else if (!actor.rights.has("publish")) requireRight(actor, "review");
  for (let tries = 0; tries < mostTries; tries++) {
    const { count, basis, facts } = await countWithBasis(deps, actor, input);
    const { snapshot, discovery: _titles, ...told } = count;
    if ((await ledgerSize(deps.db)) !== snapshot.entries) continue;
    const id = deps.ids.next<CountId>("cnt");
    const body = {
      id,
      ...told,
      by: [...(input.by ?? [])],
      reviewed: input.audience === "public" || input.reviewed === true,
      entries: snapshot.entries,
      facts,
      shown: snapshot.shown,
      ...(basis === null ? {} : { basis }),
    } as unknown as Body<"count.saved">;
    await deps.ledger.append(actor.member, [draft("count.saved", id, body)]);
    return savedCount(deps.db, id);
  }
  throw new CountError(
    "count/still-changing",
    "The vault changed while it was counted. Try again when nobody is writing.",
    409,
  );
}
