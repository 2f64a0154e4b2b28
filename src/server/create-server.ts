// The web server: guards first, then the rooms' addresses, then the web app.
// Invariant: it listens on this machine only, and no address does anything before the guards have let the request in.
import { serve } from "@hono/node-server";
import { OpenAPIHono } from "@hono/zod-openapi";
import type { AddressInfo } from "node:net";
import { type Log, noLog } from "../runtime/index.ts";
import { errorAnswer, badRequest } from "./error-answers.ts";
import { ServerError } from "./errors.ts";
import { requestGuard, securityHeaders } from "./guards.ts";
import type { Holding } from "./holding.ts";
import { accessRoutes } from "./routes/access.routes.ts";
import { appealRoutes } from "./routes/appeals.routes.ts";
import { figureRoutes } from "./routes/figures.routes.ts";
import { interviewRoutes } from "./routes/interviews.routes.ts";
import { homeRoutes } from "./routes/home.routes.ts";
import { backupRoutes } from "./routes/backup.routes.ts";
import { caseChangeRoutes } from "./routes/case-changes.routes.ts";
import { caseRoutes } from "./routes/cases.routes.ts";
import { captureRoutes } from "./routes/capture.routes.ts";
import { checkRoutes } from "./routes/check.routes.ts";
import { claimRoutes } from "./routes/claims.routes.ts";
import { jobRoutes } from "./routes/jobs.routes.ts";
import { languageModelRoutes } from "./routes/language-model.routes.ts";
import { linkRoutes } from "./routes/link.routes.ts";
import { ocrRoutes } from "./routes/ocr.routes.ts";
import { pictureRoutes } from "./routes/pictures.routes.ts";
import { redactionRoutes } from "./routes/redaction.routes.ts";
import { markRoutes } from "./routes/marks.routes.ts";
import { originRoutes } from "./routes/origins.routes.ts";
import { preserveRoutes } from "./routes/preserve.routes.ts";
import { stampRoutes } from "./routes/stamps.routes.ts";
import { peopleRoutes } from "./routes/people.routes.ts";
import { consentRoutes } from "./routes/consents.routes.ts";
import { interventionRoutes } from "./routes/interventions.routes.ts";
import { letterRoutes } from "./routes/letters.routes.ts";
import { countRoutes } from "./routes/counts.routes.ts";
import { keptCountRoutes } from "./routes/kept-counts.routes.ts";
import { drawingRoutes } from "./routes/drawings.routes.ts";
import { custodyRoutes } from "./routes/custody.routes.ts";
import { dossierRoutes } from "./routes/dossiers.routes.ts";
import { exportRoutes } from "./routes/exports.routes.ts";
import { foreignRoutes } from "./routes/foreign.routes.ts";
import { releaseRoutes } from "./routes/releases.routes.ts";
import { questionRoutes } from "./routes/questions.routes.ts";
import { networkRoutes } from "./routes/network.routes.ts";
import { storyRoutes } from "./routes/story.routes.ts";
import { statementRoutes } from "./routes/statements.routes.ts";
import { suggestionRoutes } from "./routes/suggestions.routes.ts";
import { gradingRoutes } from "./routes/grading.routes.ts";
import { rebuttalRoutes } from "./routes/rebuttal.routes.ts";
import { submissionRoutes } from "./routes/submissions.routes.ts";
import { sourceRoutes } from "./routes/sources.routes.ts";
import { deadlineRoutes } from "./routes/deadlines.routes.ts";
import { decisionRoutes } from "./routes/decisions.routes.ts";
import { demoRoutes, type BuildDemo } from "./routes/demo.routes.ts";
import { tableRoutes } from "./routes/tables.routes.ts";
import { version } from "./version.ts";
import { serveWeb } from "./web-files.ts";

export interface ServerDeps {
  readonly holding: Holding;
  readonly buildDemo: BuildDemo;
  readonly log?: Log;
  /** Folder of the built web app; null serves the interface for programs only. */
  readonly webFolder: string | null;
  /** The port the server is known under; asked at every request, because it may be picked at start. */
  readonly port: () => number;
}

/** The application: what answers a request, without a socket. */
export async function createApp({
  holding,
  buildDemo,
  log = noLog,
  webFolder,
  port,
}: ServerDeps): Promise<OpenAPIHono> {
  const app = new OpenAPIHono({
    defaultHook: (result) => {
      if (!result.success) throw badRequest(result.error);
    },
  });
  app.use(securityHeaders());
  app.use(requestGuard(port));
  app.onError(errorAnswer(log));
  app.get("/healthz", (c) => c.json({ ok: true, version }));
  accessRoutes(app, holding);
  demoRoutes(app, holding, buildDemo);
  jobRoutes(app, holding);
  homeRoutes(app, holding);
  sourceRoutes(app, holding);
  interviewRoutes(app, holding);
  captureRoutes(app, holding);
  originRoutes(app, holding);
  languageModelRoutes(app, holding);
  markRoutes(app, holding);
  pictureRoutes(app, holding);
  ocrRoutes(app, holding);
  redactionRoutes(app, holding);
  tableRoutes(app, holding);
  foreignRoutes(app, holding);
  peopleRoutes(app, holding);
  storyRoutes(app, holding);
  networkRoutes(app, holding);
  linkRoutes(app, holding);
  suggestionRoutes(app, holding);
  statementRoutes(app, holding);
  claimRoutes(app, holding);
  figureRoutes(app, holding);
  questionRoutes(app, holding);
  appealRoutes(app, holding);
  consentRoutes(app, holding);
  interventionRoutes(app, holding);
  letterRoutes(app, holding);
  caseRoutes(app, holding);
  caseChangeRoutes(app, holding);
  deadlineRoutes(app, holding);
  custodyRoutes(app, holding);
  dossierRoutes(app, holding);
  releaseRoutes(app, holding);
  exportRoutes(app, holding);
  gradingRoutes(app, holding);
  decisionRoutes(app, holding);
  rebuttalRoutes(app, holding);
  submissionRoutes(app, holding);
  countRoutes(app, holding);
  keptCountRoutes(app, holding);
  drawingRoutes(app, holding);
  checkRoutes(app, holding);
  backupRoutes(app, holding);
  preserveRoutes(app, holding);
  stampRoutes(app, holding);
  app.doc31("/api/openapi.json", {
    openapi: "3.1.0",
    info: {
      title: "Guwah",
      version,
      description: "The interface of a Guwah vault on this machine.",
    },
  });
  app.all("/api/*", () => {
    throw new ServerError(
      "no-such-address",
      "There is nothing at this address. See /api/openapi.json.",
    );
  });
  if (webFolder !== null) await serveWeb(app, webFolder);
  return app;
}

export interface Listening {
  readonly port: number;
  close(): Promise<void>;
}

/** Listens on 127.0.0.1. Rejects when the port is taken. */
export function listen(app: OpenAPIHono, port: number): Promise<Listening> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: app.fetch, hostname: "127.0.0.1", port }, (info: AddressInfo) => {
      resolve({
        port: info.port,
        close: () =>
          new Promise((done) => {
            server.close(() => done());
            // A page that keeps its connection open must not keep a stopped server alive.
            if ("closeAllConnections" in server) server.closeAllConnections();
          }),
      });
    });
    server.once("error", reject);
  });
}
