// Tables: looking, mapping, trying, importing, undoing.
import type { OpenAPIHono } from "@hono/zod-openapi";
import { listBatches } from "../../collect/index.ts";
import { addRoute } from "../define-route.ts";
import type { Holding } from "../holding.ts";
import { collectDeps } from "../step-deps.ts";

export function tableRoutes(app: OpenAPIHono, holding: Holding): void {
  addRoute(
    app,
    holding,
    {
      tag: "tables",
      method: "get",
      path: "/api/batches",
      summary: "Imports, newest first",
      answers: "BatchItem[]",
    },
    async (asked) => listBatches(collectDeps(holding, asked)),
  );
}
