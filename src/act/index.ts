// The door of the act room: consent.
export { ageIn } from "./consents/age.ts";
export { answerCopy, answersOf } from "./consents/answer-copy.ts";
export { consentFor, type SaidConsent } from "./consents/consent-for.ts";
export { consentTables } from "./consents/consents.tables.ts";
export type { ActDeps } from "./deps.ts";
export { type ActCode, ActError } from "./errors.ts";
export { dueConsents } from "./consents/due-consents.ts";
export { type GiveConsent, giveConsent, withdrawConsent } from "./consents/give-consent.ts";
export { consented, listConsents } from "./consents/list-consents.ts";
export { giverOf } from "./consents/open-giver.ts";
export { showConsents } from "./consents/show-consents.ts";
export type * from "./consents/views.ts";
export { type Going, isPublicSource, whoMustConsent } from "./consents/who-must-consent.ts";
export { type Wording, wordings } from "./consents/wordings.ts";
export {
  type AnswerIntervention,
  answerIntervention,
} from "./interventions/answer-intervention.ts";
export {
  type ListInterventions,
  listInterventions,
  showIntervention,
} from "./interventions/list-interventions.ts";
export type * from "./interventions/views.ts";
export {
  type InterventionDeps,
  type WriteIntervention,
  writeIntervention,
} from "./interventions/write-intervention.ts";
export { caseBoard } from "./cases/board.ts";
export { calendar, nearestDays } from "./cases/calendar.ts";
export { caseTables } from "./cases/cases.tables.ts";
export {
  addNote,
  type ChangeCase,
  changeCase,
  checkItem,
  setCasePerson,
  takeBackNote,
} from "./cases/change-case.ts";
export { type CaseCode, CaseError } from "./cases/errors.ts";
export { caseBoardView, casesOfPerson, listCases } from "./cases/list-cases.ts";
export { type OpenCase, openCase } from "./cases/open-case.ts";
export { caseOf } from "./cases/require.ts";
export { changeDeadline, setDeadline } from "./cases/set-deadline.ts";
export { addTask, changeTask } from "./cases/set-task.ts";
export { showCase } from "./cases/show-whole-case.ts";
export type * from "./cases/views.ts";
export { workload } from "./cases/workload.ts";
export type { Finding, FindingCode, Severity } from "./findings/finding.ts";
export type { InterimView } from "./proceedings/interim.ts";
export { proceedingTables } from "./proceedings/proceedings.tables.ts";
export type * from "./proceedings/views.ts";
export { givenFields, type GivenField } from "./letters/field-names.ts";
export { type LetterFormat, makeLetter } from "./letters/make-letter.ts";
export { type PlanLetter, planLetter } from "./letters/plan-letter.ts";
export { readTemplates } from "./letters/templates.ts";
export type * from "./letters/views.ts";
export * from "./submissions/index.ts";
export { type CaseFindings, findingsOfCases } from "./findings/count-findings.ts";
export { findingsOfPerson } from "./findings/list-findings.ts";
export { settleFinding } from "./findings/settle-finding.ts";
export { proceedingsOf } from "./proceedings/list-proceedings.ts";
export { type Change, changesOf } from "./rebuttal/changes.ts";
export { type Existence, existenceOf } from "./rebuttal/existence.ts";
export { type FileItem, itemsOf } from "./rebuttal/items.ts";
export {
  isOfficial,
  type OfficialAnswers,
  officialAnswers,
  type OfficialStatement,
} from "./rebuttal/official.ts";
