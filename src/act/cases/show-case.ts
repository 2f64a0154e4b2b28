// One case with everything.
import { checklistFor } from "../../model/index.ts";
import { caseItems, dayOf, memberRefs, peopleOf, type ReadDeps } from "./case-items.ts";
import { deadlineView, taskView } from "./deadline-views.ts";
import { CaseError } from "./errors.ts";
import { caseOf } from "./require.ts";
import type { CaseField, CaseView, ChecklistLine, NoteView } from "./views.ts";

/** What a case holds of its own; proceedings, interim measures and findings are read beside it. */
export type BareCase = Omit<CaseView, "proceedings" | "interim" | "findings">;

/** `id`: an id or a number. Throws CaseError `act/no-such-case`, `act/number-of-two-cases`. */
export async function bareCase(deps: ReadDeps, idOrNumber: string): Promise<BareCase> {
  const { db, clock } = deps;
  const id = await caseOf(db, idOrNumber);
  const [item] = await caseItems(deps, [id]);
  if (item === undefined) throw new CaseError("act/no-such-case", "There is no such case.");
  const members = await memberRefs(db);
  const named = (member: string): string => members.get(member)?.name ?? member;
  const facts = await db
    .selectFrom("case_facts")
    .select(["field", "seq"])
    .where("case_id", "=", id)
    .execute();
  const tasks = await db
    .selectFrom("case_tasks as t")
    .innerJoin("entries", "entries.seq", "t.seq")
    .selectAll("t")
    .select(["entries.at", "entries.author"])
    .where("t.case_id", "=", id)
    .orderBy("t.id")
    .execute();
  const deadlines = await db
    .selectFrom("case_deadlines as d")
    .innerJoin("entries", "entries.seq", "d.seq")
    .select(["d.seq", "d.body", "entries.at", "entries.author"])
    .where("d.case_id", "=", id)
    .execute();
  return {
    ...item,
    seqs: Object.fromEntries(facts.map(({ field, seq }) => [field, seq])) as Record<
      CaseField,
      number
    >,
    formerPeople: (await peopleOf(db, [id])).get(id)?.former ?? [],
    taskList: tasks.map((row) => taskView(row, members, dayOf(clock()))),
    deadlines: deadlines
      .map((row) => deadlineView(row, members, clock()))
      .toSorted((a, b) => a.at.startsAt - b.at.startsAt || (a.id < b.id ? -1 : 1)),
    notes: await notesOf(deps, id, named),
    checklist: await checklistOf(deps, id, item.kind, named),
    members: [...members.values()]
      .filter(({ active }) => active)
      .map(({ id: member, name }) => ({ id: member, name })),
  };
}

async function notesOf(
  { db }: ReadDeps,
  id: string,
  named: (member: string) => string,
): Promise<NoteView[]> {
  const rows = await db
    .selectFrom("case_notes as c")
    .innerJoin("entries", "entries.seq", "c.seq")
    .select(["c.id", "c.text", "c.gone", "c.seq", "entries.at", "entries.author"])
    .where("c.case_id", "=", id)
    .orderBy("c.id", "desc")
    .execute();
  return rows.map(({ gone, at, author, ...row }) => ({
    ...row,
    gone: gone === 1,
    by: named(author),
    setAt: at,
  }));
}

/** The list of its kind; ticks on items of another kind it once had stay in the ledger. */
async function checklistOf(
  { db }: ReadDeps,
  id: string,
  kind: string,
  named: (member: string) => string,
): Promise<ChecklistLine[]> {
  const rows = await db
    .selectFrom("case_checks as c")
    .innerJoin("entries", "entries.seq", "c.seq")
    .select(["c.item", "c.done", "c.note", "entries.at", "entries.author"])
    .where("c.case_id", "=", id)
    .execute();
  const ticked = new Map(rows.map((row) => [row.item, row]));
  return checklistFor(kind).map(({ code, label }) => {
    const row = ticked.get(code);
    return {
      item: code,
      label,
      done: row?.done === 1,
      ...(row === undefined || row.note === null ? {} : { note: row.note }),
      ...(row === undefined ? {} : { by: named(row.author), setAt: row.at }),
    };
  });
}
