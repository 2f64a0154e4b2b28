// The door of the publish room: dossiers, and copies with parts blacked out.
export type { PublishDeps } from "./deps.ts";
export { PublishError, type PublishCode } from "./errors.ts";
export { type DossierAudience, dossierAudiences, type HeldReason } from "./gate.ts";
export type { Held } from "./dossier/held-back.ts";
export {
  type DossierAsk,
  type DossierPlan,
  MAX_PEOPLE,
  planDossier,
} from "./dossier/plan-dossier.ts";
export type { PersonPlan } from "./dossier/plan-person.ts";
export {
  audienceOf,
  type WriteDossier,
  writeDossier,
  type WrittenDossier,
} from "./dossier/write-dossier.ts";
export { encrypterFor, packFolder } from "./dossier/pack.ts";
export { planSubmission, type SubmissionPlan } from "./submission/plan-submission.ts";
export {
  type MadeSubmission,
  previewSubmission,
  writeSubmission,
} from "./submission/write-submission.ts";
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
export {
  type MadeRebuttal,
  previewRebuttal,
  type RebuttalAsk,
  writeRebuttal,
} from "./rebuttal/write-rebuttal.ts";
export { drawPicture, type PictureInput } from "./pictures/draw-picture.ts";
export { type Drawing, svgOf } from "./pictures/drawing.ts";
export type { Scheme } from "./pictures/palette.ts";
export type { Picture, PictureTable, PictureWords } from "./pictures/picture.ts";
export { pngOf } from "./pictures/raster.ts";
export { releaseTables } from "./release/releases.tables.ts";
export type * from "./release/released.ts";
export { type ReleaseAudience, releaseAudiences } from "./release/levels.ts";
export {
  type Approval,
  approvalsOf,
  approveRelease,
  type HoldView,
  listHolds,
  setHold,
  withdrawRelease,
} from "./release/decide-release.ts";
export { earlierRelease } from "./release/earlier-release.ts";
export { type MadeRelease, makeRelease, type Missing, missingFor } from "./release/make-release.ts";
export { copiesOf, type ReleaseCopy } from "./release/copies.ts";
export { type Publisher, publisherOf, setPublisher } from "./release/publisher.ts";
export { listReleases, type PageSection, type PastRelease } from "./release/past-releases.ts";
export { planRelease, type ReleasePlan } from "./release/plan-release.ts";
export type { PersonPreview } from "./release/preview-people.ts";
export type { HeldCount, ReleaseReason } from "./release/reasons.ts";
export {
  type AboutFormat,
  aboutFormats,
  exportFormats,
  type ExportFormat,
  formatOf,
} from "./exports/formats.ts";
export { publicDataset } from "./exports/public-dataset.ts";
export { csv } from "./exports/safe-csv.ts";
export type { ExportFile } from "./exports/export-set.ts";
export {
  exportAudienceOf,
  exportAudiences,
  type ExportPreview,
  previewExport,
  type WriteExport,
  writeExport,
  type WrittenExport,
} from "./exports/write-export.ts";
export { describeHome, readHome } from "./exports/home/read-home.ts";
export { homePath } from "./exports/home/manifest.ts";
export { writeHome, type WrittenHome } from "./exports/home/write-home.ts";
export { releaseFiles } from "./release/release-files.ts";
export { CleanPictures } from "./release/release-pictures.ts";
export { besides } from "./site/site-folder.ts";
export { swapSite } from "./site/swap-site.ts";
export { loadSite } from "./site/load-site.ts";
export type { SiteLanguage } from "./site/say.ts";
export type { SiteFile, SiteOptions } from "./site/site.ts";
export type { Searched } from "./site/search/search-files.ts";
export type { WrittenSite } from "./site/write-site.ts";
