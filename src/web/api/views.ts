// The shapes that cross HTTP, by one name each. Types only: nothing of the server ends up in the web app.
// Until src/server re-exports them they are taken from the rooms that make them.
export type * from "../../collect/views.ts";
export type * from "../../link/views.ts";
export type * from "../../weigh/views.ts";
export type { CheckReport, Problem, ProblemKind } from "../../store/check.ts";
