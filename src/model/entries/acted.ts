// What was done for a person: consents asked and withdrawn, and what went out to somebody.
// Invariant: a body once accepted here never needs the state of the vault to be understood.
import { z } from "zod";
import { sealedValue } from "../value.ts";
import { recordId, sourceId, consentId, words, line, code, reason } from "./parts.ts";

const day = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

export const actedBodies = {
  /**
   * Somebody said to whom this may go: what is on file of a person, or a source that somebody gave. Whatever no consent names stays.
   * `wording`: the version of the text that was read out or signed; `until`: the last day it holds; `review`: the day to ask again,
   * on which it goes on holding.
   */
  "consent.given": z.strictObject({
    id: consentId,
    about: z.union([recordId, sourceId]),
    /** The records that were judged this person when the question was asked: what the answer knew of. Without it, `about` alone. */
    covers: z.array(recordId).max(2_000).optional(),
    audiences: z.array(code).min(1).max(20),
    giver: code,
    /** Name and contact of who consented; sealed, and nowhere else. */
    giverSealed: sealedValue.optional(),
    mode: code,
    language: z.string().max(16).optional(),
    interpreter: line.optional(),
    wording: line.optional(),
    /** Who asked, where that is not the member who writes it down. */
    taker: line.optional(),
    /** The state of the one it is about: a code of `consent-capacity`. */
    capacity: code.optional(),
    /** Of a child: whether the child was asked and agreed, or is too young to be asked. */
    assent: z.enum(["yes", "too-young"]).optional(),
    /** Of somebody detained: how whoever consents sees the risk for them. */
    risk: words.optional(),
    until: day.optional(),
    review: day.optional(),
    /** Which partners, which limits; never the giver's name, which belongs in `giverSealed`. */
    note: words.optional(),
  }),
  /** From now on it does not hold: none of it, or these audiences of it. */
  "consent.withdrawn": z.strictObject({
    id: consentId,
    about: z.union([recordId, sourceId]),
    audiences: z.array(code).min(1).max(20).optional(),
    reason: reason.optional(),
  }),
  /** A letter or another step naming people went to an audience: written before it is handed out. */
  "outreach.sent": z.strictObject({
    /** A code of `intervention-kind`. */
    kind: code,
    audience: code,
    to: line,
    people: z.array(recordId).max(2_000),
    /** Private sources whose words it rests on. */
    sources: z.array(sourceId).max(2_000),
    intervention: recordId.optional(),
    /** The letter's template and language. */
    template: code.optional(),
    language: z.string().max(16).optional(),
  }),
} as const;
