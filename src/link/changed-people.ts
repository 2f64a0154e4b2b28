// Which records of persons came or changed since an entry of the ledger.
// Invariant: a record is named when anything that may change its candidates was written after `seq`; rather one too many.
import { type RawBuilder, sql } from "kysely";
import type { Db } from "../store/index.ts";

/** The number of the last entry; -1 in an empty ledger. */
export async function lastSeq(db: Db): Promise<number> {
  const row = await db
    .selectFrom("entries")
    .select((eb) => eb.fn.max("seq").as("seq"))
    .executeTakeFirst();
  return Number(row?.seq ?? -1);
}

/** Ids of all records of persons that were neither taken back nor came in an undone batch, in their order. */
export async function standingPeopleIds(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom("records")
    .leftJoin("withdrawals", (join) =>
      join.onRef("withdrawals.target", "=", "records.id").on("withdrawals.back", "=", 0),
    )
    .leftJoin("batch_undone", "batch_undone.id", "records.batch")
    .select("records.id")
    .where("records.schema", "=", "Person")
    .where("withdrawals.target", "is", null)
    .where("batch_undone.id", "is", null)
    .orderBy("records.id")
    .execute();
  return rows.map((row) => row.id);
}

/** Ids of records of persons touched by entries after `seq`. */
export async function changedPeople(db: Db, seq: number): Promise<string[]> {
  return idsOf(db, [...newClaims(seq), ...losses(seq)]);
}

/** Whether `changedPeople` would name anyone. */
export async function anyPersonChanged(db: Db, seq: number): Promise<boolean> {
  for (const query of [...newClaims(seq), ...losses(seq)]) {
    const { rows } = await sql<{ id: string }>`select r.id from (${query}) as changed
      join records r on r.id = changed.record where r.schema = 'Person' limit 1`.execute(db);
    if (rows.length > 0) return true;
  }
  return false;
}

/** Ids of records of persons that may have lost their last standing claim by an entry after `seq`. */
export async function maybeEmptied(db: Db, seq: number): Promise<string[]> {
  return idsOf(db, losses(seq));
}

type Touched = RawBuilder<{ record: string | null }>;

function newClaims(seq: number): Touched[] {
  return [
    sql`select distinct record from claims where seq > ${seq}`,
    // A claim of an episode or a relationship changes the person it points at.
    sql`select distinct ref as record from claims where seq > ${seq} and ref is not null`,
  ];
}

function losses(seq: number): Touched[] {
  return [
    sql`select distinct record from claim_reviews where seq > ${seq}`,
    sql`select target as record from withdrawals where seq > ${seq}`,
    sql`select c.record from withdrawals w join claims c on c.id = w.target where w.seq > ${seq}`,
    ...(["batch_undone", "batch_reviews"] as const).map(
      (table): Touched =>
        sql`select r.id as record from ${sql.table(table)} t join records r on r.batch = t.id
          where t.seq > ${seq}`,
    ),
  ];
}

async function idsOf(db: Db, queries: readonly Touched[]): Promise<string[]> {
  const touched = new Set<string>();
  for (const query of queries) {
    const { rows } = await query.execute(db);
    for (const { record } of rows) if (record !== null) touched.add(record);
  }
  return peopleAmong(db, [...touched]);
}

async function peopleAmong(db: Db, ids: readonly string[]): Promise<string[]> {
  const found: string[] = [];
  for (let i = 0; i < ids.length; i += 500) {
    const rows = await db
      .selectFrom("records")
      .select("id")
      .where("schema", "=", "Person")
      .where("id", "in", ids.slice(i, i + 500))
      .execute();
    found.push(...rows.map((row) => row.id));
  }
  return found.sort();
}
