// The door of the model room.
export * from "./appeal/appeal.ts";
export * from "./appeal/archive.ts";
export { parseAppeal } from "./appeal/parse-appeal.ts";
export * from "./checklists.ts";
export * from "./date.ts";
export { caseNumber, moment } from "./entries/cases.ts";
export {
  batchId,
  caseId,
  claimId,
  consentId,
  countId,
  day,
  deadlineId,
  type Described,
  deviceId,
  fileHash,
  type Mapping,
  mapping,
  memberId,
  mappingId,
  noteId,
  type Passage,
  passage,
  recordId,
  type ReviewState,
  reviewState,
  type Role,
  role,
  sourceId,
  type Stance,
  stance,
  taskId,
  type Verdict,
  verdict,
  wallTime,
  zoneName,
} from "./entries/parts.ts";
export { submissionId } from "./entries/submissions.ts";
export { pageSections } from "./entries/releases.ts";
export * from "./entry.ts";
export * from "./errors.ts";
export * from "./explain-headline.ts";
export * from "./fold.ts";
export * from "./headline.ts";
export type { Why } from "./headline-rules.ts";
export * from "./ids.ts";
export * from "./messages.ts";
export * from "./guess-column.ts";
export * from "./parse-body.ts";
export * from "./parse-cell.ts";
export * from "./places.ts";
export { codeFor, findTerm } from "./read-code.ts";
export { readNumber } from "./read-number.ts";
export * from "./read-date.ts";
export * from "./schema.ts";
export * from "./schemas.ts";
export * from "./treaties.ts";
export * from "./span.ts";
export * from "./value-text.ts";
export * from "./value.ts";
export * from "./vocabularies.ts";
