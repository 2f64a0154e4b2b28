// Reading a picture or a scanned PDF by machine: whether it can be done here, and doing it. Only on request.
import { type OpenAPIHono, z } from "@hono/zod-openapi";
import { requireRight } from "../../access/index.ts";
import {
  findTesseract,
  OCR_LANGUAGES,
  type OcrLanguage,
  ocrReadiness,
  readingsByMachine,
  recogniseSource,
} from "../../collect/index.ts";
import { sourceId } from "../../model/index.ts";
import { addRoute } from "../define-route.ts";
import type { Holding } from "../holding.ts";
import { present } from "../present.ts";
import { collectDeps } from "../step-deps.ts";

const codes = OCR_LANGUAGES.map(({ code }) => code) as [OcrLanguage, ...OcrLanguage[]];
const spec = { tag: "sources" } as const;

export function ocrRoutes(app: OpenAPIHono, holding: Holding): void {
  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "get",
      path: "/api/ocr",
      summary: "Whether pictures can be read by machine here, and in which languages",
      answers: "OcrReadiness",
    },
    async () => ocrReadiness(await findTesseract()),
  );
  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "get",
      path: "/api/sources/:id/ocr",
      summary: "The texts a machine read from the file of a source, as sources of their own",
      answers: "MachineReading[]",
    },
    async ({ vault }, { param }) => readingsByMachine(vault.engine.db, sourceId.parse(param("id"))),
  );
  addRoute(
    app,
    holding,
    {
      ...spec,
      method: "post",
      path: "/api/sources/:id/ocr",
      summary: "Read a picture or a scanned PDF with tesseract, and keep the text as a source that repeats it", // prettier-ignore
      answers: "{job} → RecognisedSource",
      body: z.strictObject({ languages: z.array(z.enum(codes)).min(1).max(6).optional() }),
    },
    async (asked, { body, param }) => {
      requireRight(asked.actor, "add");
      const source = sourceId.parse(param("id"));
      const deps = collectDeps(holding, asked);
      const tesseract = await findTesseract();
      return holding.startJob("ocr", (progress, signal) =>
        recogniseSource(deps, tesseract, { ...present(body), source, progress, signal }),
      );
    },
  );
}
