// An index of all names by how they sound: derived data, filled as entries come in.
// Invariant: losing it loses nothing; it holds hashes and entry numbers, no name; keys of a names room that reads otherwise are
// thrown away and made again.
import { sql } from "kysely";
import type { Value } from "../model/index.ts";
import { prepareName } from "../names/index.ts";
import type { Progress } from "../runtime/index.ts";
import type { Db, Engine, Tx } from "../store/index.ts";
import { candidatesReady } from "./candidates.store.ts";
import { indexKeys, KINDS, namesVersion } from "./matching/search-keys.ts";
import { padded } from "./padded.ts";

declare module "../store/tables/rows.ts" {
  interface Tables {
    /** A key of the name that the entry `seq` claims. */
    cache_name_keys: { key: number; seq: number };
    cache_link_state: { name: string; value: string };
  }
}

/** The version of the index itself; raise it when other keys are kept. */
const state = "name-keys-2";
const page = 5_000;
const rowsAtOnce = 4_000;
const made = new WeakMap<Db, Promise<void>>();

function ready(db: Db): Promise<void> {
  let tables = made.get(db);
  if (tables === undefined) {
    tables = makeTables(db);
    tables.catch(() => made.delete(db));
    made.set(db, tables);
  }
  return tables;
}

async function makeTables(db: Db): Promise<void> {
  await sql`CREATE TABLE IF NOT EXISTS cache_link_state (name TEXT PRIMARY KEY, value TEXT NOT NULL)`.execute(
    db,
  );
  await sql`CREATE TABLE IF NOT EXISTS cache_name_keys (key BIGINT NOT NULL, seq BIGINT NOT NULL, PRIMARY KEY (key, seq))`.execute(
    db,
  );
}

/** What a step of this room remembers between runs; null where it never ran. */
export async function linkState(db: Db, name: string): Promise<string | null> {
  await ready(db);
  const row = await db
    .selectFrom("cache_link_state")
    .select("value")
    .where("name", "=", name)
    .executeTakeFirst();
  return row?.value ?? null;
}

export async function keepLinkState(db: Db | Tx, name: string, value: string): Promise<void> {
  await db
    .insertInto("cache_link_state")
    .values({ name, value })
    .onConflict((conflict) => conflict.column("name").doUpdateSet({ value }))
    .execute();
}

/**
 * Brings the index up to the last entry. `most` bounds the names looked at in one call, so that a search after a great import does
 * not wait for all of it; gives true when nothing is left.
 */
export async function refreshNameIndex(
  db: Db,
  { most = Number.POSITIVE_INFINITY, progress }: { most?: number; progress?: Progress } = {},
): Promise<boolean> {
  await ready(db);
  const version = namesVersion();
  const [told, last = "-1"] = ((await linkState(db, state)) ?? "").split(":");
  let seq = Number(last);
  if (told !== version) {
    await db.deleteFrom("cache_name_keys").execute();
    seq = -1;
  }
  for (let looked = 0; looked < most;) {
    const rows = await db
      .selectFrom("claims")
      .select(["seq", "value"])
      .where("seq", ">", seq)
      .where("property", "=", "name")
      .orderBy("seq")
      .limit(Math.min(page, most - looked))
      .execute();
    const end = rows.at(-1)?.seq;
    if (end === undefined) return true;
    // An entry claims one name at most, so a page never ends inside one.
    await db.transaction().execute(async (tx) => {
      await putKeys(tx, rows);
      await keepLinkState(tx, state, `${version}:${end}`);
    });
    seq = end;
    looked += rows.length;
    progress?.(looked, null, "names");
  }
  return false;
}

async function putKeys(tx: Tx, claims: readonly { seq: number; value: string }[]): Promise<void> {
  const rows = claims.flatMap(({ seq, value }) => {
    const read = JSON.parse(value) as Value;
    if (read.kind !== "name") return [];
    return indexKeys(prepareName(read.text)).map((key) => ({ key, seq }));
  });
  // In the order of the table, so that neighbouring rows land on one page.
  rows.sort((a, b) => a.key - b.key || a.seq - b.seq);
  for (let i = 0; i < rows.length; i += rowsAtOnce)
    await tx
      .insertInto("cache_name_keys")
      .values(rows.slice(i, i + rowsAtOnce))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
}

export interface IndexedName {
  readonly seq: number;
  readonly record: string;
  readonly text: string;
}

/** Names under any of these keys, those that share the most kinds of them first; at most `limit`. Whether the claims stand is not asked. */
export async function namesUnder(
  db: Db,
  keys: readonly number[],
  limit: number,
): Promise<IndexedName[]> {
  if (keys.length === 0) return [];
  const { rows } = await sql<{ seq: number; record: string; value: string }>`
    select c.seq, c.record, c.value from (
      select seq from cache_name_keys where key in (${sql.join(padded(keys))})
      group by seq order by count(distinct key % ${sql.lit(KINDS)}) desc, count(*) desc, seq limit ${limit}
    ) as found join claims c on c.seq = found.seq`.execute(db);
  return rows.flatMap(({ seq, record, value }) => {
    const read = JSON.parse(value) as Value;
    return read.kind === "name" ? [{ seq, record, text: read.text }] : [];
  });
}

/** Throws away all this room has worked out: after an erasure nothing of the erased may linger. */
export async function forgetLinkCaches(engine: Engine): Promise<void> {
  const { db } = engine;
  await ready(db);
  await candidatesReady(engine);
  for (const table of ["cache_name_keys", "cache_link_state", "cache_candidates"] as const)
    await db.deleteFrom(table).execute();
}
