// Statements a person records from a passage.
import { type OpenAPIHono, z } from "@hono/zod-openapi";
import { passage, recordId, sourceId, stance } from "../../model/index.ts";
import { addStatement, linkAnswer, statementViews, WeighError } from "../../weigh/index.ts";
import { addRoute } from "../define-route.ts";
import type { Holding } from "../holding.ts";
import { weighDeps } from "../step-deps.ts";
import { statementEdit } from "./review-input.ts";

const spec = { tag: "review", method: "post" } as const;

export function statementRoutes(app: OpenAPIHono, holding: Holding): void {
  addRoute(
    app,
    holding,
    {
      ...spec,
      path: "/api/statements",
      summary: "Record a statement from a passage",
      answers: "StatementView",
      body: z.strictObject({
        source: sourceId,
        passage,
        ...statementEdit,
        content: z.string().min(1).max(20_000),
        stance,
      }),
    },
    async (asked, { body }) => {
      const { id } = await addStatement(weighDeps(holding, asked), asked.actor, body);
      return (await statementViews(asked.vault.engine.db, [id]))[0];
    },
  );

  addRoute(
    app,
    holding,
    {
      tag: "review",
      method: "get",
      path: "/api/statements/:id",
      summary: "One statement",
      answers: "StatementView",
    },
    async (asked, { param }) => {
      const [view] = await statementViews(asked.vault.engine.db, [recordId.parse(param("id"))]);
      if (view === undefined)
        throw new WeighError(
          "weigh/no-such-statement",
          "There is no statement with this id in the vault.",
        );
      return view;
    },
  );

  addRoute(
    app,
    holding,
    {
      ...spec,
      path: "/api/statements/:id/answers",
      summary: "Say that a statement answers another",
      answers: "{claim}",
      body: z.strictObject({ answers: recordId }),
    },
    async (asked, { body, param }) =>
      linkAnswer(weighDeps(holding, asked), asked.actor, {
        statement: recordId.parse(param("id")),
        ...body,
      }),
  );
}
