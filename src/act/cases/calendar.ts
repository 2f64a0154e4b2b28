// The days that wait: deadlines and tasks of cases, and what sources say of hearings, last days and removals.
// Invariant: nothing that waits is left out because its zone is ahead or behind; days are as stated, order is by instant.
import type { Db } from "../../store/index.ts";
import { claimItems, refOf } from "./calendar-claims.ts";
import { caseRefs, dayOf, memberRefs, peopleOf, type ReadDeps } from "./case-items.ts";
import { deadlineView, taskView } from "./deadline-views.ts";
import { CaseError } from "./errors.ts";
import type { CalendarItem, CalendarView, DeadlineView } from "./views.ts";

const dayMs = 86_400_000;
const longest = 400;
const most = 2_000;

/**
 * What lies on these days, both included (ISO days, at most 400). Done and missed deadlines too; tasks and claims of any
 * state that stands. Throws CaseError `act/too-many-days`.
 */
export async function calendar(
  deps: ReadDeps,
  { from, to }: { readonly from: string; readonly to: string },
): Promise<CalendarView> {
  const days = (Date.parse(to) - Date.parse(from)) / dayMs;
  if (!(days >= 0 && days <= longest))
    throw new CaseError("act/too-many-days", `Ask for ${longest} days at most, the first first.`);
  const items = [
    ...(await deadlineItems(deps, await deadlineRows(deps, { from, to }))),
    ...(await tasks(deps, { from, to })),
    ...(await claimItems(deps, { from, to, limit: most })),
  ].toSorted(inOrder);
  return { from, to, items: items.slice(0, most), cut: items.length > most };
}

/**
 * What waits, in order: what is overdue, the latest, and what comes next. However much is overdue, at least half of the list is
 * what is still ahead. Deadlines and tasks of open cases, and dates of proceedings from today on.
 */
export async function nearestDays(
  deps: ReadDeps,
  { limit = 12, assignee }: { readonly limit?: number; readonly assignee?: string } = {},
): Promise<CalendarItem[]> {
  const now = deps.clock();
  const today = dayOf(now);
  // Clocks stand up to fourteen hours ahead of UTC and twelve behind: within a day of today the hour decides.
  const [yesterday, tomorrow] = [dayOf(now - dayMs), dayOf(now + dayMs)];
  const mine = assignee === undefined ? {} : { assignee };
  const windows: readonly Wanted[] = [
    { waiting: limit, to: dayOf(now - 2 * dayMs), last: true, ...mine },
    { waiting: most, from: yesterday, to: tomorrow, ...mine },
    { waiting: limit, from: dayOf(now + 2 * dayMs), ...mine },
  ];
  const rows: DeadlineView[] = [];
  for (const window of windows) rows.push(...(await deadlineRows(deps, window)));
  const ahead = (one: DeadlineView): boolean => !one.overdue;
  const near = [
    ...cut(
      rows.filter((one) => one.overdue),
      -limit,
    ),
    ...cut(rows.filter(ahead), limit),
  ];
  const said = { from: yesterday, to: "9999-12-31", limit: limit * 6 };
  const items = [
    ...(await deadlineItems(deps, near)),
    ...(await tasks(deps, { waiting: limit, to: yesterday, last: true, ...mine })),
    ...(await tasks(deps, { waiting: limit, from: today, ...mine })),
    ...(await claimItems(deps, said)).filter(({ lastDay }) => lastDay >= today),
  ].toSorted(inOrder);
  const overdue = items.filter((item) => item.overdue);
  const coming = items.filter((item) => !item.overdue);
  const room = Math.max(Math.floor(limit / 2), limit - coming.length);
  const kept = overdue.slice(Math.max(0, overdue.length - room));
  return [...kept, ...coming.slice(0, limit - kept.length)];
}

/** The first so many by instant; with a negative count the last. */
function cut(rows: readonly DeadlineView[], count: number): DeadlineView[] {
  const sorted = rows.toSorted((a, b) => a.at.startsAt - b.at.startsAt);
  return count < 0 ? sorted.slice(count) : sorted.slice(0, count);
}

interface Wanted {
  readonly from?: string;
  readonly to?: string;
  /** Only what waits in open cases, this many: the first, or with `last` the last. */
  readonly waiting?: number;
  readonly last?: boolean;
  readonly assignee?: string;
}

async function deadlineRows(
  { db, clock }: ReadDeps,
  { from, to, waiting, last = false, assignee }: Wanted,
): Promise<DeadlineView[]> {
  let query = db
    .selectFrom("case_deadlines as d")
    .innerJoin("case_board as b", "b.case_id", "d.case_id")
    .innerJoin("entries", "entries.seq", "d.seq")
    .select(["d.seq", "d.body", "entries.at", "entries.author"]);
  if (from !== undefined) query = query.where("d.day", ">=", from);
  if (to !== undefined) query = query.where("d.day", "<=", to);
  if (assignee !== undefined) query = query.where("b.assignee", "=", assignee);
  if (waiting !== undefined)
    query = query.where("d.waits", "=", 1).where("b.status", "!=", "closed");
  const rows = await query
    .orderBy("d.day", last ? "desc" : "asc")
    .limit(waiting ?? most)
    .execute();
  const members = await memberRefs(db);
  return rows.map((row) => deadlineView(row, members, clock()));
}

async function deadlineItems(
  { db }: ReadDeps,
  views: readonly DeadlineView[],
): Promise<CalendarItem[]> {
  const around = await surroundings(
    db,
    views.map((view) => view.case),
  );
  return views.map((view): CalendarItem => {
    return {
      what: "deadline",
      id: view.id,
      kind: view.kind,
      ...(view.title === undefined ? {} : { title: view.title }),
      day: view.at.day,
      lastDay: view.at.day,
      at: view.at,
      state: view.state,
      overdue: view.overdue,
      remind: view.remind,
      ...around(view.case),
    };
  });
}

async function tasks(
  deps: ReadDeps,
  { from, to, waiting, last = false, assignee }: Wanted,
): Promise<CalendarItem[]> {
  const { db, clock } = deps;
  let query = db
    .selectFrom("case_tasks as t")
    .innerJoin("case_board as b", "b.case_id", "t.case_id")
    .innerJoin("entries", "entries.seq", "t.seq")
    .selectAll("t")
    .select(["entries.at", "entries.author"])
    .where(
      "t.state",
      waiting === undefined ? "!=" : "=",
      waiting === undefined ? "dropped" : "open",
    )
    .where("t.due", "is not", null);
  if (from !== undefined) query = query.where("t.due", ">=", from);
  if (to !== undefined) query = query.where("t.due", "<=", to);
  if (assignee !== undefined) query = query.where("t.assignee", "=", assignee);
  if (waiting !== undefined) query = query.where("b.status", "!=", "closed");
  const rows = await query
    .orderBy("t.due", last ? "desc" : "asc")
    .orderBy("t.id")
    .limit(waiting ?? most)
    .execute();
  const members = await memberRefs(db);
  const around = await surroundings(
    db,
    rows.map(({ case_id }) => case_id),
  );
  return rows.map((row): CalendarItem => {
    const view = taskView(row, members, dayOf(clock()));
    const due = view.due ?? "";
    return {
      what: "task",
      id: view.id,
      kind: "task",
      title: view.title,
      day: due,
      lastDay: due,
      state: view.state,
      overdue: view.overdue,
      remind: false,
      ...around(row.case_id),
    };
  });
}

/** The case and the people each row stands for. */
async function surroundings(
  db: Db,
  ids: readonly string[],
): Promise<(id: string) => Pick<CalendarItem, "case" | "people">> {
  const cases = [...new Set(ids)];
  if (cases.length === 0) return () => ({ case: null, people: [] });
  const refs = await caseRefs(db, cases);
  const people = await peopleOf(db, cases);
  return (id) => {
    const known = refs.get(id);
    return {
      case: known === undefined ? null : refOf(known),
      people: people.get(id)?.part ?? [],
    };
  };
}

const startOf = ({ at, day }: CalendarItem): number => at?.startsAt ?? Date.parse(day);

function inOrder(a: CalendarItem, b: CalendarItem): number {
  return startOf(a) - startOf(b) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}
