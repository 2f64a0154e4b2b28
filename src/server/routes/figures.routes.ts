// Figures on their charts: what is counted, each estimate by whom and when, and what stands against it.
import { type OpenAPIHono, z } from "@hono/zod-openapi";
import { recordId } from "../../model/index.ts";
import { listQuantities, moveFigure, quantityOfFigure } from "../../weigh/index.ts";
import { addRoute } from "../define-route.ts";
import type { Holding } from "../holding.ts";
import { weighDeps } from "../step-deps.ts";
import { line } from "./review-input.ts";

const spec = { tag: "figures" } as const;

export function figureRoutes(app: OpenAPIHono, holding: Holding): void {
  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "get",
      path: "/api/figures",
      summary: "What is counted, with the number of estimates and who gives them",
      answers: "{items: QuantityItem[]}",
    },
    async ({ vault }) => ({ items: await listQuantities(vault.engine.db) }),
  );

  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "get",
      path: "/api/figures/:id",
      summary: "The estimates of the quantity this figure counts, never averaged",
      answers: "QuantityView",
    },
    async ({ vault }, { param }) => quantityOfFigure(vault.engine.db, recordId.parse(param("id"))),
  );

  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "post",
      path: "/api/figures/:id/move",
      summary: "Say what a figure counts the same as: another, itself alone, or by its own words",
      answers: "QuantityView",
      body: z.strictObject({ like: recordId.nullable(), reason: line }),
    },
    async (asked, { body, param }) => {
      const figure = recordId.parse(param("id"));
      await moveFigure(weighDeps(holding, asked), asked.actor, { figure, ...body });
      return quantityOfFigure(asked.vault.engine.db, figure);
    },
  );
}
