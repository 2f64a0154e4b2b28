// The door of the room `collect`: files, texts, testimonies and tables come in; sources, records and claims go out.
export { addFile, type FileInput } from "./add-file.ts";
export { addTestimony, type TestimonyInput } from "./add-testimony.ts";
export { addText, type TextInput } from "./add-text.ts";
export { isSameBody } from "./body-names.ts";
export { benchImport, type ImportFigures } from "./bench.ts";
export { reviewBatch, undoBatch } from "./decide-batch.ts";
export type { CapturedSource } from "./capture/keep-capture.ts";
export {
  type CaptureReadiness,
  captureReadiness,
  type CaptureSettings,
  captureUrl,
} from "./capture/capture-url.ts";
export {
  type CapturePreview,
  discardHeld,
  forgetHeld,
  heldPicture,
  holdCapture,
  keepHeld,
} from "./capture/hold-capture.ts";
export type { CaptureTesting } from "./capture/capture-page.ts";
export type { AutoArchiverCheck } from "./capture/auto-archiver-check.ts";
export type { WaczCheck } from "./capture/wacz-check.ts";
export type { CollectionFacts } from "./capture/collection-facts.ts";
export { capturedPicture, showCapture } from "./capture/show-capture.ts";
export { connectTo, systemResolve } from "./capture/connect.ts";
export { upstreamOf } from "./capture/upstream.ts";
export type { CollectDeps } from "./deps.ts";
export { type DescribeInput, describeSource } from "./describe-source.ts";
export { type CollectCode, CollectError } from "./errors.ts";
export { MAX_FILE_BYTES } from "./limits.ts";
export {
  closeSource,
  describeInterview,
  type InterviewInput,
} from "./interviews/describe-interview.ts";
export { interviewTables } from "./interviews/interviews.tables.ts";
export { openIdentity } from "./interviews/open-identity.ts";
export { findRecording, partOf } from "./interviews/play-recording.ts";
export { importTranscript, saveTranscript } from "./interviews/save-transcript.ts";
export { showInterview } from "./interviews/show-interview.ts";
export type { Segment } from "./interviews/segment.ts";
export type {
  ImportedTranscript,
  InterviewView,
  LinkedInterview,
  TranscriptView,
} from "./interviews/views.ts";
export { listBatches } from "./list-batches.ts";
export { listSources, type SourceQuery, type SourcesPage } from "./list-sources.ts";
export {
  type AppealKeyView,
  appealIdentities,
  appealKey,
  setAppealKey,
} from "./appeals/appeal-key.ts";
export { appealTables } from "./appeals/appeals.tables.ts";
export { AppealError, type AppealCode } from "./appeals/errors.ts";
export { makeForm } from "./appeals/make-form.ts";
export { openAppeal, type OpenedView } from "./appeals/open-appeal.ts";
export { listAppeals, showAppeal } from "./appeals/show-appeal.ts";
export type * from "./appeals/views.ts";
export { createReader, type Reader } from "./reader.ts";
export { listMappings, type SavedMapping, saveMapping } from "./save-mapping.ts";
export { askModel, type ModelAnswer } from "./language-model/ask-model.ts";
export {
  forgetModel,
  type ModelSettingDeps,
  type ModelView,
  setModel,
  showModel,
} from "./language-model/model-setting.ts";
export {
  dryRunForeign,
  type ForeignRun,
  importForeign,
  recogniseForeign,
} from "./foreign/import-foreign.ts";
export { forgetReadings } from "./forget-readings.ts";
export { type CopyPair, carryCopies, copiesOf, forgetShingles } from "./shingle-cache.ts";
export {
  type RelayProposal,
  showOrigins,
  type SourceCopy,
  type SourceOrigins,
} from "./show-origins.ts";
export { showSource } from "./show-source.ts";
export { readAgain, sourceReading, sourceText } from "./source-reading.ts";
export {
  alikePictures,
  lookAtNew,
  lookAtRest,
  lookAtPicture,
  pictureBytes,
  thumbnailOf,
} from "./pictures/look-at-picture.ts";
export type { ApartTools } from "./pictures/apart-tools.ts";
export { PictureError } from "./pictures/errors.ts";
export {
  confirmedPictures,
  peopleInPictures,
  confirmPicture,
  listConfirmations,
  type PictureConfirmation,
} from "./pictures/confirm-picture.ts";
export { pictureTables } from "./pictures/confirmed.tables.ts";
export { runApart } from "./pictures/run-apart.ts";
export type { AlikePicture, FileTag, PictureView, TagKey } from "./pictures/views.ts";
export { findTesseract, type OcrReadiness, ocrReadiness } from "./ocr/find-tesseract.ts";
export { OCR_LANGUAGES, type OcrLanguage } from "./ocr/languages.ts";
export { type MachineRead, type MachineReading, readingsByMachine } from "./ocr/machine-read.ts";
export { type RecognisedSource, recogniseSource } from "./ocr/recognise-source.ts";
export { dryRun, type ImportInput } from "./table/dry-run.ts";
export { importTable } from "./table/import-table.ts";
export { lookAtTable, type LookInput } from "./table/look-at-table.ts";
export { type RowsInput, tableRows } from "./table/table-rows.ts";
export type * from "./views.ts";
