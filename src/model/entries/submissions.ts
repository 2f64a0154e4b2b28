// What the group writes into a submission, what it sent to whom, and what the state replied.
// Invariant: a body once accepted here never needs the state of the vault to be understood.
import { z } from "zod";
import type { SubmissionId } from "../ids.ts";
import { code, day, fileHash, line, recordId, sourceId, words } from "./parts.ts";

export const submissionId = z
  .string()
  .regex(/^sub_[0-9A-Z]{26}$/)
  .transform((id) => id as SubmissionId);

export const submissionBodies = {
  /** In whose name submissions are made, as the group wants it told: its own name and address, never a relative's. */
  "submitter.set": z.strictObject({
    name: line,
    address: line,
    email: line.optional(),
    phone: line.optional(),
  }),
  /** The group's own words in one field of a form about a person; null takes them back. */
  "submission.written": z.strictObject({
    person: recordId,
    field: code,
    words: words.nullable(),
  }),
  /** A document went to a body of the United Nations. `file`: of the document as it was sent; `version`: the how-many-eth of its route. */
  "submission.sent": z.strictObject({
    id: submissionId,
    route: code,
    people: z.array(recordId).min(1).max(100),
    /** Others whose consent it rested on: people it names, and sources whose givers were asked. */
    rests: z
      .array(z.union([recordId, sourceId]))
      .max(2_000)
      .optional(),
    file: fileHash,
    version: z.int().min(1),
    on: day,
    audience: z.enum(["un-quiet", "un-named"]),
    language: z.enum(["en", "fr", "es"]),
    to: line.optional(),
    reference: line.optional(),
  }),
  /** The state replied, or the body did: a statement on file, and how it is to be read. */
  "submission.answered": z.strictObject({
    submission: submissionId,
    statement: recordId,
    reply: code.optional(),
    on: day.optional(),
  }),
} as const;
