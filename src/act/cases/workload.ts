// Who has how much: open cases, tasks and what is overdue, for each member and for nobody.
// Invariant: everything open is counted once, under whoever has it; cases and deadlines by the case's assignee, tasks by the task's.
import { sql } from "kysely";
import { dayOf, memberRefs, type ReadDeps } from "./case-items.ts";
import { deadlineView } from "./deadline-views.ts";
import type { WorkloadRow, WorkloadView } from "./views.ts";

type Counts = Omit<{ -readonly [K in keyof WorkloadRow]: WorkloadRow[K] }, "member">;

export async function workload({ db, clock }: ReadDeps): Promise<WorkloadView> {
  const rows = new Map<string | null, Counts>();
  const row = (member: string | null): Counts => {
    const found = rows.get(member) ?? {
      openCases: 0,
      urgentCases: 0,
      openTasks: 0,
      overdueTasks: 0,
      deadlines: 0,
      overdueDeadlines: 0,
    };
    rows.set(member, found);
    return found;
  };
  const members = await memberRefs(db);
  for (const { id, active } of members.values()) if (active) row(id);
  const cases = await db
    .selectFrom("case_board")
    .select((eb) => ["assignee" as const, "priority" as const, eb.fn.countAll<number>().as("n")])
    .where("status", "!=", "closed")
    .groupBy(["assignee", "priority"])
    .execute();
  for (const { assignee, priority, n } of cases) {
    row(assignee).openCases += Number(n);
    if (priority === "urgent") row(assignee).urgentCases += Number(n);
  }
  const today = dayOf(clock());
  const tasks = await db
    .selectFrom("case_tasks as t")
    .innerJoin("case_board as b", "b.case_id", "t.case_id")
    .select((eb) => [
      "t.assignee" as const,
      eb.fn.countAll<number>().as("n"),
      sql<number>`sum(case when t.due < ${today} then 1 else 0 end)`.as("late"),
    ])
    .where("t.state", "=", "open")
    .where("b.status", "!=", "closed")
    .groupBy("t.assignee")
    .execute();
  for (const { assignee, n, late } of tasks) {
    row(assignee).openTasks += Number(n);
    row(assignee).overdueTasks += Number(late);
  }
  const waiting = db
    .selectFrom("case_deadlines as d")
    .innerJoin("case_board as b", "b.case_id", "d.case_id")
    .where("d.waits", "=", 1)
    .where("b.status", "!=", "closed");
  const deadlines = await waiting
    .select((eb) => ["b.assignee" as const, eb.fn.countAll<number>().as("n")])
    .groupBy("b.assignee")
    .execute();
  for (const { assignee, n } of deadlines) row(assignee).deadlines += Number(n);
  // A day later by the calendar of UTC, none can have passed anywhere yet.
  const passed = await waiting
    .innerJoin("entries", "entries.seq", "d.seq")
    .select(["b.assignee", "d.seq", "d.body", "entries.at", "entries.author"])
    .where("d.day", "<=", dayOf(clock() + 86_400_000))
    .execute();
  for (const one of passed)
    if (deadlineView(one, members, clock()).overdue) row(one.assignee).overdueDeadlines += 1;
  return {
    rows: [...rows].map(([member, counts]) => ({
      member: member === null ? null : { id: member, name: members.get(member)?.name ?? member },
      ...counts,
    })),
  };
}
