// The key a ledger signs its checkpoints with, and the random name it signs under.
// Invariant: the key follows from the vault key and the name, so it lies nowhere and every member's unlocking has it; the
// name is random, so a checkpoint does not say whose it is.
import { hkdfSync, randomBytes } from "node:crypto";
import { type SignerKey, signerKey } from "../proof/index.ts";

/** A new origin line: `guwah/` and 128 random bits. */
export function newOrigin(): string {
  return `guwah/${randomBytes(16).toString("hex")}`;
}

/** Ed25519 key of type 1, its seed by HKDF-SHA-256 (RFC 5869) from the vault key; named as the origin, as C2SP asks. */
export function logSigner(root: Uint8Array, origin: string): SignerKey {
  const seed = subkey(root, `log ${origin}`);
  try {
    return signerKey(origin, 1, seed);
  } finally {
    seed.fill(0);
  }
}

/** The key under which the latest checkpoint lies beside the database. */
export function keptKey(root: Uint8Array): Buffer {
  return subkey(root, "kept checkpoint");
}

function subkey(root: Uint8Array, name: string): Buffer {
  return Buffer.from(hkdfSync("sha256", root, Buffer.alloc(0), `guwah 1 ${name}`, 32));
}
