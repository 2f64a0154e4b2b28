// What language models suggested, by source: derived data beside the ledger, like the rules' readings.
// Invariant: a source that was erased keeps no row; losing the table loses nothing a person decided.
import type { Engine } from "../../store/index.ts";
import type { ModelSuggestions } from "./check-answer.ts";

declare module "../../store/tables/rows.ts" {
  interface Tables {
    cache_model_readings: {
      source: string;
      model: string;
      ids: string;
      body: string;
    };
  }
}

const defined = new WeakMap<Engine, Promise<void>>();

function ready(engine: Engine): Promise<void> {
  let made = defined.get(engine);
  if (made === undefined) {
    made = engine.define([
      "CREATE TABLE IF NOT EXISTS cache_model_readings (source TEXT NOT NULL, model TEXT NOT NULL, ids TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (source, model))",
      // A source that was erased for someone's safety must not live on in what was read from it.
      "DELETE FROM cache_model_readings WHERE source NOT IN (SELECT id FROM sources)",
    ]);
    made.catch(() => defined.delete(engine));
    defined.set(engine, made);
  }
  return made;
}

/** Keeps what a model suggests for a source, in place of what it suggested before; `ids` are those a person decides on. */
export async function keepModelReading(
  engine: Engine,
  { source, model }: { readonly source: string; readonly model: string },
  found: ModelSuggestions,
  ids: readonly string[],
): Promise<void> {
  await ready(engine);
  await engine.exclusively((tx) =>
    engine.bulk(tx, [
      {
        table: "cache_model_readings",
        columns: ["source", "model", "ids", "body"],
        types: ["text", "text", "text", "text"],
        rows: [[source, model, JSON.stringify(ids), JSON.stringify(found)]],
        key: ["source", "model"],
      },
    ]),
  );
}

/** What each model suggested for this source, by the models' names. */
export async function modelReadings(engine: Engine, source: string): Promise<ModelSuggestions[]> {
  await ready(engine);
  const rows = await engine.db
    .selectFrom("cache_model_readings")
    .select("body")
    .where("source", "=", source)
    .orderBy("model")
    .execute();
  return rows.map(({ body }) => JSON.parse(body) as ModelSuggestions);
}

/** Ids of the model suggestions a person decides on, by source; sources without any are left out. */
export async function modelSuggestionIds(
  engine: Engine,
  sources: readonly string[],
): Promise<Map<string, readonly string[]>> {
  await ready(engine);
  const found = new Map<string, string[]>();
  for (let i = 0; i < sources.length; i += 500) {
    const rows = await engine.db
      .selectFrom("cache_model_readings")
      .select(["source", "ids"])
      .where("source", "in", sources.slice(i, i + 500))
      .execute();
    for (const { source, ids } of rows)
      found.set(source, [...(found.get(source) ?? []), ...(JSON.parse(ids) as string[])]);
  }
  return found;
}

/** Drops them, so that nothing read from an erased source stays. */
export async function forgetModelReadings(
  engine: Engine,
  sources: readonly string[],
): Promise<void> {
  await ready(engine);
  for (let i = 0; i < sources.length; i += 500) {
    await engine.exclusively((tx) =>
      tx
        .deleteFrom("cache_model_readings")
        .where("source", "in", sources.slice(i, i + 500))
        .execute(),
    );
  }
}
