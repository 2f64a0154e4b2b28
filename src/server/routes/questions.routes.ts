// Questions in dispute: their sides in their own words, and statements put under them.
import { type OpenAPIHono, z } from "@hono/zod-openapi";
import { recordId } from "../../model/index.ts";
import { attachStatement, listQuestions, questionView } from "../../weigh/index.ts";
import { addRoute } from "../define-route.ts";
import type { Holding } from "../holding.ts";
import { weighDeps } from "../step-deps.ts";

const spec = { tag: "questions" } as const;

export function questionRoutes(app: OpenAPIHono, holding: Holding): void {
  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "get",
      path: "/api/questions",
      summary: "Questions, those in dispute first, with how many speak on each side",
      answers: "{items: QuestionItem[]}",
    },
    async ({ vault }) => ({ items: await listQuestions(vault.engine.db) }),
  );

  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "get",
      path: "/api/questions/:id",
      summary: "A question with both sides in their own words",
      answers: "QuestionView",
    },
    async ({ vault }, { param }) => questionView(vault.engine.db, recordId.parse(param("id"))),
  );

  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "post",
      path: "/api/questions/:id/statements",
      summary: "Put a statement under a question",
      answers: "QuestionView",
      body: z.strictObject({ statement: recordId }),
    },
    async (asked, { body, param }) => {
      const question = recordId.parse(param("id"));
      await attachStatement(weighDeps(holding, asked), asked.actor, { question, ...body });
      return questionView(asked.vault.engine.db, question);
    },
  );
}
