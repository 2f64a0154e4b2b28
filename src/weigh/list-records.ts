// Lists of records of one schema: questions, figures, organisations, statements, and the rest.
// Invariant: one line a cluster; what was taken back or came in an undone batch does not appear.
import { sql } from "kysely";
import { cursorOf, placeOf, standingElder } from "../link/index.ts";
import { type Db, sortKey } from "../store/index.ts";
import type { RecordItem } from "./views.ts";

export interface ListRecords {
  readonly schema: string;
  readonly q?: string | undefined;
  readonly cursor?: string | undefined;
  readonly limit?: number | undefined;
}

/** A page of records in order of their label; `q` keeps those whose label has these letters. Throws LinkError `link/bad-cursor`. */
export async function listRecords(
  db: Db,
  { schema, q, cursor, limit = 50 }: ListRecords,
): Promise<{ total: number; items: RecordItem[]; next: string | null }> {
  const wanted = sortKey(q ?? "").trim();
  let query = db
    .selectFrom("records")
    .leftJoin("clusters", "clusters.record", "records.id")
    .leftJoin("sources", "sources.id", "records.source")
    .leftJoin("withdrawals", (join) =>
      join.onRef("withdrawals.target", "=", "records.id").on("withdrawals.back", "=", 0),
    )
    .leftJoin("batch_undone", "batch_undone.id", "records.batch")
    .where("records.schema", "=", schema)
    .where("withdrawals.target", "is", null)
    .where("batch_undone.id", "is", null)
    .where((where) =>
      where.or([
        where("clusters.person", "is", null),
        where("clusters.person", "=", where.ref("records.id")),
        where.not(where.exists(standingElder)),
      ]),
    );
  if (wanted !== "")
    query = query.where(
      sql<boolean>`records.sort like ${`%${wanted.replace(/[\\%_]/g, "\\$&")}%`} escape '\\'`,
    );
  const total = await query.select(sql<number>`count(*)`.as("n")).executeTakeFirst();
  if (cursor !== undefined) {
    const [sort = "", id = ""] = placeOf(cursor, 2);
    query = query.where((where) =>
      where.or([
        where("records.sort", ">", sort),
        where.and([where("records.sort", "=", sort), where("records.id", ">", id)]),
      ]),
    );
  }
  const rows = await query
    .select(["records.id", "records.schema", "records.label", "records.source", "records.sort"])
    .select(["sources.title", "clusters.person"])
    .select((eb) =>
      eb
        .selectFrom("claims")
        .whereRef("claims.record", "=", "records.id")
        .select(eb.fn.countAll<number>().as("n"))
        .as("claims"),
    )
    .orderBy("records.sort")
    .orderBy("records.id")
    .limit(limit + 1)
    .execute();
  const items = rows.slice(0, limit).map((r) => ({
    id: r.person ?? r.id,
    schema: r.schema,
    label: r.label,
    source: r.source,
    sourceTitle: r.title ?? "",
    claims: Number(r.claims ?? 0),
  }));
  const last = rows[limit - 1];
  return {
    total: Number(total?.n ?? 0),
    items,
    next: rows.length > limit && last !== undefined ? cursorOf([last.sort, last.id]) : null,
  };
}

/** One record as a line of a list. */
export async function recordItem(db: Db, id: string): Promise<RecordItem | null> {
  const r = await db
    .selectFrom("records")
    .leftJoin("sources", "sources.id", "records.source")
    .select(["records.id", "records.schema", "records.label", "records.source", "sources.title"])
    .where("records.id", "=", id)
    .executeTakeFirst();
  return r === undefined
    ? null
    : {
        id: r.id,
        schema: r.schema,
        label: r.label,
        source: r.source,
        sourceTitle: r.title ?? "",
        claims: 0,
      };
}
