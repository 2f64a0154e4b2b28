// The door of the count room.
export {
  type EstimateOptions,
  estimateHidden,
  type HiddenEstimate,
} from "./estimate/estimate-hidden.ts";
export { readAssumptionAnswers } from "./estimate/read-answers.ts";
export { readOverlapTable } from "./estimate/read-table.ts";
export { type CountCode, CountError } from "./errors.ts";
