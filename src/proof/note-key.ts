// Keys that sign notes: a name, a type byte and an Ed25519 key, in the text forms of C2SP.
// Invariant: a key's id is computed from its name, type and public key, never taken on trust.
import { createPrivateKey, createPublicKey } from "node:crypto";
import type { KeyObject } from "node:crypto";
import { ProofError } from "./errors.ts";
import { sha256 } from "./hash.ts";

/** C2SP signature types: 1 signs the text of a note, 4 cosigns a checkpoint at a stated time. */
export type NoteKeyType = 1 | 4;

/** What is needed to check a signature. */
export type VerifierKey = {
  readonly name: string;
  readonly type: NoteKeyType;
  /** First four bytes of SHA-256(name || LF || type || public key). */
  readonly id: Buffer;
  /** The 32 bytes of the Ed25519 public key. */
  readonly publicKey: Buffer;
  readonly handle: KeyObject;
};

/** What is needed to make a signature. Never write one to a log or a message. */
export type SignerKey = VerifierKey & { readonly secret: KeyObject };

// RFC 8410 §7 and §4: DER wrappings of a raw Ed25519 seed and public key.
const SEED_DER = Buffer.from("302e020100300506032b657004220420", "hex");
const PUBLIC_DER = Buffer.from("302a300506032b6570032100", "hex");
const RAW_KEY_BYTES = 32;

/**
 * A signing key from its 32-byte seed (RFC 8032 §5.1.5).
 * Throws ProofError `proof/key` for a name with spaces or plus signs, or a seed of another length.
 */
export function signerKey(name: string, type: NoteKeyType, seed: Uint8Array): SignerKey {
  if (seed.length !== RAW_KEY_BYTES) throw badKey("a seed of 32 bytes", `${seed.length} bytes`);
  const der = Buffer.concat([SEED_DER, seed]);
  const secret = createPrivateKey({ key: der, format: "der", type: "pkcs8" });
  der.fill(0);
  const spki = createPublicKey(secret).export({ format: "der", type: "spki" });
  return { ...verifierKey(name, type, spki.subarray(PUBLIC_DER.length)), secret };
}

/** A checking key from its 32-byte public key. Throws ProofError `proof/key` like `signerKey`. */
export function verifierKey(name: string, type: NoteKeyType, publicKey: Uint8Array): VerifierKey {
  if (!isKeyName(name)) throw badKey("a name without spaces, plus or control signs", "another");
  if (publicKey.length !== RAW_KEY_BYTES) {
    throw badKey("a public key of 32 bytes", `${publicKey.length} bytes`);
  }
  const raw = Buffer.from(publicKey);
  const der = Buffer.concat([PUBLIC_DER, raw]);
  const handle = createPublicKey({ key: der, format: "der", type: "spki" });
  return { name, type, id: keyId(name, type, raw), publicKey: raw, handle };
}

/** The key as text, `name+id+base64(type || public key)`, to be handed to those who check. */
export function formatVerifierKey(key: VerifierKey): string {
  const material = Buffer.concat([Buffer.of(key.type), key.publicKey]);
  return `${key.name}+${key.id.toString("hex")}+${material.toString("base64")}`;
}

/** Reads `formatVerifierKey` back. Throws ProofError `proof/key`, also when the id is not the key's. */
export function parseVerifierKey(text: string): VerifierKey {
  const [name = "", id = "", material = ""] = splitKey(text);
  const { type, raw } = keyMaterial(material);
  const key = verifierKey(name, type, raw);
  if (key.id.toString("hex") !== id) throw badKey("the id computed from the key", "another id");
  return key;
}

/** A new signing key as text, in the form `parseSignerKey` reads: a secret. Throws ProofError `proof/key`. */
export function formatSignerKey(name: string, type: NoteKeyType, seed: Uint8Array): string {
  const { id } = signerKey(name, type, seed);
  const material = Buffer.concat([Buffer.of(type), seed]);
  return `PRIVATE+KEY+${name}+${id.toString("hex")}+${material.toString("base64")}`;
}

/**
 * Reads a signing key in the form of Go's sumdb/note: `PRIVATE+KEY+name+id+base64(type || seed)`.
 * Throws ProofError `proof/key`, also when the id is not the key's.
 */
export function parseSignerKey(text: string): SignerKey {
  const prefix = "PRIVATE+KEY+";
  if (!text.startsWith(prefix)) throw badKey(`a text beginning ${prefix}`, "another");
  const [name = "", id = "", material = ""] = splitKey(text.slice(prefix.length));
  const { type, raw } = keyMaterial(material);
  const key = signerKey(name, type, raw);
  if (key.id.toString("hex") !== id) throw badKey("the id computed from the key", "another id");
  return key;
}

/** Whether a text may name a key: not empty, no space of any script, no plus, no control sign. */
export function isKeyName(name: string): boolean {
  return name.isWellFormed() && /^[^\s\u0085+\p{Cc}]+$/u.test(name);
}

/** Base64 of RFC 4648 §4, exactly as it would be written; null for anything else. */
export function readBase64(text: string): Buffer | null {
  const bytes = Buffer.from(text, "base64");
  // Buffer skips what it does not know, so only an exact round trip counts.
  return bytes.length > 0 && bytes.toString("base64") === text ? bytes : null;
}

function keyId(name: string, type: NoteKeyType, publicKey: Buffer): Buffer {
  return sha256(Buffer.concat([Buffer.from(`${name}\n`), Buffer.of(type), publicKey])).subarray(
    0,
    4,
  );
}

function splitKey(text: string): string[] {
  const first = text.indexOf("+");
  const second = text.indexOf("+", first + 1);
  if (first < 0 || second < 0) throw badKey("name+id+base64", "fewer parts");
  return [text.slice(0, first), text.slice(first + 1, second), text.slice(second + 1)];
}

function keyMaterial(material: string): { type: NoteKeyType; raw: Buffer } {
  const bytes = readBase64(material);
  const type = bytes?.[0];
  if (!bytes || bytes.length !== 1 + RAW_KEY_BYTES) throw badKey("33 bytes in base64", "another");
  if (type !== 1 && type !== 4) throw badKey("signature type 1 or 4 (Ed25519)", "another type");
  return { type, raw: bytes.subarray(1) };
}

function badKey(expected: string, got: string): ProofError {
  return new ProofError(
    "proof/key",
    `Expected ${expected}, got ${got}. Copy the whole key from where it was published.`,
  );
}
