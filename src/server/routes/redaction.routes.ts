// Copies of pictures and PDFs with parts blacked out: pages to draw boxes on, words to look for, the copy, and its download.
import { type OpenAPIHono, z } from "@hono/zod-openapi";
import { Readable } from "node:stream";
import { type SourceId, sourceId } from "../../model/index.ts";
import { noteCustody, noteView } from "../../preserve/index.ts";
import { requireRight } from "../../access/index.ts";
import {
  copyOf,
  drawnPage,
  findInSource,
  listRedactions,
  redactPages,
  redactSource,
} from "../../publish/index.ts";
import { addRoute } from "../define-route.ts";
import type { Asked, Holding } from "../holding.ts";

const tag = "redaction";
const words = z.string().trim().min(2).max(200);
const box = z.strictObject({
  page: z.int().min(1).max(100_000),
  x: z.number().min(-1e6).max(1e6),
  y: z.number().min(-1e6).max(1e6),
  width: z.number().gt(0).max(1e6),
  height: z.number().gt(0).max(1e6),
});
const asked = z.strictObject({
  boxes: z.array(box).max(2_000).default([]),
  every: z.array(words).max(100).default([]),
  /** What is under a box may stand elsewhere too. */
  leaveElsewhere: z.boolean().default(false),
});

const deps = ({ vault, actor }: Asked) => ({ ledger: vault.ledger, files: vault.files, actor });
const png = (bytes: Uint8Array): Response =>
  new Response(bytes as BodyInit, { headers: { "Content-Type": "image/png" } });

export function redactionRoutes(app: OpenAPIHono, holding: Holding): void {
  drawingRoutes(app, holding);
  addRoute(
    app,
    holding,
    {
      tag,
      method: "post",
      path: "/api/sources/:id/redact",
      summary: "Make a copy with boxes and words blacked out; refused where any of it can still be found in it", // prettier-ignore
      answers: "RedactionView",
      body: asked,
    },
    async (given, { body, param }) =>
      redactSource(deps(given), { source: sourceId.parse(param("id")), ...body }),
  );
  addRoute(
    app,
    holding,
    {
      tag,
      method: "get",
      path: "/api/sources/:id/redactions",
      summary: "Copies of a source with parts blacked out, newest first",
      answers: "RedactionView[]",
    },
    async (given, { param }) => listRedactions(deps(given), sourceId.parse(param("id"))),
  );
  addRoute(
    app,
    holding,
    {
      tag,
      method: "get",
      path: "/api/sources/:id/redactions/:file",
      summary: "Download a blacked-out copy",
      answers: "the file",
    },
    async (given, { param }) => {
      requireRight(given.actor, "publish");
      const source = sourceId.parse(param("id"));
      const { file, size, mime } = await copyOf(deps(given), source, param("file"));
      await noteCustody(given.vault, given.actor, { action: "exported", source, file });
      const ending = mime === "application/pdf" ? "pdf" : mime === "image/jpeg" ? "jpg" : "png";
      return new Response(
        Readable.toWeb(Readable.from(given.vault.files.read(file))) as ReadableStream,
        {
          headers: {
            "Content-Type": "application/octet-stream",
            "Content-Length": String(size),
            // The original's name may say whom it shows.
            "Content-Disposition": `attachment; filename="redacted-${file.slice(0, 8)}.${ending}"`,
          },
        },
      );
    },
  );
}

function drawingRoutes(app: OpenAPIHono, holding: Holding): void {
  addRoute(
    app,
    holding,
    {
      tag,
      method: "get",
      path: "/api/sources/:id/pages",
      summary: "Pages of a picture or PDF and their sizes, in pixels or points",
      answers: "RedactPages",
    },
    async (given, { param }) => redactPages(deps(given), sourceId.parse(param("id"))),
  );
  addRoute(
    app,
    holding,
    {
      tag,
      method: "get",
      path: "/api/sources/:id/pages/:page",
      summary:
        "A page drawn as it would go out, hidden layers and notes shown; of a copy with ?copy=",
      answers: "a PNG",
    },
    async (given, { param, query }) => {
      const source: SourceId = sourceId.parse(param("id"));
      const page = z.coerce.number().int().min(1).parse(param("page"));
      const copy = query("copy");
      if (copy === undefined) {
        const { ledger } = given.vault;
        await noteView({ ledger, clock: holding.deps.clock }, given.actor, source);
      }
      return png(
        await drawnPage(deps(given), { source, page, ...(copy === undefined ? {} : { copy }) }),
      );
    },
  );
  addRoute(
    app,
    holding,
    {
      tag,
      method: "post",
      path: "/api/sources/:id/find-words",
      summary: "Where words stand on the pages of a PDF, as boxes",
      answers: "Box[]",
      body: z.strictObject({ words }),
    },
    async (given, { body, param }) =>
      findInSource(deps(given), { source: sourceId.parse(param("id")), words: body.words }),
  );
}
