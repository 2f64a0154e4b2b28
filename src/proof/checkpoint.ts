// C2SP checkpoints: what a ledger says of itself at a given size, as the text of a signed note.
// Invariant: parse(format(x)) = x, and only the one way of writing a checkpoint is accepted.
import { ProofError } from "./errors.ts";
import { HASH_BYTES, requireHash } from "./hash.ts";
import { readBase64 } from "./note-key.ts";
import { requireWhole } from "./tree-shape.ts";

/** A ledger's state: which ledger, how many entries, and the root over them. */
export type Checkpoint = {
  /** Unique name of the ledger, such as `guwah.example/ledger-7f3a`. */
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
  /** Further lines, not empty; seldom wanted, since monitors cannot audit them. */
  readonly extensions?: readonly string[];
};

// oxlint-disable-next-line no-control-regex -- C2SP signed-note: a line holds no ASCII control sign
const CONTROL = /[\u0000-\u001f]/;

/**
 * The checkpoint as the text to be signed.
 * Throws ProofError `proof/checkpoint` (origin or an extension empty or with control signs),
 * `proof/range` (size), `proof/bytes` (root not 32 bytes).
 * Source: C2SP tlog-checkpoint, "Note text".
 */
export function formatCheckpoint(checkpoint: Checkpoint): string {
  const { origin, size, root, extensions = [] } = checkpoint;
  requireWhole("tree size", size, 0, Number.MAX_SAFE_INTEGER);
  requireHash(root, "root");
  for (const line of [origin, ...extensions]) {
    if (line === "" || CONTROL.test(line) || !line.isWellFormed()) {
      throw unfit("an origin and extensions of one well-formed line each");
    }
  }
  return [origin, String(size), Buffer.from(root).toString("base64"), ...extensions, ""].join("\n");
}

/**
 * Reads a checkpoint from the text of a note that has been verified.
 * Throws ProofError `proof/checkpoint` for anything `formatCheckpoint` would not have written.
 */
export function parseCheckpoint(text: string): Checkpoint {
  const lines = text.split("\n");
  if (lines.pop() !== "" || lines.length < 3) throw unfit("three lines, each ended by a newline");
  const [origin = "", sizeText = "", rootText = "", ...extensions] = lines;
  const size = /^(?:0|[1-9][0-9]{0,15})$/.test(sizeText) ? Number(sizeText) : Number.NaN;
  const root = readBase64(rootText);
  if (!Number.isSafeInteger(size)) throw unfit("a size in decimal without leading zeros");
  if (root?.length !== HASH_BYTES) throw unfit("a root of 32 bytes in base64");
  const checkpoint = { origin, size, root, ...(extensions.length > 0 ? { extensions } : {}) };
  if (formatCheckpoint(checkpoint) !== text) throw unfit("a checkpoint written canonically");
  return checkpoint;
}

function unfit(expected: string): ProofError {
  return new ProofError(
    "proof/checkpoint",
    `Expected ${expected}, got something else. Check that the text is a whole checkpoint.`,
  );
}
