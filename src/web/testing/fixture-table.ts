// Invented answers for table import and batches.
import type { BatchItem, DryRun, RowReport, TableLook } from "../api/views.ts";
import { src } from "./fixture-file.ts";
import type { FixtureRefusal, FixtureRoute } from "./fixture-route.ts";

const refuse = (refusal: FixtureRefusal): never => {
  // oxlint-disable-next-line typescript/only-throw-error -- how a fixture answers with a refusal
  throw refusal;
};
const start = Date.UTC(2026, 9, 17, 8, 0);

const look = (body: Record<string, unknown>): TableLook => ({
  source: src(3),
  encoding: typeof body["encoding"] === "string" ? body["encoding"] : "gb18030",
  delimiter: typeof body["delimiter"] === "string" ? body["delimiter"] : ",",
  sheets: [],
  rows: 300,
  columns: [
    {
      column: "编号",
      samples: ["1", "2", "3"],
      schema: "Person",
      property: "listNumber",
      confidence: 0.92,
      reason: "heading",
    },
    {
      column: "姓名",
      samples: ["古丽米拉·萨迪克", "阿里木·吐尔逊", "沙吾列·奥马尔"],
      schema: "Person",
      property: "name",
      confidence: 0.99,
      reason: "heading",
    },
    {
      column: "出生年",
      samples: ["1980", "1979", "约1965"],
      schema: "Person",
      property: "birthDate",
      confidence: 0.95,
      reason: "heading",
    },
    {
      column: "籍贯",
      samples: ["塔城市", "伊宁市", "塔城"],
      schema: "Person",
      property: "origin",
      confidence: 0.6,
      reason: "cells",
    },
    {
      column: "备注",
      samples: ["老师", "", "回来过"],
      schema: null,
      property: null,
      confidence: 0,
      reason: "none",
    },
  ],
  mapping: {
    schema: "Person",
    columns: [
      { column: "编号", schema: "Person", property: "listNumber" },
      { column: "姓名", schema: "Person", property: "name", options: { lang: "zh" } },
      { column: "出生年", schema: "Person", property: "birthDate" },
      { column: "籍贯", schema: "Person", property: "origin" },
      { column: "备注" },
    ],
    keyColumn: "编号",
  },
  savedMappings: [
    {
      id: "map_1",
      name: "Lists of the Steppe Courier",
      fits: true,
      mapping: {
        schema: "Person",
        columns: [
          { column: "编号", schema: "Person", property: "listNumber" },
          { column: "姓名", schema: "Person", property: "name" },
          { column: "备注", schema: "Person", property: "note" },
        ],
        keyColumn: "编号",
      },
    },
  ],
});

const reports: readonly RowReport[] = Array.from({ length: 60 }, (_, i): RowReport => {
  const row = i + 1;
  const label = `古丽${row}·萨迪克`;
  if (i % 12 === 5)
    return {
      row,
      outcome: "fail",
      label: "",
      problems: [{ column: "姓名", code: "key-empty" }],
      changes: [],
    };
  if (i % 9 === 4)
    return {
      row,
      outcome: "add",
      label,
      problems: [{ column: "出生年", code: "date-not-understood" }],
      changes: [],
    };
  if (i % 7 === 3)
    return {
      row,
      outcome: "update",
      label,
      problems: [],
      changes: [{ property: "birthDate", from: "1979", to: "1980" }],
    };
  return { row, outcome: i % 5 === 2 ? "unchanged" : "add", label, problems: [], changes: [] };
});
const dryRun: DryRun = {
  rows: 300,
  add: 262,
  update: 12,
  unchanged: 17,
  fail: 9,
  warnings: 14,
  reports,
};

let batches: readonly BatchItem[] = [
  {
    id: "bat_1",
    source: src(3),
    series: "list-300",
    startedAt: start,
    startedBy: "Serik",
    rows: 300,
    added: 291,
    updated: 0,
    unchanged: 0,
    failed: 9,
    finished: true,
    undone: false,
    review: "proposed",
  },
  {
    id: "bat_2",
    source: src(3),
    series: "list-300",
    startedAt: start - 9e7,
    startedBy: "Aizat",
    rows: 120,
    added: 120,
    updated: 0,
    unchanged: 0,
    failed: 0,
    finished: true,
    undone: true,
    review: "proposed",
  },
  {
    id: "bat_3",
    source: src(3),
    series: "spring list",
    startedAt: start - 9e8,
    startedBy: "Aizat",
    rows: 80,
    added: 78,
    updated: 0,
    unchanged: 2,
    failed: 0,
    finished: true,
    undone: false,
    review: "accepted",
  },
];
const change = (id: string | undefined, by: Partial<BatchItem>): BatchItem => {
  batches = batches.map((item) => (item.id === id ? { ...item, ...by } : item));
  return batches.find((item) => item.id === id) ?? refuse({ status: 404, code: "batch-unknown" });
};

const jobs = new Map<
  string,
  {
    readonly started: number;
    readonly step: string;
    readonly total: number;
    readonly result: unknown;
  }
>();
function job(step: string, total: number, result: unknown): { job: string } {
  const id = `table_${jobs.size + 1}`;
  jobs.set(id, { started: Date.now(), step, total, result });
  return { job: id };
}

export const tableRoutes: readonly FixtureRoute[] = [
  {
    method: "POST",
    path: /^\/sources\/(\w+)\/table\/look$/,
    answer: ({ params, body }) =>
      params[0] === src(3) ? look(body) : refuse({ status: 422, code: "not-a-table" }),
  },
  {
    method: "POST",
    path: /^\/sources\/\w+\/table\/dry-run$/,
    answer: () => job("rows", 300, dryRun),
  },
  {
    method: "POST",
    path: /^\/sources\/\w+\/table\/import$/,
    answer: () => job("rows", 300, { ...batches[0], id: "bat_1" }),
  },
  {
    method: "GET",
    path: /^\/jobs\/(table_\d+)$/,
    answer: ({ params }) => {
      const found = jobs.get(params[0] ?? "");
      if (found === undefined) return refuse({ status: 404, code: "runtime/job-unknown" });
      const part = Math.min(1, (Date.now() - found.started) / 1_500);
      return {
        id: params[0],
        kind: "table",
        state: part === 1 ? "done" : "running",
        done: Math.round(part * found.total),
        total: found.total,
        step: found.step,
        ...(part === 1 ? { result: found.result } : {}),
      };
    },
  },
  { method: "GET", path: /^\/batches$/, answer: () => batches },
  {
    method: "POST",
    path: /^\/batches\/(\w+)\/undo$/,
    answer: ({ params }) => change(params[0], { undone: true }),
  },
  {
    method: "POST",
    path: /^\/batches\/(\w+)\/review$/,
    answer: ({ params, body }) =>
      change(params[0], { review: body["state"] as BatchItem["review"] }),
  },
  { method: "GET", path: /^\/mappings$/, answer: () => look({}).savedMappings },
  { method: "POST", path: /^\/mappings$/, answer: () => ({ id: "map_2" }) },
];
