// An index of all names by how they sound: derived data, filled as entries come in.
// Invariant: losing it loses nothing; it holds entry numbers, hashes and sounds, no spelling; keys of a names room that reads
// otherwise are thrown away and made again.
import { sql } from "kysely";
import type { Value } from "../model/index.ts";
import { prepareName, type RoughLikeness, sketchOf } from "../names/index.ts";
import type { Progress } from "../runtime/index.ts";
import { type Db, type Engine, type Tx, wholeDb } from "../store/index.ts";
import { candidatesReady } from "./candidates.store.ts";
import { indexKeys, namesVersion } from "./matching/search-keys.ts";
import { eachPosting, type Posting, postings } from "./matching/postings.ts";
import { padded } from "./padded.ts";

declare module "../store/tables/rows.ts" {
  interface Tables {
    /** Names under one key, as postings; `first` is the number of the first entry among them. */
    cache_name_sounds: { key: number; first: number; names: Uint8Array };
    cache_link_state: { name: string; value: string };
  }
}

/** The version of the index itself; raise it when other keys are kept. */
const state = "name-sounds-1";
/** Long pages make few rows: the names of a page under one key stand in one. */
const page = 50_000;
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
  // SQLCipher keeps bytes as they come whatever the type is called.
  await sql`CREATE TABLE IF NOT EXISTS cache_name_sounds (key BIGINT NOT NULL, first BIGINT NOT NULL, names BYTEA NOT NULL, PRIMARY KEY (key, first))`.execute(
    db,
  );
  await sql`DROP TABLE IF EXISTS cache_name_keys`.execute(db);
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
  seen: Db,
  { most = Number.POSITIVE_INFINITY, progress }: { most?: number; progress?: Progress } = {},
): Promise<boolean> {
  const db = wholeDb(seen);
  await ready(db);
  const version = namesVersion();
  const [told, last = "-1"] = ((await linkState(db, state)) ?? "").split(":");
  let seq = Number(last);
  if (told !== version) {
    await db.deleteFrom("cache_name_sounds").execute();
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
      await putNames(tx, rows);
      await keepLinkState(tx, state, `${version}:${end}`);
    });
    seq = end;
    looked += rows.length;
    progress?.(looked, null, "names");
  }
  return false;
}

async function putNames(tx: Tx, claims: readonly { seq: number; value: string }[]): Promise<void> {
  const found: Posting[] = [];
  for (const { seq, value } of claims) {
    const read = JSON.parse(value) as Value;
    if (read.kind !== "name") continue;
    const name = prepareName(read.text);
    const sketch = sketchOf(name);
    for (const key of indexKeys(name)) found.push({ key, seq, sketch });
  }
  const rows = postings(found);
  for (let i = 0; i < rows.length; i += rowsAtOnce)
    await tx
      .insertInto("cache_name_sounds")
      .values(rows.slice(i, i + rowsAtOnce))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
}

/** The entries of the names under any of these keys, each with how like the name asked for it is. Whether the claims stand is not asked. */
export async function namesUnder(
  db: Db,
  keys: readonly number[],
  like: RoughLikeness,
  found: Map<number, number>,
): Promise<void> {
  if (keys.length === 0) return;
  const rows = await db
    .selectFrom("cache_name_sounds")
    .select("names")
    .where("key", "in", padded(keys))
    .execute();
  for (const { names } of rows)
    for (const { seq, start, end } of eachPosting(names))
      if (!found.has(seq)) found.set(seq, like(names, start, end));
}

export interface IndexedName {
  readonly record: string;
  readonly text: string;
}

/** The names these entries claim. */
export async function namesOf(db: Db, seqs: readonly number[]): Promise<IndexedName[]> {
  if (seqs.length === 0) return [];
  const rows = await db
    .selectFrom("claims")
    .select(["record", "value"])
    .where("seq", "in", padded(seqs))
    .execute();
  return rows.flatMap(({ record, value }) => {
    const read = JSON.parse(value) as Value;
    return read.kind === "name" ? [{ record, text: read.text }] : [];
  });
}

/** Throws away all this room has worked out: after an erasure nothing of the erased may linger. */
export async function forgetLinkCaches(engine: Engine): Promise<void> {
  const { db } = engine;
  await ready(db);
  await candidatesReady(engine);
  for (const table of ["cache_name_sounds", "cache_link_state", "cache_candidates"] as const)
    await db.deleteFrom(table).execute();
}
