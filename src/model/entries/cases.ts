// The work on people's cases: what the group opened, took on, set a day for, did and wrote down.
// Invariant: nothing here is a fact about a person; what a source says is a claim. A later entry about the same thing
// replaces an earlier one in what is shown, and both stay in the ledger.
import { z } from "zod";
import {
  caseId,
  claimId,
  code,
  day,
  deadlineId,
  line,
  memberId,
  noteId,
  reason,
  recordId,
  taskId,
  wallTime,
  words,
  zoneName,
} from "./parts.ts";

/** `G-2026-0001`; a device that did not make the vault adds its own mark, so that no two ever give out the same. */
export const caseNumber = z
  .string()
  .regex(/^G-[0-9]{4}-[0-9]{4,7}(?:-[0-9A-Z]{4,26})?$/)
  .max(45);

/**
 * A moment as it was told: a day on the calendar of a place, and the hour on its clocks where one was said.
 * Never an instant: governments change their clocks, and the court still means half past nine.
 */
export const moment = z.strictObject({
  day,
  time: wallTime.optional(),
  /** An IANA time zone, as `Asia/Almaty`. */
  zone: zoneName,
  /** Where clocks go back and the hour comes twice: which of the two. Not said: the first. */
  fold: z.enum(["first", "second"]).optional(),
  /** The words in which it was told, as "the Tuesday after the holiday". */
  words: line.optional(),
});

const people = z.array(recordId).min(1).max(50);

export const caseBodies = {
  "case.opened": z.strictObject({
    id: caseId,
    number: caseNumber,
    kind: code,
    title: line.optional(),
    people,
    status: code,
    priority: code,
    assignee: memberId.nullable(),
  }),
  /** Only what changes; each field goes its own way, so that two people may change two fields at once. */
  "case.changed": z.strictObject({
    id: caseId,
    kind: code.optional(),
    title: line.optional(),
    status: code.optional(),
    priority: code.optional(),
    assignee: memberId.nullable().optional(),
    reason: reason.optional(),
  }),
  /** Somebody becomes part of a case, or (`in: false`) no longer is. */
  "case.person": z.strictObject({
    id: caseId,
    record: recordId,
    in: z.boolean(),
    reason: reason.optional(),
  }),
  /** An item of the checklist of the case's kind was ticked, or its tick taken back. */
  "case.checked": z.strictObject({
    id: caseId,
    item: code,
    done: z.boolean(),
    note: line.optional(),
  }),
  /** `gone`: taken back; its words stay in the ledger. */
  "case.noted": z.strictObject({
    id: noteId,
    case: caseId,
    text: words,
    gone: z.literal(true).optional(),
  }),
  "task.set": z.strictObject({
    id: taskId,
    case: caseId,
    title: line,
    assignee: memberId.nullable(),
    due: day.nullable(),
    state: z.enum(["open", "done", "dropped"]),
    reason: reason.optional(),
  }),
  "deadline.set": z.strictObject({
    id: deadlineId,
    case: caseId,
    kind: code,
    title: line.optional(),
    at: moment,
    /** How many minutes before it somebody wants to be told. */
    reminders: z.array(z.int().min(0).max(527_040)).max(12),
    /** The claim it was taken from, and the proceeding that claim belongs to. */
    claim: claimId.optional(),
    proceeding: recordId.optional(),
    /** `moved`: the moment is not the one set before, and why. */
    state: z.enum(["open", "done", "missed", "moved", "dropped"]),
    reason: reason.optional(),
  }),
  /**
   * Somebody looked at a finding and says why it may stand (`settled: false` takes that back). `print`: SHA-256 of the
   * rule and of the facts it rests on, so that the finding returns when they change.
   */
  "finding.settled": z.strictObject({
    print: z.string().regex(/^[0-9a-f]{64}$/),
    rule: code,
    about: z.union([caseId, recordId]),
    settled: z.boolean(),
    reason,
  }),
} as const;
