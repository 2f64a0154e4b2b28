// The work on cases as tables of the ledger.
// Invariant: a row is what was said, never what follows from it: no instants of wall times, no counts, no "overdue".
import { canonicalJson } from "../../proof/index.ts";
import type { Body } from "../../model/index.ts";
import type { Projection, Row } from "../../store/index.ts";

declare module "../../store/tables/rows.ts" {
  interface Tables {
    cases: Placed & { id: string; number: string; series: string; ordinal: number };
    /** One row for each field of a case: `kind`, `title`, `status`, `priority`, `assignee`. */
    case_facts: Placed & { case_id: string; field: string; value: string | null };
    case_people: Placed & { case_id: string; record: string; part: number };
    case_checks: Placed & { case_id: string; item: string; done: number; note: string | null };
    case_notes: Placed & { id: string; case_id: string; text: string; gone: number };
    case_tasks: Placed & {
      id: string;
      case_id: string;
      title: string;
      assignee: string | null;
      due: string | null;
      state: string;
      reason: string | null;
    };
    case_deadlines: Placed & {
      id: string;
      case_id: string;
      day: string;
      /** 1 while it waits: open or moved. */
      waits: number;
      claim: string | null;
      body: string;
    };
    finding_settlements: Placed & {
      print: string;
      rule: string;
      about: string;
      settled: number;
      reason: string;
    };
  }
}

export const caseTables: Projection = {
  room: "act",
  tables: [
    {
      name: "cases",
      columns: { id: "text", number: "text", series: "text", ordinal: "int" },
      key: "once",
      unique: [["id"]],
      indexes: [{ columns: ["number"] }, { columns: ["series", "ordinal"] }],
    },
    {
      name: "case_facts",
      columns: { case_id: "text", field: "text", value: "text" },
      key: ["case_id", "field"],
    },
    {
      name: "case_people",
      columns: { case_id: "text", record: "text", part: "int" },
      key: ["case_id", "record"],
      indexes: [{ columns: ["record"] }],
    },
    {
      name: "case_checks",
      columns: { case_id: "text", item: "text", done: "int", note: "text" },
      key: ["case_id", "item"],
    },
    {
      name: "case_notes",
      columns: { id: "text", case_id: "text", text: "text", gone: "int" },
      key: ["id"],
      indexes: [{ columns: ["case_id"] }],
    },
    {
      name: "case_tasks",
      columns: {
        id: "text",
        case_id: "text",
        title: "text",
        assignee: "text",
        due: "text",
        state: "text",
        reason: "text",
      },
      key: ["id"],
      indexes: [{ columns: ["case_id"] }, { columns: ["state", "due"] }],
    },
    {
      name: "case_deadlines",
      columns: {
        id: "text",
        case_id: "text",
        day: "text",
        waits: "int",
        claim: "text",
        body: "text",
      },
      key: ["id"],
      indexes: [
        { columns: ["case_id"] },
        { columns: ["waits", "day"] },
        { columns: ["day"] },
        { columns: ["claim"], sparse: true },
      ],
    },
    {
      name: "finding_settlements",
      columns: { print: "text", rule: "text", about: "text", settled: "int", reason: "text" },
      key: ["print"],
    },
  ],
  project: {
    "case.opened": (b) => [
      { table: "cases", cells: [b.id, b.number, ...seriesOf(b.number)] },
      ...facts(b),
      ...b.people.map((record) => ({ table: "case_people", cells: [b.id, record, 1] })),
    ],
    "case.changed": facts,
    "case.person": (b) => [{ table: "case_people", cells: [b.id, b.record, b.in ? 1 : 0] }],
    "case.checked": (b) => [
      { table: "case_checks", cells: [b.id, b.item, b.done ? 1 : 0, b.note ?? null] },
    ],
    "case.noted": (b) => [
      { table: "case_notes", cells: [b.id, b.case, b.text, b.gone === true ? 1 : 0] },
    ],
    "task.set": (b) => [
      {
        table: "case_tasks",
        cells: [b.id, b.case, b.title, b.assignee, b.due, b.state, b.reason ?? null],
      },
    ],
    "deadline.set": (b) => [
      {
        table: "case_deadlines",
        cells: [b.id, b.case, b.at.day, waits(b.state) ? 1 : 0, b.claim ?? null, canonicalJson(b)],
      },
    ],
    "finding.settled": (b) => [
      {
        table: "finding_settlements",
        cells: [b.print, b.rule, b.about, b.settled ? 1 : 0, b.reason],
      },
    ],
  },
};

const caseFields = ["kind", "title", "status", "priority", "assignee"] as const;

/** Whether a deadline in this state still waits. */
export function waits(state: Body<"deadline.set">["state"]): boolean {
  return state === "open" || state === "moved";
}

/** `G-2026-0001-7K3F` is number 1 of the series `G-2026-7K3F`. */
export function seriesOf(number: string): [series: string, ordinal: number] {
  const [letter = "", year = "", ordinal = "0", ...mark] = number.split("-");
  return [[letter, year, ...mark].join("-"), Number(ordinal)];
}

function facts(b: Body<"case.changed"> | Body<"case.opened">): Row[] {
  return caseFields.flatMap((field) => {
    const value = b[field];
    return value === undefined ? [] : [{ table: "case_facts", cells: [b.id, field, value] }];
  });
}
