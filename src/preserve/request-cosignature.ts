// What a witness is asked: the latest checkpoint, and the proof that it grew out of the one this witness saw last.
// Invariant: the text is the body of C2SP `add-checkpoint`, whether it goes over a network or on a stick.
import { formatVerifierKey, formatWitnessRequest, nodesOfGrowth } from "../proof/index.ts";
import { consistencyProof, type TreeFrontier } from "../proof/index.ts";
import {
  type CheckpointRow,
  checkpointOf,
  currentLog,
  lastCosigned,
  latestCheckpoint,
} from "./checkpoints.store.ts";
import type { PreserveDeps } from "./deps.ts";
import { PreserveError } from "./errors.ts";
import { frontierAt, leavesBetween } from "./ledger-tree.ts";
import { edgeOf } from "./require-growth.ts";
import { witnessPolicy } from "./witnesses.ts";

type Deps = Pick<PreserveDeps, "db" | "keys">;

export interface CosignatureRequest {
  readonly origin: string;
  readonly size: number;
  readonly oldSize: number;
  readonly text: string;
}

/**
 * The request for a witness of the policy, by its name there; for a witness not in it yet, null.
 * `from` is the size the witness says it saw last, where its answer was lost.
 * Throws PreserveError `no-checkpoint`, `witness-unknown`, `ledger-shortened` (`from` is more than we have),
 * `ledger-rewritten`, `ledger-gap`.
 */
export async function requestCosignature(
  deps: Deps,
  witness: string | null,
  from?: number,
): Promise<CosignatureRequest> {
  const log = await currentLog(deps.db);
  const last = log === null ? null : await latestCheckpoint(deps.db, log.origin);
  if (last === null) {
    throw new PreserveError(
      "no-checkpoint",
      "There is no checkpoint yet. Make one with `guwah checkpoint`.",
    );
  }
  const { origin, size, note } = last;
  const oldSize = from ?? (await seenBy(deps, witness, origin));
  if (oldSize > size) {
    throw new PreserveError(
      "ledger-shortened",
      `The witness saw ${oldSize} entries, and only ${size} were signed here. This vault was put back to an older state, or is another copy.`,
      { details: { seen: oldSize, size } },
    );
  }
  const proof = await growth(deps, last, oldSize);
  return {
    origin,
    size,
    oldSize,
    text: formatWitnessRequest({ oldSize, proof, checkpoint: note }),
  };
}

async function seenBy({ db }: Deps, name: string | null, origin: string): Promise<number> {
  if (name === null) return 0;
  const { witnesses } = await witnessPolicy(db);
  const found = witnesses.find((witness) => witness.name === name);
  if (found === undefined) {
    throw new PreserveError("witness-unknown", "There is no witness of this name. List them.");
  }
  return lastCosigned(db, origin, formatVerifierKey(found.key));
}

async function growth(deps: Deps, last: CheckpointRow, oldSize: number): Promise<Buffer[]> {
  if (oldSize === 0 || oldSize === last.size) return [];
  const old = await checkpointOf(deps.db, last.origin, oldSize);
  const edge: TreeFrontier = old === null ? await frontierAt(deps.db, oldSize) : edgeOf(deps, old);
  const leaves = await leavesBetween(deps.db, oldSize, last.size);
  return consistencyProof(oldSize, last.size, nodesOfGrowth(edge, leaves));
}
