// Changes that need a second member: which kinds a keeper chose, and each such decision from its proposal to its end.
// Invariant: a proposal changes nothing; what it would change is written as entries of their own when another member confirms.
import { z } from "zod";
import { code, line, reason } from "./parts.ts";

/** `setting`: a keeper takes one of the other kinds off the list; always needs two. */
const protectedKind = z.enum(["death", "pin", "merge", "public-name", "setting"]);
const choice = protectedKind.exclude(["setting"]);
const id = z.string().regex(/^dcs_[0-9A-Z]{26}$/);

export const decisionBodies = {
  /** The whole list, each kind once; the latest stands. */
  "second-person.set": z.strictObject({ kinds: z.array(choice).max(4) }),
  "decision.proposed": z.strictObject({
    id,
    kind: protectedKind,
    subject: line,
    /** The entries that are written once it is confirmed, each body as JSON. */
    drafts: z
      .array(z.strictObject({ kind: code, subject: line, body: z.string().max(200_000) }))
      .min(1)
      .max(10),
    /** The rows it rests on, and the entry that wrote each when it was proposed (null: there was none). */
    ground: z
      .array(
        z.strictObject({
          table: z.enum(["claim_reviews", "pins", "judgements", "second_person"]),
          where: z.record(z.string().max(40), line),
          seq: z.int().nullable(),
        }),
      )
      .max(10),
    reason: reason.optional(),
  }),
  "decision.confirmed": z.strictObject({ id }),
  "decision.refused": z.strictObject({ id, reason: reason.min(1) }),
  /** By whoever proposed it. */
  "decision.taken-back": z.strictObject({ id }),
} as const;
