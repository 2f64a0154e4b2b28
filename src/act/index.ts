// The door of the act room: consent.
export { consentFor, type SaidConsent } from "./consent-for.ts";
export { consentTables } from "./consents.tables.ts";
export type { ActDeps } from "./deps.ts";
export { type ActCode, ActError } from "./errors.ts";
export { type GiveConsent, giveConsent, withdrawConsent } from "./give-consent.ts";
export { consented, listConsents } from "./list-consents.ts";
export type * from "./views.ts";
