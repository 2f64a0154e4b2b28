// Interventions: what was done for people, to whom, and the reply.
import { type OpenAPIHono, z } from "@hono/zod-openapi";
import {
  answerIntervention,
  type InterventionDeps,
  listInterventions,
  showIntervention,
  writeIntervention,
} from "../../act/index.ts";
import { addText } from "../../collect/index.ts";
import { recordId, sourceId, stance } from "../../model/index.ts";
import { addRoute } from "../define-route.ts";
import type { Asked, Holding } from "../holding.ts";
import { present } from "../present.ts";
import { collectDeps, weighDeps } from "../step-deps.ts";
import { code, line } from "./review-input.ts";

const spec = { tag: "interventions" } as const;
const edtf = z.string().max(80);
const fromSource = {
  source: sourceId.optional(),
  text: z.string().max(200_000).optional(),
  language: z.string().max(16).optional(),
};
const lines = z.array(line).max(200);

export function interventionRoutes(app: OpenAPIHono, holding: Holding): void {
  readingRoutes(app, holding);
  writingRoutes(app, holding);
}

function interventionDeps(holding: Holding, asked: Asked): InterventionDeps {
  return {
    ...weighDeps(holding, asked),
    takeIn: async (input) => addText(collectDeps(holding, asked), input),
  };
}

function readingRoutes(app: OpenAPIHono, holding: Holding): void {
  // A POST, because a name is searched for.
  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "post",
      path: "/api/interventions/list",
      summary: "What was done for people, by person, addressee or state of the reply",
      answers: "{items: InterventionItem[]}",
      body: z.strictObject({
        person: recordId.optional(),
        addressee: line.optional(),
        state: z.enum(["answered", "waiting", "no-reply"]).optional(),
        silentDays: z.int().min(0).max(40_000).optional(),
      }),
    },
    async (asked, { body }) => ({
      items: await listInterventions(interventionDeps(holding, asked), present(body)),
    }),
  );

  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "get",
      path: "/api/interventions/:id",
      summary: "One intervention with its replies",
      answers: "InterventionView",
    },
    async (asked, { param }) =>
      showIntervention(interventionDeps(holding, asked), recordId.parse(param("id"))),
  );
}

function writingRoutes(app: OpenAPIHono, holding: Holding): void {
  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "post",
      path: "/api/interventions",
      summary: "Write down what was done: a source on file, or words typed now",
      answers: "WrittenIntervention",
      body: z.strictObject({
        ...fromSource,
        kind: code,
        addressees: lines,
        people: z.array(recordId).max(2_000),
        by: lines.optional(),
        attended: lines.optional(),
        asked: lines.optional(),
        reference: line.optional(),
        date: edtf.optional(),
        due: edtf.optional(),
        zone: z.string().max(80).optional(),
        note: z.string().max(20_000).optional(),
        audience: code.optional(),
      }),
    },
    async (asked, { body }) =>
      writeIntervention(interventionDeps(holding, asked), asked.actor, present(body)),
  );

  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "post",
      path: "/api/interventions/:id/reply",
      summary: "Write down the reply as a statement, or that none came",
      answers: "{statement, source}",
      body: z.strictObject({
        ...fromSource,
        reply: code,
        speaker: line.optional(),
        words: z.string().max(20_000).optional(),
        date: edtf.optional(),
        stance: stance.optional(),
      }),
    },
    async (asked, { body, param }) =>
      answerIntervention(interventionDeps(holding, asked), asked.actor, {
        intervention: recordId.parse(param("id")),
        ...present(body),
      }),
  );
}
