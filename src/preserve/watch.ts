// While a vault is open: a checkpoint on schedule where the ledger has grown, and its way to the witnesses.
// Invariant: `stop` returns only when nothing runs any more, so that a vault is never closed under it; what fails is tried
// again at the next look and never ends the program.
import type { Actor } from "../access/index.ts";
import type { Log } from "../runtime/index.ts";
import type { Fetch } from "./ask-witness.ts";
import { currentLog, latestCheckpoint } from "./checkpoints.store.ts";
import { type Courier, createCourier } from "./courier.ts";
import type { PreserveDeps } from "./deps.ts";
import { makeCheckpoint } from "./make-checkpoint.ts";
import { noStamps, type StampQueue } from "./stamps/stamp-queue.ts";

export interface WatchDeps extends PreserveDeps {
  /** In whose name scheduled checkpoints are written: who opened the vault. */
  readonly actor: Actor;
  readonly fetch: Fetch;
  readonly log: Log;
  /** Minutes between scheduled checkpoints; 0: none on schedule. */
  readonly everyMinutes: number;
  /** Where checkpoints wait for time stamps; it stops asking when the signal says so. */
  readonly stamps?: (leaving: AbortSignal) => StampQueue;
  /** Calls back again and again until what it gave is called; a timer unless a test says otherwise. */
  readonly every?: (ms: number, work: () => void) => () => void;
}

export interface Watch {
  readonly courier: Courier;
  readonly stamps: StampQueue;
  /** One look: makes a checkpoint when one is due, and delivers what waits. */
  look(): Promise<void>;
  stop(): Promise<void>;
}

const lookMs = 60_000;

export function startWatch(deps: WatchDeps): Watch {
  const leaving = new AbortController();
  // A vault that is being locked does not wait for a witness at the other end of a bad line.
  const courier = createCourier(deps, deps.actor, (url, init) => {
    const signals = [leaving.signal, ...(init.signal ? [init.signal] : [])];
    return deps.fetch(url, { ...init, signal: AbortSignal.any(signals) });
  });
  const stamps = deps.stamps?.(leaving.signal) ?? noStamps;
  let stopped = false;
  let running: Promise<void> = Promise.resolve();
  const once = async (): Promise<void> => {
    if (stopped) return;
    try {
      if (await isDue(deps)) await makeCheckpoint(deps, deps.actor, "schedule");
      if (!stopped) await courier.deliver();
    } catch (cause) {
      deps.log.failure("checkpoint-failed", cause);
    }
    try {
      if (!stopped) await stamps.deliver();
    } catch (cause) {
      deps.log.failure("stamp-failed", cause);
    }
  };
  const look = (): Promise<void> => (running = running.then(once));
  const end = (deps.every ?? timer)(lookMs, () => void look());
  return {
    courier,
    stamps,
    look,
    async stop() {
      stopped = true;
      end();
      leaving.abort();
      await running;
    },
  };
}

/** Counted from the last checkpoint; from the vault's first entry where there is none. */
async function isDue({ db, clock, everyMinutes }: WatchDeps): Promise<boolean> {
  if (everyMinutes === 0) return false;
  const log = await currentLog(db);
  const last = log === null ? null : await latestCheckpoint(db, log.origin);
  const since = last?.at ?? (await firstEntryAt(db));
  return since !== null && clock() - since >= everyMinutes * 60_000;
}

async function firstEntryAt(db: PreserveDeps["db"]): Promise<number | null> {
  const row = await db.selectFrom("entries").select("at").where("seq", "=", 0).executeTakeFirst();
  return row?.at ?? null;
}

function timer(ms: number, work: () => void): () => void {
  const running = setInterval(work, ms);
  running.unref();
  return () => clearInterval(running);
}
