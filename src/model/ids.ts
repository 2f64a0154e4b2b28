// Branded ids: text everywhere (PostgreSQL and SQLite disagree on large integers), told apart by the type checker.
// Invariant: an id says what it names by its prefix and carries nothing else.

declare const brand: unique symbol;
type Branded<B extends string> = string & { readonly [brand]: B };

export type RecordId = Branded<"record">;
export type ClaimId = Branded<"claim">;
export type SourceId = Branded<"source">;
export type BatchId = Branded<"batch">;
export type MemberId = Branded<"member">;
export type DeviceId = Branded<"device">;
export type MappingId = Branded<"mapping">;
export type ConsentId = Branded<"consent">;
export type CaseId = Branded<"case">;
export type TaskId = Branded<"task">;
export type DeadlineId = Branded<"deadline">;
export type NoteId = Branded<"note">;
export type SubmissionId = Branded<"submission">;
export type CountId = Branded<"count">;
/** A person is a cluster of records; it is named by the oldest record in it. */
export type PersonId = RecordId;
/** Lower-case hex SHA-256 of a file's bytes. */
export type FileHash = Branded<"file">;

/** The prefix each kind of id begins with, as in `rec_01H…`. */
export const idPrefix = {
  record: "rec",
  claim: "clm",
  source: "src",
  batch: "bat",
  member: "mem",
  device: "dev",
  mapping: "map",
  consent: "cns",
  case: "cas",
  task: "tsk",
  deadline: "ddl",
  note: "nte",
  submission: "sub",
  count: "cnt",
} as const;
