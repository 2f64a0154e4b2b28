// The door of the server. The web app takes types from here, and nothing else.
export { createApp, listen, type Listening, type ServerDeps } from "./create-server.ts";
export { Holding, type HoldingDeps } from "./holding.ts";
export type { ConsentView, Consented } from "../act/index.ts";
export type { Box, RedactionView, RedactPages, WrittenDossier } from "../publish/index.ts";
export type { DossierPreview } from "./routes/dossiers.routes.ts";
export type { BuildDemo } from "./routes/demo.routes.ts";
export { collectDeps } from "./step-deps.ts";
export { version } from "./version.ts";
export type {
  AlikePicture,
  BatchItem,
  ColumnGuess,
  CapturedSource,
  CaptureReadiness,
  CollectionFacts,
  DryRun,
  IntakeItem,
  ModelAnswer,
  ModelView,
  PictureView,
  Relay,
  RelayProposal,
  RowOutcome,
  RowReport,
  ShownField,
  SourceCopy,
  SourceFile,
  SourceItem,
  SourceOrigins,
  SourceReading,
  SourceText,
  SourceView,
  TableLook,
  TableRows,
} from "../collect/index.ts";
export type {
  ClusterView,
  ComparedNames,
  CompareView,
  JudgementView,
  LinkReport,
  NameForm,
  NamePairView,
  PeoplePage,
  PersonItem,
  QueueItem,
  QueuePage,
  ReasonView,
  SentenceView,
} from "../link/index.ts";
export type {
  AnswerProposals,
  Carrier,
  ClaimView,
  DrawnDate,
  Estimate,
  EstimateBody,
  EstimateDate,
  FigureDenial,
  FigureSaying,
  HistoryView,
  OriginView,
  PassageView,
  PropertyState,
  PropertyView,
  QuantityItem,
  QuantityView,
  QuestionItem,
  QuestionSide,
  QuestionStatement,
  QuestionView,
  RecordFile,
  RecordItem,
  RelatedView,
  Side,
  SourceMark,
  StatementProposal,
  StatementView,
  WaitingAnswer,
} from "../weigh/index.ts";
export type {
  AddedCosignatures,
  CheckpointList,
  CheckpointReport,
  CheckpointView,
  Comparison,
  CosignatureRequest,
  MadeCheckpoint,
  WitnessView,
} from "../preserve/index.ts";
export type { CheckReport, Problem, ProblemKind } from "../store/index.ts";
