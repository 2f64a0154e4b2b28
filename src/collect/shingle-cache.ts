// Which sources carry nearly the same text. Derived data, like readings: made when a source is read, never in the
// ledger, and gone with the source. Invariant: the pairs depend on the texts alone, not on which came first.
import type { Db, Engine, Tx } from "../store/index.ts";
import {
  fewestFinders,
  findersOf,
  isNearCopy,
  isTiny,
  likenessOf,
  type Shingles,
} from "./shingles.ts";

declare module "../store/tables/rows.ts" {
  interface Tables {
    cache_shingles: ShinglesRow;
    cache_shingle_finders: { hash: number; source: string };
    cache_copies: { source: string; other: string; share: number };
  }
}

interface ShinglesRow {
  source: string;
  count: number;
  level: number;
  finding: number;
  hashes: Uint8Array;
}

/** Two sources that carry nearly the same text; each pair comes both ways round. */
export interface CopyPair {
  readonly source: string;
  readonly other: string;
  /** How much of `source` stands in `other`, from 0 to 1. */
  readonly share: number;
}

const tables = ["cache_shingles", "cache_shingle_finders", "cache_copies"] as const;
const chunk = 400;
const defined = new WeakMap<Engine, Promise<void>>();
/** Databases in which the tables are known to be there. */
const there = new WeakSet<object>();

function ready(engine: Engine): Promise<void> {
  let made = defined.get(engine);
  if (made === undefined) {
    const blob = engine.kind === "sqlcipher" ? "BLOB" : "BYTEA";
    const int = engine.kind === "sqlcipher" ? "INTEGER" : "BIGINT";
    const real = engine.kind === "sqlcipher" ? "REAL" : "DOUBLE PRECISION";
    made = engine.define([
      `CREATE TABLE IF NOT EXISTS cache_shingles (source TEXT PRIMARY KEY, count ${int} NOT NULL, level ${int} NOT NULL, finding ${int} NOT NULL, hashes ${blob} NOT NULL)`,
      `CREATE TABLE IF NOT EXISTS cache_shingle_finders (hash ${int} NOT NULL, source TEXT NOT NULL, PRIMARY KEY (hash, source))`,
      "CREATE INDEX IF NOT EXISTS cache_shingle_finders_source ON cache_shingle_finders (source)",
      `CREATE TABLE IF NOT EXISTS cache_copies (source TEXT NOT NULL, other TEXT NOT NULL, share ${real} NOT NULL, PRIMARY KEY (source, other))`,
      // A source that was erased for someone's safety must not live on in its shingles.
      ...tables.map((table) => `DELETE FROM ${table} WHERE source NOT IN (SELECT id FROM sources)`),
      "DELETE FROM cache_copies WHERE other NOT IN (SELECT id FROM sources)",
    ]);
    made.catch(() => defined.delete(engine));
    defined.set(engine, made);
  }
  return made;
}

/** Keeps the shingles of a source in place of older ones, and notes which sources carry nearly the same text. */
export async function keepShingles(
  engine: Engine,
  source: string,
  shingles: Shingles,
): Promise<void> {
  await ready(engine);
  const finders = findersOf(shingles);
  await engine.exclusively(async (tx) => {
    await drop(tx, [source, ...(await gone(tx))]);
    if (isTiny(shingles)) return;
    const pairs: CopyPair[] = [];
    for (const { id, shingles: other } of await alike(tx, shingles, finders)) {
      const likeness = likenessOf(shingles, other);
      if (likeness === null || !isNearCopy(shingles, other, likeness)) continue;
      pairs.push({ source, other: id, share: likeness.ofFirst });
      pairs.push({ source: id, other: source, share: likeness.ofSecond });
    }
    await engine.bulk(tx, [
      {
        table: "cache_shingles",
        columns: ["source", "count", "level", "finding", "hashes"],
        types: ["text", "int", "int", "int", "blob"],
        rows: [[source, shingles.count, shingles.level, finders.level, bytesOf(shingles.hashes)]],
      },
      {
        table: "cache_shingle_finders",
        columns: ["hash", "source"],
        types: ["int", "text"],
        rows: Array.from(finders.hashes, (hash) => [hash, source]),
      },
      {
        table: "cache_copies",
        columns: ["source", "other", "share"],
        types: ["text", "text", "real"],
        rows: pairs.map((pair) => [pair.source, pair.other, pair.share]),
      },
    ]);
  });
}

/** The sources that share enough finders to be worth comparing, with their shingles. */
async function alike(
  tx: Tx,
  { count }: Shingles,
  finders: { readonly level: number; readonly hashes: Int32Array },
): Promise<{ id: string; shingles: Shingles }[]> {
  const common = new Map<string, number>();
  for (let i = 0; i < finders.hashes.length; i += chunk) {
    const rows = await tx
      .selectFrom("cache_shingle_finders")
      .select(({ fn }) => ["source", fn.countAll<number>().as("n")])
      .where("hash", "in", [...finders.hashes.subarray(i, i + chunk)])
      .groupBy("source")
      .execute();
    for (const { source, n } of rows) common.set(source, (common.get(source) ?? 0) + Number(n));
  }
  const ids = [...common.keys()];
  const found: { id: string; shingles: Shingles }[] = [];
  for (let i = 0; i < ids.length; i += chunk) {
    const some = ids.slice(i, i + chunk);
    const sizes = await tx
      .selectFrom("cache_shingles")
      .select(["source", "count", "finding"])
      .where("source", "in", some)
      .execute();
    const enough = sizes.filter(
      (row) =>
        (common.get(row.source) ?? 0) >=
        fewestFinders(Math.min(row.count, count), Math.max(row.finding, finders.level)),
    );
    for (const { source } of enough) {
      const row = await tx
        .selectFrom("cache_shingles")
        .select(["count", "level", "hashes"])
        .where("source", "=", source)
        .executeTakeFirstOrThrow();
      const { level, hashes } = row;
      found.push({ id: source, shingles: { count: row.count, level, hashes: hashesOf(hashes) } });
    }
  }
  return found;
}

/**
 * The pairs these sources belong to. `db` need not have been opened by this room: where nothing was ever read there
 * are none.
 */
export async function copiesOf(db: Db, sources: readonly string[]): Promise<CopyPair[]> {
  if (!(await isThere(db))) return [];
  const pairs: CopyPair[] = [];
  for (let i = 0; i < sources.length; i += chunk) {
    pairs.push(
      ...(await db
        .selectFrom("cache_copies")
        // A source erased since must not show.
        .innerJoin("sources", "sources.id", "cache_copies.other")
        .select(["cache_copies.source", "cache_copies.other", "cache_copies.share"])
        .where("cache_copies.source", "in", sources.slice(i, i + chunk))
        .orderBy("cache_copies.source")
        .orderBy("cache_copies.other")
        .execute()),
    );
  }
  return pairs;
}

/** Puts the pairs of `from` beside the same sources in another database, which holds the ledger as it was once. */
export async function carryCopies(from: Db, to: Engine): Promise<void> {
  if (!(await isThere(from))) return;
  await ready(to);
  const there = new Set(
    (await to.db.selectFrom("sources").select("id").execute()).map(({ id }) => id),
  );
  const pairs = await from.selectFrom("cache_copies").selectAll().execute();
  await to.exclusively(async (tx) =>
    to.bulk(tx, [
      {
        table: "cache_copies",
        columns: ["source", "other", "share"],
        types: ["text", "text", "real"],
        rows: pairs
          .filter(({ source, other }) => there.has(source) && there.has(other))
          .map(({ source, other, share }) => [source, other, share]),
      },
    ]),
  );
}

async function isThere(db: Db): Promise<boolean> {
  if (there.has(db)) return true;
  try {
    await db.selectFrom("cache_copies").select("share").limit(1).execute();
  } catch {
    return false;
  }
  there.add(db);
  return true;
}

/** Forgets the shingles of these sources, and of every source that is not in the vault any more. */
export async function forgetShingles(engine: Engine, sources: readonly string[]): Promise<void> {
  await ready(engine);
  await engine.exclusively(async (tx) => drop(tx, [...sources, ...(await gone(tx))]));
}

async function gone(tx: Tx): Promise<string[]> {
  const rows = await tx
    .selectFrom("cache_shingles")
    .leftJoin("sources", "sources.id", "cache_shingles.source")
    .select("cache_shingles.source")
    .where("sources.id", "is", null)
    .execute();
  return rows.map((row) => row.source);
}

async function drop(tx: Tx, sources: readonly string[]): Promise<void> {
  for (let i = 0; i < sources.length; i += chunk) {
    const some = sources.slice(i, i + chunk);
    for (const table of tables) await tx.deleteFrom(table).where("source", "in", some).execute();
    await tx.deleteFrom("cache_copies").where("other", "in", some).execute();
  }
}

function bytesOf(hashes: Int32Array): Uint8Array {
  return new Uint8Array(hashes.buffer, hashes.byteOffset, hashes.byteLength);
}

/** A database's bytes may lie at any place in memory; whole numbers may not. */
function hashesOf(bytes: Uint8Array): Int32Array {
  return new Int32Array(Uint8Array.from(bytes).buffer);
}
