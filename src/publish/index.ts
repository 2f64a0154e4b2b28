// The door of the publish room: dossiers.
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
