// The door of submissions: routes, what fills them, whether they are open, what was sent.
export { type Eligibility, eligibilityOf, type Reason } from "./eligibility.ts";
export type { Facts, Submitter } from "./facts.ts";
export { type FilledField, fillFields } from "./fill-fields.ts";
export { gatherFacts, submitterNow } from "./gather-facts.ts";
export type { Line, Part } from "./lines.ts";
export { listSubmissions } from "./list-submissions.ts";
export { markAnswered, type MarkSent, markSent, sentBefore } from "./mark-sent.ts";
export {
  type Language,
  languages,
  type RouteCode,
  type RouteSpec,
  type UnAudience,
} from "./route.ts";
export { routeOf, routes } from "./routes/index.ts";
export { frame, spelled, stateIn, termIn, valueIn } from "./say.ts";
export { submissionTables } from "./submissions.tables.ts";
export type { Urgency } from "./urgent.ts";
export type * from "./views.ts";
export { setSubmitter, writeWords } from "./write-words.ts";
