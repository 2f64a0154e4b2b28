// Taking things in, and reading what came.
import { type OpenAPIHono, z } from "@hono/zod-openapi";
import { Readable } from "node:stream";
import type { ReadableStream as NodeStream } from "node:stream/web";
import { requireRight } from "../../access/index.ts";
import {
  addFile,
  addTestimony,
  addText,
  CollectError,
  describeSource,
  listSources,
  lookAtNew,
  showSource,
  sourceReading,
  sourceText,
} from "../../collect/index.ts";
import { bodies, type FileHash, sourceId } from "../../model/index.ts";
import { noteCustody, noteView } from "../../preserve/index.ts";
import { recordHistory } from "../../weigh/index.ts";
import { addRoute } from "../define-route.ts";
import type { Holding } from "../holding.ts";
import { present } from "../present.ts";
import { collectDeps } from "../step-deps.ts";

const line = z.string().max(2_000);
const text = z.string().min(1).max(5_000_000);

const spec = { tag: "sources" } as const;

const describing = bodies["source.described"]
  .omit({ id: true })
  .partial({ relays: true })
  .extend({ expect: z.int().nullable() });

export function sourceRoutes(app: OpenAPIHono, holding: Holding): void {
  fileRoute(app, holding);
  typedRoutes(app, holding);
  readingRoutes(app, holding);
  originalRoute(app, holding);
  describingRoute(app, holding);
}

function fileRoute(app: OpenAPIHono, holding: Holding): void {
  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "post",
      path: "/api/sources/file",
      summary: "Take in one file; its name comes in X-Guwah-Name, URI-encoded",
      answers: "IntakeItem",
      raw: true,
    },
    async (asked, { c }) => {
      const name = decodeHeader(c.req.header("x-guwah-name")) ?? "file";
      const kind = c.req.header("x-guwah-kind");
      const body = c.req.raw.body;
      const bytes =
        body === null
          ? new Uint8Array()
          : (Readable.fromWeb(body as NodeStream) as AsyncIterable<Uint8Array>);
      const deps = collectDeps(holding, asked);
      const item = await addFile(deps, {
        name,
        bytes,
        ...(kind === undefined ? {} : { kind }),
        signal: c.req.raw.signal,
      });
      if (item.source !== undefined) await lookAtNew(deps, item.source);
      return item;
    },
  );
}

function typedRoutes(app: OpenAPIHono, holding: Holding): void {
  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "post",
      path: "/api/sources/text",
      summary: "Take in a text that was typed or pasted",
      answers: "IntakeItem",
      body: z.strictObject({
        kind: line,
        title: line.optional(),
        text,
        publisher: line.optional(),
        published: line.optional(),
        language: line.optional(),
        url: line.optional(),
      }),
    },
    async (asked, { body }) => addText(collectDeps(holding, asked), present(body)),
  );

  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "post",
      path: "/api/sources/testimony",
      summary: "Take in a testimony by hand",
      answers: "IntakeItem & {records}",
      body: z.strictObject({
        title: line.optional(),
        text,
        testifier: line.optional(),
        interviewer: line.optional(),
        interpreter: line.optional(),
        language: line.optional(),
        given: line.optional(),
        knows: line.optional(),
        people: z
          .array(z.strictObject({ name: z.string().min(1).max(1_000), relation: line.optional() }))
          .max(200),
      }),
    },
    async (asked, { body }) =>
      addTestimony(
        collectDeps(holding, asked),
        present({ ...body, people: body.people.map((p) => present(p)) }),
      ),
  );
}

function readingRoutes(app: OpenAPIHono, holding: Holding): void {
  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "post",
      path: "/api/sources/list",
      summary: "List sources",
      answers: "{total, items: SourceItem[], next}",
      body: z.strictObject({
        q: line.optional(),
        kind: line.optional(),
        state: z.enum(["all", "open", "done"]).optional(),
        cursor: line.optional(),
        limit: z.int().min(1).max(200).optional(),
      }),
    },
    async (asked, { body }) => listSources(collectDeps(holding, asked), present(body)),
  );

  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "get",
      path: "/api/sources/:id",
      summary: "One source: what it is and where it is used",
      answers: "SourceView",
    },
    async (asked, { param }) =>
      showSource(collectDeps(holding, asked), { id: sourceId.parse(param("id")) }),
  );
  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "get",
      path: "/api/sources/:id/text",
      summary: "The received text",
      answers: "SourceText",
    },
    async (asked, { param }) =>
      sourceText(collectDeps(holding, asked), { id: sourceId.parse(param("id")) }),
  );
  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "get",
      path: "/api/sources/:id/history",
      summary: "Who did what with a source",
      answers: "HistoryView[]",
    },
    async ({ vault }, { param }) => recordHistory(vault.engine.db, sourceId.parse(param("id"))),
  );

  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "get",
      path: "/api/sources/:id/reading",
      summary: "What a reading suggests, and what was decided",
      answers: "SourceReading",
    },
    async (asked, { param }) =>
      sourceReading(collectDeps(holding, asked), { id: sourceId.parse(param("id")) }),
  );
}

function originalRoute(app: OpenAPIHono, holding: Holding): void {
  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "get",
      path: "/api/sources/:id/file",
      summary: "Download the original",
      answers: "the file",
    },
    async ({ vault, actor }, { param, c }) => {
      const id = sourceId.parse(param("id"));
      const source = await vault.engine.db
        .selectFrom("sources")
        .select(["file", "kind"])
        .where("id", "=", id)
        .executeTakeFirst();
      // A list holds ID numbers in the open; whoever may not see sealed values may not have it whole.
      if (source?.kind === "list") requireRight(actor, "open-sealed");
      const file =
        source?.file === undefined || source.file === null
          ? undefined
          : await vault.engine.db
              .selectFrom("files")
              .selectAll()
              .where("hash", "=", source.file)
              .executeTakeFirst();
      if (file === undefined)
        throw new CollectError(
          "source-unknown",
          "This source has no file of its own. Its text is in the reader.",
        );
      const name = encodeURIComponent(file.name ?? file.hash);
      // A picture or a recording drawn on the page is looked at; everything else is carried away.
      const { ledger } = vault;
      if (/^(?:image|audio|video)$/.test(c.req.header("sec-fetch-dest") ?? ""))
        await noteView({ ledger, clock: holding.deps.clock }, actor, id);
      else
        await noteCustody(vault, actor, {
          action: "copied",
          source: id,
          file: file.hash as FileHash,
        });
      // Always an attachment of no type a browser would run: a stored page must never act as a page of ours.
      return new Response(
        Readable.toWeb(Readable.from(vault.files.read(file.hash as FileHash))) as ReadableStream,
        {
          headers: {
            "Content-Type": "application/octet-stream",
            "Content-Length": String(file.size),
            "Content-Disposition": `attachment; filename*=UTF-8''${name}`,
            "Content-Security-Policy": "sandbox; default-src 'none'",
          },
        },
      );
    },
  );
}

function describingRoute(app: OpenAPIHono, holding: Holding): void {
  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "post",
      path: "/api/sources/:id/describe",
      summary: "Say what a source is and what it repeats",
      answers: "SourceView",
      body: describing,
    },
    async (asked, { body, param }) =>
      describeSource(collectDeps(holding, asked), {
        id: sourceId.parse(param("id")),
        ...present(body),
      }),
  );
}

function decodeHeader(header: string | undefined): string | null {
  try {
    return header === undefined ? null : decodeURIComponent(header);
  } catch {
    return null;
  }
}
