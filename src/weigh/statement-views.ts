// Statements as people read them: who said what to whom, about whom, in answer to what.
import type { Body } from "../model/index.ts";
import { claimsPointingAt, type Db, liveClaims } from "../store/index.ts";
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
  const linked = await linkedAnswers(db, ids);
  const labels = await labelsOf(db, [
    ...[...bodies.values()].flatMap((b) => [...b.targets.map((t) => t.record), ...b.answers]),
    ...[...linked.values()].flatMap((own) => own.map(({ id }) => id)),
  ]);
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
      answers: [
        ...body.answers.map((id) => ({ id })),
        ...(linked.get(row.id) ?? []).filter(({ id }) => !body.answers.some((one) => one === id)),
      ].map((one) => Object.assign(one, { label: labels.get(one.id) ?? "" })),
      answeredBy: answers.get(row.id) ?? [],
      withdrawn: row.gone !== null,
      by: row.name ?? row.author,
      at: row.at,
      seq: row.seq,
    };
  });
}

/** What each of these was said to answer after it was recorded: standing claims of its own. */
async function linkedAnswers(
  db: Db,
  ids: readonly string[],
): Promise<Map<string, { id: string; claim: string }[]>> {
  const linked = new Map<string, { id: string; claim: string }[]>();
  for (const { id: claim, record, property, ref } of await liveClaims(db, ids))
    if (property === "answers" && ref !== null)
      linked.set(record, [...(linked.get(record) ?? []), { id: ref, claim }]);
  return linked;
}

/** The standing statements that answer each of these (denials, admissions, reframings). */
async function answersTo(
  db: Db,
  ids: readonly string[],
): Promise<Map<string, StatementView["answeredBy"][number][]>> {
  const recorded = await db
    .selectFrom("statement_answers")
    .select(["answers", "statement"])
    .where("answers", "in", [...ids])
    .execute();
  const linked = (await claimsPointingAt(db, ids)).flatMap(({ property, ref, record }) =>
    property === "answers" && ref !== null ? [{ answers: ref, statement: record }] : [],
  );
  const pairs = [...recorded, ...linked];
  const standing = await standingBodies(
    db,
    pairs.map(({ statement }) => statement),
  );
  const byAnswered = new Map<string, StatementView["answeredBy"][number][]>();
  for (const { id, body } of standing) {
    const answered = pairs.filter((pair) => pair.statement === id).map((pair) => pair.answers);
    for (const key of new Set(answered))
      byAnswered.set(key, [
        ...(byAnswered.get(key) ?? []),
        { id, stance: body.stance, speaker: body.speaker?.words ?? "", content: body.content },
      ]);
  }
  return byAnswered;
}

async function standingBodies(
  db: Db,
  statements: readonly string[],
): Promise<{ id: string; body: Body<"statement.added"> }[]> {
  const ids = [...new Set(statements)];
  const rows: { id: string; seq: number; body: string }[] = [];
  for (let i = 0; i < ids.length; i += 400)
    rows.push(
      ...(await db
        .selectFrom("statements")
        .leftJoin("withdrawals", (join) =>
          join.onRef("withdrawals.target", "=", "statements.id").on("withdrawals.back", "=", 0),
        )
        .select(["statements.id", "statements.seq", "statements.body"])
        .where("statements.id", "in", ids.slice(i, i + 400))
        .where("withdrawals.target", "is", null)
        .execute()),
    );
  return rows
    .sort((a, b) => a.seq - b.seq)
    .map(({ id, body }) => ({ id, body: JSON.parse(body) as Body<"statement.added"> }));
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
