// The list of people, in the order of their names.
// Invariant: one line a person however many records are judged the same; what was taken back does not appear.
import { sql } from "kysely";
import type { Db } from "../store/index.ts";
import { personIds } from "./clusters.ts";
import { cursorOf, placeOf } from "./cursor.ts";
import { describePeople } from "./describe-people.ts";
import { numberIn, recordsOfNumber } from "./find-number.ts";
import { searchAnyScript } from "./search-any-script.ts";
import { searchPeople } from "./search-people.ts";
import type { PeoplePage } from "./views.ts";

export interface ListPeople {
  readonly q?: string | undefined;
  /** Also people whose name only sounds like `q`, in any script, after those who have its words. */
  readonly sounds?: boolean | undefined;
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
}

/**
 * A page of people: all in order of their name, or those whose name has every word of `q` (or its beginning), or who have the
 * number `q`, today or before a merge.
 */
export async function listPeople(
  db: Db,
  { q, sounds = false, cursor, limit = 50 }: ListPeople,
): Promise<PeoplePage> {
  const number = numberIn(q ?? "");
  if (number !== null) return peopleOfNumber(db, number);
  if (q !== undefined && q.trim() !== "")
    return (sounds ? searchAnyScript : searchPeople)(db, q, cursor, limit);
  const { ids, next } = await peopleInOrder(db, cursor, limit);
  return { total: await countPeople(db), items: await describePeople(db, ids), next };
}

async function peopleOfNumber(db: Db, number: string): Promise<PeoplePage> {
  const records = await recordsOfNumber(db, number);
  const ids = [...new Set((await personIds(db, records)).values())];
  const people = await describePeople(db, ids);
  const items = people.filter((person) => person.claims > 0);
  return {
    total: items.length,
    items,
    matched: Object.fromEntries(items.map(({ id }) => [id, number])),
    next: null,
  };
}

/** How many people there are: everyone of whom at least one record was neither taken back nor came in an undone batch. */
export async function countPeople(db: Db): Promise<number> {
  const row = await standingPeople(db)
    .select(sql<number>`count(*)`.as("n"))
    .executeTakeFirst();
  return Number(row?.n ?? 0);
}

function standingPeople(db: Db) {
  return db
    .selectFrom("records")
    .leftJoin("clusters", "clusters.record", "records.id")
    .leftJoin("withdrawals", (join) =>
      join.onRef("withdrawals.target", "=", "records.id").on("withdrawals.back", "=", 0),
    )
    .leftJoin("batch_undone", "batch_undone.id", "records.batch")
    .where("records.schema", "=", "Person")
    .where("withdrawals.target", "is", null)
    .where("batch_undone.id", "is", null)
    .where((where) =>
      where.or([
        where("clusters.person", "is", null),
        where("clusters.person", "=", where.ref("records.id")),
        where.not(where.exists(standingElder)),
      ]),
    );
}

/** A record of the same person, older and standing: where there is one, the person is listed by it. */
export const standingElder = sql<string>`(select kin.record from clusters as kin
  join records as elder on elder.id = kin.record
  left join withdrawals as gone on gone.target = elder.id and gone.back = 0
  left join batch_undone as undone on undone.id = elder.batch
  where kin.person = clusters.person and elder.id < records.id
    and gone.target is null and undone.id is null)`;

async function peopleInOrder(
  db: Db,
  cursor: string | undefined,
  limit: number,
): Promise<{ ids: string[]; next: string | null }> {
  let query = standingPeople(db)
    .select(["records.id", "records.sort", "clusters.person"])
    .orderBy("records.sort")
    .orderBy("records.id")
    .limit(limit + 1);
  if (cursor !== undefined) {
    const [sort, id] = placeOf(cursor, 2);
    query = query.where((where) =>
      where.or([
        where("records.sort", ">", sort as string),
        where.and([
          where("records.sort", "=", sort as string),
          where("records.id", ">", id as string),
        ]),
      ]),
    );
  }
  const rows = await query.execute();
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    ids: page.map((row) => row.person ?? row.id),
    next: rows.length > limit && last !== undefined ? cursorOf([last.sort, last.id]) : null,
  };
}

/** Everyone's ids, in the order of their records: for steps that walk over all people. */
export async function everyPerson(db: Db): Promise<string[]> {
  const rows = await standingPeople(db)
    .select(["records.id", "clusters.person"])
    .orderBy("records.id")
    .execute();
  return rows.map((row) => row.person ?? row.id);
}
