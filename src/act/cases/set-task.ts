// Tasks of a case: who does what, until when.
// Invariant: a task keeps its id from the day it was given to the day it is done; done can be undone.
import { type Actor, requireRight } from "../../access/index.ts";
import { type Body, type CaseId, draft, type TaskId } from "../../model/index.ts";
import type { ActDeps } from "../deps.ts";
import { CaseError } from "./errors.ts";
import { requireCase, requireMember } from "./require.ts";

type Task = Body<"task.set">;
export type AddTask = Pick<Task, "case" | "title"> & Partial<Pick<Task, "assignee" | "due">>;
export type ChangeTask = Partial<Pick<Task, "title" | "assignee" | "due" | "state" | "reason">> & {
  readonly id: TaskId;
  /** The entry the person saw. */
  readonly expect?: number;
};

/** Throws AccessError; CaseError `act/no-such-case`, `act/no-such-member`. */
export async function addTask(
  deps: ActDeps,
  actor: Actor,
  { assignee = null, due = null, ...task }: AddTask,
): Promise<{ readonly id: TaskId; readonly seq: number }> {
  requireRight(actor, "add");
  await requireCase(deps.db, task.case);
  await requireMember(deps.db, assignee);
  const id = deps.ids.next<TaskId>("tsk");
  const body: Task = { ...task, id, assignee, due, state: "open" };
  const [entry] = await deps.ledger.append(actor.member, [draft("task.set", task.case, body)]);
  return { id, seq: entry?.seq ?? -1 };
}

/** Gives it to somebody else, moves its day, ends it or opens it again. Throws AccessError; CaseError; StoreError `conflict`. */
export async function changeTask(
  deps: ActDeps,
  actor: Actor,
  { id, expect, reason, ...change }: ChangeTask,
): Promise<{ readonly seq: number }> {
  requireRight(actor, "add");
  if (Object.keys(change).length === 0)
    throw new CaseError("act/nothing-changes", "Say what is to change.");
  const row = await deps.db
    .selectFrom("case_tasks")
    .selectAll()
    .where("id", "=", id)
    .executeTakeFirst();
  if (row === undefined) throw new CaseError("act/no-such-item", "There is no such task.");
  await requireMember(deps.db, change.assignee);
  const body: Task = {
    id,
    case: row.case_id as CaseId,
    title: row.title,
    assignee: row.assignee as Task["assignee"],
    due: row.due,
    state: row.state as Task["state"],
    ...change,
    ...(reason === undefined ? {} : { reason }),
  };
  // Between reading the row and writing it anew, nobody else's change may be lost.
  const seen = [{ table: "case_tasks" as const, where: { id }, seq: expect ?? row.seq }];
  const [entry] = await deps.ledger.append(
    actor.member,
    [draft("task.set", row.case_id, body)],
    seen,
  );
  return { seq: entry?.seq ?? -1 };
}
