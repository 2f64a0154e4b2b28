// Cases: the board, the calendar, who has how much, and one case with everything.
import { type OpenAPIHono, z } from "@hono/zod-openapi";
import {
  calendar,
  caseBoardView,
  caseOf,
  casesOfPerson,
  listCases,
  nearestDays,
  showCase,
  workload,
} from "../../act/index.ts";
import { recordOf } from "../../link/index.ts";
import { day, memberId } from "../../model/index.ts";
import { recordHistory } from "../../weigh/index.ts";
import { addRoute } from "../define-route.ts";
import type { Holding } from "../holding.ts";
import { present } from "../present.ts";
import { actDeps } from "./act-deps.ts";

const spec = { tag: "cases" } as const;
const code = z.string().min(1).max(60);
const filter = z.strictObject({
  assignee: memberId.nullable().optional(),
  priority: code.optional(),
  kind: code.optional(),
});
const limit = z.int().min(1).max(200).optional();

export function caseRoutes(app: OpenAPIHono, holding: Holding): void {
  columnRoutes(app, holding);
  dayRoutes(app, holding);
  oneCaseRoutes(app, holding);
}

function columnRoutes(app: OpenAPIHono, holding: Holding): void {
  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "post",
      path: "/api/cases/board",
      summary: "Cases by status, each column with its first cards",
      answers: "BoardView",
      body: filter.extend({ limit }),
    },
    async (asked, { body }) => caseBoardView(actDeps(holding, asked), present(body)),
  );

  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "post",
      path: "/api/cases/list",
      summary: "One page of one column of the board",
      answers: "BoardColumn",
      body: filter.extend({ status: code, cursor: z.string().max(400).optional(), limit }),
    },
    async (asked, { body }) => listCases(actDeps(holding, asked), present(body)),
  );
}

function dayRoutes(app: OpenAPIHono, holding: Holding): void {
  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "get",
      path: "/api/cases/calendar",
      summary: "What lies on some days: ?from=2026-03-01&to=2026-03-31",
      answers: "CalendarView",
    },
    async (asked, { query }) =>
      calendar(actDeps(holding, asked), {
        from: day.parse(query("from")),
        to: day.parse(query("to")),
      }),
  );

  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "get",
      path: "/api/cases/nearest",
      summary: "What waits and comes next, overdue first: ?limit=12&mine=true",
      answers: "{items: CalendarItem[]}",
    },
    async (asked, { query }) => ({
      items: await nearestDays(actDeps(holding, asked), {
        limit: z.coerce.number().int().min(1).max(200).default(12).parse(query("limit")),
        ...(query("mine") === "true" ? { assignee: asked.actor.member } : {}),
      }),
    }),
  );

  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "get",
      path: "/api/cases/workload",
      summary: "Open cases, tasks and what is overdue, for each member and for nobody",
      answers: "WorkloadView",
    },
    async (asked) => workload(actDeps(holding, asked)),
  );
}

function oneCaseRoutes(app: OpenAPIHono, holding: Holding): void {
  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "get",
      path: "/api/cases/:id",
      summary: "A case with everything, by its id or its number",
      answers: "CaseView",
    },
    async (asked, { param }) => showCase(actDeps(holding, asked), param("id")),
  );

  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "get",
      path: "/api/cases/:id/history",
      summary: "Who changed what on a case, newest first",
      answers: "{items: HistoryView[]}",
    },
    async (asked, { param }) => {
      const { db } = asked.vault.engine;
      return { items: await recordHistory(db, await caseOf(db, param("id"))) };
    },
  );

  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "get",
      path: "/api/people/:id/cases",
      summary: "The cases a person is part of, open ones first",
      answers: "{items: CaseItem[]}",
    },
    async (asked, { param }) => {
      const record = await recordOf(asked.vault.engine.db, param("id"));
      return { items: await casesOfPerson(actDeps(holding, asked), record) };
    },
  );
}
