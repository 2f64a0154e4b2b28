// How far what is on file can be relied on, as members judged it: the source by topic, and where a claim comes from.
// Invariant: each judgement has its reason, and none is ever added up with another.
import { z } from "zod";
import { claimId, code, recordId, sourceId } from "./parts.ts";

const why = z.string().min(1).max(4_000);

export const gradingBodies = {
  /** How reliable a source is on one topic (`question-topic`), A to F (`source-grade`). Where nobody said, it is F. */
  "source.graded": z.strictObject({
    source: sourceId,
    topic: code,
    grade: z.enum(["A", "B", "C", "D", "E", "F"]),
    reason: why,
  }),
  /** What kind of origin a claim goes back to (`origin-kind`). */
  "claim.origin": z.strictObject({ claim: claimId, record: recordId, origin: code, reason: why }),
} as const;
