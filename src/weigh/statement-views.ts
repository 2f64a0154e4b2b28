// Statements as people read them: who said what to whom, about whom, in answer to what.
import type { Body } from "../model/index.ts";
import type { Db } from "../store/index.ts";
import { sourceGraph } from "./source-graph.ts";
import type { StatementView } from "./views.ts";

/** Views of these statements in ledger order; unknown ids are left out. */
export async function statementViews(db: Db, ids: readonly string[]): Promise<StatementView[]> {
  const views: StatementView[] = [];
  const unique = [...new Set(ids)];
  for (let i = 0; i < unique.length; i += 300)
    views.push(...(await viewsOf(db, unique.slice(i, i + 300))));
  return views.sort((a, b) => a.seq - b.seq);
}

async function viewsOf(db: Db, ids: readonly string[]): Promise<StatementView[]> {
  if (ids.length === 0) return [];
  const rows = await db
    .selectFrom("statements")
    .innerJoin("entries", "entries.seq", "statements.seq")
    .leftJoin("members", "members.id", "entries.author")
    .leftJoin("withdrawals", (join) =>
      join.onRef("withdrawals.target", "=", "statements.id").on("withdrawals.back", "=", 0),
    )
    .select([
      "statements.id",
      "statements.seq",
      "statements.body",
      "entries.at",
      "entries.author",
      "members.name",
      "withdrawals.target as gone",
    ])
    .where("statements.id", "in", [...ids])
    .execute();
  const bodies = new Map(
    rows.map((row) => [row.id, JSON.parse(row.body) as Body<"statement.added">]),
  );
  const labels = await labelsOf(
    db,
    [...bodies.values()].flatMap((b) => [...b.targets.map((t) => t.record), ...b.answers]),
  );
  const sources = await sourceGraph(
    db,
    [...bodies.values()].map((b) => b.source),
  );
  const answers = await answersTo(db, ids);
  return rows.map((row) => {
    const body = bodies.get(row.id) as Body<"statement.added">;
    const source = sources.get(body.source);
    return {
      id: row.id,
      source: body.source,
      sourceTitle: source?.title ?? "",
      ...(source?.published === undefined ? {} : { published: source.published }),
      speaker: body.speaker?.words ?? "",
      ...(body.speaker?.record === undefined ? {} : { speakerRecord: body.speaker.record }),
      ...(body.cue === undefined ? {} : { cue: body.cue }),
      content: body.content,
      mode: body.mode,
      stance: body.stance,
      ...(body.addressee === undefined ? {} : { addressee: body.addressee }),
      ...(body.said === undefined ? {} : { said: body.said }),
      passage: body.passage,
      targets: body.targets.map((t) => ({
        record: t.record,
        label: labels.get(t.record) ?? "",
        ...(t.property === undefined ? {} : { property: t.property }),
      })),
      answers: body.answers.map((id) => ({ id, label: labels.get(id) ?? "" })),
      answeredBy: answers.get(row.id) ?? [],
      withdrawn: row.gone !== null,
      by: row.name ?? row.author,
      at: row.at,
      seq: row.seq,
    };
  });
}

/** The standing statements that answer each of these (denials, admissions, reframings). */
async function answersTo(
  db: Db,
  ids: readonly string[],
): Promise<Map<string, StatementView["answeredBy"][number][]>> {
  const rows = await db
    .selectFrom("statement_answers")
    .innerJoin("statements", "statements.id", "statement_answers.statement")
    .leftJoin("withdrawals", (join) =>
      join.onRef("withdrawals.target", "=", "statements.id").on("withdrawals.back", "=", 0),
    )
    .select(["statement_answers.answers", "statements.id", "statements.body"])
    .where("statement_answers.answers", "in", [...ids])
    .where("withdrawals.target", "is", null)
    .orderBy("statements.seq")
    .execute();
  const byAnswered = new Map<string, StatementView["answeredBy"][number][]>();
  for (const row of rows) {
    const body = JSON.parse(row.body) as Body<"statement.added">;
    const one = {
      id: row.id,
      stance: body.stance,
      speaker: body.speaker?.words ?? "",
      content: body.content,
    };
    byAnswered.set(row.answers, [...(byAnswered.get(row.answers) ?? []), one]);
  }
  return byAnswered;
}

/** Labels of records by id. */
export async function labelsOf(db: Db, ids: readonly string[]): Promise<Map<string, string>> {
  const labels = new Map<string, string>();
  const unique = [...new Set(ids)];
  for (let i = 0; i < unique.length; i += 400) {
    const rows = await db
      .selectFrom("records")
      .select(["id", "label"])
      .where("id", "in", unique.slice(i, i + 400))
      .execute();
    for (const row of rows) labels.set(row.id, row.label);
  }
  return labels;
}
