// The checkpoint by which a stranger can check entries, and the leaves their proofs are made from.
// Invariant: the checkpoint covers every entry asked for; it is one that witnesses have cosigned where there is such a one,
// and among those one with a time stamp that holds.
import { type Actor } from "../access/index.ts";
import { parseCheckpoint, parseNote } from "../proof/index.ts";
import type { PreserveDeps } from "./deps.ts";
import { leavesBetween } from "./ledger-tree.ts";
import { type CheckpointView, listCheckpoints } from "./list-checkpoints.ts";
import { makeCheckpoint } from "./make-checkpoint.ts";
import { authorities } from "./stamps/authorities.ts";
import { type KeptStamp, keptStamp } from "./stamps/kept-stamp.ts";
import type { StampDeps } from "./stamps/request-stamp.ts";
import type { StampQueue } from "./stamps/stamp-queue.ts";
import { stampsOf } from "./stamps/stamps.store.ts";

/** Without files no stamps are looked for. */
type Deps = PreserveDeps & Partial<Pick<StampDeps, "files">>;

export interface CoveringCheckpoint {
  /** Signed note with the cosignatures that count. */
  readonly note: string;
  /** The part that is signed, and stamped. */
  readonly text: string;
  readonly size: number;
  readonly vkey: string;
  readonly witnesses: readonly string[];
  /** How many must have cosigned; 0 where not enough have, so that nobody is asked for what is not there. */
  readonly witnessesNeeded: number;
  readonly leaves: readonly Uint8Array[];
  /** Tokens over `text` that were verified now, each with its certificates. */
  readonly stamps: readonly KeptStamp[];
  /** Authorities that are set and gave none that holds. */
  readonly unstamped: readonly string[];
}

/**
 * Signs the ledger anew where nothing attested reaches to `last` yet, and has `queue` ask the authorities where no stamp is on it.
 * An authority that gives none is named, and stops nothing. Throws as `makeCheckpoint`.
 */
export async function coveringCheckpoint(
  deps: Deps,
  actor: Actor,
  last: number,
  queue?: Pick<StampQueue, "deliver">,
): Promise<CoveringCheckpoint> {
  const covers = ({ origin, size }: CheckpointView, own: string | null): boolean =>
    origin === own && size > last;
  const courier = { of: () => ({ last: null, seen: null, triedAt: null, nextAt: null }) };
  const before = await listCheckpoints(deps, courier);
  const covering = before.checkpoints.filter((one) => covers(one, before.origin));
  const attested = await bestAttested(deps, covering);
  if (attested === null) await makeCheckpoint(deps, actor, "dossier");
  const now = attested === null ? await listCheckpoints(deps, courier) : before;
  const chosen = attested ?? now.checkpoints.find((one) => covers(one, now.origin));
  if (chosen === undefined || now.vkey === null)
    throw new RangeError("the checkpoint made just now does not cover the ledger");
  const { text } = parseNote(chosen.note);
  const { size } = parseCheckpoint(text);
  let stamps = await stampsThatHold(deps, chosen);
  if (stamps.length === 0 && queue !== undefined) {
    await queue.deliver(true);
    stamps = await stampsThatHold(deps, chosen);
  }
  const set = await authorities(deps.db);
  return {
    note: chosen.note,
    text,
    size,
    vkey: now.vkey,
    witnesses: now.witnesses.map(({ vkey }) => vkey),
    witnessesNeeded: chosen.policyMet ? now.need : 0,
    leaves: await leavesBetween(deps.db, 0, size),
    stamps: stamps.map(({ stamp }) => stamp),
    unstamped: set
      .map(({ name }) => name)
      .filter((name) => !stamps.some(({ authority }) => authority === name)),
  };
}

/** Witnessed and stamped, else witnessed, else stamped; the latest of its sort. Null: nobody has attested any. */
async function bestAttested(
  deps: Deps,
  covering: readonly CheckpointView[],
): Promise<CheckpointView | null> {
  const witnessed = covering.filter((one) => one.policyMet);
  const candidates = witnessed.length > 0 ? witnessed : covering;
  for (const one of candidates) {
    if ((await stampsThatHold(deps, one)).length > 0) return one;
  }
  return witnessed[0] ?? null;
}

/** A stamp that does not hold is told by `guwah check`; a stranger is given those that do. */
async function stampsThatHold(
  deps: Deps,
  { origin, size }: Pick<CheckpointView, "origin" | "size">,
): Promise<{ readonly authority: string; readonly stamp: KeptStamp }[]> {
  const { db, keys, files } = deps;
  const kept: { authority: string; stamp: KeptStamp }[] = [];
  if (files === undefined) return kept;
  for (const row of await stampsOf(db, origin, size)) {
    const stamp = await keptStamp({ db, keys, files }, row);
    if (stamp !== null) kept.push({ authority: row.authority, stamp });
  }
  return kept;
}
