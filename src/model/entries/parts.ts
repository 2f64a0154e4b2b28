// What the bodies of entries are made of: ids, passages, roles, the plan of a table.
// Invariant: each has a limit; nothing of unbounded length reaches the ledger.
import { z } from "zod";
import type {
  BatchId,
  CaseId,
  ConsentId,
  CountId,
  ClaimId,
  DeadlineId,
  DeviceId,
  FileHash,
  MappingId,
  MemberId,
  NoteId,
  RecordId,
  SourceId,
  TaskId,
} from "../ids.ts";

const idOf = <T extends string>(prefix: string) =>
  z
    .string()
    .regex(new RegExp(`^${prefix}_[0-9A-Z]{26}$`))
    .transform((id) => id as T);
export const recordId = idOf<RecordId>("rec");
export const claimId = idOf<ClaimId>("clm");
export const sourceId = idOf<SourceId>("src");
export const batchId = idOf<BatchId>("bat");
export const memberId = idOf<MemberId>("mem");
export const deviceId = idOf<DeviceId>("dev");
export const consentId = idOf<ConsentId>("cns");
export const countId = idOf<CountId>("cnt");
export const mappingId = idOf<MappingId>("map");
export const caseId = idOf<CaseId>("cas");
export const taskId = idOf<TaskId>("tsk");
export const deadlineId = idOf<DeadlineId>("ddl");
export const noteId = idOf<NoteId>("nte");
export const fileHash = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .transform((h) => h as FileHash);

/** Random, so that a published checkpoint does not say whose ledger it is. */
export const logOrigin = z.string().regex(/^guwah\/[0-9a-f]{32}$/);
export const words = z.string().max(20_000);
export const line = z.string().max(2_000);
export const code = z.string().min(1).max(60);
export const reason = z.string().max(4_000);
/** A day of the calendar, as `2026-03-05`. */
export const day = z.iso.date();
/** The hour on a clock, as `09:30`. */
export const wallTime = z.string().regex(/^(?:[01][0-9]|2[0-3]):[0-5][0-9]$/);
/** The name of a time zone, as `Asia/Almaty`; whether there is such a zone is for a step to ask. */
export const zoneName = z
  .string()
  .regex(/^[A-Za-z][A-Za-z0-9_+-]{0,29}(?:\/[A-Za-z0-9_+-]{1,30}){0,2}$/);

/** Where in a source a claim stands: offsets in UTF-16 units into the received text, a table cell, or a time code. */
export const passage = z.strictObject({
  start: z.int().min(0).optional(),
  end: z.int().min(0).optional(),
  quote: words.optional(),
  page: z.int().min(1).optional(),
  row: z.int().min(1).optional(),
  column: line.optional(),
  fromMs: z.int().min(0).optional(),
  toMs: z.int().min(0).optional(),
});
export type Passage = z.infer<typeof passage>;

/** One metadata field of a source, with the passage that shows it where there is one. */
export const described = z.strictObject({
  value: line,
  passage: passage.optional(),
  rule: code.optional(),
});
export type Described = z.infer<typeof described>;

export const stance = z.enum([
  "asserts",
  "denies",
  "admits",
  "demands",
  "estimates",
  "reframes",
  "declines",
]);
export type Stance = z.infer<typeof stance>;
export const role = z.enum(["documenter", "analyst", "reviewer", "publisher", "keeper"]);
export type Role = z.infer<typeof role>;
export const verdict = z.enum(["same", "different", "undecided", "relative"]);
export type Verdict = z.infer<typeof verdict>;
export const reviewState = z.enum(["proposed", "accepted", "rejected"]);
export type ReviewState = z.infer<typeof reviewState>;

/** A person (or one property of one) that a statement is about; what makes a denial a denial of *this* case. */
export const target = z.strictObject({ record: recordId, property: code.optional() });

const columnPlan = z.strictObject({
  column: line,
  schema: code.optional(),
  property: code.optional(),
  options: z.record(z.string().max(40), z.string().max(200)).optional(),
});
/** How a table becomes records: one plan per column, in the order of the columns; no property means "leave out". */
export const mapping = z.strictObject({
  schema: code,
  columns: z.array(columnPlan).max(500),
  keyColumn: line.optional(),
  sheet: line.optional(),
  encoding: z.string().max(40).optional(),
  delimiter: z.string().max(4).optional(),
  headerRow: z.int().min(1).optional(),
});
export type Mapping = z.infer<typeof mapping>;
