// Statements that may speak to a question: they answer one that does, or name a person it is about.
// Invariant: a proposal with its reason and nothing more; only a person attaches a statement.
import { clusterOf } from "../link/index.ts";
import { claimsPointingAt, type Db } from "../store/index.ts";
import { type QuestionView, saidOnly, type StatementProposal } from "./questions.ts";
import { statementViews } from "./statement-views.ts";

const atMost = 20;

/** Up to twenty standing statements that are not under the question, in the order of their ids. */
export async function proposalsFor(
  db: Db,
  { sides, people }: Pick<QuestionView, "sides" | "people">,
): Promise<StatementProposal[]> {
  const under = sides.flatMap((side) => side.statements.map((one) => one.statement));
  const there = new Set(under.map((statement) => statement.id));
  const why = new Map<string, StatementProposal["why"]>();
  const propose = (statement: string, reason: StatementProposal["why"]): void => {
    if (!there.has(statement) && !why.has(statement)) why.set(statement, reason);
  };
  for (const { speaker, answeredBy } of under)
    for (const { id } of answeredBy) propose(id, { kind: "answers", speaker });
  for (const person of people)
    for (const statement of await statementsNaming(db, person.record))
      propose(statement, { kind: "names", person: person.label });
  const views = await statementViews(db, [...why.keys()].toSorted().slice(0, atMost * 2));
  return views
    .filter((statement) => !statement.withdrawn)
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .slice(0, atMost)
    .map((statement) => ({
      statement: saidOnly(statement),
      why: why.get(statement.id) as StatementProposal["why"],
    }));
}

async function statementsNaming(db: Db, person: string): Promise<string[]> {
  const own = await clusterOf(db, person);
  const theirs = (await claimsPointingAt(db, own)).filter((claim) => claim.property === "person");
  const records = [...new Set([...own, ...theirs.map((claim) => claim.record)])];
  const found: string[] = [];
  for (let i = 0; i < records.length; i += 400) {
    const rows = await db
      .selectFrom("statement_targets")
      .select("statement")
      .where("record", "in", records.slice(i, i + 400))
      .execute();
    found.push(...rows.map((row) => row.statement));
  }
  return found;
}
