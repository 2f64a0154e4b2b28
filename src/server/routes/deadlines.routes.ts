// Tasks and deadlines of cases, and findings that somebody settles.
import { type OpenAPIHono, z } from "@hono/zod-openapi";
import {
  addTask,
  changeDeadline,
  changeTask,
  findingsOfCases,
  findingsOfPerson,
  setDeadline,
  settleFinding,
} from "../../act/index.ts";
import { recordOf } from "../../link/index.ts";
import { bodies, caseId, deadlineId, taskId } from "../../model/index.ts";
import { addRoute } from "../define-route.ts";
import type { Holding } from "../holding.ts";
import { present } from "../present.ts";
import { actDeps } from "./act-deps.ts";

const spec = { tag: "cases" } as const;
const expect = z.int().min(0).optional();
const task = bodies["task.set"];
const deadline = bodies["deadline.set"];

export function deadlineRoutes(app: OpenAPIHono, holding: Holding): void {
  taskRoutes(app, holding);
  momentRoutes(app, holding);
  findingRoutes(app, holding);
}

function taskRoutes(app: OpenAPIHono, holding: Holding): void {
  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "post",
      path: "/api/tasks",
      summary: "Add a task to a case",
      answers: "{id, seq}",
      body: z.strictObject({
        case: task.shape.case,
        title: z.string().trim().min(1).max(2_000),
        assignee: task.shape.assignee.optional(),
        due: task.shape.due.optional(),
      }),
    },
    async (asked, { body }) => addTask(actDeps(holding, asked), asked.actor, present(body)),
  );

  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "post",
      path: "/api/tasks/:id",
      summary: "Give a task to somebody else, move its day, end it or open it again",
      answers: "{seq}",
      body: task.omit({ id: true, case: true }).partial().extend({ expect }),
    },
    async (asked, { body, param }) =>
      changeTask(actDeps(holding, asked), asked.actor, {
        ...present(body),
        id: taskId.parse(param("id")),
      }),
  );
}

function momentRoutes(app: OpenAPIHono, holding: Holding): void {
  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "post",
      path: "/api/deadlines",
      summary: "Set a deadline: a day, an hour where one was said, and the time zone of its place",
      answers: "{id, seq, doubt}",
      body: deadline
        .omit({ id: true, state: true, reason: true, reminders: true })
        .extend({ reminders: deadline.shape.reminders.optional() }),
    },
    async (asked, { body: { at, ...body } }) =>
      setDeadline(actDeps(holding, asked), asked.actor, { ...present(body), at: present(at) }),
  );

  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "post",
      path: "/api/deadlines/:id",
      summary: "Mark a deadline done, missed or dropped, open it again, or move it and say why",
      answers: "{id, seq, doubt}",
      body: deadline
        .pick({ kind: true, title: true, at: true, reminders: true, state: true, reason: true })
        .partial()
        .extend({ expect }),
    },
    async (asked, { body: { at, ...body }, param }) =>
      changeDeadline(actDeps(holding, asked), asked.actor, {
        ...present(body),
        ...(at === undefined ? {} : { at: present(at) }),
        id: deadlineId.parse(param("id")),
      }),
  );
}

function findingRoutes(app: OpenAPIHono, holding: Holding): void {
  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "post",
      path: "/api/cases/findings",
      summary: "For up to 40 cases how much is to settle, and what stops everything",
      answers: "{items: CaseFindings[]}",
      body: z.strictObject({ cases: z.array(caseId).max(40) }),
    },
    async (asked, { body }) => ({
      items: await findingsOfCases(actDeps(holding, asked), body.cases),
    }),
  );

  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "get",
      path: "/api/people/:id/findings",
      summary: "What should be settled about a person; nothing is settled silently",
      answers: "{items: Finding[]}",
    },
    async (asked, { param }) => {
      const record = await recordOf(asked.vault.engine.db, param("id"));
      return { items: await findingsOfPerson(actDeps(holding, asked), record) };
    },
  );

  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "post",
      path: "/api/findings/settle",
      summary: "Say why a finding may stand, or (`settled: false`) take that back",
      answers: "{seq}",
      body: bodies["finding.settled"].omit({ rule: true }),
    },
    async (asked, { body }) => settleFinding(actDeps(holding, asked), asked.actor, body),
  );
}
