// The latest checkpoint of this vault, as those outside may be told of it.
// Invariant: only one that the vault's own key has signed; its root and size, and nothing else.
import type { Db } from "../store/index.ts";
import { currentLog, latestCheckpoint } from "./checkpoints.store.ts";
import { readSigned } from "./signed-checkpoint.ts";

/** `keys.root`: the vault key. Null before the first checkpoint; the root is hexadecimal, the size in entries. */
export async function lastCheckpoint({
  db,
  keys,
}: {
  readonly db: Db;
  readonly keys: { readonly root: Uint8Array };
}): Promise<{ readonly root: string; readonly size: number } | null> {
  const log = await currentLog(db);
  const row = log === null ? null : await latestCheckpoint(db, log.origin);
  if (log === null || row === null) return null;
  const signed = readSigned(keys.root, [log.origin], row.note);
  if (signed.kind !== "ours") return null;
  const { root, size } = signed.checkpoint;
  return { root: Buffer.from(root).toString("hex"), size };
}
