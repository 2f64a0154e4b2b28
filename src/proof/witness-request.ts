// What a log sends a witness: the size the witness saw last, the proof of growth since, and the new checkpoint.
// Invariant: parse(format(x)) = x; nothing is taken for a request that `format` would not have written.
import { ProofError } from "./errors.ts";
import { HASH_BYTES, requireHash } from "./hash.ts";
import { readBase64 } from "./note-key.ts";
import { requireWhole } from "./tree-shape.ts";

/** The body of `add-checkpoint`, over HTTP or in a file on a stick. */
export type WitnessRequest = {
  /** Size of the latest checkpoint this witness cosigned; 0: none. */
  readonly oldSize: number;
  /** Consistency proof from `oldSize` to the checkpoint's size: 32-byte hashes. */
  readonly proof: readonly Uint8Array[];
  /** The checkpoint, a signed note; not verified yet. */
  readonly checkpoint: string;
};

/** C2SP tlog-witness: a client must not send more; a tree of 2^63 leaves needs no more. */
const MAX_PROOF_LINES = 63;
/** More than a checkpoint with a hundred signatures and a full proof ever needs. */
export const MAX_REQUEST_LENGTH = 64 * 1024;

/**
 * The request as text.
 * Throws ProofError `proof/range` (size), `proof/bytes` (a hash not of 32 bytes), `proof/request` (too many hashes).
 * Source: C2SP tlog-witness, "add-checkpoint".
 */
export function formatWitnessRequest({ oldSize, proof, checkpoint }: WitnessRequest): string {
  requireWhole("old size", oldSize, 0, Number.MAX_SAFE_INTEGER);
  if (proof.length > MAX_PROOF_LINES) throw unfit(`at most ${MAX_PROOF_LINES} hashes`);
  const hashes = proof.map((hash) => {
    requireHash(hash, "proof hash");
    return `${Buffer.from(hash).toString("base64")}\n`;
  });
  return `old ${oldSize}\n${hashes.join("")}\n${checkpoint}`;
}

/** Reads `formatWitnessRequest` back. Throws ProofError `proof/request`; the checkpoint is not looked into. */
export function parseWitnessRequest(text: string): WitnessRequest {
  if (text.length > MAX_REQUEST_LENGTH) throw unfit(`at most ${MAX_REQUEST_LENGTH} characters`);
  const end = text.indexOf("\n\n");
  if (end < 0) throw unfit("an old size, hashes, an empty line and a checkpoint");
  const [first = "", ...lines] = text.slice(0, end).split("\n");
  const sizeText = /^old (0|[1-9][0-9]{0,15})$/.exec(first)?.[1];
  const oldSize = sizeText === undefined ? Number.NaN : Number(sizeText);
  if (!Number.isSafeInteger(oldSize)) throw unfit("`old` and a size without leading zeros");
  if (lines.length > MAX_PROOF_LINES) throw unfit(`at most ${MAX_PROOF_LINES} hashes`);
  const proof = lines.map((line) => {
    const hash = readBase64(line);
    if (hash?.length !== HASH_BYTES) throw unfit("hashes of 32 bytes in base64");
    return hash;
  });
  return { oldSize, proof, checkpoint: text.slice(end + 2) };
}

function unfit(expected: string): ProofError {
  return new ProofError(
    "proof/request",
    `Expected ${expected}, got something else. Make the request again, and carry it byte for byte.`,
  );
}
