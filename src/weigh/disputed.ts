// What stands in dispute across the vault, for the home page: denials that name someone.
import { type Db } from "../store/index.ts";

export interface DisputedItem {
  readonly id: string;
  readonly label: string;
  readonly property: string | null;
  readonly text: string;
  readonly statement: string;
}

/** The latest standing denials that name a record. */
export async function disputedRecords(db: Db, limit: number): Promise<DisputedItem[]> {
  const rows = await db
    .selectFrom("statements")
    .innerJoin("statement_targets", "statement_targets.statement", "statements.id")
    .innerJoin("records", "records.id", "statement_targets.record")
    .leftJoin("clusters", "clusters.record", "records.id")
    .leftJoin("withdrawals", (join) =>
      join.onRef("withdrawals.target", "=", "statements.id").on("withdrawals.back", "=", 0),
    )
    .leftJoin("withdrawals as gone", (join) =>
      join.onRef("gone.target", "=", "records.id").on("gone.back", "=", 0),
    )
    .leftJoin("batch_undone", "batch_undone.id", "records.batch")
    .select([
      "records.id",
      "records.label",
      "clusters.person",
      "statement_targets.property",
      "statements.id as statement",
      "statements.body",
    ])
    .where("statements.stance", "=", "denies")
    .where("withdrawals.target", "is", null)
    .where("gone.target", "is", null)
    .where("batch_undone.id", "is", null)
    .orderBy("statements.seq", "desc")
    .limit(limit)
    .execute();
  return rows.map((row) => ({
    id: row.person ?? row.id,
    label: row.label,
    property: row.property,
    text: (JSON.parse(row.body) as { content: string }).content.slice(0, 300),
    statement: row.statement,
  }));
}
