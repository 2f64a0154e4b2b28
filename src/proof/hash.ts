// SHA-256 and the three domains it is used in: commitments, leaves, inner nodes.
// Invariant: a leaf can never pass for a node nor a node for a leaf (RFC 6962 §2.1 prefixes).
import { createHash, hash } from "node:crypto";
import { ProofError } from "./errors.ts";

/** Bytes in a SHA-256 digest, and in a salt. */
export const HASH_BYTES = 32;

const LEAF_PREFIX = 0x00;
const NODE_PREFIX = 0x01;

// One-shot calls on kept buffers: the ledger hashes every entry three times.
const leafInput = Buffer.alloc(1 + HASH_BYTES, LEAF_PREFIX);
const nodeInput = Buffer.alloc(1 + 2 * HASH_BYTES, NODE_PREFIX);
const commitInput = Buffer.alloc(16_384);

/** SHA-256 of some bytes, as 32 bytes. */
export function sha256(bytes: Uint8Array): Buffer {
  // Measured: a "binary" string turned into bytes is three times faster than asking for a Buffer.
  return Buffer.from(hash("sha256", bytes, "binary"), "latin1");
}

/** SHA-256 of some bytes, as 64 lower-case hexadecimal digits (what `sha256sum` prints). */
export function sha256Hex(bytes: Uint8Array): string {
  return hash("sha256", bytes, "hex");
}

/**
 * The salted commitment to an entry's canonical text: SHA-256(salt || UTF-8 text).
 * The 32 random salt bytes stop anyone from guessing a short text from its hash, and destroying
 * them erases the entry while its leaf stays in the tree.
 * Throws ProofError `proof/bytes` (salt not 32 bytes), `proof/json-text` (a lone surrogate, which
 * UTF-8 cannot carry, so that two texts would share one commitment).
 */
export function commit(salt: Uint8Array, canonical: string): Buffer {
  requireHash(salt, "salt");
  if (!canonical.isWellFormed()) {
    throw new ProofError(
      "proof/json-text",
      "Expected well-formed Unicode, got half of a surrogate pair. Commit to the output of canonicalJson().",
    );
  }
  if (HASH_BYTES + canonical.length * 3 > commitInput.length) {
    return createHash("sha256").update(salt).update(canonical, "utf8").digest();
  }
  commitInput.set(salt);
  const end = HASH_BYTES + commitInput.write(canonical, HASH_BYTES, "utf8");
  const digest = sha256(commitInput.subarray(0, end));
  // The text must not outlive the call in a buffer that survives locking the vault.
  commitInput.fill(0, 0, end);
  return digest;
}

/** RFC 6962 §2.1 leaf hash: SHA-256(0x00 || commitment). The commitment is 32 bytes. */
export function leafHash(commitment: Uint8Array): Buffer {
  requireHash(commitment, "commitment");
  leafInput.set(commitment, 1);
  return sha256(leafInput);
}

/** RFC 6962 §2.1 inner node: SHA-256(0x01 || left || right). Both are 32-byte hashes. */
export function nodeHash(left: Uint8Array, right: Uint8Array): Buffer {
  requireHash(left, "left node");
  requireHash(right, "right node");
  nodeInput.set(left, 1);
  nodeInput.set(right, 1 + HASH_BYTES);
  return sha256(nodeInput);
}

/** RFC 6962 §2.1 leaf hash of data of any length, for trees that do not hold commitments. */
export function leafHashOf(data: Uint8Array): Buffer {
  return createHash("sha256").update(Buffer.of(LEAF_PREFIX)).update(data).digest();
}

/** Throws ProofError `proof/bytes` unless `bytes` are the 32 of a SHA-256 hash. */
export function requireHash(bytes: Uint8Array, what: string): void {
  if (bytes.length === HASH_BYTES) return;
  throw new ProofError(
    "proof/bytes",
    `Expected ${what} of ${HASH_BYTES} bytes, got ${bytes.length}. Pass the raw bytes, not their hexadecimal text.`,
    { expected: HASH_BYTES, got: bytes.length },
  );
}

/** A hash over bytes that arrive in pieces; `digest` may be asked once. */
export type StreamingHash = {
  /** Adds bytes; returns how many have come so far. */
  readonly update: (bytes: Uint8Array) => number;
  /** SHA-256 of everything added, as 64 hexadecimal digits. */
  readonly digestHex: () => string;
};

/** Starts a streaming SHA-256, for files too big to hold in memory. */
export function startHash(): StreamingHash {
  const running = createHash("sha256");
  let size = 0;
  return {
    update(bytes) {
      running.update(bytes);
      return (size += bytes.length);
    },
    digestHex: () => running.digest("hex"),
  };
}
