// What people decided about suggestions, read back from what became of them.
// Invariant: a suggestion counts as accepted while a statement or claim that carries it stands or was only corrected;
// as rejected until the rejection is taken back. Whatever was decided later wins.
import { sql } from "kysely";
import type { Body } from "../model/index.ts";
import type { Db } from "../store/index.ts";

export interface Decision {
  readonly state: "accepted" | "rejected";
  /** The statement, claim or record it became. */
  readonly became?: string;
  /** The record a claim was added to, where it became a claim on one that was there. */
  readonly record?: string;
  /** What kind of record that is; left out for statements. */
  readonly schema?: string;
}

/** Decisions by source, then by suggestion id. */
export async function decisionsOf(
  db: Db,
  sources: readonly string[],
): Promise<Map<string, Map<string, Decision>>> {
  const found = new Map<string, Map<string, Decision>>(sources.map((id) => [id, new Map()]));
  for (let i = 0; i < sources.length; i += 200) {
    const some = sources.slice(i, i + 200);
    const note = (source: string, suggestion: string, decision: Decision): void => {
      found.get(source)?.set(suggestion, decision);
    };
    for (const r of await rejected(db, some)) note(r.source, r.suggestion, { state: "rejected" });
    for (const { source, suggestion, ...became } of await claimed(db, some))
      note(source, suggestion, { state: "accepted", ...became });
    for (const { source, suggestion, ...became } of await stated(db, some))
      note(source, suggestion, { state: "accepted", ...became });
  }
  return found;
}

interface Became extends Required<Pick<Decision, "became">>, Pick<Decision, "record" | "schema"> {
  readonly source: string;
  readonly suggestion: string;
}

async function rejected(
  db: Db,
  sources: readonly string[],
): Promise<{ source: string; suggestion: string }[]> {
  const rows = await db
    .selectFrom("suggestion_rejections as r")
    .leftJoin("withdrawals as w", (join) =>
      join
        .on((eb) => eb("w.target", "=", sql<string>`r.source || '#' || r.suggestion`))
        .on("w.back", "=", 0),
    )
    .select(["r.source", "r.suggestion", "r.seq", "w.seq as withdrawn"])
    .where("r.source", "in", [...sources])
    .execute();
  return rows.filter((r) => r.withdrawn === null || r.withdrawn < r.seq);
}

async function stated(db: Db, sources: readonly string[]): Promise<Became[]> {
  const rows = await db
    .selectFrom("statements")
    .leftJoin("withdrawals as w", (join) =>
      join.onRef("w.target", "=", "statements.id").on("w.back", "=", 0),
    )
    .select(["statements.id", "statements.source", "statements.body"])
    .where("statements.source", "in", [...sources])
    .where("w.target", "is", null)
    .execute();
  return rows.flatMap(({ id, source, body }) => {
    const { suggestion } = JSON.parse(body) as Body<"statement.added">;
    return suggestion === undefined ? [] : [{ source, suggestion, became: id }];
  });
}

async function claimed(db: Db, sources: readonly string[]): Promise<Became[]> {
  const rows = await db
    .selectFrom("records")
    .innerJoin("entries as born", "born.seq", "records.seq")
    .innerJoin("claims", "claims.record", "records.id")
    .innerJoin("entries", "entries.seq", "claims.seq")
    .leftJoin("claim_reviews as review", "review.claim", "claims.id")
    .leftJoin("withdrawals as own", (join) =>
      join.onRef("own.target", "=", "claims.id").on("own.back", "=", 0),
    )
    .leftJoin("withdrawals as whole", (join) =>
      join.onRef("whole.target", "=", "records.id").on("whole.back", "=", 0),
    )
    .select([
      "claims.id",
      "claims.record",
      "claims.source",
      "records.schema",
      "entries.body",
      "entries.at",
      "born.at as born_at",
      "review.state",
    ])
    .where("records.source", "in", [...sources])
    .where("records.batch", "is", null)
    .where("entries.body", "like", '%"suggestion":%')
    .where("own.target", "is", null)
    .where("whole.target", "is", null)
    .orderBy("claims.seq")
    .execute();
  return rows.flatMap((row) => {
    if (row.body === null || row.state === "rejected") return [];
    const { suggestion } = JSON.parse(row.body) as Body<"claim.added">;
    if (suggestion === undefined) return [];
    const { source, schema, record } = row;
    // A record made in the same write as its claim is what the suggestion became; else it became a claim on an older record.
    return row.born_at === row.at
      ? [{ source, suggestion, schema, became: record }]
      : [{ source, suggestion, schema, became: row.id, record }];
  });
}
