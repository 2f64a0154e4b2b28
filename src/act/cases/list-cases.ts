// The board: cases by status, the most pressing first, each column paged for itself; and cases of one person.
// Invariant: a place in a column is the keys of a card, never a count.
import { type SqlBool, sql, type Expression, type ExpressionBuilder } from "kysely";
import { clusterOf, cursorOf, placeOf } from "../../link/index.ts";
import { vocabularyOf } from "../../model/index.ts";
import type { Db, Tables } from "../../store/index.ts";
import { caseItems, memberRefs, type ReadDeps } from "./case-items.ts";
import type { BoardColumn, BoardView, CaseFilter, CaseItem } from "./views.ts";

export interface ListCases extends CaseFilter {
  readonly status: string;
  readonly cursor?: string;
  readonly limit?: number;
}

/** Codes of the columns, in order. */
const statuses: readonly string[] =
  vocabularyOf("case-status")?.terms.map(({ code }) => code) ?? [];

/** Every column with its first cards. */
export async function caseBoardView(
  deps: ReadDeps,
  { limit = 25, ...filter }: CaseFilter & { readonly limit?: number } = {},
): Promise<BoardView> {
  const pages: Page[] = [];
  for (const status of statuses) pages.push(await pageOf(deps.db, { ...filter, status, limit }));
  // One look for all columns.
  const items = await caseItems(
    deps,
    pages.flatMap(({ ids }) => ids),
  );
  const byId = new Map(items.map((item) => [item.id, item]));
  const columns = pages.map(({ ids, ...page }) => ({
    ...page,
    items: ids.flatMap((id) => byId.get(id) ?? []),
  }));
  const members = [...(await memberRefs(deps.db)).values()]
    .filter(({ active }) => active)
    .map(({ id, name }) => ({ id, name }));
  return { columns, members };
}

/** One page of one column. Throws LinkError `link/bad-cursor`. */
export async function listCases(deps: ReadDeps, asked: ListCases): Promise<BoardColumn> {
  const { ids, ...page } = await pageOf(deps.db, asked);
  return { ...page, items: await caseItems(deps, ids) };
}

type Page = Omit<BoardColumn, "items"> & { readonly ids: readonly string[] };

async function pageOf(db: Db, { status, cursor, limit = 25, ...filter }: ListCases): Promise<Page> {
  const fits = (eb: ExpressionBuilder<Tables, "case_board">): Expression<SqlBool> =>
    eb.and([
      eb("status", "=", status),
      ...(filter.assignee === undefined
        ? []
        : [
            filter.assignee === null
              ? eb("assignee", "is", null)
              : eb("assignee", "=", filter.assignee),
          ]),
      ...(filter.priority === undefined ? [] : [eb("priority", "=", filter.priority)]),
      ...(filter.kind === undefined ? [] : [eb("kind", "=", filter.kind)]),
    ]);
  const count = await db
    .selectFrom("case_board")
    .select(sql<number>`count(*)`.as("n"))
    .where(fits)
    .executeTakeFirst();
  let query = db.selectFrom("case_board").select(["case_id", "rank", "due"]).where(fits);
  if (cursor !== undefined) {
    const [rank = "0", due = "", id = ""] = placeOf(cursor, 3);
    query = query.where(
      sql<SqlBool>`("rank", "due", "case_id") > (${Number(rank) || 0}, ${due}, ${id})`,
    );
  }
  const rows = await query
    .orderBy("rank")
    .orderBy("due")
    .orderBy("case_id")
    .limit(limit + 1)
    .execute();
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    status,
    total: Number(count?.n ?? 0),
    ids: page.map(({ case_id }) => case_id),
    next:
      rows.length > limit && last !== undefined
        ? cursorOf([String(last.rank), last.due, last.case_id])
        : null,
  };
}

/** The cases a person is part of now, open ones first, then by number. `record`: any record of the person. */
export async function casesOfPerson(deps: ReadDeps, record: string): Promise<CaseItem[]> {
  const ids = await caseIdsOf(deps.db, await clusterOf(deps.db, record));
  return (await caseItems(deps, ids)).toSorted(
    (a, b) =>
      Number(a.status === "closed") - Number(b.status === "closed") ||
      (a.number < b.number ? -1 : 1),
  );
}

/** The ids of the cases these records are part of now, in the order of their ids. */
async function caseIdsOf(db: Db, records: readonly string[]): Promise<string[]> {
  if (records.length === 0) return [];
  const rows = await db
    .selectFrom("case_people")
    .select("case_id")
    .distinct()
    .where("record", "in", [...records])
    .where("part", "=", 1)
    .orderBy("case_id")
    .execute();
  return rows.map(({ case_id }) => case_id);
}

/** For each person (a file's id) the open cases they are part of. */
export async function openCasesOf(
  db: Db,
  people: readonly string[],
): Promise<Map<string, string[]>> {
  const owner = new Map(people.map((person) => [person, person]));
  const asked = [...owner.keys()];
  for (let i = 0; i < asked.length; i += 400) {
    const merged = await db
      .selectFrom("clusters")
      .select(["record", "person"])
      .where("person", "in", asked.slice(i, i + 400))
      .execute();
    for (const { record, person } of merged) owner.set(record, person);
  }
  const records = [...owner.keys()];
  const found = new Map<string, string[]>();
  for (let i = 0; i < records.length; i += 400) {
    const rows = await db
      .selectFrom("case_people as p")
      .innerJoin("case_board as b", "b.case_id", "p.case_id")
      .select(["p.case_id", "p.record"])
      .where("p.part", "=", 1)
      .where("b.status", "!=", "closed")
      .where("p.record", "in", records.slice(i, i + 400))
      .orderBy("p.case_id")
      .execute();
    for (const { case_id, record } of rows) {
      const person = owner.get(record) ?? record;
      const own = found.get(person) ?? [];
      if (!own.includes(case_id)) own.push(case_id);
      found.set(person, own);
    }
  }
  return found;
}
