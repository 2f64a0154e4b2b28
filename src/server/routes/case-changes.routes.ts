// What changes a case: opening it, its status and people, its checklist and notes.
import { type OpenAPIHono, z } from "@hono/zod-openapi";
import {
  addNote,
  changeCase,
  checkItem,
  openCase,
  setCasePerson,
  takeBackNote,
} from "../../act/index.ts";
import { bodies, caseId, memberId, noteId } from "../../model/index.ts";
import { addRoute } from "../define-route.ts";
import type { Holding } from "../holding.ts";
import { present } from "../present.ts";
import { actDeps } from "./act-deps.ts";

const spec = { tag: "cases" } as const;
const code = z.string().min(1).max(60);
const opened = bodies["case.opened"];
const expected = z.partialRecord(
  z.enum(["kind", "title", "status", "priority", "assignee"]),
  z.int().min(0),
);

export function caseChangeRoutes(app: OpenAPIHono, holding: Holding): void {
  fieldRoutes(app, holding);
  contentRoutes(app, holding);
}

function fieldRoutes(app: OpenAPIHono, holding: Holding): void {
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
}

function contentRoutes(app: OpenAPIHono, holding: Holding): void {
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
