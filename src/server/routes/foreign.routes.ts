// Files of other programs: which one a source is of, what an import would do, and the import.
import { type OpenAPIHono, z } from "@hono/zod-openapi";
import { dryRunForeign, importForeign, recogniseForeign } from "../../collect/index.ts";
import { sourceId } from "../../model/index.ts";
import { addRoute } from "../define-route.ts";
import type { Holding } from "../holding.ts";
import { present } from "../present.ts";
import { collectDeps } from "../step-deps.ts";

const spec = { tag: "tables" } as const;
const importing = z.strictObject({ series: z.string().min(1).max(2_000).optional() });

export function foreignRoutes(app: OpenAPIHono, holding: Holding): void {
  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "get",
      path: "/api/sources/:id/foreign",
      summary:
        "Which program's file a source is: Uwazi, Bayanat, OpenEvSys, FollowTheMoney, or none",
      answers: "{format}",
    },
    async (asked, { param }) => ({
      format: await recogniseForeign(collectDeps(holding, asked), sourceId.parse(param("id"))),
    }),
  );

  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "post",
      path: "/api/sources/:id/foreign/dry-run",
      summary: "What importing another program's file would do; nothing is written",
      answers: "{job} → ForeignRun",
      body: importing,
    },
    async (asked, { body, param }) => {
      const deps = collectDeps(holding, asked);
      const source = sourceId.parse(param("id"));
      return holding.startJob("dry-run", (progress, signal) =>
        dryRunForeign(deps, { source, ...present(body), progress, signal }),
      );
    },
  );

  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "post",
      path: "/api/sources/:id/foreign/import",
      summary: "Make records and proposed claims of another program's file",
      answers: "{job} → BatchItem",
      body: importing,
    },
    async (asked, { body, param }) => {
      const deps = collectDeps(holding, asked);
      const source = sourceId.parse(param("id"));
      return holding.startJob("import-table", (progress, signal) =>
        importForeign(deps, { source, ...present(body), progress, signal }),
      );
    },
  );
}
