// Where this device's vault was mirrored to last, as the ledger says.
import type { Db } from "../../store/index.ts";

export interface KnownMirror {
  readonly folder: string;
  /** When copying began, milliseconds since 1970. */
  readonly at: number;
}

/** The latest mirror of this device; null where there was none. */
export async function knownMirror(db: Db, device: string): Promise<KnownMirror | null> {
  const row = await db
    .selectFrom("custody")
    .select(["receiver", "at"])
    .where("action", "=", "mirrored")
    .where("device", "=", device)
    .orderBy("seq", "desc")
    .limit(1)
    .executeTakeFirst();
  return row === undefined || row.receiver === null ? null : { folder: row.receiver, at: row.at };
}

/** Whether this folder was a mirror of this device at any time. */
export async function wasMirror(db: Db, device: string, folder: string): Promise<boolean> {
  const row = await db
    .selectFrom("custody")
    .select("seq")
    .where("action", "=", "mirrored")
    .where("device", "=", device)
    .where("receiver", "=", folder)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
