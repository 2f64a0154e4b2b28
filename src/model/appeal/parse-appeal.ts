// The door for appeals: what a form wrote, or what somebody made to look like it.
// Invariant: what passes is complete, within every limit and of known codes; a fault is told by its field, never its content.
import { z } from "zod";
import { ModelError } from "../errors.ts";
import {
  type Appeal,
  appealAudiences,
  appealKnows,
  appealLimits as limits,
  appealRelations,
  appealVersion,
} from "./appeal.ts";

const filled = (max: number) =>
  z
    .string()
    .max(max)
    .refine((text) => text.trim() !== "");
const line = filled(limits.line).optional();
const words = filled(limits.words).optional();

const person = z.strictObject({
  names: z.array(filled(limits.line)).min(1).max(limits.namesOfOne),
  sex: z.enum(["female", "male"]).optional(),
  born: line,
  from: line,
  relation: z.enum(appealRelations).optional(),
  taken: line,
  takenFrom: line,
  takenBy: line,
  heldAt: line,
  lastHeard: line,
  happened: words,
  knows: z.enum(appealKnows).optional(),
});

const file = z.strictObject({
  entry: z.string().regex(/^files\/\d{2}(?:\.[a-z0-9]{1,8})?$/),
  name: filled(255),
  bytes: z.int().min(0).max(limits.fileBytes),
  about: line,
});

const appeal = z.strictObject({
  format: z.literal("guwah-appeal"),
  version: z.literal(appealVersion),
  id: z.string().regex(/^[0-9a-f]{32}$/),
  made: z.iso.datetime().max(40),
  language: z.string().regex(/^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8}){0,3}$/),
  people: z.array(person).min(1).max(limits.people),
  done: words,
  files: z
    .array(file)
    .max(limits.files)
    .refine((files) => new Set(files.map((f) => f.entry)).size === files.length)
    .refine((files) => files.reduce((sum, f) => sum + f.bytes, 0) <= limits.allBytes),
  sender: z.strictObject({ name: line, contact: line, care: line }).optional(),
  consent: z.strictObject({
    wording: filled(120),
    audiences: z
      .array(z.enum(appealAudiences))
      .max(appealAudiences.length)
      .refine((all) => all.includes("inside") && new Set(all).size === all.length),
    risk: words,
  }),
});

/**
 * An appeal out of the JSON a form wrote.
 * Throws ModelError `appeal-newer` for a version this program does not know, `appeal-invalid` with the path of the first fault.
 */
export function parseAppeal(input: unknown): Appeal {
  const version = (input as { version?: unknown } | null)?.version;
  if (typeof version === "number" && version > appealVersion)
    throw new ModelError(
      "appeal-newer",
      "This appeal was made with a newer form. Update Guwah, then open it again.",
      "version",
    );
  const parsed = appeal.safeParse(input);
  if (parsed.success) return parsed.data as Appeal;
  const path = (parsed.error.issues[0]?.path ?? []).map(String).join(".") || "(whole)";
  throw new ModelError(
    "appeal-invalid",
    `The appeal does not fit its shape at ${path.slice(0, 80)}. Ask the sender to fill in the form again.`,
    path.slice(0, 80),
  );
}
