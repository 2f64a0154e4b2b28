// What the database says of logs, checkpoints and cosignatures. Nothing here is believed until it was verified.
import type { Db } from "../store/index.ts";
import { bookkeeping } from "./checkpoint.tables.ts";
import { stampTool } from "./stamp.tables.ts";

export interface LogRow {
  readonly origin: string;
  readonly vkey: string;
  readonly seq: number;
}

export interface CheckpointRow {
  readonly origin: string;
  readonly size: number;
  /** When it was signed, milliseconds since 1970. */
  readonly at: number;
  readonly author: string;
  readonly why: string;
  /** The signed note, without cosignatures. */
  readonly note: string;
  /** `TreeFrontier.toBytes()` in hexadecimal. */
  readonly frontier: string;
}

export interface CosignatureRow {
  readonly origin: string;
  readonly size: number;
  /** The witness's verifier key. */
  readonly witness: string;
  readonly time: number;
  readonly line: string;
}

/** The log checkpoints are made under now; null before the first. */
export async function currentLog(db: Db): Promise<LogRow | null> {
  const row = await db
    .selectFrom("current_log")
    .innerJoin("logs", "logs.origin", "current_log.origin")
    .select(["logs.origin", "logs.vkey", "logs.seq"])
    .where("current_log.name", "=", "now")
    .executeTakeFirst();
  return row ?? null;
}

export function allLogs(db: Db): Promise<LogRow[]> {
  return db.selectFrom("logs").select(["origin", "vkey", "seq"]).orderBy("seq").execute();
}

const columns = ["origin", "size", "at", "author", "why", "note", "frontier"] as const;

export async function latestCheckpoint(db: Db, origin: string): Promise<CheckpointRow | null> {
  const row = await db
    .selectFrom("checkpoints")
    .select(columns)
    .where("origin", "=", origin)
    .orderBy("size", "desc")
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

export async function checkpointOf(
  db: Db,
  origin: string,
  size: number,
): Promise<CheckpointRow | null> {
  const row = await db
    .selectFrom("checkpoints")
    .select(columns)
    .where("origin", "=", origin)
    .where("size", "=", size)
    .executeTakeFirst();
  return row ?? null;
}

/** The latest first; all of them unless a limit is given. */
export async function checkpointRows(db: Db, limit?: number): Promise<CheckpointRow[]> {
  const query = db
    .selectFrom("checkpoints")
    .select(columns)
    .orderBy("size", "desc")
    .orderBy("origin");
  return (limit === undefined ? query : query.limit(limit)).execute();
}

/** Cosignatures of checkpoints of at least this size. */
export function cosignatureRows(db: Db, fromSize = 0): Promise<CosignatureRow[]> {
  return db
    .selectFrom("cosignatures")
    .select(["origin", "size", "witness", "time", "line"])
    .where("size", ">=", fromSize)
    .orderBy("size")
    .orderBy("time")
    .execute();
}

/** The size this witness cosigned last under this origin, as far as its answers came back; 0: none did. */
export async function lastCosigned(db: Db, origin: string, witness: string): Promise<number> {
  const row = await db
    .selectFrom("cosignatures")
    .select("size")
    .where("origin", "=", origin)
    .where("witness", "=", witness)
    .orderBy("size", "desc")
    .limit(1)
    .executeTakeFirst();
  return row?.size ?? 0;
}

/** Whether anything but this room's own bookkeeping was written since the first `size` entries. */
export async function hasGrown(db: Db, size: number): Promise<boolean> {
  const row = await db
    .selectFrom("entries")
    .select("seq")
    .where("seq", ">=", size)
    .where("kind", "not in", [...bookkeeping])
    // The files of a stamp: an idle vault would otherwise sign and stamp its own stamps for ever.
    .where((is) =>
      is.not(is.and([is("kind", "=", "file.kept"), is("body", "like", `%"tool":"${stampTool}"%`)])),
    )
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
