// The door of the publish room: dossiers, and copies with parts blacked out.
export type { PublishDeps } from "./deps.ts";
export { PublishError, type PublishCode } from "./errors.ts";
export { type DossierAudience, dossierAudiences, type HeldReason } from "./gate.ts";
export { type DossierPlan, type Held, planDossier } from "./dossier/plan-dossier.ts";
export {
  audienceOf,
  type WriteDossier,
  writeDossier,
  type WrittenDossier,
} from "./dossier/write-dossier.ts";
export { encrypterFor, packFolder } from "./dossier/pack.ts";
export type { Box } from "./redact/boxes.ts";
export { type RedactCode, RedactError } from "./redact/errors.ts";
export {
  copyOf,
  drawnPage,
  findInSource,
  listRedactions,
  type RedactionView,
  type RedactPages,
  redactPages,
  redactSource,
} from "./redact/redact-source.ts";
