// The door of the act room: consent.
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
