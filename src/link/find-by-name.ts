// Finds people whose name sounds like the words asked for, in any script, slips of the pen included.
// Invariant: every hit says which of its names matched and how well; a search changes nothing but the index of words.
import { sql } from "kysely";
import type { Value } from "../model/index.ts";
import { type Band, compareNames, type PreparedName, prepareName } from "../names/index.ts";
import type { Db } from "../store/index.ts";
import { tokensOf } from "./name-tokens.ts";
import { refreshNameWords, wordsUnder } from "./name-words.ts";
import { padded } from "./padded.ts";
import { slipKeys, wordKeys } from "./matching/word-keys.ts";

export interface NameHit {
  readonly record: string;
  /** The name of the record that is most like the query. */
  readonly name: string;
  readonly score: number;
  readonly band: Band;
}

/** Words looked at for each part: first the few that share most keys, then more where those do not suffice. */
const mostWords = [500, 2_000] as const;
const mostSlips = 500;
/** Words of each part of the query that are followed to their records. */
const followed = 256;
const mostRecords = 240;
const wordsPerSearch = 8_000;
const WORD_SURE = 0.95;
const WORD_LIKELY = 0.8;
const WORD_POSSIBLE = 0.45;
const LEAST = 0.5;
/** With this many hits this good nobody reads on to the doubtful ones. */
const enough = 10;
const GOOD = 0.88;
const mostParts = 3;

interface Word {
  readonly token: string;
  readonly grade: number;
}

/** Records whose name is like `query`, the most alike first; at most `limit`. Empty for a query without letters. */
export async function findByName(db: Db, query: string, limit = 40): Promise<NameHit[]> {
  const asked = prepareName(query.slice(0, 500));
  const parts = (asked.readings[0]?.parts ?? [])
    .slice(0, mostParts)
    .map((part) => prepareName(part.text));
  if (parts.length === 0) return [];
  await refreshNameWords(db, { most: wordsPerSearch });
  const search = new Search(db, asked);
  let words: Word[][] = [];
  for (const most of mostWords) {
    words = await search.wordsLike(parts, wordKeys, most);
    for (const least of [WORD_SURE, WORD_LIKELY, WORD_POSSIBLE])
      if (search.good < enough) await search.follow(words, least);
    if (search.good >= enough || !search.wasCut) break;
  }
  if (search.good < enough) {
    const slips = await search.wordsLike(parts, slipKeys, mostSlips);
    for (let i = 0; i < parts.length; i++)
      await search.follow(words.with(i, slips[i] ?? []), WORD_POSSIBLE);
  }
  // A record may bear one word only.
  if (search.good < enough && parts.length > 1)
    for (const one of words) await search.follow([one], WORD_LIKELY);
  return search.hits(limit);
}

/** One search: what it has looked at and found so far. */
class Search {
  readonly #db: Db;
  readonly #asked: PreparedName;
  readonly #best = new Map<string, NameHit>();
  readonly #seen = new Set<string>();
  good = 0;
  /** More words stood under the keys than were looked at. */
  wasCut = false;

  constructor(db: Db, asked: PreparedName) {
    this.#db = db;
    this.#asked = asked;
  }

  /** For each part the words of the index under its keys that are like it, the most alike first. */
  async wordsLike(
    parts: readonly PreparedName[],
    keysOf: (word: PreparedName) => readonly number[],
    most: number,
  ): Promise<Word[][]> {
    const lists: Word[][] = [];
    this.wasCut = false;
    for (const part of parts) {
      const found = await wordsUnder(this.#db, keysOf(part), most);
      if (found.length >= most) this.wasCut = true;
      const own = tokensOf(part.raw).map((token) => ({ token, grade: 1 }));
      lists.push(
        found
          .map((word) => ({ token: word.raw, grade: compareNames(part, word).score }))
          .filter(({ grade }) => grade >= WORD_POSSIBLE)
          .concat(own)
          .sort((a, b) => b.grade - a.grade || (a.token < b.token ? -1 : 1))
          .slice(0, followed),
      );
    }
    return lists;
  }

  /** Looks at records that have a word for each part (for two of three parts), of at least this grade. */
  async follow(words: readonly (readonly Word[])[], least: number): Promise<void> {
    const sets = words.map((list) =>
      list.filter(({ grade }) => grade >= least).map(({ token }) => token),
    );
    if (sets.length === 1) return this.#look(await this.#records(sets));
    for (let i = 0; i < sets.length; i++)
      for (let j = i + 1; j < sets.length; j++)
        await this.#look(await this.#records([sets[i] as string[], sets[j] as string[]]));
  }

  async #records(sets: readonly string[][]): Promise<string[]> {
    if (sets.some((set) => set.length === 0)) return [];
    const queries = sets.map(
      (set) => sql`select record from name_tokens where token in (${sql.join(padded(set))})`,
    );
    const { rows } = await sql<{
      record: string;
    }>`${sql.join(queries, sql` intersect `)} limit ${mostRecords}`.execute(this.#db);
    return rows.map((row) => row.record).filter((record) => !this.#seen.has(record));
  }

  async #look(records: readonly string[]): Promise<void> {
    for (const record of records) this.#seen.add(record);
    for (const { record, text } of await namesOfRecords(this.#db, records)) {
      const { score, band } = compareNames(this.#asked, prepareName(text));
      const before = this.#best.get(record);
      if (score < LEAST || (before !== undefined && before.score >= score)) continue;
      if (score >= GOOD && (before === undefined || before.score < GOOD)) this.good++;
      this.#best.set(record, { record, name: text, score, band });
    }
  }

  hits(limit: number): NameHit[] {
    return [...this.#best.values()]
      .sort((a, b) => b.score - a.score || (a.record < b.record ? -1 : 1))
      .slice(0, limit);
  }
}

/** The names of records as claimed, whether or not the claims stand; who shows them asks for that. */
async function namesOfRecords(
  db: Db,
  records: readonly string[],
): Promise<{ record: string; text: string }[]> {
  if (records.length === 0) return [];
  const rows = await db
    .selectFrom("claims")
    .select(["record", "value"])
    .where("record", "in", padded(records))
    .where("property", "=", "name")
    .execute();
  return rows.flatMap(({ record, value }) => {
    const read = JSON.parse(value) as Value;
    return read.kind === "name" ? [{ record, text: read.text }] : [];
  });
}
