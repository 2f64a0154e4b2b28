// The door of the count room.
export {
  type CountAudience,
  countDocumented,
  type DocumentedCount,
} from "./documented/count-documented.ts";
export { type PeopleByPlace, peopleByPlace } from "./documented/people-by-place.ts";
export { ageBand, dimensionCodes } from "./documented/dimensions.ts";
export { estimateLists } from "./documented/estimate-lists.ts";
export { assumptionCodes } from "./estimate/assumptions.ts";
export {
  type EstimateOptions,
  estimateHidden,
  type HiddenEstimate,
} from "./estimate/estimate-hidden.ts";
export { readAssumptionAnswers } from "./estimate/read-answers.ts";
export { readOverlapTable } from "./estimate/read-table.ts";
export { type Reproduced, reproduceCount } from "./saved/reproduce-count.ts";
export { saveCount } from "./saved/save-count.ts";
export { countTables } from "./saved/saved.tables.ts";
export {
  listCounts,
  type SavedCount,
  savedCount,
  type SavedCountItem,
} from "./saved/saved-counts.ts";
export { type CountCode, CountError } from "./errors.ts";
