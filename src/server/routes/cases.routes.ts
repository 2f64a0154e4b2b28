// Cases: the board, the calendar, who has how much, one case with everything, and what changes it.
import { type OpenAPIHono, z } from "@hono/zod-openapi";
import {
  addNote,
  calendar,
  caseBoardView,
  caseOf,
  casesOfPerson,
  changeCase,
  checkItem,
  listCases,
  nearestDays,
  openCase,
  setCasePerson,
  showCase,
  takeBackNote,
  workload,
} from "../../act/index.ts";
import { recordOf } from "../../link/index.ts";
import { bodies, caseId, day, memberId, noteId } from "../../model/index.ts";
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
const opened = bodies["case.opened"];
const expected = z.partialRecord(
  z.enum(["kind", "title", "status", "priority", "assignee"]),
  z.int().min(0),
);

export function caseRoutes(app: OpenAPIHono, holding: Holding): void {
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

  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "post",
      path: "/api/cases",
      summary: "Open a case",
      answers: "{id, number, seq}",
      body: z.strictObject({
        people: opened.shape.people,
        kind: code,
        title: opened.shape.title,
        status: code.optional(),
        priority: code.optional(),
        assignee: memberId.nullable().optional(),
      }),
    },
    async (asked, { body }) => openCase(actDeps(holding, asked), asked.actor, present(body)),
  );

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

  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "post",
      path: "/api/cases/:id/change",
      summary: "Change status, priority, assignee, kind or title; changing back undoes it",
      answers: "{seq}",
      body: bodies["case.changed"].omit({ id: true }).extend({ expect: expected.optional() }),
    },
    async (asked, { body: { expect, ...body }, param }) =>
      changeCase(actDeps(holding, asked), asked.actor, {
        ...present(body),
        id: caseId.parse(param("id")),
        ...(expect === undefined ? {} : { expect: present(expect) }),
      }),
  );

  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "post",
      path: "/api/cases/:id/people",
      summary: "Make somebody part of a case, or (`in: false`) no longer",
      answers: "{seq}",
      body: bodies["case.person"].omit({ id: true }),
    },
    async (asked, { body, param }) =>
      setCasePerson(actDeps(holding, asked), asked.actor, {
        ...present(body),
        id: caseId.parse(param("id")),
      }),
  );

  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "post",
      path: "/api/cases/:id/checklist",
      summary: "Tick an item of the checklist, or take its tick back",
      answers: "{seq}",
      body: bodies["case.checked"].omit({ id: true }),
    },
    async (asked, { body, param }) =>
      checkItem(actDeps(holding, asked), asked.actor, {
        ...present(body),
        id: caseId.parse(param("id")),
      }),
  );

  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "post",
      path: "/api/cases/:id/notes",
      summary: "Write a note to a case",
      answers: "{id, seq}",
      body: z.strictObject({ text: z.string().trim().min(1).max(20_000) }),
    },
    async (asked, { body, param }) =>
      addNote(actDeps(holding, asked), asked.actor, {
        id: caseId.parse(param("id")),
        text: body.text,
      }),
  );

  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "post",
      path: "/api/notes/:id/gone",
      summary: "Take a note back, or bring it back",
      answers: "{seq}",
      body: z.strictObject({ gone: z.boolean() }),
    },
    async (asked, { body, param }) =>
      takeBackNote(actDeps(holding, asked), asked.actor, {
        note: noteId.parse(param("id")),
        gone: body.gone,
      }),
  );
}
