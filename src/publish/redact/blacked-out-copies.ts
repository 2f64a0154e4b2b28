// The copies with parts blacked out that are on file, by the source they were made of.
// Invariant: read only; a copy is one whose making the ledger holds.
import type { FileHash } from "../../model/index.ts";
import type { Db } from "../../store/index.ts";

export interface BlackedOutCopy {
  readonly file: FileHash;
  readonly mime: string;
  readonly size: number;
  /** Milliseconds since 1970. */
  readonly madeAt: number;
}

/** Newest first, for at most 400 sources. */
export async function blackedOutCopies(
  db: Db,
  sources: readonly string[],
): Promise<ReadonlyMap<string, readonly BlackedOutCopy[]>> {
  if (sources.length === 0) return new Map();
  const rows = await db
    .selectFrom("file_arrivals as a")
    .innerJoin("sources as s", "s.file", "a.derived_from")
    .innerJoin("files as f", "f.hash", "a.hash")
    .select(["s.id", "a.hash", "f.mime", "f.size", "a.at"])
    .where("s.id", "in", sources)
    .where("a.parameters", "like", '%"blacked out"%')
    .orderBy("a.seq", "desc")
    .execute();
  const copies = rows.map(({ id, hash, mime, size, at }) => ({
    id,
    copy: { file: hash as FileHash, mime, size, madeAt: at },
  }));
  return new Map(
    [...Map.groupBy(copies, ({ id }) => id)].map(([id, of]) => [id, of.map(({ copy }) => copy)]),
  );
}
