// Reads the questions of the vault with every standing statement that speaks to them.
// Invariant: statements that were taken back, and attachments that were rejected, are not there at all.
import { personIds } from "../link/index.ts";
import type { Value } from "../model/index.ts";
import { claimsPointingAt, type Db, type LiveClaim } from "../store/index.ts";
import { WeighError } from "./errors.ts";
import type { SeenOnly } from "./assemble-file.ts";
import { gather, type Gathered } from "./gather.ts";
import { originsOf } from "./origins.ts";
import { propertyViews } from "./property-views.ts";
import {
  type Attachment,
  countsOf,
  type NamedPerson,
  type QuestionItem,
  questionStatement,
  type QuestionView,
  sidesOf,
  type StatementSaid,
} from "./questions.ts";
import { namedBy, standingNames } from "./questions-named.ts";
import { proposalsFor } from "./questions-propose.ts";
import { headlineValue } from "./related-records.ts";
import { type SourceFacts, sourceGraph } from "./source-graph.ts";
import { statementViews } from "./statement-views.ts";
import type { OriginView, StatementView } from "./views.ts";

type Whole = Omit<QuestionView, "proposals">;

/** Every question: those in dispute first, then the one spoken of last. */
export async function listQuestions(db: Db): Promise<QuestionItem[]> {
  const whole = await readQuestions(db, await standingQuestions(db));
  return whole
    .map(({ answers: _answers, notes: _notes, sides: _sides, ...item }) => item)
    .sort(
      (a, b) =>
        Number(b.disputed) - Number(a.disputed) ||
        compare(b.last ?? "", a.last ?? "") ||
        compare(a.id, b.id),
    );
}

/** One question with its sides, and statements that may belong to it. Throws WeighError `weigh/no-such-record`. */
export async function questionView(db: Db, question: string): Promise<QuestionView> {
  const id = (await personIds(db, [question])).get(question) ?? question;
  const clusters = (await standingQuestions(db)).filter(({ person }) => person === id);
  const [whole] = await readQuestions(db, clusters);
  if (whole === undefined)
    throw new WeighError(
      "weigh/no-such-record",
      "There is no question with this id in the vault. Open the list of questions again.",
    );
  return { ...whole, proposals: await proposalsFor(db, whole) };
}

/** Every question with nothing but the claims and statements that may be seen, weighed of those alone. */
export async function questionsSeen(db: Db, only: SeenOnly): Promise<Whole[]> {
  return readQuestions(db, await standingQuestions(db), only);
}

interface QuestionRow {
  readonly id: string;
  readonly person: string;
}

async function standingQuestions(db: Db): Promise<QuestionRow[]> {
  const rows = await db
    .selectFrom("records")
    .leftJoin("withdrawals", (join) =>
      join.onRef("withdrawals.target", "=", "records.id").on("withdrawals.back", "=", 0),
    )
    .leftJoin("batch_undone", "batch_undone.id", "records.batch")
    .leftJoin("clusters", "clusters.record", "records.id")
    .select(["records.id", "clusters.person"])
    .where("records.schema", "=", "Question")
    .where("withdrawals.target", "is", null)
    .where("batch_undone.id", "is", null)
    .orderBy("records.id")
    .execute();
  return rows.map(({ id, person }) => ({ id, person: person ?? id }));
}

async function readQuestions(
  db: Db,
  rows: readonly QuestionRow[],
  only?: SeenOnly,
): Promise<Whole[]> {
  const ids = rows.map((row) => row.id);
  const questionOf = new Map(rows.map((row) => [row.id, row.person]));
  const all = await gather(db, ids);
  const gathered =
    only === undefined ? all : { ...all, claims: all.claims.filter((one) => only.claim(one)) };
  const attached = await attachments(db, questionOf, only);
  const statements = await statementViews(
    db,
    [...attached.values()].flatMap((one) => [...one.keys()]),
  );
  const byId = new Map(
    statements.filter((s) => !s.withdrawn && (only?.statement(s) ?? true)).map((s) => [s.id, s]),
  );
  const names = await namedBy(db, [...byId.values()]);
  const weigh = await weighing(db, [...byId.values()]);
  const people = await peopleOf(db, gathered);
  const claims = Map.groupBy(gathered.claims, (c) => questionOf.get(c.record) ?? c.record);
  return [...new Set(questionOf.values())].map((id): Whole => {
    const under = [...(attached.get(id) ?? [])].flatMap(([statement, attachment]) => {
      const view = byId.get(statement);
      return view === undefined
        ? []
        : [questionStatement(view, attachment, names.get(statement) ?? [])];
    });
    const sides = sidesOf(under, weigh);
    return { id, ...saidOf(claims.get(id) ?? [], gathered, people), ...countsOf(sides), sides };
  });
}

/** For each question its statements: recorded as answering it or about it, or put there by a claim. */
async function attachments(
  db: Db,
  questionOf: ReadonlyMap<string, string>,
  only?: SeenOnly,
): Promise<Map<string, Map<string, Attachment>>> {
  const found = new Map<string, Map<string, Attachment>>();
  const add = (record: string, statement: string, attachment: Attachment): void => {
    const question = questionOf.get(record) ?? record;
    const own = found.get(question) ?? new Map<string, Attachment>();
    found.set(question, own);
    if (!own.has(statement)) own.set(statement, attachment);
  };
  const ids = [...questionOf.keys()];
  for (let i = 0; i < ids.length; i += 400) {
    const some = ids.slice(i, i + 400);
    const answers = await db
      .selectFrom("statement_answers")
      .select(["statement", "answers"])
      .where("answers", "in", some)
      .execute();
    for (const row of answers) add(row.answers, row.statement, { kind: "recorded" });
    const targets = await db
      .selectFrom("statement_targets")
      .select(["statement", "record"])
      .where("record", "in", some)
      .execute();
    for (const row of targets) add(row.record, row.statement, { kind: "recorded" });
  }
  for (const claim of await claimsPointingAt(db, ids))
    if (claim.property === "question" && claim.ref !== null && (only?.claim(claim) ?? true))
      add(claim.ref, claim.record, { kind: "claim", claim: claim.id });
  return found;
}

/** The independent origins behind statements, by who spoke and what their sources repeat. */
async function weighing(
  db: Db,
  statements: readonly StatementView[],
): Promise<(some: readonly StatementSaid[]) => OriginView[]> {
  const persons = await personIds(
    db,
    statements.flatMap((s) => s.speakerRecord ?? []),
  );
  const sources: ReadonlyMap<string, SourceFacts> = await sourceGraph(
    db,
    statements.map((s) => s.source),
  );
  return (some) =>
    originsOf(
      some.map(({ id, source, speaker, speakerRecord }) => ({
        claim: id,
        source,
        ...(speaker === ""
          ? {}
          : { speaker: { person: persons.get(speakerRecord ?? ""), words: speaker } }),
      })),
      sources,
    );
}

function saidOf(
  claims: readonly LiveClaim[],
  gathered: Gathered,
  people: ReadonlyMap<string, NamedPerson>,
): Pick<Whole, "wording" | "topic" | "people" | "answers" | "notes"> {
  const properties = propertyViews("Question", [...new Set(claims.map((c) => c.record))], {
    ...gathered,
    claims,
    statements: new Map(),
  });
  const texts = (name: string): string[] =>
    properties.find((p) => p.name === name)?.headlines.map((headline) => headline.text) ?? [];
  const topic = headlineValue(properties, "topic");
  const about = claims.flatMap((c) =>
    c.property === "people" && c.ref !== null
      ? (people.get(gathered.persons.get(c.ref) ?? c.ref) ?? [])
      : [],
  );
  return {
    wording: texts("wording")[0] ?? null,
    topic: topic?.kind === "code" ? topic.code : null,
    people: [...new Map(about.map((person) => [person.record, person])).values()],
    answers: texts("sides"),
    notes: texts("note"),
  };
}

async function peopleOf(db: Db, gathered: Gathered): Promise<Map<string, NamedPerson>> {
  const ids = gathered.claims.flatMap((claim): string[] => {
    if (claim.property !== "people") return [];
    const value = JSON.parse(claim.value) as Value;
    return value.kind === "ref" ? [gathered.persons.get(value.record) ?? value.record] : [];
  });
  const labels = await standingNames(db, [...new Set(ids)]);
  return new Map([...labels].map(([record, label]) => [record, { record, label }]));
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
