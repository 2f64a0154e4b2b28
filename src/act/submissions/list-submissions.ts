// What was sent about a person, by every record of theirs, with what came back.
// Invariant: nothing is ever taken off the list; a merge brings the lists together, an undone merge parts them again.
import { clusterOf } from "../../link/index.ts";
import type { Body } from "../../model/index.ts";
import type { Clock } from "../../runtime/index.ts";
import type { Db } from "../../store/index.ts";
import { statementViews } from "../../weigh/index.ts";
import { consented } from "../consents/list-consents.ts";
import type { AnswerView, SubmissionView } from "./views.ts";

/** Newest first. */
export async function listSubmissions(
  deps: { readonly db: Db; readonly clock: Clock },
  person: string,
): Promise<SubmissionView[]> {
  const { db } = deps;
  const cluster = await clusterOf(db, person);
  const rows = await db
    .selectFrom("submissions as s")
    .leftJoin("members as m", "m.id", "s.author")
    .select(["s.id", "s.body", "s.seq", "s.author", "m.name"])
    .where("s.person", "in", cluster)
    .orderBy("s.seq", "desc")
    .execute();
  const each = [...new Map(rows.map((row) => [row.id, row])).values()];
  const answers = await answersTo(db, [...new Set(each.map(({ id }) => id))]);
  const bodies = each.map((row) => JSON.parse(row.body) as Body<"submission.sent">);
  const now = new Map(
    await Promise.all(
      [...new Set(bodies.map(({ audience }) => audience))].map(
        async (audience) =>
          [audience, (await consented(deps, audience, [cluster]))[0] ?? "never-asked"] as const,
      ),
    ),
  );
  const taken = await Promise.all(bodies.map(async (body) => takenBack(deps, body)));
  return each.map((row, i) => {
    const body = bodies[i] as Body<"submission.sent">;
    return {
      ...body,
      by: row.name ?? row.author,
      answers: answers.get(row.id) ?? [],
      consentNow: taken[i] === true ? "withdrawn" : (now.get(body.audience) ?? "never-asked"),
    } as SubmissionView;
  });
}

/** Whether somebody else it names, or whoever gave a source of it, has withdrawn since. */
async function takenBack(
  deps: { readonly db: Db; readonly clock: Clock },
  { audience, rests = [] }: Body<"submission.sent">,
): Promise<boolean> {
  const groups = await Promise.all(
    rests.map(async (id) => (id.startsWith("rec_") ? clusterOf(deps.db, id) : [id as string])),
  );
  return (await consented(deps, audience, groups)).includes("withdrawn");
}

async function answersTo(
  db: Db,
  submissions: readonly string[],
): Promise<Map<string, AnswerView[]>> {
  const found = new Map<string, AnswerView[]>();
  if (submissions.length === 0) return found;
  const rows = await db
    .selectFrom("submission_answers")
    .select(["submission", "body"])
    .where("submission", "in", submissions.slice(0, 1_000))
    .orderBy("seq")
    .execute();
  const bodies = rows.map(({ body }) => JSON.parse(body) as Body<"submission.answered">);
  const ids = bodies.map(({ statement }) => statement as string);
  const said = new Map((await statementViews(db, ids)).map((one) => [one.id, one]));
  for (const { submission, statement, reply, on } of bodies) {
    const answer: AnswerView = {
      statement,
      speaker: said.get(statement)?.speaker ?? "",
      content: said.get(statement)?.content ?? "",
      ...(reply === undefined ? {} : { reply }),
      ...(on === undefined ? {} : { on }),
    };
    found.set(submission, [...(found.get(submission) ?? []), answer]);
  }
  return found;
}
