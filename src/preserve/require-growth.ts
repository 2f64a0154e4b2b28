// Before anything is signed: the ledger of now must have grown out of every checkpoint signed before.
// Invariant: two checkpoints under one origin are never inconsistent (C2SP tlog-checkpoint, "Signatures"); a vault whose
// history was changed signs nothing more.
import { TreeFrontier } from "../proof/index.ts";
import { type CheckpointRow, latestCheckpoint } from "./checkpoints.store.ts";
import type { PreserveDeps } from "./deps.ts";
import { PreserveError } from "./errors.ts";
import { readKept } from "./kept-checkpoint.ts";
import { frontierAt, type LedgerState } from "./ledger-tree.ts";
import { readSigned } from "./signed-checkpoint.ts";

/**
 * The edge of the ledger's tree at the state given, proved to have grown out of the latest checkpoint in the ledger and
 * the one kept beside it. Takes time proportional to the growth.
 * Throws PreserveError `ledger-rewritten`, `ledger-shortened`, `ledger-gap`, `kept-damaged`.
 */
export async function requireGrowth(
  deps: Pick<PreserveDeps, "db" | "home" | "keys">,
  origin: string,
  { size, root }: LedgerState,
): Promise<TreeFrontier> {
  const last = await latestCheckpoint(deps.db, origin);
  const base = last === null ? TreeFrontier.empty() : edgeOf(deps, last);
  const kept = await readKept(deps);
  if (kept.kind === "damaged") throw keptDamaged();
  const beside = kept.kind === "kept" ? readSigned(deps.keys.root, [origin], kept.note) : null;
  if (beside?.kind === "forged" || beside?.kind === "malformed") throw keptDamaged();
  if (base.size > size) throw shortened(base.size, size);
  if (beside?.kind === "ours") {
    const { size: keptSize, root: keptRoot } = beside.checkpoint;
    if (keptSize > size) throw shortened(keptSize, size);
    const from = keptSize >= base.size ? base : TreeFrontier.empty();
    const then = await frontierAt(deps.db, keptSize, from);
    if (!then.root().equals(keptRoot)) throw rewritten(keptSize);
  }
  const now = await frontierAt(deps.db, size, base);
  // What was appended to the signed edge must give the root the ledger itself keeps; else earlier leaves differ.
  if (!now.root().equals(root)) throw rewritten(base.size);
  return now;
}

/** The edge that was stored with a checkpoint, once it gives the signed root. Throws `ledger-rewritten`. */
export function edgeOf(
  { keys }: Pick<PreserveDeps, "keys">,
  { note, frontier, origin, size }: CheckpointRow,
): TreeFrontier {
  const signed = readSigned(keys.root, [origin], note);
  const edge = readEdge(frontier);
  if (signed.kind !== "ours" || edge === null) throw rewritten(size);
  const { checkpoint } = signed;
  if (checkpoint.size !== edge.size || !edge.root().equals(checkpoint.root)) throw rewritten(size);
  return edge;
}

function readEdge(hex: string): TreeFrontier | null {
  try {
    return TreeFrontier.fromBytes(Buffer.from(hex, "hex"));
  } catch {
    return null;
  }
}

function rewritten(size: number): PreserveError {
  return new PreserveError(
    "ledger-rewritten",
    `The ledger is no longer the one whose first ${size} entries were signed. Do not work in it; keep a copy, and compare it with a backup.`,
    { details: { size } },
  );
}

function shortened(signed: number, size: number): PreserveError {
  return new PreserveError(
    "ledger-shortened",
    `${signed} entries were signed, and only ${size} are here: the database was put back or cut. Do not work in it; compare it with a backup.`,
    { details: { signed, size } },
  );
}

function keptDamaged(): PreserveError {
  return new PreserveError(
    "kept-damaged",
    "checkpoints/latest in the vault's folder is not what this vault wrote. Run `guwah check`; when you know why, move the file away.",
  );
}
