// While a vault is open: an audit of all files when the last one is too long ago.
// Invariant: what an audit found is in the ledger, so that closing and opening again asks for none that was made.
import type { Clock } from "../../runtime/index.ts";
import type { Db } from "../../store/index.ts";
import { lastAudit } from "./audit.store.ts";

export interface AuditWatchDeps {
  readonly db: Db;
  readonly device: string;
  readonly clock: Clock;
  /** Days from one audit to the next; 0: none on schedule. */
  readonly everyDays: number;
  /** Starts an audit beside the work, and ends when it has ended; stops when the vault is being left. */
  readonly audit: (leaving: AbortSignal) => Promise<unknown>;
  /** Calls back again and again until what it gave is called; a timer unless a test says otherwise. */
  readonly every?: (ms: number, work: () => void) => () => void;
}

const dayMs = 24 * 60 * 60 * 1000;
const lookMs = 60 * 1000;

/** Whether an audit is due: counted from the last one of this device, or from the vault's first file. */
export async function auditIsDue({
  db,
  device,
  clock,
  everyDays,
}: Omit<AuditWatchDeps, "audit" | "every">): Promise<boolean> {
  if (everyDays === 0) return false;
  const since = (await lastAudit(db, device))?.at ?? (await firstFileAt(db));
  return since !== null && clock() - since >= everyDays * dayMs;
}

/** Looks now and then; the answer ends it, and waits for a look that runs. */
export function watchAudits(deps: AuditWatchDeps): () => Promise<void> {
  const leaving = new AbortController();
  let running: Promise<unknown> | null = null;
  const look = (): void => {
    if (leaving.signal.aborted || running !== null) return;
    // What fails (a full disk, a locked vault) is tried again at the next look; the job says why it failed.
    running = auditIsDue(deps)
      .then((due) => (due && !leaving.signal.aborted ? deps.audit(leaving.signal) : null))
      .catch(() => null)
      .finally(() => {
        running = null;
      });
  };
  const end = (deps.every ?? timer)(lookMs, look);
  return async () => {
    end();
    leaving.abort();
    await running;
  };
}

async function firstFileAt(db: Db): Promise<number | null> {
  const row = await db
    .selectFrom("file_arrivals")
    .select("at")
    .orderBy("seq")
    .limit(1)
    .executeTakeFirst();
  return row?.at ?? null;
}

function timer(ms: number, work: () => void): () => void {
  const running = setInterval(work, ms);
  running.unref();
  return () => clearInterval(running);
}
