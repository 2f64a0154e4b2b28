// Tables: looking, mapping, trying, importing, undoing.
import { type OpenAPIHono, z } from "@hono/zod-openapi";
import {
  dryRun,
  importTable,
  listBatches,
  listMappings,
  lookAtTable,
  reviewBatch,
  saveMapping,
  tableRows,
  undoBatch,
} from "../../collect/index.ts";
import { mapping, reviewState, sourceId, type SourceId } from "../../model/index.ts";
import { noteView } from "../../preserve/index.ts";
import { addRoute } from "../define-route.ts";
import type { Asked, Holding } from "../holding.ts";
import { present } from "../present.ts";
import { collectDeps } from "../step-deps.ts";

const spec = { tag: "tables" } as const;
const line = z.string().max(2_000);
const importing = z.strictObject({ mapping, series: z.string().min(1).max(2_000) });

export function tableRoutes(app: OpenAPIHono, holding: Holding): void {
  lookingRoutes(app, holding);
  importingRoutes(app, holding);
  batchRoutes(app, holding);
}

function lookingRoutes(app: OpenAPIHono, holding: Holding): void {
  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "get",
      path: "/api/sources/:id/rows",
      summary: "Rows of a table, as text",
      answers: "TableRows",
    },
    async (asked, { param, query }) => {
      const number = (name: string): number | undefined =>
        query(name) === undefined ? undefined : z.coerce.number().int().min(1).parse(query(name));
      const input = {
        source: sourceId.parse(param("id")),
        from: number("from"),
        count: number("count"),
      };
      const rows = await tableRows(collectDeps(holding, asked), present(input));
      await noteLook(holding, asked, input.source);
      return rows;
    },
  );

  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "post",
      path: "/api/sources/:id/table/look",
      summary: "What a table holds, and a guess at its mapping",
      answers: "TableLook",
      body: z.strictObject({
        sheet: line.optional(),
        encoding: z.string().max(40).optional(),
        delimiter: z.string().max(4).optional(),
        headerRow: z.int().min(1).optional(),
      }),
    },
    async (asked, { body, param }) => {
      const source = sourceId.parse(param("id"));
      const look = await lookAtTable(collectDeps(holding, asked), { source, ...present(body) });
      await noteLook(holding, asked, source);
      return look;
    },
  );
}

/** Cells may hold ID numbers: whoever may see them unmasked is written down before they are shown. */
async function noteLook(holding: Holding, asked: Asked, source: SourceId): Promise<void> {
  if (!asked.actor.rights.has("open-sealed")) return;
  const { ledger } = asked.vault;
  await noteView({ ledger, clock: holding.deps.clock }, asked.actor, source);
}

function importingRoutes(app: OpenAPIHono, holding: Holding): void {
  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "post",
      path: "/api/sources/:id/table/dry-run",
      summary: "What an import would do, row by row; nothing is written",
      answers: "{job} → DryRun",
      body: importing,
    },
    async (asked, { body, param }) => {
      const deps = collectDeps(holding, asked);
      const source = sourceId.parse(param("id"));
      return holding.startJob("dry-run", (progress, signal) =>
        dryRun(deps, { source, ...body, progress, signal }),
      );
    },
  );

  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "post",
      path: "/api/sources/:id/table/import",
      summary: "Make records of a table's rows",
      answers: "{job} → BatchItem",
      body: importing,
    },
    async (asked, { body, param }) => {
      const deps = collectDeps(holding, asked);
      const source = sourceId.parse(param("id"));
      return holding.startJob("import-table", (progress, signal) =>
        importTable(deps, { source, ...body, progress, signal }),
      );
    },
  );
}

function batchRoutes(app: OpenAPIHono, holding: Holding): void {
  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "get",
      path: "/api/batches",
      summary: "Imports, newest first",
      answers: "BatchItem[]",
    },
    async (asked) => listBatches(collectDeps(holding, asked)),
  );

  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "post",
      path: "/api/batches/:id/undo",
      summary: "Take a whole import back",
      answers: "BatchItem",
      body: z.strictObject({ reason: line }),
    },
    async (asked, { body, param }) =>
      undoBatch(collectDeps(holding, asked), { id: param("id"), reason: body.reason }),
  );

  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "post",
      path: "/api/batches/:id/review",
      summary: "Accept or reject an import as a whole",
      answers: "BatchItem",
      body: z.strictObject({ state: reviewState, reason: line.optional() }),
    },
    async (asked, { body, param }) =>
      reviewBatch(collectDeps(holding, asked), { id: param("id"), ...present(body) }),
  );

  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "get",
      path: "/api/mappings",
      summary: "Saved mappings",
      answers: "SavedMapping[]",
    },
    async (asked) => listMappings(collectDeps(holding, asked)),
  );

  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "post",
      path: "/api/mappings",
      summary: "Save a mapping",
      answers: "{id}",
      body: z.strictObject({ name: z.string().min(1).max(200), mapping }),
    },
    async (asked, { body }) => saveMapping(collectDeps(holding, asked), body),
  );
}
