// Which people statements name: as their targets, or through an episode, act or relationship of theirs.
import { personIds } from "../link/index.ts";
import { type Db, liveClaims } from "../store/index.ts";
import type { NamedPerson } from "./questions.ts";
import type { StatementView } from "./views.ts";

/**
 * For each statement the people it names, by cluster, in the order of their ids. One whose record was taken back is still
 * somebody the statement names, but has no label to be shown by.
 */
export async function namedBy(
  db: Db,
  statements: readonly StatementView[],
): Promise<Map<string, NamedPerson[]>> {
  const targets = [...new Set(statements.flatMap((s) => s.targets.map((t) => t.record)))];
  const own = await personRecords(db, targets);
  const through = (
    await liveClaims(
      db,
      targets.filter((id) => !own.has(id)),
    )
  ).filter((claim) => claim.ref !== null && propertiesOfPeople.has(claim.property));
  const whose = Map.groupBy(through, (claim) => claim.record);
  const persons = await personIds(db, [...own, ...through.map((claim) => claim.ref as string)]);
  const labels = await standingNames(db, [...new Set(persons.values())]);
  return new Map(
    statements.map((statement) => {
      const named = statement.targets.flatMap(({ record }) =>
        own.has(record) ? [record] : (whose.get(record) ?? []).map((claim) => claim.ref as string),
      );
      const ids = [...new Set(named.map((id) => persons.get(id) ?? id))].sort();
      return [statement.id, ids.map((id) => ({ record: id, label: labels.get(id) ?? "" }))];
    }),
  );
}

const propertiesOfPeople = new Set(["person", "from", "to"]);

async function personRecords(db: Db, ids: readonly string[]): Promise<Set<string>> {
  const found = new Set<string>();
  for (let i = 0; i < ids.length; i += 400) {
    const rows = await db
      .selectFrom("records")
      .select("id")
      .where("schema", "=", "Person")
      .where("id", "in", ids.slice(i, i + 400))
      .execute();
    for (const row of rows) found.add(row.id);
  }
  return found;
}

/** Labels of records that were not taken back. */
export async function standingNames(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  const names = new Map<string, string>();
  for (let i = 0; i < ids.length; i += 400) {
    const rows = await db
      .selectFrom("records")
      .leftJoin("withdrawals", (join) =>
        join.onRef("withdrawals.target", "=", "records.id").on("withdrawals.back", "=", 0),
      )
      .leftJoin("batch_undone", "batch_undone.id", "records.batch")
      .select(["records.id", "records.label"])
      .where("records.id", "in", ids.slice(i, i + 400))
      .where("withdrawals.target", "is", null)
      .where("batch_undone.id", "is", null)
      .execute();
    for (const row of rows) names.set(row.id, row.label);
  }
  return names;
}
