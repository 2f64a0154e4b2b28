// Cases as cards: who they are about, who has them, what waits.
// Invariant: a person is shown by the file their record belongs to today, so a merge carries the case along and an undone one gives it back.
import { describePeople, personIds, personNumber } from "../../link/index.ts";
import type { Clock } from "../../runtime/index.ts";
import type { Db } from "../../store/index.ts";
import { deadlineView } from "./deadline-views.ts";
import type { CaseItem, CaseRef, DeadlineView, MemberRef, PersonRef } from "./views.ts";

export interface ReadDeps {
  readonly db: Db;
  readonly clock: Clock;
}

const chunk = 400;

/** For these cases a card each, in the order given; unknown ids are left out. */
export async function caseItems(deps: ReadDeps, ids: readonly string[]): Promise<CaseItem[]> {
  const found: CaseItem[] = [];
  for (let i = 0; i < ids.length; i += chunk)
    found.push(...(await some(deps, ids.slice(i, i + chunk))));
  return found;
}

async function some(deps: ReadDeps, ids: readonly string[]): Promise<CaseItem[]> {
  if (ids.length === 0) return [];
  const { db } = deps;
  const members = await memberRefs(db);
  const [refs, people, tasks, deadlines] = [
    await caseRefs(db, ids),
    await peopleOf(db, ids),
    await openTasks(deps, ids),
    await waitingDeadlines(deps, ids),
  ];
  return ids.flatMap((id) => {
    const found = refs.get(id);
    if (found === undefined) return [];
    const { assignee, openedAt, ...ref } = found;
    return [
      {
        ...ref,
        assignee: assignee === null ? null : memberRef(members, assignee),
        people: people.get(id)?.part ?? [],
        openedAt,
        tasks: tasks.get(id) ?? { open: 0, overdue: 0 },
        next: deadlines.get(id)?.[0] ?? null,
      },
    ];
  });
}

export type KnownCase = CaseRef &
  Pick<CaseItem, "openedAt" | "statusSeq"> & { readonly assignee: string | null };

/** Cases by id. */
export async function caseRefs(db: Db, ids: readonly string[]): Promise<Map<string, KnownCase>> {
  const found = new Map<string, KnownCase>();
  for (let i = 0; i < ids.length; i += chunk) {
    const rows = await db
      .selectFrom("case_board as b")
      .innerJoin("cases", "cases.id", "b.case_id")
      .innerJoin("entries", "entries.seq", "cases.seq")
      .leftJoin("case_facts as t", (on) =>
        on.onRef("t.case_id", "=", "b.case_id").on("t.field", "=", "title"),
      )
      .select(["b.case_id", "b.number", "b.kind", "b.status", "b.priority", "b.assignee"])
      .leftJoin("case_facts as s", (on) =>
        on.onRef("s.case_id", "=", "b.case_id").on("s.field", "=", "status"),
      )
      .select(["t.value as title", "s.seq as statusSeq", "entries.at"])
      .where("b.case_id", "in", ids.slice(i, i + chunk))
      .execute();
    for (const { case_id: id, title, at, statusSeq, ...row } of rows)
      found.set(id, {
        id,
        ...row,
        statusSeq: statusSeq ?? 0,
        openedAt: at,
        ...(title ? { title } : {}),
      });
  }
  return found;
}

export interface CasePeople {
  readonly part: PersonRef[];
  readonly former: PersonRef[];
}

/** Who each case is about; two records of one person appear once. */
export async function peopleOf(db: Db, ids: readonly string[]): Promise<Map<string, CasePeople>> {
  const rows = await db
    .selectFrom("case_people")
    .select(["case_id", "record", "part"])
    .where("case_id", "in", [...ids])
    .orderBy("seq")
    .orderBy("n")
    .execute();
  const persons = await personIds(db, [...new Set(rows.map(({ record }) => record))]);
  const refs = await personRefs(db, [...new Set(persons.values())]);
  const found = new Map<string, CasePeople>();
  for (const now of [1, 0])
    for (const { case_id, record, part } of rows) {
      if (part !== now) continue;
      const person = persons.get(record) ?? record;
      const own = found.get(case_id) ?? { part: [], former: [] };
      found.set(case_id, own);
      const ref = refs.get(person) ?? { id: person, number: personNumber(person), label: "" };
      const there = own.part.some(({ id }) => id === person);
      if (!there && (now === 1 || !own.former.some(({ id }) => id === person)))
        own[now === 1 ? "part" : "former"].push(ref);
    }
  return found;
}

/** The people of these files as every list of people shows them; a file all of whose records are gone is left out. */
export async function personRefs(db: Db, ids: readonly string[]): Promise<Map<string, PersonRef>> {
  const people = await describePeople(db, ids);
  return new Map(people.map(({ id, number, label }) => [id, { id, number, label }]));
}

export async function memberRefs(db: Db): Promise<Map<string, MemberRef & { active: boolean }>> {
  const rows = await db
    .selectFrom("members")
    .select(["id", "name", "active"])
    .orderBy("name")
    .execute();
  return new Map(rows.map(({ id, name, active }) => [id, { id, name, active: active === 1 }]));
}

function memberRef(members: ReadonlyMap<string, MemberRef>, id: string): MemberRef {
  return { id, name: members.get(id)?.name ?? id };
}

/** The UTC day an instant falls on. */
export const dayOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

async function openTasks({ db, clock }: ReadDeps, ids: readonly string[]) {
  const today = dayOf(clock());
  const rows = await db
    .selectFrom("case_tasks")
    .select(["case_id", "due"])
    .where("case_id", "in", [...ids])
    .where("state", "=", "open")
    .execute();
  return new Map(
    [...Map.groupBy(rows, ({ case_id }) => case_id)].map(([id, own]) => [
      id,
      {
        open: own.length,
        overdue: own.filter(({ due }) => due !== null && due < today).length,
      },
    ]),
  );
}

/** The deadlines that wait in these cases, nearest first. */
async function waitingDeadlines(
  { db, clock }: ReadDeps,
  ids: readonly string[],
): Promise<Map<string, DeadlineView[]>> {
  const members = await memberRefs(db);
  const rows = await db
    .selectFrom("case_deadlines as d")
    .innerJoin("entries", "entries.seq", "d.seq")
    .select(["d.seq", "d.body", "entries.at", "entries.author"])
    .where("d.case_id", "in", [...ids])
    .where("d.waits", "=", 1)
    .execute();
  const views = rows.map((row) => deadlineView(row, members, clock()));
  return Map.groupBy(
    views.toSorted((a, b) => a.at.startsAt - b.at.startsAt || (a.id < b.id ? -1 : 1)),
    (view) => view.case,
  );
}
