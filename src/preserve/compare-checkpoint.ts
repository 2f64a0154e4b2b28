// Whether today's ledger grew out of a checkpoint that somebody kept elsewhere: in a dossier, in a letter, with a partner.
// Invariant: only what this vault's key has signed is compared; everything else has a verdict of its own.
import { parseNote } from "../proof/index.ts";
import { allLogs, checkpointOf } from "./checkpoints.store.ts";
import type { PreserveDeps } from "./deps.ts";
import { frontierAt, ledgerState } from "./ledger-tree.ts";
import { readSigned } from "./signed-checkpoint.ts";

export type Comparison = {
  /**
   * `extends`: the ledger of today begins with exactly the entries that were signed.
   * `rewritten`: it does not. `shortened`: more entries were signed than are here. `other-ledger`: signed under a name this
   * ledger never had. `forged`: under a name it had, by another key. `malformed`: not a checkpoint.
   */
  readonly verdict: "extends" | "rewritten" | "shortened" | "other-ledger" | "forged" | "malformed";
  readonly size: number | null;
  /** How many entries were written since. */
  readonly since: number | null;
  /** Whether this very checkpoint is in the ledger's own list. */
  readonly listed: boolean;
  /** Signatures under it, ours included. */
  readonly signatures: number;
};

/** Compares a kept checkpoint with the ledger. Never throws for what the note is. */
export async function compareCheckpoint(
  { db, keys }: Pick<PreserveDeps, "db" | "keys">,
  note: string,
): Promise<Comparison> {
  const origins = (await allLogs(db)).map((log) => log.origin);
  const signed = readSigned(keys.root, origins, note);
  const nothing = { size: null, since: null, listed: false, signatures: 0 };
  if (signed.kind === "malformed") return { ...nothing, verdict: "malformed" };
  if (signed.kind === "other") return { ...nothing, verdict: "other-ledger" };
  const { size, root, origin } = signed.checkpoint;
  if (signed.kind === "forged") return { ...nothing, size, verdict: "forged" };
  const { size: now } = await ledgerState(db);
  const row = await checkpointOf(db, origin, size);
  const about = {
    size,
    since: Math.max(0, now - size),
    listed: row !== null && parseNote(row.note).text === signed.text,
    signatures: parseNote(note).signatures.length,
  };
  if (size > now) return { ...about, verdict: "shortened" };
  const then = await frontierAt(db, size).catch(() => null);
  return { ...about, verdict: then?.root().equals(root) === true ? "extends" : "rewritten" };
}
