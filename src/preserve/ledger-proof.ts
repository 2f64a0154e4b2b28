// The checkpoint by which a stranger can check entries, and the leaves their proofs are made from.
// Invariant: the checkpoint covers every entry asked for; it is one that witnesses have cosigned where there is such a one.
import { type Actor } from "../access/index.ts";
import { parseCheckpoint, parseNote } from "../proof/index.ts";
import type { PreserveDeps } from "./deps.ts";
import { leavesBetween } from "./ledger-tree.ts";
import { type CheckpointView, listCheckpoints } from "./list-checkpoints.ts";
import { makeCheckpoint } from "./make-checkpoint.ts";

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
}

/** Signs the ledger anew where nothing signed reaches to `last` yet. Throws as `makeCheckpoint`. */
export async function coveringCheckpoint(
  deps: PreserveDeps,
  actor: Actor,
  last: number,
): Promise<CoveringCheckpoint> {
  const covers = ({ origin, size }: CheckpointView, own: string | null): boolean =>
    origin === own && size > last;
  const courier = { of: () => ({ last: null, seen: null, triedAt: null, nextAt: null }) };
  const before = await listCheckpoints(deps, courier);
  const witnessed = before.checkpoints.find((one) => one.policyMet && covers(one, before.origin));
  if (witnessed === undefined) await makeCheckpoint(deps, actor, "dossier");
  const now = witnessed === undefined ? await listCheckpoints(deps, courier) : before;
  const chosen = witnessed ?? now.checkpoints.find((one) => covers(one, now.origin));
  if (chosen === undefined || now.vkey === null)
    throw new RangeError("the checkpoint made just now does not cover the ledger");
  const { text } = parseNote(chosen.note);
  const { size } = parseCheckpoint(text);
  return {
    note: chosen.note,
    text,
    size,
    vkey: now.vkey,
    witnesses: now.witnesses.map(({ vkey }) => vkey),
    witnessesNeeded: chosen.policyMet ? now.need : 0,
    leaves: await leavesBetween(deps.db, 0, size),
  };
}
