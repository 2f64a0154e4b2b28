// One line a case, made of its facts and deadlines: what the board is sorted and counted by.
// Invariant: a pure function of other tables; `due` is a day as stated, never an instant.
import { termOf } from "../../model/index.ts";
import type { Cell, Db, Derivation, Table, Tx } from "../../store/index.ts";

declare module "../../store/tables/rows.ts" {
  interface Tables {
    case_board: Placed & {
      case_id: string;
      number: string;
      kind: string;
      status: string;
      priority: string;
      /** Of the priority, 0 first. */
      rank: number;
      assignee: string | null;
      /** Day of the nearest deadline that waits; `9999-12-31` for none. */
      due: string;
    };
  }
}

const never = "9999-12-31";

const table: Table = {
  name: "case_board",
  columns: {
    case_id: "text",
    number: "text",
    kind: "text",
    status: "text",
    priority: "text",
    rank: "int",
    assignee: "text",
    due: "text",
  },
  key: ["case_id"],
  indexes: [
    { columns: ["status", "rank", "due", "case_id"] },
    { columns: ["assignee", "status"], sparse: true },
  ],
};

export const caseBoard: Derivation = {
  table,
  on: ["case.opened", "case.changed", "deadline.set"],
  async update(tx, entries) {
    const touched = new Set<string>();
    for (const { kind, body } of entries) {
      if (kind === "case.opened" || kind === "case.changed") touched.add(body.id);
      if (kind === "deadline.set") touched.add(body.case);
    }
    const ids = [...touched];
    const rows: Cell[][] = [];
    for (let i = 0; i < ids.length; i += 400)
      rows.push(...(await lines(tx, ids.slice(i, i + 400))));
    const standing = new Set(rows.map((row) => row[2]));
    return { rows, gone: ids.filter((id) => !standing.has(id)).map((id) => [id]) };
  },
  all: (db) => lines(db),
};

async function lines(db: Db | Tx, ids?: readonly string[]): Promise<Cell[][]> {
  const cases = await db
    .selectFrom("cases")
    .select(["id", "number"])
    .$if(ids !== undefined, (q) => q.where("id", "in", ids ?? []))
    .execute();
  const facts = await db
    .selectFrom("case_facts")
    .select(["case_id", "field", "value"])
    .$if(ids !== undefined, (q) => q.where("case_id", "in", ids ?? []))
    .execute();
  const days = await db
    .selectFrom("case_deadlines")
    .select((eb) => ["case_id" as const, eb.fn.min("day").as("due")])
    .where("waits", "=", 1)
    .$if(ids !== undefined, (q) => q.where("case_id", "in", ids ?? []))
    .groupBy("case_id")
    .execute();
  const said = Map.groupBy(facts, ({ case_id }) => case_id);
  const due = new Map(days.map((row) => [row.case_id, row.due]));
  return cases.map(({ id, number }) => {
    const own = new Map(said.get(id)?.map(({ field, value }) => [field, value]));
    const priority = own.get("priority") ?? "normal";
    return [
      0,
      0,
      id,
      number,
      own.get("kind") ?? "other",
      own.get("status") ?? "new",
      priority,
      termOf("case-priority", priority)?.rank ?? 2,
      own.get("assignee") ?? null,
      due.get(id) ?? never,
    ];
  });
}
