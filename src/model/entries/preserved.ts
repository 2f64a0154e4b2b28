// What keeps the rest believable: custody, audits, checkpoints, witnesses, stamps, erasure.
// Invariant: a body once accepted here never needs the state of the vault to be understood.
import { z } from "zod";
import { recordId, claimId, sourceId, fileHash, line, code, reason, logOrigin } from "./parts.ts";

export const preservedBodies = {
  /**
   * Something was shown, handed out or carried away: written before it happens, so that nothing goes unwritten.
   * What comes in is `file.kept` and `source.added`. Never holds what was sealed, only which claim it was.
   */
  "custody.noted": z.strictObject({
    action: z.enum([
      "viewed",
      "copied",
      "exported",
      "transferred",
      "redacted",
      "mirrored",
      "receipt",
    ]),
    source: sourceId.optional(),
    file: fileHash.optional(),
    record: recordId.optional(),
    claim: claimId.optional(),
    /** From whom or where, to whom or where, in words. */
    from: line.optional(),
    to: line.optional(),
    reason: reason.optional(),
  }),
  /** Every file was decrypted and hashed. `lost`: those that were not whole, the first thousand; all were counted. */
  "audit.done": z.strictObject({
    files: z.int().min(0),
    bytes: z.int().min(0),
    missing: z.int().min(0),
    damaged: z.int().min(0),
    /** How many of the missing and damaged were put back from the mirror. */
    repaired: z.int().min(0),
    lost: z
      .array(
        z.strictObject({
          file: fileHash,
          state: z.enum(["missing", "damaged"]),
          repaired: z.boolean(),
        }),
      )
      .max(1_000),
  }),
  /** The ledger gets a name and a public key to be witnessed under; a copy that goes another way begins a new one. */
  "log.begun": z.strictObject({ origin: logOrigin, vkey: line, reason: reason.optional() }),
  /** The tree of the first `size` entries was signed. `frontier`: its right edge, from which growth is proved. */
  "checkpoint.made": z.strictObject({
    origin: logOrigin,
    size: z.int().min(1),
    note: z.string().max(4_000),
    frontier: z.string().regex(/^(?:[0-9a-f]{2}){8,2000}$/),
    why: z.enum(["schedule", "hand", "export", "backup", "dossier"]),
  }),
  /** A witness's signature line under a checkpoint; `time` in seconds since 1970, as the witness says. */
  "checkpoint.cosigned": z.strictObject({
    origin: logOrigin,
    size: z.int().min(1),
    witness: line,
    line,
    time: z.int().min(0),
  }),
  /** Which witnesses count from now on, where checkpoints are sent, and how many must have cosigned. */
  "witnesses.set": z.strictObject({
    need: z.int().min(0).max(32),
    witnesses: z
      .array(z.strictObject({ name: code, vkey: line, address: line.nullable() }))
      .max(32),
  }),
  /**
   * Which time-stamping authorities (RFC 3161) are asked from now on, and which certificate their tokens must lead to:
   * one given as PEM, or one in the token with this SHA-256; null believes the root in the token.
   */
  "authorities.set": z.strictObject({
    authorities: z
      .array(
        z.strictObject({
          name: code,
          url: line,
          root: z
            .union([
              z.strictObject({ pem: z.string().max(10_000) }),
              z.strictObject({ sha256: fileHash }),
            ])
            .nullable(),
        }),
      )
      .max(8),
  }),
  /** An authority's token over a checkpoint's text was received and verified; `token` and `chain` are kept files. */
  "stamp.received": z.strictObject({
    origin: logOrigin,
    size: z.int().min(1),
    authority: code,
    token: fileHash,
    /** Signing certificate, those between, root: as PEM. */
    chain: fileHash,
    /** The time the token states, milliseconds since 1970. */
    time: z.int().min(0),
    policy: line,
    /** SHA-256 of the root certificate. */
    root: fileHash,
    /** Whether the revocation lists of its certificates were had at stamping, or why not. */
    revocation: code.optional(),
    /** Those lists (DER) as kept files. */
    lists: z.array(fileHash).max(10).optional(),
  }),
  /** Erasure for safety: these entries lose salt and content, their leaves stay. */
  erased: z.strictObject({ seqs: z.array(z.int().min(0)).max(10_000), reason }),
} as const;
