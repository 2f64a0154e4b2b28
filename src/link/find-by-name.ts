// Finds records whose name sounds like the words asked for, in any script, slips of the pen included.
// Invariant: every hit says which of its names matched and how well; a search changes nothing but the index of names.
import { type Band, compareNames, prepareName } from "../names/index.ts";
import type { Db } from "../store/index.ts";
import { queryKeys } from "./matching/search-keys.ts";
import { namesUnder, refreshNameIndex } from "./name-index.ts";

export interface NameHit {
  readonly record: string;
  /** The name of the record that is most like the query. */
  readonly name: string;
  readonly score: number;
  readonly band: Band;
}

/** Names compared with the query at each of its three steps. */
const looked = { exact: 450, slips: 300, alone: 60 } as const;
/** New names read into the index during one search, about a tenth of a second. */
const readPerSearch = 2_000;
const LEAST = 0.5;
/** With this many hits this good nobody reads on to the doubtful ones. */
const enough = 10;
const GOOD = 0.88;

/** Records whose name is like `query`, the most alike first; at most `limit`. Empty for a query without letters. */
export async function findByName(db: Db, query: string, limit = 40): Promise<NameHit[]> {
  const asked = prepareName(query.slice(0, 500));
  if (asked.readings.every((reading) => reading.parts.length === 0)) return [];
  await refreshNameIndex(db, { most: readPerSearch });
  const keys = queryKeys(asked);
  const best = new Map<string, NameHit>();
  const seen = new Set<number>();
  let good = 0;
  for (const step of ["exact", "slips", "alone"] as const) {
    if (good >= enough) break;
    for (const { seq, record, text } of await namesUnder(db, keys[step], looked[step])) {
      if (seen.has(seq)) continue;
      seen.add(seq);
      const { score, band } = compareNames(asked, prepareName(text));
      const before = best.get(record)?.score ?? 0;
      if (score < LEAST || before >= score) continue;
      if (score >= GOOD && before < GOOD) good++;
      best.set(record, { record, name: text, score, band });
    }
  }
  return [...best.values()]
    .sort((a, b) => b.score - a.score || (a.record < b.record ? -1 : 1))
    .slice(0, limit);
}
