// What the database says of stamps. Nothing here is believed until it was verified.
import type { FileHash } from "../../model/index.ts";
import type { Db } from "../../store/index.ts";

export interface StampRow {
  readonly origin: string;
  readonly size: number;
  readonly authority: string;
  /** When it was received, by this machine's clock, milliseconds since 1970. */
  readonly at: number;
  readonly token: FileHash;
  readonly chain: FileHash;
  /** What the authority says the time was. */
  readonly time: number;
  readonly policy: string;
  /** SHA-256 of the root certificate. */
  readonly root: string;
  /** How it stood with revocation lists; empty: they were not asked for then. */
  readonly revocation: string;
  /** JSON: hashes of those that were kept. */
  readonly lists: string;
}

const columns = [
  "origin",
  "size",
  "authority",
  "at",
  "token",
  "chain",
  "time",
  "policy",
  "root",
  "revocation",
  "lists",
] as const;

/** Those of the largest checkpoints first; all of them unless a limit is given. */
export async function stampRows(db: Db, limit?: number): Promise<StampRow[]> {
  const query = db
    .selectFrom("stamps")
    .select(columns)
    .orderBy("size", "desc")
    .orderBy("origin")
    .orderBy("authority");
  return (await (limit === undefined ? query : query.limit(limit)).execute()) as StampRow[];
}

export async function stampsOf(db: Db, origin: string, size: number): Promise<StampRow[]> {
  return (await db
    .selectFrom("stamps")
    .select(columns)
    .where("origin", "=", origin)
    .where("size", "=", size)
    .orderBy("authority")
    .execute()) as StampRow[];
}

/** The stamp of the largest checkpoint of this log that this authority gave; null: none yet. */
export async function lastStamp(
  db: Db,
  origin: string,
  authority: string,
): Promise<StampRow | null> {
  const row = await db
    .selectFrom("stamps")
    .select(columns)
    .where("origin", "=", origin)
    .where("authority", "=", authority)
    .orderBy("size", "desc")
    .limit(1)
    .executeTakeFirst();
  return (row ?? null) as StampRow | null;
}

export async function isFileKnown(db: Db, hash: FileHash): Promise<boolean> {
  const row = await db
    .selectFrom("files")
    .select("hash")
    .where("hash", "=", hash)
    .executeTakeFirst();
  return row !== undefined;
}
