// The door of the server. The web app takes types from here, and nothing else.
export { createApp, listen, type Listening, type ServerDeps } from "./create-server.ts";
export { Holding, type HoldingDeps } from "./holding.ts";
export type { BuildDemo } from "./routes/demo.routes.ts";
export { collectDeps } from "./step-deps.ts";
export { version } from "./version.ts";
export type * from "../collect/views.ts";
export type * from "../link/views.ts";
export type * from "../weigh/views.ts";
export type { PassageView } from "../weigh/index.ts";
export type { CheckReport, Problem, ProblemKind } from "../store/index.ts";
