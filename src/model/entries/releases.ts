// What is kept from leaving, who agreed to a release, what was released and where it went.
// Invariant: a body once accepted here never needs the state of the vault to be understood; none holds what was released.
import { z } from "zod";
import { claimId, code, fileHash, line, reason, recordId, sourceId } from "./parts.ts";

const held = z.union([recordId, sourceId, claimId]);
const audience = z.enum(["public", "partners"]);
/** SHA-256 over the canonical JSON of what a release holds, its number and day apart. */
const contents = fileHash;
const shortDigest = z.string().regex(/^[0-9a-f]{16}$/);
/** A line that stands on a public page. */
const told = z.string().min(1).max(300);

/** What a page about a person is made of. */
export const pageSections = ["names", "values", "story", "statements", "pictures"] as const;

export const releaseBodies = {
  /** From now on nothing of this goes into a release. */
  "hold.set": z.strictObject({ about: held, reason: reason.min(1) }),
  "hold.lifted": z.strictObject({ about: held, reason: reason.min(1) }),
  /** A member has looked at exactly these contents, and agrees that they go to the audience. */
  "release.approved": z.strictObject({ audience, contents }),
  /**
   * Written before anything is handed out. `tree`: SHA-256 over the list of the files written and their hashes. `to`: where the copies
   * went, in words. `people`: whom it shows, by a record of theirs, with a short digest by which the next release knows what changed.
   */
  "release.made": z.strictObject({
    number: z.int().min(1),
    audience,
    contents,
    tree: fileHash,
    files: z.int().min(1),
    to: line.min(1),
    approvedBy: z.array(line).min(2).max(20),
    people: z
      .array(
        z.strictObject({
          record: recordId,
          number: line,
          level: code,
          digest: shortDigest,
          /** Six hex digits for each section of the page, in the order of `pageSections`: what changed can be told, not how. */
          sections: z
            .string()
            .regex(/^(?:[0-9a-f]{6}){5}$/)
            .optional(),
          /** Below the level `name`: a digest of the row, the same for all who were shown alike. */
          row: shortDigest.optional(),
        }),
      )
      .max(100_000),
    /** Places, questions and figures it shows, by their keys, with a digest each. */
    things: z
      .array(z.strictObject({ about: code, key: line, digest: shortDigest }))
      .max(100_000)
      .optional(),
    /** Private sources something of which is in it. */
    sources: z.array(sourceId).max(100_000),
  }),
  /**
   * It should no longer be shown by anybody; it is replaced, or taken off, wherever the copies went. `copies`: the numbers of the entries
   * by which copies left that held any of its people, as whoever withdrew it was shown them.
   */
  "release.withdrawn": z.strictObject({
    number: z.int().min(1),
    audience,
    reason: reason.min(1),
    copies: z.array(z.int().min(0)).max(10_000).optional(),
  }),
  /** How the group wants to be named and reached by whoever reads a release; the latest stands, whole. Part of what is approved. */
  "publisher.set": z.strictObject({
    name: told.optional(),
    contact: told.optional(),
    address: told.optional(),
  }),
  /**
   * Tables or another format went to an audience. `contents`: of the release it was made of, for the public. `people`: whom it shows, by
   * a record of theirs; `level` where it is not everything the audience may see.
   */
  "export.made": z.strictObject({
    audience,
    contents: contents.optional(),
    format: code,
    to: line.min(1),
    people: z.array(z.strictObject({ record: recordId, level: code.optional() })).max(100_000),
    sources: z.array(sourceId).max(100_000),
  }),
  /** What became of a copy that is out: its receiver was asked to take it down, did so, or would not. `copy`: the entry it left by. */
  "copy.answered": z.strictObject({
    copy: z.int().min(0),
    state: z.enum(["open", "asked", "gone", "refused"]),
    note: reason.optional(),
  }),
} as const;
