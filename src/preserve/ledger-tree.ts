// The ledger's tree as it is in the database now: its leaves, read in order, and its edge at any size.
// Invariant: a root given here was computed from leaves that are there, one for each number, never taken from a stored root.
import { emptyRoot, TreeFrontier } from "../proof/index.ts";
import type { Db } from "../store/index.ts";
import { PreserveError } from "./errors.ts";

const pageSize = 5_000;

/** Size and root as the ledger itself states them. */
export interface LedgerState {
  readonly size: number;
  readonly root: Uint8Array;
}

export async function ledgerState(db: Db): Promise<LedgerState> {
  const row = await db
    .selectFrom("ledger_state")
    .select(["size", "root"])
    .where("one", "=", 1)
    .executeTakeFirst();
  return row ?? { size: 0, root: emptyRoot };
}

/** The leaves of the entries from number `from` to below `to`, page by page. Throws PreserveError `ledger-gap`. */
async function* leafPages(db: Db, from: number, to: number): AsyncGenerator<readonly Uint8Array[]> {
  const fetch = (next: number): Promise<{ seq: number; leaf: Uint8Array }[]> =>
    db
      .selectFrom("entries")
      .select(["seq", "leaf"])
      .where("seq", ">=", next)
      .where("seq", "<", to)
      .orderBy("seq")
      .limit(pageSize)
      .execute();
  let next = from;
  let ahead = next < to ? fetch(next) : null;
  while (ahead !== null) {
    const rows: { seq: number; leaf: Uint8Array }[] = await ahead;
    const last = rows.at(-1);
    if (last === undefined || last.seq !== next + rows.length - 1) throw gap();
    next += rows.length;
    // The engine reads the next page while this one is hashed; what it rejects with is met when it is awaited.
    ahead = next < to ? fetch(next) : null;
    ahead?.catch(() => {});
    yield rows.map((row) => row.leaf);
  }
}

/** The same leaves, all at once. */
export async function leavesBetween(db: Db, from: number, to: number): Promise<Uint8Array[]> {
  const leaves: Uint8Array[] = [];
  for await (const page of leafPages(db, from, to)) {
    for (const leaf of page) leaves.push(leaf);
  }
  return leaves;
}

/** The edge of the tree of the first `size` entries, grown from `base`, an edge at a smaller size. */
export async function frontierAt(
  db: Db,
  size: number,
  base: TreeFrontier = TreeFrontier.empty(),
): Promise<TreeFrontier> {
  let frontier = base;
  for await (const page of leafPages(db, base.size, size)) frontier = frontier.appendAll(page);
  return frontier;
}

function gap(): PreserveError {
  return new PreserveError(
    "ledger-gap",
    "Entries are missing from the ledger. Run `guwah check`, and compare the vault with a backup.",
  );
}
