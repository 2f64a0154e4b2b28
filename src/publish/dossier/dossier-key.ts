// The key a vault signs its dossiers with.
// Invariant: it follows from the vault key, lies nowhere, and signs dossiers only.
import { hkdfSync } from "node:crypto";
import { type SignerKey, signerKey } from "../../proof/index.ts";

export const NAMESPACE = "guwah-dossier";

/** Ed25519, its seed by HKDF-SHA-256 (RFC 5869) from the vault key. */
export function dossierKey(root: Uint8Array): SignerKey {
  const seed = Buffer.from(hkdfSync("sha256", root, Buffer.alloc(0), "guwah 1 dossier", 32));
  try {
    return signerKey("dossier", 1, seed);
  } finally {
    seed.fill(0);
  }
}
