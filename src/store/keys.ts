// The keys of a vault, derived from two random ones: the vault key, and the sealed key that only some members hold.
// Invariant: the sealed key is never derived from the vault key, so holding the whole vault does not open a sealed value;
// keys live in memory that is locked, guarded and wiped, and are never written anywhere but into a slot.
import { createHmac, hkdfSync, timingSafeEqual } from "node:crypto";
import sodium from "sodium-native";
import { StoreError } from "./errors.ts";
import { forgetSealKey } from "./leaf.ts";

export const keyBytes = 32;

/** What whoever unlocked the vault holds. `root` is the vault key itself, kept to make slots for other members. */
export interface VaultKeys {
  readonly root: Buffer;
  readonly database: Buffer;
  readonly files: Buffer;
  readonly fileNames: Buffer;
  readonly seal: Buffer;
  readonly backup: Buffer;
}

/** What opens and finds sealed values. `root` is the sealed key itself, kept to grant it to other members. */
export interface SealedKeys {
  readonly root: Buffer;
  readonly cipher: Buffer;
  readonly hash: Buffer;
  /** Vouches for the public keys of members, so that the sealed key is granted to no stranger. */
  readonly voucher: Buffer;
}

/** 32 bytes of locked, guarded memory (libsodium `sodium_malloc`). */
export function secureBytes(size = keyBytes): Buffer {
  return sodium.sodium_malloc(size);
}

/** A fresh random key of 32 bytes, in locked memory. */
export function randomKey(): Buffer {
  const key = secureBytes();
  sodium.randombytes_buf(key);
  return key;
}

/** The five keys under the vault key, by HKDF-SHA-256 (RFC 5869) with a name each. Takes over `root`. */
export function deriveVaultKeys(root: Buffer): VaultKeys {
  return {
    root,
    database: subkey(root, "database"),
    files: subkey(root, "files"),
    fileNames: subkey(root, "fileNames"),
    seal: subkey(root, "seal"),
    backup: subkey(root, "backup"),
  };
}

/** The three keys under the sealed key, by HKDF-SHA-256 (RFC 5869) with a name each. Takes over `root`. */
export function deriveSealedKeys(root: Buffer): SealedKeys {
  return {
    root,
    cipher: subkey(root, "sealedCipher"),
    hash: subkey(root, "sealedHash"),
    voucher: subkey(root, "voucher"),
  };
}

function subkey(root: Buffer, name: string): Buffer {
  if (root.length !== keyBytes) {
    throw new StoreError("wrong-key", `Expected a key of ${keyBytes} bytes, got ${root.length}.`);
  }
  const derived = new Uint8Array(hkdfSync("sha256", root, Buffer.alloc(0), `guwah 1 ${name}`, 32));
  const key = secureBytes();
  key.set(derived);
  sodium.sodium_memzero(derived);
  return key;
}

/** Overwrites keys with zeros. Whoever still uses them afterwards gets nothing right. */
export function wipe(...keys: (Buffer | Uint8Array | VaultKeys | SealedKeys | null)[]): void {
  for (const key of keys) {
    if (key === null) continue;
    if (key instanceof Uint8Array) {
      sodium.sodium_memzero(key);
      continue;
    }
    for (const part of Object.values(key)) sodium.sodium_memzero(part as Buffer);
    if ("seal" in key) forgetSealKey();
  }
}

/** HMAC-SHA-256 over parts that cannot run into each other. */
export function mac(key: Uint8Array, ...parts: readonly (string | Uint8Array)[]): Buffer {
  const hmac = createHmac("sha256", key);
  const length = Buffer.alloc(4);
  for (const part of parts) {
    const bytes = typeof part === "string" ? Buffer.from(part, "utf8") : part;
    length.writeUInt32BE(bytes.length);
    hmac.update(length).update(bytes);
  }
  return hmac.digest();
}

/** Compares two byte strings without telling by its time where they part. */
export function sameBytes(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && timingSafeEqual(a, b);
}
