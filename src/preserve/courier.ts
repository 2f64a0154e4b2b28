// Brings the latest checkpoint to every witness that has an address, again and again until each has cosigned.
// Invariant: what waits is read from the ledger, so a closed laptop forgets nothing; a witness that does not answer is asked
// less and less often, up to once an hour, and one that disagrees is an alarm that stays until it agrees.
import type { Actor } from "../access/index.ts";
import { formatVerifierKey, type Witness } from "../proof/index.ts";
import type { Fetch } from "./ask-witness.ts";
import { currentLog, lastCosigned, latestCheckpoint } from "./checkpoints.store.ts";
import type { PreserveDeps } from "./deps.ts";
import { submitCheckpoint, type Submitted } from "./submit-checkpoint.ts";
import { witnessPolicy } from "./witnesses.ts";

export interface Delivery {
  /** What came of the last try; null: none was made since the vault was opened. */
  readonly last: Submitted["kind"] | "failed" | null;
  /** The size the witness saw, where it saw more than there is here. */
  readonly seen: number | null;
  readonly triedAt: number | null;
  readonly nextAt: number | null;
}

export interface Courier {
  /** Tries every witness that is due; all of them when `now` is true. */
  deliver(now?: boolean): Promise<void>;
  /** How it stands with the witness of this name. */
  of(witness: string): Delivery;
}

const firstWaitMs = 60_000;
const longestWaitMs = 3_600_000;
const never: Delivery = { last: null, seen: null, triedAt: null, nextAt: null };

export function createCourier(deps: PreserveDeps, actor: Actor, fetch: Fetch): Courier {
  const deliveries = new Map<string, Delivery & { readonly failures: number }>();

  const tryOne = async (witness: Witness & { readonly address: string }): Promise<void> => {
    const failures = deliveries.get(witness.name)?.failures ?? 0;
    const outcome: Submitted | { kind: "failed" } = await submitCheckpoint(
      deps,
      actor,
      fetch,
      witness,
    ).catch(() => ({ kind: "failed" }));
    const now = deps.clock();
    const isDone = outcome.kind === "cosigned";
    const waitMs = Math.min(longestWaitMs, firstWaitMs * 2 ** Math.min(failures, 10));
    deliveries.set(witness.name, {
      last: outcome.kind,
      seen: outcome.kind === "ahead" ? outcome.seen : null,
      triedAt: now,
      nextAt: isDone ? null : now + waitMs,
      failures: isDone ? 0 : failures + 1,
    });
  };

  let turn: Promise<void> = Promise.resolve();
  const round = async (all: boolean): Promise<void> => {
    const log = await currentLog(deps.db);
    const last = log === null ? null : await latestCheckpoint(deps.db, log.origin);
    if (last === null) return;
    for (const witness of (await witnessPolicy(deps.db)).witnesses) {
      const { address, key, name } = witness;
      if (address === null) continue;
      const has = await lastCosigned(deps.db, last.origin, formatVerifierKey(key));
      if (has === last.size) continue;
      if (!all && deps.clock() < (deliveries.get(name)?.nextAt ?? 0)) continue;
      await tryOne({ ...witness, address });
    }
  };

  return {
    deliver: (now = false) => (turn = turn.catch(() => {}).then(() => round(now))),
    of: (witness) => deliveries.get(witness) ?? never,
  };
}
