// What came in: files, sources, tables, and what was said of a machine's suggestions.
// Invariant: a body once accepted here never needs the state of the vault to be understood.
import { z } from "zod";
import {
  recordId,
  sourceId,
  batchId,
  mappingId,
  fileHash,
  words,
  line,
  code,
  reason,
  passage,
  described,
  reviewState,
  mapping,
} from "./parts.ts";

export const collectedBodies = {
  "file.kept": z.strictObject({
    hash: fileHash,
    size: z.int().min(0),
    mime: z.string().max(200),
    name: line.optional(),
    derivedFrom: fileHash.optional(),
    /** What made a derived file, and with which parameters: `mupdf 1.26`, `{"page":"3"}`. */
    tool: line.optional(),
    parameters: z.record(z.string().max(40), line).optional(),
  }),
  /**
   * What a file says of itself, as it stood when it was first looked at: claims of whoever made the file, never facts of ours.
   * A place is given to a tenth of a degree; the exact one, and names, stay in the file alone.
   */
  "file.described": z.strictObject({
    file: fileHash,
    source: sourceId,
    tool: line,
    says: z
      .array(z.strictObject({ key: code, tag: line.optional(), value: line }))
      .min(1)
      .max(50),
  }),
  "source.added": z.strictObject({
    id: sourceId,
    kind: code,
    file: fileHash.optional(),
    /** The received text, kept as a file of its own so that offsets stay true for ever. */
    text: fileHash.optional(),
    title: line.optional(),
    language: z.string().max(16).optional(),
  }),
  /** What people say a source is; the latest description stands, earlier ones stay in the ledger. */
  "source.described": z.strictObject({
    id: sourceId,
    kind: code.optional(),
    headline: described.optional(),
    publisher: described.optional(),
    author: described.optional(),
    published: described.optional(),
    language: described.optional(),
    url: described.optional(),
    relays: z
      .array(
        z.strictObject({ source: sourceId.optional(), words: line, passage: passage.optional() }),
      )
      .max(200),
    interviewer: line.optional(),
    interpreter: line.optional(),
    note: words.optional(),
  }),
  "suggestion.rejected": z.strictObject({
    source: sourceId,
    suggestion: line,
    reason: reason.optional(),
  }),
  /** A member says whether a picture or recording shows the person of a record; two members must, before it may go out as theirs. */
  "picture.confirmed": z.strictObject({ source: sourceId, record: recordId, shows: z.boolean() }),
  "batch.started": z.strictObject({
    id: batchId,
    source: sourceId,
    mapping,
    /** Batches of one series update each other's rows by key and never duplicate them. */
    series: line,
  }),
  "batch.finished": z.strictObject({
    id: batchId,
    rows: z.int().min(0),
    added: z.int().min(0),
    updated: z.int().min(0),
    unchanged: z.int().min(0),
    failed: z.int().min(0),
  }),
  "batch.undone": z.strictObject({ id: batchId, reason }),
  "batch.reviewed": z.strictObject({ id: batchId, state: reviewState, reason: reason.optional() }),
  "mapping.saved": z.strictObject({ id: mappingId, name: line, mapping }),
} as const;
