// Finds records whose name sounds like the words asked for, in any script, slips of the pen included.
// Invariant: every hit says which of its names matched and how well; a search changes nothing but the index of names.
import { type Band, compareNames, prepareName, roughLikeness } from "../names/index.ts";
import type { Db } from "../store/index.ts";
import { queryKeys } from "./matching/search-keys.ts";
import { namesOf, namesUnder, refreshNameIndex } from "./name-index.ts";

export interface NameHit {
  readonly record: string;
  /** The name of the record that is most like the query. */
  readonly name: string;
  readonly score: number;
  readonly band: Band;
}

/** New names read into the index during one search, about a tenth of a second. */
const readPerSearch = 2_000;
/** Names compared in full: the roughly likest of all that share a key. */
const compared = 200;
const LEAST = 0.5;
/** With this many names roughly this like the query nobody looks for slips of the pen. */
const enough = 20;
const GOOD = 0.85;

/** Records whose name is like `query`, the most alike first; at most `limit`. Empty for a query without letters. */
export async function findByName(db: Db, query: string, limit = 40): Promise<NameHit[]> {
  const asked = prepareName(query.slice(0, 500));
  if (asked.readings.every((reading) => reading.parts.length === 0)) return [];
  await refreshNameIndex(db, { most: readPerSearch });
  const keys = queryKeys(asked);
  const like = roughLikeness(asked);
  const found = new Map<number, number>();
  await namesUnder(db, [...keys.exact, ...keys.alone], like, found);
  if (
    found
      .values()
      .filter((grade) => grade >= GOOD)
      .take(enough)
      .toArray().length < enough
  )
    await namesUnder(db, keys.slips, like, found);
  const likest = [...found].sort((a, b) => b[1] - a[1] || a[0] - b[0]).slice(0, compared);
  const best = new Map<string, NameHit>();
  for (const { record, text } of await namesOf(
    db,
    likest.map(([seq]) => seq),
  )) {
    const { score, band } = compareNames(asked, prepareName(text));
    if (score < LEAST || (best.get(record)?.score ?? 0) >= score) continue;
    best.set(record, { record, name: text, score, band });
  }
  return [...best.values()]
    .sort((a, b) => b.score - a.score || (a.record < b.record ? -1 : 1))
    .slice(0, limit);
}
