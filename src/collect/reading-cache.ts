// Readings are derived data: kept so that listings are quick, never in the ledger, made again when the reader changes.
// Invariant: losing this table loses nothing; a row of another reader version is as good as none.
import type { Reading } from "../read/index.ts";
import type { Db, Engine } from "../store/index.ts";
import { modelSuggestionIds } from "./language-model/model-readings.ts";
import { notOffered } from "./not-offered.ts";
import type { ReadAnswer } from "./reader.ts";
import { forgetShingles, keepShingles } from "./shingle-cache.ts";
import type { Shingles } from "./shingles.ts";

declare module "../store/tables/rows.ts" {
  interface Tables {
    cache_readings: CachedReadingRow;
  }
}

interface CachedReadingRow {
  source: string;
  version: string;
  meta: string;
  ids: string;
  body: string;
}

/** Raise it whenever the reading room would suggest other things for the same text. */
const READER_VERSION = "3";

/** A reading as kept: what it suggests, and where pages and time codes stand in the text. */
export interface CachedReading extends Pick<ReadAnswer, "pages" | "cues" | "notes" | "links"> {
  readonly reading: Reading;
}

/** What a listing needs of a reading, without the whole of it. */
export interface ReadingSummary {
  readonly meta: Reading["meta"];
  readonly language: string;
  readonly analysed: boolean;
  /** Ids of the suggestions a person has to decide on. */
  readonly ids: readonly string[];
}

const defined = new WeakMap<Engine, Promise<void>>();

function ready(engine: Engine): Promise<void> {
  let made = defined.get(engine);
  if (made === undefined) {
    made = engine.define([
      "CREATE TABLE IF NOT EXISTS cache_readings (source TEXT PRIMARY KEY, version TEXT NOT NULL, meta TEXT NOT NULL, ids TEXT NOT NULL, body TEXT NOT NULL)",
      // A source that was erased for someone's safety must not live on in what was read from it.
      "DELETE FROM cache_readings WHERE source NOT IN (SELECT id FROM sources)",
    ]);
    made.catch(() => defined.delete(engine));
    defined.set(engine, made);
  }
  return made;
}

/**
 * The ids of the suggestions a person decides on one by one: statements, figures and acts. Names are help nobody has to
 * take; what stands inside a denial is decided with the statement that denies it.
 */
export function suggestionIds(reading: Reading): string[] {
  const denied = new Set(notOffered(reading));
  const own = [...reading.figures, ...reading.acts].filter(({ id }) => !denied.has(id));
  return [...reading.statements, ...own].map(({ id }) => id);
}

export async function keepReading(
  engine: Engine,
  source: string,
  { shingles, ...cached }: CachedReading & { readonly shingles: Shingles },
): Promise<void> {
  await ready(engine);
  const { reading } = cached;
  const meta = JSON.stringify({
    meta: reading.meta,
    language: reading.language,
    analysed: reading.pack !== null,
  });
  const row = [
    source,
    READER_VERSION,
    meta,
    JSON.stringify(suggestionIds(reading)),
    JSON.stringify(cached),
  ];
  await engine.exclusively((tx) =>
    engine.bulk(tx, [
      {
        table: "cache_readings",
        columns: ["source", "version", "meta", "ids", "body"],
        types: ["text", "text", "text", "text", "text"],
        rows: [row],
        key: ["source"],
      },
    ]),
  );
  await keepShingles(engine, source, shingles);
}

export async function cachedReading(engine: Engine, source: string): Promise<CachedReading | null> {
  await ready(engine);
  const row = await engine.db
    .selectFrom("cache_readings")
    .select(["version", "body"])
    .where("source", "=", source)
    .executeTakeFirst();
  return row?.version === READER_VERSION ? (JSON.parse(row.body) as CachedReading) : null;
}

/** Summaries of these sources' readings, by source; sources without a current reading are left out. */
export async function readingSummaries(
  engine: Engine,
  sources: readonly string[],
  db: Pick<Db, "selectFrom"> = engine.db,
): Promise<Map<string, ReadingSummary>> {
  await ready(engine);
  const found = new Map<string, ReadingSummary>();
  for (let i = 0; i < sources.length; i += 500) {
    const rows = await db
      .selectFrom("cache_readings")
      .select(["source", "meta", "ids"])
      .where("source", "in", sources.slice(i, i + 500))
      .where("version", "=", READER_VERSION)
      .execute();
    for (const row of rows) {
      const meta = JSON.parse(row.meta) as Omit<ReadingSummary, "ids">;
      found.set(row.source, { ...meta, ids: JSON.parse(row.ids) as string[] });
    }
  }
  for (const [source, ids] of await modelSuggestionIds(engine, sources)) {
    const known = found.get(source);
    if (known !== undefined)
      found.set(source, { ...known, analysed: true, ids: [...known.ids, ...ids] });
  }
  return found;
}

/** Drops readings, so that nothing read from an erased or newly described source stays. */
export async function forgetReadings(engine: Engine, sources: readonly string[]): Promise<void> {
  await ready(engine);
  for (let i = 0; i < sources.length; i += 500) {
    await engine.exclusively((tx) =>
      tx
        .deleteFrom("cache_readings")
        .where("source", "in", sources.slice(i, i + 500))
        .execute(),
    );
  }
  await forgetShingles(engine, sources);
}
