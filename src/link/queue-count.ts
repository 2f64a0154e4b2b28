// How many pairs the queue shows, without reading them all.
// Invariant: the same rule as in queue-items.ts: one pair between two people, none where any of their records were judged.
import { sql } from "kysely";
import type { Db } from "../store/index.ts";
import type { PairBand } from "./matching/rules.ts";

export async function countUnjudged(db: Db, band: PairBand | undefined): Promise<number> {
  return (await countAlone(db, band)) + (await countGrouped(db, band));
}

/** Pairs of records that stand alone: their own judgement decides. */
async function countAlone(db: Db, band: PairBand | undefined): Promise<number> {
  const ofBand = band === undefined ? sql`` : sql`and c.band = ${band}`;
  const { rows } = await sql<{ n: number }>`select count(*) as n from cache_candidates c
    left join judgements j on j."left" = c."left" and j."right" = c."right" and j.undone = 0
    left join clusters l on l.record = c."left"
    left join clusters r on r.record = c."right"
    where j.seq is null and l.person is null and r.person is null ${ofBand}`.execute(db);
  return Number(rows[0]?.n ?? 0);
}

/** Pairs of which at least one record belongs to a group: the best pair between two people, if nobody judged them. */
async function countGrouped(db: Db, band: PairBand | undefined): Promise<number> {
  const ofBand = band === undefined ? sql`` : sql`and band = ${band}`;
  const { rows } = await sql<{ n: number }>`with pairs as (
      select coalesce(l.person, c."left") as a, coalesce(r.person, c."right") as b, c.band,
        c.value, c."left" as x, c."right" as y
      from cache_candidates c
      left join clusters l on l.record = c."left"
      left join clusters r on r.record = c."right"
      where l.person is not null or r.person is not null),
    ranked as (
      select case when a < b then a else b end as p, case when a < b then b else a end as q, band,
        row_number() over (partition by case when a < b then a else b end,
          case when a < b then b else a end order by value desc, x, y) as place
      from pairs where a <> b),
    judged as (
      select coalesce(l.person, j."left") as a, coalesce(r.person, j."right") as b
      from judgements j
      left join clusters l on l.record = j."left"
      left join clusters r on r.record = j."right"
      where j.undone = 0 and (l.person is not null or r.person is not null))
    select count(*) as n from (
      select p, q from ranked where place = 1 ${ofBand}
      except
      select case when a < b then a else b end, case when a < b then b else a end from judged
    ) as open`.execute(db);
  return Number(rows[0]?.n ?? 0);
}
