// Every file the ledger names, in the order of their hashes.
import type { FileHash } from "../../model/index.ts";
import type { Db } from "../../store/index.ts";

const pageSize = 500;

export interface NamedFile {
  readonly hash: FileHash;
  /** Plain bytes. */
  readonly size: number;
  /** How many files there were when the walk began. */
  readonly total: number;
}

/** Page by page; files kept meanwhile are met or not, as their hash falls. */
export async function* filePages(db: Db): AsyncGenerator<NamedFile> {
  const counted = await db
    .selectFrom("files")
    .select((q) => q.fn.countAll<number>().as("n"))
    .executeTakeFirstOrThrow();
  const total = Number(counted.n);
  for (let after = ""; ;) {
    const page = await db
      .selectFrom("files")
      .select(["hash", "size"])
      .where("hash", ">", after)
      .orderBy("hash")
      .limit(pageSize)
      .execute();
    for (const { hash, size } of page) yield { hash: hash as FileHash, size, total };
    const last = page.at(-1);
    if (last === undefined) return;
    after = last.hash;
  }
}
