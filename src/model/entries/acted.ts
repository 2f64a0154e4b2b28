// What was done for a person: consents asked and withdrawn.
// Invariant: a body once accepted here never needs the state of the vault to be understood.
import { z } from "zod";
import { recordId, sourceId, consentId, words, line, code, reason } from "./parts.ts";

export const actedBodies = {
  /**
   * Somebody said to whom this may go: what is on file of a person, or a source that somebody gave. Whatever no consent names stays.
   * `wording`: the version of the text that was read out or signed; `until`: the last day it holds (EDTF), to be asked again then.
   */
  "consent.given": z.strictObject({
    id: consentId,
    about: z.union([recordId, sourceId]),
    audiences: z.array(code).min(1).max(20),
    giver: code,
    mode: code,
    language: z.string().max(16).optional(),
    wording: line.optional(),
    until: z
      .string()
      .regex(/^\d{4}-\d{2}-\d{2}$/)
      .optional(),
    /** Which partners, which limits; never the giver's name, which belongs in a sealed value. */
    note: words.optional(),
  }),
  "consent.withdrawn": z.strictObject({
    id: consentId,
    about: z.union([recordId, sourceId]),
    reason: reason.optional(),
  }),
} as const;
