// The rows of every table as the query layer sees them. Each room adds the tables it owns by declaration merging.
export interface Placed {
  /** The entry that wrote this row, and the row's ordinal within that entry. */
  seq: number;
  n: number;
}

export interface EntryRow {
  seq: number;
  at: number;
  author: string;
  device: string;
  kind: string;
  subject: string;
  body: string | null;
  salt: Uint8Array | null;
  leaf: Uint8Array;
  seal: Uint8Array;
}
export interface LedgerStateRow {
  one: number;
  size: number;
  frontier: Uint8Array;
  root: Uint8Array;
  seal: Uint8Array;
}
export interface RecordRow extends Placed {
  id: string;
  schema: string;
  source: string;
  label: string;
  sort: string;
  batch: string | null;
  key: string | null;
}
export interface ClaimRow extends Placed {
  id: string;
  record: string;
  property: string;
  value: string;
  source: string;
  passage: string | null;
  statement: string | null;
  knows: string | null;
  said: string | null;
  review: string;
  replaces: string | null;
  batch: string | null;
  ref: string | null;
}
export interface StatementRow extends Placed {
  id: string;
  source: string;
  stance: string;
  speaker_record: string | null;
  body: string;
}
export interface StatementTargetRow extends Placed {
  statement: string;
  record: string;
  property: string | null;
}
export interface StatementAnswerRow extends Placed {
  statement: string;
  answers: string;
}
export interface ClaimReviewRow extends Placed {
  claim: string;
  record: string;
  state: string;
  reason: string | null;
}
export interface ClaimGradeRow extends Placed {
  claim: string;
  record: string;
  grade: number;
  reason: string;
}
export interface PinRow extends Placed {
  record: string;
  property: string;
  claim: string | null;
  reason: string;
}
export interface WithdrawalRow extends Placed {
  target: string;
  back: number;
  reason: string;
}
export interface SourceRow extends Placed {
  id: string;
  kind: string;
  file: string | null;
  text: string | null;
  title: string | null;
  language: string | null;
}
export interface SourceDescriptionRow extends Placed {
  id: string;
  body: string;
}
export interface SuggestionRejectionRow extends Placed {
  source: string;
  suggestion: string;
}
export interface FileRow extends Placed {
  hash: string;
  size: number;
  mime: string;
  name: string | null;
  derived_from: string | null;
}
export interface BatchRow extends Placed {
  id: string;
  source: string;
  series: string;
  mapping: string;
}
export interface BatchEndRow extends Placed {
  id: string;
  counts: string;
}
export interface BatchUndoneRow extends Placed {
  id: string;
  reason: string;
}
export interface BatchReviewRow extends Placed {
  id: string;
  state: string;
}
export interface MappingRow extends Placed {
  id: string;
  name: string;
  mapping: string;
}
export interface JudgementRow extends Placed {
  left: string;
  right: string;
  verdict: string;
  reason: string;
  score: number | null;
  /** 1: taken back, and nothing stood before it. */
  undone: number;
}
export interface MemberRow extends Placed {
  id: string;
  name: string;
  roles: string;
  active: number;
}

export interface Tables {
  entries: EntryRow;
  ledger_state: LedgerStateRow;
  settings: { name: string; value: string };
  records: RecordRow;
  claims: ClaimRow;
  statements: StatementRow;
  statement_targets: StatementTargetRow;
  statement_answers: StatementAnswerRow;
  claim_reviews: ClaimReviewRow;
  claim_grades: ClaimGradeRow;
  pins: PinRow;
  withdrawals: WithdrawalRow;
  sources: SourceRow;
  source_descriptions: SourceDescriptionRow;
  suggestion_rejections: SuggestionRejectionRow;
  files: FileRow;
  batches: BatchRow;
  batch_ends: BatchEndRow;
  batch_undone: BatchUndoneRow;
  batch_reviews: BatchReviewRow;
  mappings: MappingRow;
  judgements: JudgementRow;
  members: MemberRow;
}
