// Appeals: the key they are encrypted to, and what came in one.
// Invariant: nothing here says who sent an appeal; that is a sealed claim.
import { z } from "zod";
import { sealedValue } from "../value.ts";
import { code, fileHash, line, recordId, sourceId, words } from "./parts.ts";

const recipient = z.string().regex(/^age1[02-9ac-hj-np-z]{20,90}$/);

export const appealBodies = {
  /**
   * From now on appeals are encrypted to this age recipient (X25519). `identity` opens them, sealed: only roles that may
   * open sealed values read appeals. Earlier keys stay in the ledger and open what was encrypted to them.
   */
  "appeal-key.set": z.strictObject({ recipient, identity: sealedValue }),
  /** An appeal was opened. Its source holds the encrypted file as it came, and the text of what it tells. */
  "appeal.received": z.strictObject({
    source: sourceId,
    /** The encrypted file as it came. */
    file: fileHash,
    /** Drawn by the form: saving one appeal twice gives two files with one id. */
    appeal: z.string().regex(/^[0-9a-f]{32}$/),
    /** Keyed hash of everything in it but the time of saving. */
    content: z.string().length(64),
    people: z.array(z.strictObject({ record: recordId, giver: code })).max(50),
    /** The record of whoever sent it; one of the people where they wrote for themselves. */
    sender: recordId,
    files: z
      .array(
        z.strictObject({
          name: line,
          source: sourceId.optional(),
          /** The vault had the same bytes before. */
          known: z.literal(true).optional(),
          error: code.optional(),
        }),
      )
      .max(30),
    consent: z.strictObject({
      wording: line,
      language: z.string().max(16),
      audiences: z.array(code).min(1).max(20),
      risk: words.optional(),
    }),
  }),
} as const;
