// Where a source has its word from: proposals of what it repeats, and sources with nearly the same text.
import type { OpenAPIHono } from "@hono/zod-openapi";
import { showOrigins } from "../../collect/index.ts";
import { sourceId } from "../../model/index.ts";
import { addRoute } from "../define-route.ts";
import type { Holding } from "../holding.ts";
import { collectDeps } from "../step-deps.ts";

const spec = { tag: "sources", method: "get" } as const;

export function originRoutes(app: OpenAPIHono, holding: Holding): void {
  addRoute(
    app,
    holding,
    {
      ...spec,
      path: "/api/sources/:id/origins",
      summary: "What a source seems to repeat, and which sources carry nearly the same text",
      answers: "SourceOrigins",
    },
    async (asked, { param }) =>
      showOrigins(collectDeps(holding, asked), { id: sourceId.parse(param("id")) }),
  );
}
