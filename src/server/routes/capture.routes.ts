// Pages on the web: whether one can be captured here, capturing one, and looking at what was captured.
// Invariant: only `POST /api/capture` makes anything go out, and only to the address in it.
import { type OpenAPIHono, z } from "@hono/zod-openapi";
import { requireRight } from "../../access/index.ts";
import { captureReadiness, captureUrl, showCapture, capturedPicture } from "../../collect/index.ts";
import { sourceId } from "../../model/index.ts";
import { addRoute } from "../define-route.ts";
import type { Holding } from "../holding.ts";
import { present } from "../present.ts";
import { captureSettings, collectDeps } from "../step-deps.ts";

const spec = { tag: "capture" } as const;

export function captureRoutes(app: OpenAPIHono, holding: Holding): void {
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
      answers: "{job} → CapturedSource",
      body: z.strictObject({
        url: z.string().min(1).max(4_000),
        kind: z.string().max(60).optional(),
      }),
    },
    async (asked, { body }) => {
      // Refused at once, not as a job that fails.
      requireRight(asked.actor, "add");
      const deps = collectDeps(holding, asked);
      const settings = captureSettings(holding);
      return holding.startJob("capture", (progress, signal) =>
        captureUrl(deps, settings, { ...present(body), progress, signal }),
      );
    },
  );
  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "get",
      path: "/api/sources/:id/capture",
      summary:
        "How a source was captured, or what a WACZ that came in was found to be; {} for any other",
      answers: "CollectionFacts | WaczCheck | {}",
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
      return new Response(new Uint8Array(picture), {
        headers: {
          "Content-Type": "image/png",
          "Content-Security-Policy": "sandbox; default-src 'none'",
        },
      });
    },
  );
}
