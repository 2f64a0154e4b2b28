// Which records of persons came or changed since an entry of the ledger.
// Invariant: a record is named when anything that may change its candidates was written after `seq`; rather one too many.
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
  const touched = new Set<string>();
  const add = (rows: readonly { record: string | null }[]): void => {
    for (const { record } of rows) if (record !== null) touched.add(record);
  };
  add(await db.selectFrom("claims").select("record").distinct().where("seq", ">", seq).execute());
  // A claim of an episode or a relationship changes the person it points at.
  add(
    await db
      .selectFrom("claims")
      .select("ref as record")
      .distinct()
      .where("seq", ">", seq)
      .where("ref", "is not", null)
      .execute(),
  );
  add(
    await db
      .selectFrom("claim_reviews")
      .select("record")
      .distinct()
      .where("seq", ">", seq)
      .execute(),
  );
  add(
    await db.selectFrom("withdrawals").select("target as record").where("seq", ">", seq).execute(),
  );
  add(
    await db
      .selectFrom("withdrawals")
      .innerJoin("claims", "claims.id", "withdrawals.target")
      .select("claims.record")
      .where("withdrawals.seq", ">", seq)
      .execute(),
  );
  for (const table of ["batch_undone", "batch_reviews"] as const)
    add(
      await db
        .selectFrom(table)
        .innerJoin("records", "records.batch", `${table}.id`)
        .select("records.id as record")
        .where(`${table}.seq`, ">", seq)
        .execute(),
    );
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
