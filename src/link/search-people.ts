// Search by name: whole words or their beginnings, in any script, across all spellings of one person's name.
// Invariant: a person is found by standing names only, and a search read to its last page gives each of them once.
import { sql } from "kysely";
import type { Db } from "../store/index.ts";
import { cursorOf, placeOf } from "./cursor.ts";
import { describePeople } from "./describe-people.ts";
import { tokensOf } from "./name-tokens.ts";
import type { PeoplePage, PersonItem } from "./views.ts";

interface Hit {
  readonly person: string;
  /** 1: every word of the query is a whole word of the name; 0: at least one is a beginning. */
  readonly whole: number;
  readonly sort: string;
}

const chunk = 200;
/** Above this many hits the total says how many names were found, of which some may have been taken back. */
const countedHits = 1_000;

/** A page of the people one of whose standing names has every word of `q`: whole words first, then in order of name. */
export async function searchPeople(
  db: Db,
  q: string,
  cursor: string | undefined,
  limit: number,
): Promise<PeoplePage> {
  const words = tokensOf(q);
  const after = cursor === undefined ? null : placeOf(cursor, 3);
  if (words.length === 0) return { total: 0, items: [], next: null };
  const hits = await hitsOf(db, words);
  const counted = hits.length <= countedHits;
  const left = after === null ? hits : hits.filter((hit) => isAfter(hit, after));
  const found: { hit: Hit; person: PersonItem; match: string }[] = [];
  let total = counted ? 0 : hits.length;
  // All are looked at where all are counted; else only as many as the page needs, and one to know that more follow.
  const looked = counted ? hits : left;
  for (let i = 0; i < looked.length && (counted || found.length <= limit); i += chunk) {
    const some = looked.slice(i, i + chunk);
    const people = await describePeople(
      db,
      some.map((hit) => hit.person),
    );
    const byId = new Map(people.map((person) => [person.id, person]));
    for (const hit of some) {
      const person = byId.get(hit.person);
      const match = person === undefined ? null : matchOf(person, words);
      if (person === undefined || match === null) continue;
      if (counted) total += 1;
      if (after === null || isAfter(hit, after)) found.push({ hit, person, match });
    }
  }
  const page = found.slice(0, limit);
  const last = page.at(-1)?.hit;
  return {
    total,
    items: page.map(({ person }) => person),
    matched: Object.fromEntries(page.map(({ person, match }) => [person.id, match])),
    next: found.length > limit && last !== undefined ? cursorOf(placeIn(last)) : null,
  };
}

/** Every person with all the words, perhaps in different records of theirs, in the order of the result. */
async function hitsOf(db: Db, words: readonly string[]): Promise<Hit[]> {
  const each = words.map(
    (word) => sql`select coalesce(c.person, t.record) as person,
        max(case when t.token = ${word} then 1 else 0 end) as whole
      from name_tokens t left join clusters c on c.record = t.record
      where t.token >= ${word} and t.token < ${`${word}\u{10FFFF}`}
      group by coalesce(c.person, t.record)`,
  );
  const { rows } = await sql<Hit>`select p.person, p.whole, r.sort from (
      select person, min(whole) as whole, count(*) as words
      from (${sql.join(each, sql` union all `)}) as found group by person
    ) as p join records r on r.id = p.person
    where p.words = ${words.length} order by p.whole desc, r.sort, r.id`.execute(db);
  return rows;
}

function placeIn({ whole, sort, person }: Hit): [string, string, string] {
  return [String(whole), sort, person];
}

function isAfter(hit: Hit, [whole = "", sort = "", person = ""]: readonly string[]): boolean {
  if (String(hit.whole) !== whole) return String(hit.whole) < whole;
  const order = Buffer.compare(Buffer.from(hit.sort), Buffer.from(sort));
  return order > 0 || (order === 0 && hit.person > person);
}

/** The name that matches; or, where the words come from different spellings of one person's name, all of them. */
export function matchOf(person: PersonItem, words: readonly string[]): string | null {
  const fits = (text: string): boolean => hasAll(tokensOf(text), words);
  const one = person.names.find((name) => fits(name.text));
  if (one !== undefined) return one.text;
  const tokens = person.names.flatMap((name) => tokensOf(name.text));
  return hasAll(tokens, words) ? person.names.map((name) => name.text).join(" · ") : null;
}

function hasAll(tokens: readonly string[], words: readonly string[]): boolean {
  return words.every((word) => tokens.some((token) => token.startsWith(word)));
}
