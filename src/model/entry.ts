// The kinds of ledger entry and what each one holds. This union is the whole of what can ever be written.
// Invariant: a body once accepted here never needs the state of the vault to be understood.
import { z } from "zod";
import type {
  BatchId,
  ConsentId,
  ClaimId,
  DeviceId,
  FileHash,
  MappingId,
  MemberId,
  RecordId,
  SourceId,
} from "./ids.ts";
import { value } from "./value.ts";

const idOf = <T extends string>(prefix: string) =>
  z
    .string()
    .regex(new RegExp(`^${prefix}_[0-9A-Z]{26}$`))
    .transform((id) => id as T);
export const recordId = idOf<RecordId>("rec");
export const claimId = idOf<ClaimId>("clm");
export const sourceId = idOf<SourceId>("src");
export const batchId = idOf<BatchId>("bat");
export const memberId = idOf<MemberId>("mem");
export const deviceId = idOf<DeviceId>("dev");
export const consentId = idOf<ConsentId>("cns");
export const mappingId = idOf<MappingId>("map");
export const fileHash = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .transform((h) => h as FileHash);

/** Random, so that a published checkpoint does not say whose ledger it is. */
const logOrigin = z.string().regex(/^guwah\/[0-9a-f]{32}$/);
const words = z.string().max(20_000);
const line = z.string().max(2_000);
const code = z.string().min(1).max(60);
const reason = z.string().max(4_000);

/** Where in a source a claim stands: offsets in UTF-16 units into the received text, a table cell, or a time code. */
export const passage = z.strictObject({
  start: z.int().min(0).optional(),
  end: z.int().min(0).optional(),
  quote: words.optional(),
  page: z.int().min(1).optional(),
  row: z.int().min(1).optional(),
  column: line.optional(),
  fromMs: z.int().min(0).optional(),
  toMs: z.int().min(0).optional(),
});
export type Passage = z.infer<typeof passage>;

/** One metadata field of a source, with the passage that shows it where there is one. */
const described = z.strictObject({
  value: line,
  passage: passage.optional(),
  rule: code.optional(),
});
export type Described = z.infer<typeof described>;

export const stance = z.enum([
  "asserts",
  "denies",
  "admits",
  "demands",
  "estimates",
  "reframes",
  "declines",
]);
export type Stance = z.infer<typeof stance>;
export const role = z.enum(["documenter", "analyst", "reviewer", "publisher", "keeper"]);
export type Role = z.infer<typeof role>;
export const verdict = z.enum(["same", "different", "undecided", "relative"]);
export type Verdict = z.infer<typeof verdict>;
export const reviewState = z.enum(["proposed", "accepted", "rejected"]);
export type ReviewState = z.infer<typeof reviewState>;

/** A person (or one property of one) that a statement is about; what makes a denial a denial of *this* case. */
const target = z.strictObject({ record: recordId, property: code.optional() });

const columnPlan = z.strictObject({
  column: line,
  schema: code.optional(),
  property: code.optional(),
  options: z.record(z.string().max(40), z.string().max(200)).optional(),
});
/** How a table becomes records: one plan per column, in the order of the columns; no property means "leave out". */
export const mapping = z.strictObject({
  schema: code,
  columns: z.array(columnPlan).max(500),
  keyColumn: line.optional(),
  sheet: line.optional(),
  encoding: z.string().max(40).optional(),
  delimiter: z.string().max(4).optional(),
  headerRow: z.int().min(1).optional(),
});
export type Mapping = z.infer<typeof mapping>;

export const bodies = {
  "vault.created": z.strictObject({ name: line }),
  "member.added": z.strictObject({ id: memberId, name: line, roles: z.array(role) }),
  "member.changed": z.strictObject({
    id: memberId,
    name: line,
    roles: z.array(role),
    active: z.boolean(),
  }),
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
  "record.added": z.strictObject({
    id: recordId,
    schema: code,
    source: sourceId,
    label: z.string().min(1).max(1_000),
    batch: batchId.optional(),
    key: line.optional(),
  }),
  "claim.added": z.strictObject({
    id: claimId,
    record: recordId,
    schema: code,
    property: code,
    value,
    source: sourceId,
    passage: passage.optional(),
    /** The statement record through which it was said; none means the source's own voice. */
    statement: recordId.optional(),
    /** How the speaker knows: a code of the vocabulary `knows`. */
    knows: code.optional(),
    /** When it was said (EDTF). */
    said: z.string().max(80).optional(),
    review: reviewState,
    replaces: claimId.optional(),
    batch: batchId.optional(),
    suggestion: line.optional(),
  }),
  "claim.reviewed": z.strictObject({
    claim: claimId,
    record: recordId,
    state: reviewState,
    reason: reason.optional(),
  }),
  /** Content grade 1–6 of a claim and its reason (Admiralty scale, never summed with the source's letter). */
  "claim.graded": z.strictObject({
    claim: claimId,
    record: recordId,
    grade: z.int().min(1).max(6),
    reason,
  }),
  "claim.pinned": z.strictObject({
    record: recordId,
    property: code,
    claim: claimId.nullable(),
    reason,
  }),
  "statement.added": z.strictObject({
    id: recordId,
    source: sourceId,
    passage,
    speaker: z
      .strictObject({ words: line, record: recordId.optional(), passage: passage.optional() })
      .optional(),
    cue: line.optional(),
    content: words,
    mode: z.enum(["direct", "mixed", "paraphrase"]),
    stance,
    addressee: line.optional(),
    said: z.string().max(80).optional(),
    targets: z.array(target).max(500),
    /** Statements or questions this one answers, denies or reframes. */
    answers: z.array(recordId).max(500),
    parent: recordId.optional(),
    suggestion: line.optional(),
    rule: code.optional(),
  }),
  "suggestion.rejected": z.strictObject({
    source: sourceId,
    suggestion: line,
    reason: reason.optional(),
  }),
  "judgement.made": z.strictObject({
    left: recordId,
    right: recordId,
    verdict,
    reason,
    score: z.number().min(0).max(1).optional(),
    /** The judgement before this one was taken back and nothing stood before it: the pair waits again. */
    undone: z.literal(true).optional(),
  }),
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
  /** Takes back a record, a claim or a statement without forgetting it. `back: false` restores it. */
  withdrawn: z.strictObject({ target: line, subject: line, back: z.boolean(), reason }),
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
  }),
  /** A member says whether a picture or recording shows the person of a record; two members must, before it may go out as theirs. */
  "picture.confirmed": z.strictObject({ source: sourceId, record: recordId, shows: z.boolean() }),
  /** Erasure for safety: these entries lose salt and content, their leaves stay. */
  erased: z.strictObject({ seqs: z.array(z.int().min(0)).max(10_000), reason }),
} as const;

export type EntryKind = keyof typeof bodies;
export type Body<K extends EntryKind> = z.infer<(typeof bodies)[K]>;
export const entryKinds = Object.keys(bodies) as readonly EntryKind[];

/** What a step hands to the ledger: a kind, the one thing it is mainly about, and its body. */
export type Draft<K extends EntryKind = EntryKind> = {
  [P in K]: { readonly kind: P; readonly subject: string; readonly body: Body<P> };
}[K];

/** A draft that has been written: who, where, when, and its place in the ledger (from 0). */
export type Entry<K extends EntryKind = EntryKind> = Draft<K> & {
  readonly seq: number;
  readonly at: number;
  readonly author: MemberId;
  readonly device: DeviceId;
};

/** Makes a draft whose body the type checker has tied to its kind. */
export function draft<K extends EntryKind>(kind: K, subject: string, body: Body<K>): Draft<K> {
  return { kind, subject, body };
}
