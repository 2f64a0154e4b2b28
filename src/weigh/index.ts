// The door of the weigh room: claims reviewed and weighed, statements recorded, files put together.
export { addClaims, addRecord, type AddRecord, type NewClaim } from "./add-record.ts";
export { acceptStatement, addStatement, type StatementEdit } from "./add-statement.ts";
export { claimPassage, passageView, type PassageView } from "./claim-passage.ts";
export type { Seal, ValueInput } from "./claim-values.ts";
export {
  acceptableStatement,
  rejectSuggestion,
  reopenSuggestion,
  requireOffered,
} from "./decide-suggestion.ts";
export { takeCopiesAlong } from "./source-copies.ts";
export type { WeighDeps } from "./deps.ts";
export { disputedRecords, type DisputedItem } from "./disputed.ts";
export { WeighError, type WeighCode } from "./errors.ts";
export type * from "./figures.ts";
export { amountOf } from "./figures.ts";
export { episodePlaceTable } from "./network/episode-places.ts";
export { gradeOrigin, gradeSource } from "./grading/grade-source.ts";
export { gradingTables } from "./grading/grading.tables.ts";
export { gradesOf } from "./grading/read-grades.ts";
export { personOrigins } from "./grading/person-origins.ts";
export { personLeads } from "./network/person-leads.ts";
export { personNetwork } from "./network/person-network.ts";
export type { Lead, LeadsView, NetworkEdge, NetworkNode, NetworkView } from "./network/views.ts";
export { moveFigure } from "./figures-move.ts";
export { listQuantities, quantityOfFigure } from "./figures-read.ts";
export { latestHistory, recordHistory } from "./history.ts";
export { linkAnswer } from "./link-answer.ts";
export { listRecords, type ListRecords, recordItem } from "./list-records.ts";
export { type Origin, type OriginClaim, originsOf, type SourceNode } from "./origins.ts";
export type * from "./questions.ts";
export { attachStatement } from "./questions-attach.ts";
export { listQuestions, questionsSeen, questionView } from "./questions-read.ts";
export { proposeAnswers, type ProposeAnswers } from "./propose-answers.ts";
export { waitingAnswers } from "./propose-answers-waiting.ts";
export type { BareFile, SeenOnly } from "./assemble-file.ts";
export { recordFile } from "./record-file.ts";
export { recordFiles } from "./record-files.ts";
export {
  gradeClaim,
  knownClaim,
  pinClaim,
  replaceClaim,
  reviewClaim,
  withdraw,
} from "./review-claim.ts";
export { sourceMarks } from "./source-marks.ts";
export { type SourceMoment, sourceMoments } from "./source-moments.ts";
export { type AddEpisode, addEpisode, type NewAct, takeBackEpisode } from "./story/add-episode.ts";
export { personStory } from "./story/read-story.ts";
export type * from "./story/views.ts";
export { statementViews } from "./statement-views.ts";
export type * from "./views.ts";
