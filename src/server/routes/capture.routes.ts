// Pages on the web: whether one can be captured here, capturing one, and looking at what was captured.
// Invariant: only `POST /api/capture` makes anything go out, and only to the address in it.
import { type OpenAPIHono, z } from "@hono/zod-openapi";
import { requireRight } from "../../access/index.ts";
import {
  capturedPicture,
  captureReadiness,
  captureUrl,
  discardHeld,
  heldPicture,
  holdCapture,
  keepHeld,
  showCapture,
} from "../../collect/index.ts";
import { sourceId } from "../../model/index.ts";
import { addRoute } from "../define-route.ts";
import type { Holding } from "../holding.ts";
import { present } from "../present.ts";
import { captureSettings, collectDeps } from "../step-deps.ts";

const spec = { tag: "capture" } as const;

export function captureRoutes(app: OpenAPIHono, holding: Holding): void {
  capturingRoutes(app, holding);
  heldRoutes(app, holding);
  capturedRoutes(app, holding);
}

function capturingRoutes(app: OpenAPIHono, holding: Holding): void {
  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "get",
      path: "/api/capture",
      summary: "Whether pages can be captured here, and which way they go out",
      answers: "CaptureReadiness",
    },
    async () => captureReadiness(captureSettings(holding)),
  );
  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "post",
      path: "/api/capture",
      summary: "Capture one page with the browser of this computer, and keep it as a source",
      answers: "{job} → CapturedSource, or CapturePreview where it is held",
      body: z.strictObject({
        url: z.string().min(1).max(4_000),
        kind: z.string().max(60).optional(),
        /** Kept only after somebody looked at it. */
        hold: z.boolean().optional(),
      }),
    },
    async (asked, { body: { hold = false, ...body } }) => {
      // Refused at once, not as a job that fails.
      requireRight(asked.actor, "add");
      const deps = collectDeps(holding, asked);
      const settings = captureSettings(holding);
      return holding.startJob("capture", async (progress, signal) => {
        const input = { ...present(body), progress, signal };
        return hold ? holdCapture(deps, settings, input) : captureUrl(deps, settings, input);
      });
    },
  );
}

/** A capture that waits for a person to keep or discard it. */
function heldRoutes(app: OpenAPIHono, holding: Holding): void {
  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "get",
      path: "/api/capture/held/:id/picture",
      summary: "The page of a held capture as the browser showed it",
      answers: "a PNG",
    },
    async (asked, { param }) =>
      pngOf(heldPicture(collectDeps(holding, asked), { id: param("id") })),
  );
  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "post",
      path: "/api/capture/held/:id/keep",
      summary: "Keep a held capture as a source",
      answers: "{job} → CapturedSource",
      body: z.strictObject({}),
    },
    async (asked, { param }) => {
      const [deps, settings] = [collectDeps(holding, asked), captureSettings(holding)];
      const id = param("id");
      return holding.startJob("capture", async () => keepHeld(deps, settings, { id }));
    },
  );
  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "delete",
      path: "/api/capture/held/:id",
      summary: "Discard a held capture; nothing of it was written",
      answers: "{}",
    },
    async (asked, { param }) => {
      discardHeld(collectDeps(holding, asked), { id: param("id") });
      return {};
    },
  );
}

function capturedRoutes(app: OpenAPIHono, holding: Holding): void {
  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "get",
      path: "/api/sources/:id/capture",
      summary:
        "How a source was captured, or what a package that came in was found to be; {} for any other",
      answers: "CollectionFacts | WaczCheck | AutoArchiverCheck | {}",
    },
    async (asked, { param }) =>
      (await showCapture(collectDeps(holding, asked), { id: sourceId.parse(param("id")) })) ?? {},
  );
  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "get",
      path: "/api/sources/:id/capture/picture",
      summary: "The page as the browser showed it",
      answers: "a PNG",
    },
    async (asked, { param }) => {
      const id = sourceId.parse(param("id"));
      const picture = await capturedPicture(collectDeps(holding, asked), { id });
      return pngOf(picture);
    },
  );
}

/** A picture of somebody else's page: nothing in it may run. */
function pngOf(picture: Uint8Array): Response {
  return new Response(new Uint8Array(picture), {
    headers: {
      "Content-Type": "image/png",
      "Content-Security-Policy": "sandbox; default-src 'none'",
    },
  });
}
