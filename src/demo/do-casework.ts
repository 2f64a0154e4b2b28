// Opens the invented cases and does what their plans say, through the steps people use.
import {
  addNote,
  addTask,
  changeDeadline,
  changeTask,
  checkItem,
  openCase,
  setDeadline,
} from "../act/index.ts";
import { known } from "./key-book.ts";
import type { CasePlan } from "./plan.ts";
import type { Workbench } from "./workbench.ts";

const dayMs = 86_400_000;

/** `today`: the real clock's, in milliseconds since 1970. */
export async function doCasework(bench: Workbench, plan: CasePlan, today: number): Promise<void> {
  const { weigh: deps, actor: actorOf, book } = bench;
  const { kind, title, status, priority, assignee } = plan;
  const actor = actorOf(assignee);
  const day = (inDays: number): string =>
    new Date(today + inDays * dayMs).toISOString().slice(0, 10);
  const { id } = await openCase(deps, actorOf("user"), {
    people: plan.people.map((key) => known(book.records, key)),
    kind,
    title,
    status,
    priority,
    assignee: assignee === undefined ? null : actor.member,
  });
  for (const { inDays, time, zone, state, ...said } of plan.deadlines) {
    const at = { day: day(inDays), zone, ...(time === undefined ? {} : { time }) };
    const set = await setDeadline(deps, actor, { ...said, case: id, at });
    if (state !== undefined) await changeDeadline(deps, actor, { id: set.id, state });
  }
  for (const task of plan.tasks) {
    const by = actorOf(task.by);
    const given = { case: id, title: task.title, assignee: by.member, due: day(task.inDays) };
    const added = await addTask(deps, actor, given);
    if (task.done === true) await changeTask(deps, by, { id: added.id, state: "done" });
  }
  for (const item of plan.checked) await checkItem(deps, actor, { id, item, done: true });
  for (const text of plan.notes) await addNote(deps, actor, { id, text });
}
