// What was made of the passages of a source, for drawing it over the text.
import type { OpenAPIHono } from "@hono/zod-openapi";
import { sourceId } from "../../model/index.ts";
import { sourceMarks } from "../../weigh/index.ts";
import { addRoute } from "../define-route.ts";
import type { Holding } from "../holding.ts";

export function markRoutes(app: OpenAPIHono, holding: Holding): void {
  addRoute(
    app,
    holding,
    {
      tag: "sources",
      method: "get",
      path: "/api/sources/:id/marks",
      summary: "The standing statements and claims of a source, by their passages",
      answers: "SourceMark[]",
    },
    async ({ vault, actor }, { param }) =>
      sourceMarks(vault.engine, actor, sourceId.parse(param("id"))),
  );
}
