// Search as people use it: names that have the words asked for, then names that sound like them in any script.
// Invariant: whoever has the words comes first and only once; doubtful hits only where there is no good one; every hit says which of their names matched.
import { type Band, compareNames, prepareName } from "../names/index.ts";
import type { Db } from "../store/index.ts";
import { personIds } from "./clusters.ts";
import { cursorOf, placeOf } from "./cursor.ts";
import { cutDoubtful } from "./cut-doubtful.ts";
import { describePeople } from "./describe-people.ts";
import { findByName } from "./find-by-name.ts";
import { tokensOf } from "./name-tokens.ts";
import { matchOf, searchPeople } from "./search-people.ts";
import type { PeoplePage, PersonItem } from "./views.ts";

interface Sounding {
  readonly person: PersonItem;
  readonly name: string;
  readonly score: number;
  readonly band: Band;
}

const mostSounding = 60;
const LEAST = 0.5;
/** Marks a cursor that stands among the names that only sound alike. */
const sounding = "sounds";

/** A page of the people one of whose standing names has the words of `q`, then of those whose name sounds like it. */
export async function searchAnyScript(
  db: Db,
  q: string,
  cursor: string | undefined,
  limit: number,
): Promise<PeoplePage> {
  const alike = await soundingPeople(db, q);
  const place = cursor === undefined ? null : placeOf(cursor, 3);
  const exact = place?.[0] === sounding ? null : await searchPeople(db, q, cursor, limit);
  if (exact !== null && exact.next !== null) return { ...exact, total: exact.total + alike.length };
  const left = place?.[0] === sounding ? alike.filter((one) => isAfter(one, place)) : alike;
  const room = limit - (exact?.items.length ?? 0);
  const page = left.slice(0, room);
  const last = page.at(-1);
  const total = (exact ?? (await searchPeople(db, q, undefined, 1))).total + alike.length;
  // With no room left the next page begins before the first of them.
  const at =
    last === undefined ? [sounding, "2", ""] : [sounding, last.score.toFixed(6), last.person.id];
  return {
    total,
    items: [...(exact?.items ?? []), ...page.map((one) => one.person)],
    matched: {
      ...exact?.matched,
      ...Object.fromEntries(page.map((one) => [one.person.id, one.name])),
    },
    alike: Object.fromEntries(page.map(({ person, score, band }) => [person.id, { score, band }])),
    next: left.length > page.length ? cursorOf(at) : null,
  };
}

function isAfter(one: Sounding, [, score = "", person = ""]: readonly string[]): boolean {
  const own = one.score.toFixed(6);
  return Number(own) < Number(score) || (own === score && one.person.id > person);
}

/** People whose standing names sound like the query and who do not have its words, the most alike first. */
async function soundingPeople(db: Db, q: string): Promise<Sounding[]> {
  const hits = await findByName(db, q, mostSounding);
  const people = [
    ...new Set(
      (
        await personIds(
          db,
          hits.map((hit) => hit.record),
        )
      ).values(),
    ),
  ];
  const asked = prepareName(q.slice(0, 500));
  const words = tokensOf(q);
  const found: Sounding[] = [];
  let isExact = false;
  for (const person of await describePeople(db, people)) {
    if (matchOf(person, words) !== null) {
      isExact = true;
      continue;
    }
    let best: Sounding | null = null;
    for (const { text } of person.names) {
      const { score, band } = compareNames(asked, prepareName(text));
      if (score >= LEAST && (best === null || score > best.score))
        best = { person, name: text, score, band };
    }
    if (best !== null) found.push(best);
  }
  const sorted = found.sort(
    (a, b) =>
      Number(b.score.toFixed(6)) - Number(a.score.toFixed(6)) ||
      (a.person.id < b.person.id ? -1 : 1),
  );
  return cutDoubtful(q, sorted, isExact);
}
