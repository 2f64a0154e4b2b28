// Signatures that `ssh-keygen -Y verify` checks: OpenSSH's SSHSIG format over an Ed25519 key.
// Invariant: the signature covers the namespace, so one made for one purpose cannot be shown for another.
import { createHash, sign } from "node:crypto";
import { ProofError } from "./errors.ts";
import { sha256 } from "./hash.ts";
import type { SignerKey } from "./note-key.ts";

const TYPE = "ssh-ed25519";
const MAGIC = Buffer.from("SSHSIG");
const VERSION = Buffer.from([0, 0, 0, 1]);
const HASH = "sha512";
const LINE = 70;

/** RFC 4251 §5: a string is its length in four bytes, then its bytes. */
function string(bytes: Uint8Array | string): Buffer {
  const raw = Buffer.from(bytes);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(raw.length);
  return Buffer.concat([length, raw]);
}

const publicBlob = ({ publicKey }: Pick<SignerKey, "publicKey">): Buffer =>
  Buffer.concat([string(TYPE), string(publicKey)]);

/** The public key as OpenSSH writes it: `ssh-ed25519 AAAA…`. */
export function sshPublicKey(key: Pick<SignerKey, "publicKey">): string {
  return `${TYPE} ${publicBlob(key).toString("base64")}`;
}

/** The fingerprint `ssh-keygen -l` prints: `SHA256:` and 43 signs of base64. */
export function sshFingerprint(key: Pick<SignerKey, "publicKey">): string {
  return `SHA256:${sha256(publicBlob(key)).toString("base64").replace(/=+$/, "")}`;
}

/**
 * Signs `message` for `namespace` and gives the armoured signature.
 * Throws ProofError `proof/key` for an empty namespace. Source: OpenSSH PROTOCOL.sshsig.
 */
export function sshSign(key: SignerKey, namespace: string, message: Uint8Array): string {
  if (namespace === "")
    throw new ProofError(
      "proof/key",
      "Expected a namespace, got none. Say what the signature is for.",
    );
  const digest = createHash(HASH).update(message).digest();
  const scope = [string(namespace), string(""), string(HASH)];
  const signed = Buffer.concat([MAGIC, ...scope, string(digest)]);
  const signature = Buffer.concat([string(TYPE), string(sign(null, signed, key.secret))]);
  const blob = Buffer.concat([
    MAGIC,
    VERSION,
    string(publicBlob(key)),
    ...scope,
    string(signature),
  ]);
  const lines = blob.toString("base64").match(new RegExp(`.{1,${LINE}}`, "g")) ?? [];
  return `-----BEGIN SSH SIGNATURE-----\n${lines.join("\n")}\n-----END SSH SIGNATURE-----\n`;
}
