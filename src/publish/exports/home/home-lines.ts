// One ledger entry as one line of ledger.jsonl: canonical JSON anybody can read, hash and check without this program.
// Invariant: a line is believed only where its leaf is the commitment to what it says, and its number is one more than the last.
import { z } from "zod";
import { canonicalJson, commit, leafHash } from "../../../proof/index.ts";
import { envelopeText, type EntryRow } from "../../../store/index.ts";
import { PublishError } from "../../errors.ts";

const hex = (bytes: number) => z.string().regex(new RegExp(`^[0-9a-f]{${bytes * 2}}$`));
const head = {
  at: z.int(),
  author: z.string().max(100),
  device: z.string().max(100),
  kind: z.string().max(100),
  subject: z.string().max(200),
};
const lineShape = z.strictObject({
  /** Null where it was erased for safety; then `erased` says what is still known of it. */
  entry: z.strictObject({ ...head, body: z.unknown(), v: z.literal(1) }).nullable(),
  erased: z.strictObject(head).optional(),
  leaf: hex(32),
  salt: hex(32).nullable(),
  seal: hex(16),
  seq: z.int().min(0),
});

const text = (bytes: Uint8Array): string => Buffer.from(bytes).toString("hex");

/** Without its line break. */
export function lineOf(row: EntryRow): string {
  const { seq, at, author, device, kind, subject, body } = row;
  const entry = body === null ? "null" : envelopeText({ at, author, device, kind, subject, body });
  const erased =
    body === null ? `,"erased":${canonicalJson({ at, author, device, kind, subject })}` : "";
  const salt = row.salt === null ? "null" : `"${text(row.salt)}"`;
  return `{"entry":${entry}${erased},"leaf":"${text(row.leaf)}","salt":${salt},"seal":"${text(row.seal)}","seq":${seq}}`;
}

/** The entry of line `number` (from 1). Throws PublishError `publish/damaged-export` with the line. */
export function rowOfLine(line: string, number: number): EntryRow {
  const row = parsed(line, number);
  if (row.seq !== number - 1)
    throw damagedLine(number, "stands in another place than its number says");
  if (row.body !== null) {
    const told = envelopeText({ ...row, body: row.body });
    const right = row.salt !== null && leafHash(commit(row.salt, told)).equals(row.leaf);
    if (!right) throw damagedLine(number, "says something other than what its leaf commits to");
  }
  // Everything else of the line is read as well, so that no byte of it can differ unseen.
  if (lineOf(row) !== line) throw damagedLine(number, "is not written as this program writes it");
  return row;
}

function parsed(line: string, number: number): EntryRow {
  try {
    const { entry, erased, leaf, salt, seal, seq } = lineShape.parse(JSON.parse(line));
    const known = entry ?? erased;
    if (known === undefined) throw new Error("nothing is told");
    const { at, author, device, kind, subject } = known;
    return {
      seq,
      at,
      author,
      device,
      kind,
      subject,
      body: entry === null ? null : canonicalJson(entry.body),
      salt: salt === null ? null : Buffer.from(salt, "hex"),
      leaf: Buffer.from(leaf, "hex"),
      seal: Buffer.from(seal, "hex"),
    };
  } catch (cause) {
    throw damagedLine(number, "cannot be read", cause);
  }
}

function damagedLine(line: number, what: string, cause?: unknown): PublishError {
  return new PublishError(
    "publish/damaged-export",
    `Line ${line} of ledger.jsonl ${what}. The export was changed or cut off; use another copy.`,
    { details: { line }, ...(cause === undefined ? {} : { cause }) },
  );
}

/** Another part of the export that is not what the manifest says. */
export function damagedExport(what: string): PublishError {
  return new PublishError(
    "publish/damaged-export",
    `${what} The export was changed or cut off; use another copy.`,
  );
}
