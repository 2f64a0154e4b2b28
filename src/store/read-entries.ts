// Reading the ledger back: page by page, or all entries about one thing.
// Invariant: pages come in ledger order and the next one is fetched while this one is worked on.
import type { DeviceId, Entry, MemberId } from "../model/index.ts";
import type { Db, Tx } from "./engine.ts";
import type { EntryRow } from "./tables/rows.ts";

const pageSize = 2_000;

/** The entry rows from number `from` to below `end`, in order, a page at a time, one page ahead of the reader. */
export async function* entryPages(
  db: Db | Tx,
  from = 0,
  end = Number.MAX_SAFE_INTEGER,
): AsyncGenerator<readonly EntryRow[]> {
  const fetch = (seq: number): Promise<EntryRow[]> =>
    db
      .selectFrom("entries")
      .selectAll()
      .where("seq", ">=", seq)
      .where("seq", "<", end)
      .orderBy("seq")
      .limit(pageSize)
      .execute();
  let next: Promise<EntryRow[]> | null = fetch(from);
  while (next !== null) {
    const page: EntryRow[] = await next;
    const last = page.at(-1);
    next = page.length === pageSize && last !== undefined ? fetch(last.seq + 1) : null;
    // A rejection of the page ahead is reported when it is awaited, not as an unhandled one.
    next?.catch(() => {});
    if (page.length > 0) yield page;
  }
}

/** The entry a row holds; null where it was erased. */
export function entryOf(row: EntryRow): Entry | null {
  if (row.body === null) return null;
  return {
    seq: row.seq,
    at: row.at,
    author: row.author as MemberId,
    device: row.device as DeviceId,
    kind: row.kind,
    subject: row.subject,
    body: JSON.parse(row.body) as unknown,
  } as Entry;
}

export interface HistoryItem {
  readonly seq: number;
  readonly at: number;
  readonly author: string;
  readonly device: string;
  readonly kind: string;
  readonly subject: string;
  /** null: erased for safety. */
  readonly body: unknown;
}

/** Every entry mainly about one of these ids, newest first. */
export async function historyOf(
  db: Db,
  subjects: readonly string[],
  limit = 500,
): Promise<HistoryItem[]> {
  if (subjects.length === 0) return [];
  const rows = await db
    .selectFrom("entries")
    .select(["seq", "at", "author", "device", "kind", "subject", "body"])
    .where("subject", "in", [...subjects])
    .orderBy("seq", "desc")
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    ...row,
    body: row.body === null ? null : (JSON.parse(row.body) as unknown),
  }));
}
