// What the addresses of review take in common.
import { z } from "@hono/zod-openapi";
import { passage, recordId, stance } from "../../model/index.ts";

export const line = z.string().max(2_000);
export const code = z.string().min(1).max(60);
export const newClaim = z.strictObject({
  property: code,
  value: z.unknown().optional(),
  words: z.string().max(20_000).optional(),
  passage: passage.optional(),
  statement: recordId.optional(),
  knows: code.optional(),
  said: z.string().max(80).optional(),
  suggestion: line.optional(),
});
export const statementEdit = {
  content: z.string().max(20_000).optional(),
  speaker: line.optional(),
  speakerRecord: recordId.optional(),
  stance: stance.optional(),
  mode: z.enum(["direct", "mixed", "paraphrase"]).optional(),
  addressee: line.optional(),
  said: z.string().max(80).optional(),
  targets: z
    .array(z.strictObject({ record: recordId, property: code.optional() }))
    .max(500)
    .optional(),
  answers: z.array(recordId).max(500).optional(),
};
