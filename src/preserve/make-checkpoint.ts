// Signs the ledger as it is now, writes that into it, and keeps a copy beside the database.
// Invariant: nothing is signed that does not extend what was signed before.
import { type Actor, requireRight } from "../access/index.ts";
import { type Body, draft } from "../model/index.ts";
import { formatCheckpoint, signNote } from "../proof/index.ts";
import { firstLog } from "./begin-log.ts";
import { type CheckpointRow, hasGrown, latestCheckpoint } from "./checkpoints.store.ts";
import type { PreserveDeps } from "./deps.ts";
import { keepCheckpoint } from "./kept-checkpoint.ts";
import { ledgerState } from "./ledger-tree.ts";
import { logSigner } from "./log-key.ts";
import { requireGrowth } from "./require-growth.ts";

export type Why = Body<"checkpoint.made">["why"];

export interface MadeCheckpoint {
  readonly origin: string;
  /** How many entries were signed. */
  readonly size: number;
  readonly note: string;
  readonly at: number;
  /** False: nothing was written since the last checkpoint, and that one is given. */
  readonly made: boolean;
}

/**
 * Makes a checkpoint of the open vault: RFC 6962 root in a C2SP signed note. Where nothing but bookkeeping was written
 * since the last one, that one is given again. What exports and backups carry.
 * Throws AccessError `access/not-allowed`; PreserveError `ledger-rewritten`, `ledger-shortened`, `ledger-gap`,
 * `kept-damaged`: then nothing was signed.
 */
export async function makeCheckpoint(
  deps: PreserveDeps,
  actor: Actor,
  why: Why,
): Promise<MadeCheckpoint> {
  requireRight(actor, "read");
  const { db, ledger, keys } = deps;
  const { origin } = await firstLog(deps, actor);
  const frontier = await requireGrowth(deps, origin, await ledgerState(db));
  const last = await latestCheckpoint(db, origin);
  if (last !== null && !(await hasGrown(db, last.size))) return again(deps, last);

  const { size } = frontier;
  const text = formatCheckpoint({ origin, size, root: frontier.root() });
  const note = signNote(text, [logSigner(keys.root, origin)]);
  const body = { origin, size, note, why, frontier: frontier.toBytes().toString("hex") };
  const [entry] = await ledger.append(actor.member, [draft("checkpoint.made", origin, body)]);
  await keepCheckpoint(deps, note);
  return { origin, size, note, at: entry?.at ?? deps.clock(), made: true };
}

/** The copy beside the database is written again: a restored folder has none, and a crash may have come before it. */
async function again(deps: PreserveDeps, last: CheckpointRow): Promise<MadeCheckpoint> {
  const { origin, size, note, at } = last;
  await keepCheckpoint(deps, note);
  return { origin, size, note, at, made: false };
}
