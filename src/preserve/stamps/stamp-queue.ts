// Gets the latest checkpoint stamped by every authority, again and again until each has.
// Invariant: what waits is read from the ledger, so a closed laptop forgets nothing; of checkpoints made offline only the last
// is sent, since it covers the others. By itself it asks an authority at most once in the interval of the schedule: when a
// dossier or a backup was made is nobody's business.
import type { Actor } from "../../access/index.ts";
import { currentLog, latestCheckpoint } from "../checkpoints.store.ts";
import type { Send } from "./ask-authority.ts";
import { type Authority, authorities } from "./authorities.ts";
import { requestStamp, type StampDeps, type StampFault } from "./request-stamp.ts";
import { lastStamp } from "./stamps.store.ts";

export interface StampTry {
  /** Why the last try failed; `internal`: this machine could not keep the answer. Null: it did not fail, or none was made. */
  readonly fault: StampFault | "internal" | null;
  readonly triedAt: number | null;
  readonly nextAt: number | null;
}

export interface StampQueue {
  /** Asks every authority that is due; all that have not stamped the latest checkpoint when `now` is true. */
  deliver(now?: boolean): Promise<void>;
  /** How it stands with the authority of this name. */
  of(authority: string): StampTry;
}

const firstWaitMs = 60_000;
const longestWaitMs = 3_600_000;
const never: StampTry = { fault: null, triedAt: null, nextAt: null };

/** What a vault without stamping has. */
export const noStamps: StampQueue = { deliver: async () => {}, of: () => never };

export function createStampQueue(
  deps: StampDeps,
  actor: Actor,
  send: Send,
  everyMinutes: number,
): StampQueue {
  const tries = new Map<string, StampTry & { readonly failures: number }>();
  type Checkpoint = Parameters<typeof requestStamp>[4];

  const tryOne = async (authority: Authority, checkpoint: Checkpoint): Promise<void> => {
    const failures = tries.get(authority.name)?.failures ?? 0;
    const outcome = await requestStamp(deps, actor, send, authority, checkpoint).catch(
      () => ({ kind: "failed", fault: "internal" }) as const,
    );
    const triedAt = deps.clock();
    const waitMs = Math.min(longestWaitMs, firstWaitMs * 2 ** Math.min(failures, 10));
    tries.set(
      authority.name,
      outcome.kind === "stamped"
        ? { fault: null, triedAt, nextAt: null, failures: 0 }
        : { fault: outcome.fault, triedAt, nextAt: triedAt + waitMs, failures: failures + 1 },
    );
  };

  let turn: Promise<void> = Promise.resolve();
  const round = async (all: boolean): Promise<void> => {
    if (!all && everyMinutes === 0) return;
    const set = await authorities(deps.db);
    const log = set.length === 0 ? null : await currentLog(deps.db);
    const last = log === null ? null : await latestCheckpoint(deps.db, log.origin);
    if (last === null) return;
    for (const authority of set) {
      const before = await lastStamp(deps.db, last.origin, authority.name);
      if (before?.size === last.size) continue;
      const earliest = Math.max(
        before === null ? 0 : before.at + everyMinutes * 60_000,
        tries.get(authority.name)?.nextAt ?? 0,
      );
      if (all || deps.clock() >= earliest) await tryOne(authority, last);
    }
  };

  return {
    deliver: (now = false) => (turn = turn.catch(() => {}).then(() => round(now))),
    of: (authority) => tries.get(authority) ?? never,
  };
}
