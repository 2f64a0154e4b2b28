// How an entry becomes a leaf, and the seal that ties a leaf to its place.
// Invariant: the leaf commits to who, when, which device, what kind, about what, and the whole body; never to the
// entry's number, so that entries of two laptops can be brought together later. The seal commits to the number.
import { randomFillSync, timingSafeEqual } from "node:crypto";
import { commit, leafHash, sha256 } from "../proof/index.ts";

export interface Envelope {
  readonly at: number;
  readonly author: string;
  readonly device: string;
  readonly kind: string;
  readonly subject: string;
  /** The body in canonical JSON (RFC 8785). */
  readonly body: string;
}

/** The canonical JSON of the whole entry. Keys are in RFC 8785 order by hand: this runs once per claim of an import. */
export function envelopeText(e: Envelope): string {
  return `{"at":${e.at},"author":"${e.author}","body":${e.body},"device":"${e.device}","kind":"${e.kind}","subject":${JSON.stringify(e.subject)},"v":1}`;
}

export function leafOf(salt: Uint8Array, e: Envelope): Buffer {
  return leafHash(commit(salt, envelopeText(e)));
}

// HMAC (RFC 2104) spelled out over kept buffers: building a key object for each entry took a third of an import.
const blockBytes = 64;
const inner = Buffer.alloc(blockBytes + 40);
const outer = Buffer.alloc(blockBytes + 32);
let padded: Uint8Array | null = null;

/** Fills the padded key blocks, unless they hold this key already. */
function usePads(key: Uint8Array): void {
  if (padded === key) return;
  if (key.length > blockBytes) throw new RangeError("a seal key has at most 64 bytes");
  for (let i = 0; i < blockBytes; i++) {
    inner[i] = (key[i] ?? 0) ^ 0x36;
    outer[i] = (key[i] ?? 0) ^ 0x5c;
  }
  padded = key;
}

/** Forgets the key in the kept buffers; called when a vault closes. */
export function forgetSealKey(): void {
  inner.fill(0);
  outer.fill(0);
  padded = null;
}

/** 16 bytes of HMAC-SHA-256 over number and leaf: a database administrator without the vault's key cannot forge one. */
export function sealOf(key: Uint8Array, seq: number, leaf: Uint8Array): Buffer {
  usePads(key);
  inner.writeBigUInt64BE(BigInt(seq), blockBytes);
  inner.set(leaf, blockBytes + 8);
  outer.set(sha256(inner), blockBytes);
  return sha256(outer).subarray(0, 16);
}

export function sealIsRight(
  key: Uint8Array,
  seq: number,
  leaf: Uint8Array,
  seal: Uint8Array,
): boolean {
  return seal.length === 16 && timingSafeEqual(sealOf(key, seq, leaf), seal);
}

const pool = Buffer.alloc(32 * 1024);
let used = pool.length;

/** 32 fresh random bytes, drawn 1,024 salts at a time. */
export function freshSalt(): Buffer {
  if (used >= pool.length) {
    randomFillSync(pool);
    used = 0;
  }
  used += 32;
  return Buffer.from(pool.subarray(used - 32, used));
}
