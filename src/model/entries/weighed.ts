// What people wrote down and judged: records, claims, statements, who is who.
// Invariant: a body once accepted here never needs the state of the vault to be understood.
import { z } from "zod";
import { value } from "../value.ts";
import {
  recordId,
  claimId,
  sourceId,
  batchId,
  words,
  line,
  code,
  reason,
  passage,
  stance,
  verdict,
  reviewState,
  target,
} from "./parts.ts";

export const weighedBodies = {
  "record.added": z.strictObject({
    id: recordId,
    schema: code,
    source: sourceId,
    label: z.string().min(1).max(1_000),
    batch: batchId.optional(),
    key: line.optional(),
  }),
  "claim.added": z.strictObject({
    id: claimId,
    record: recordId,
    schema: code,
    property: code,
    value,
    source: sourceId,
    passage: passage.optional(),
    /** The statement record through which it was said; none means the source's own voice. */
    statement: recordId.optional(),
    /** How the speaker knows: a code of the vocabulary `knows`. */
    knows: code.optional(),
    /** When it was said (EDTF). */
    said: z.string().max(80).optional(),
    review: reviewState,
    replaces: claimId.optional(),
    batch: batchId.optional(),
    suggestion: line.optional(),
  }),
  "claim.reviewed": z.strictObject({
    claim: claimId,
    record: recordId,
    state: reviewState,
    reason: reason.optional(),
  }),
  /** Content grade 1–6 of a claim and its reason (Admiralty scale, never summed with the source's letter). */
  "claim.graded": z.strictObject({
    claim: claimId,
    record: recordId,
    grade: z.int().min(1).max(6),
    reason,
  }),
  "claim.pinned": z.strictObject({
    record: recordId,
    property: code,
    claim: claimId.nullable(),
    reason,
  }),
  "statement.added": z.strictObject({
    id: recordId,
    source: sourceId,
    passage,
    speaker: z
      .strictObject({ words: line, record: recordId.optional(), passage: passage.optional() })
      .optional(),
    cue: line.optional(),
    content: words,
    mode: z.enum(["direct", "mixed", "paraphrase"]),
    stance,
    addressee: line.optional(),
    said: z.string().max(80).optional(),
    targets: z.array(target).max(500),
    /** Statements or questions this one answers, denies or reframes. */
    answers: z.array(recordId).max(500),
    parent: recordId.optional(),
    suggestion: line.optional(),
    rule: code.optional(),
  }),
  "judgement.made": z.strictObject({
    left: recordId,
    right: recordId,
    verdict,
    reason,
    score: z.number().min(0).max(1).optional(),
    /** The judgement before this one was taken back and nothing stood before it: the pair waits again. */
    undone: z.literal(true).optional(),
  }),
  /** Takes back a record, a claim or a statement without forgetting it. `back: false` restores it. */
  withdrawn: z.strictObject({ target: line, subject: line, back: z.boolean(), reason }),
} as const;
