// An index of the different words of all names, by how they sound: derived data, filled as entries come in.
// Invariant: losing it loses nothing; words of a names room that reads otherwise are thrown away and read again.
import { sql } from "kysely";
import { type PreparedName, prepareName } from "../names/index.ts";
import type { Progress } from "../runtime/index.ts";
import type { Db, Engine, Tx } from "../store/index.ts";
import { candidatesReady } from "./candidates.store.ts";
import { padded } from "./padded.ts";
import { packWord, unpackWord } from "./matching/packed-word.ts";
import { namesVersion, wordKeys } from "./matching/word-keys.ts";

declare module "../store/tables/rows.ts" {
  interface Tables {
    cache_name_words: { key: number; token: string };
    /** Each word once, as prepared (packed-word.ts). */
    cache_words: { token: string; word: string };
    cache_link_state: { name: string; value: string };
  }
}

const state = "name-words";
const page = 4_000;
const wordsAtOnce = 512;
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
  await sql`CREATE TABLE IF NOT EXISTS cache_words (token TEXT PRIMARY KEY, word TEXT NOT NULL)`.execute(
    db,
  );
  await sql`CREATE TABLE IF NOT EXISTS cache_name_words (key BIGINT NOT NULL, token TEXT NOT NULL, PRIMARY KEY (key, token))`.execute(
    db,
  );
}

/** What a step of this room remembers between runs; null where it never ran. */
export async function linkState(db: Db | Tx, name: string): Promise<string | null> {
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
 * Brings the index up to the last entry. `most` bounds the rows of names looked at in one call, so that a search after a great
 * import does not wait for all of it; gives true when nothing is left.
 */
export async function refreshNameWords(
  db: Db,
  { most = Number.POSITIVE_INFINITY, progress }: { most?: number; progress?: Progress } = {},
): Promise<boolean> {
  await ready(db);
  const version = namesVersion();
  const [told, last = "-1"] = ((await linkState(db, state)) ?? "").split(":");
  let seq = Number(last);
  if (told !== version) {
    await db.deleteFrom("cache_name_words").execute();
    await db.deleteFrom("cache_words").execute();
    seq = -1;
  }
  let looked = 0;
  for (;;) {
    const rows = await db
      .selectFrom("name_tokens")
      .select(["seq", "token"])
      .where("seq", ">", seq)
      .orderBy("seq")
      .limit(page)
      .execute();
    // A page may end inside an entry; its words come again, which does no harm, but the last entry must not be lost.
    const end = rows.at(-1)?.seq;
    if (end === undefined) return true;
    const whole = rows.length < page ? end : end - 1;
    await db.transaction().execute(async (tx) => {
      await putWords(tx, [...new Set(rows.map((row) => row.token))]);
      await keepLinkState(tx, state, `${version}:${whole}`);
    });
    seq = whole;
    looked += rows.length;
    progress?.(looked, null, "words");
    if (rows.length < page) return true;
    if (looked >= most) return false;
  }
}

async function putWords(tx: Tx, words: readonly string[]): Promise<void> {
  for (let i = 0; i < words.length; i += wordsAtOnce) {
    const some = words.slice(i, i + wordsAtOnce);
    const there = await tx
      .selectFrom("cache_words")
      .select("token")
      .where("token", "in", padded(some))
      .execute();
    const known = new Set(there.map((row) => row.token));
    const fresh = some
      .filter((token) => !known.has(token))
      .map((token) => [token, prepareName(token)] as const);
    if (fresh.length === 0) continue;
    // Another process may have put the same words meanwhile; they are the same then.
    await tx
      .insertInto("cache_words")
      .values(fresh.map(([token, word]) => ({ token, word: packWord(word) })))
      .onConflict((conflict) => conflict.doNothing())
      .execute();
    const rows = fresh.flatMap(([token, word]) => wordKeys(word).map((key) => ({ key, token })));
    if (rows.length > 0)
      await tx
        .insertInto("cache_name_words")
        .values(rows)
        .onConflict((conflict) => conflict.doNothing())
        .execute();
  }
}

/** Words under any of these keys, those that share the most of them first; at most `limit`. */
export async function wordsUnder(
  db: Db,
  keys: readonly number[],
  limit: number,
): Promise<PreparedName[]> {
  if (keys.length === 0) return [];
  const { rows } = await sql<{ token: string; word: string }>`select w.token, w.word from (
      select token, count(*) as met from cache_name_words where key in (${sql.join(padded(keys))})
      group by token order by count(*) desc, token limit ${limit}
    ) as found join cache_words w on w.token = found.token`.execute(db);
  return rows.map(({ token, word }) => unpackWord(token, word));
}

/** Throws away all this room has worked out: after an erasure nothing of the erased may linger. */
export async function forgetLinkCaches(engine: Engine): Promise<void> {
  const { db } = engine;
  await ready(db);
  await candidatesReady(engine);
  for (const table of [
    "cache_name_words",
    "cache_words",
    "cache_link_state",
    "cache_candidates",
  ] as const)
    await db.deleteFrom(table).execute();
}
