// The right edge of an RFC 6962 tree: all that is needed to append leaves and to know the root.
// Invariant: immutable. `append` gives a new frontier, so a transaction that rolls back simply
// keeps the old one. There is one peak per 1-bit of the size, largest first.
import { ProofError } from "./errors.ts";
import { HASH_BYTES, nodeHash, requireHash, sha256 } from "./hash.ts";
import { requireWhole } from "./tree-shape.ts";

const SIZE_BYTES = 8;

/** Root of the tree with no leaves: SHA-256 of nothing (RFC 6962 §2.1). */
export const emptyRoot: Readonly<Buffer> = sha256(Buffer.alloc(0));

/** A compact range [0, size): at most 53 hashes however large the tree. */
export class TreeFrontier {
  /** How many leaves the tree has. */
  readonly size: number;
  readonly #peaks: readonly Buffer[];

  private constructor(size: number, peaks: readonly Buffer[]) {
    this.size = size;
    this.#peaks = peaks;
  }

  /** The frontier of the tree with no leaves. */
  static empty(): TreeFrontier {
    return new TreeFrontier(0, []);
  }

  /** The frontier after one more leaf. Throws ProofError `proof/bytes` for a hash not of 32 bytes. */
  append(leaf: Uint8Array): TreeFrontier {
    return this.appendAll([leaf]);
  }

  /** The frontier after all these leaf hashes, in order; faster than one by one. */
  appendAll(leaves: Iterable<Uint8Array>): TreeFrontier {
    const peaks = [...this.#peaks];
    let size = this.size;
    for (const leaf of leaves) {
      requireHash(leaf, "leaf hash");
      let top: Buffer = Buffer.from(leaf);
      // Each trailing 1-bit of the size is a complete left sibling of what grows here.
      for (let rest = size; rest % 2 === 1; rest = (rest - 1) / 2) {
        top = nodeHash(peaks.pop() as Buffer, top);
      }
      peaks.push(top);
      size += 1;
    }
    return new TreeFrontier(size, peaks);
  }

  /** The Merkle tree hash of all leaves so far, 32 bytes. */
  root(): Buffer {
    const last = this.#peaks.length - 1;
    if (last < 0) return Buffer.from(emptyRoot);
    let root: Buffer = Buffer.from(this.#peaks[last] as Buffer);
    for (let i = last - 1; i >= 0; i--) root = nodeHash(this.#peaks[i] as Buffer, root);
    return root;
  }

  /** The roots of the complete subtrees the tree is made of, largest and leftmost first. */
  peaks(): readonly Buffer[] {
    return this.#peaks.map((peak) => Buffer.from(peak));
  }

  /** The size as 8 bytes, big-endian, then the peaks, largest first. */
  toBytes(): Buffer {
    const size = Buffer.alloc(SIZE_BYTES);
    size.writeBigUInt64BE(BigInt(this.size));
    return Buffer.concat([size, ...this.#peaks]);
  }

  /** Reads `toBytes` back. Throws ProofError `proof/frontier` when length and size disagree. */
  static fromBytes(bytes: Uint8Array): TreeFrontier {
    const copy = Buffer.from(bytes);
    const size = copy.length < SIZE_BYTES ? -1 : Number(copy.readBigUInt64BE());
    const peaks: Buffer[] = [];
    for (let at = SIZE_BYTES; at < copy.length; at += HASH_BYTES) {
      peaks.push(copy.subarray(at, at + HASH_BYTES));
    }
    const expected = size < 0 || size > Number.MAX_SAFE_INTEGER ? -1 : countOnes(size);
    if (peaks.length !== expected || copy.length !== SIZE_BYTES + expected * HASH_BYTES) {
      throw new ProofError(
        "proof/frontier",
        `Expected 8 bytes of size and one 32-byte hash per 1-bit of it, got ${copy.length} bytes. Rebuild the frontier from the leaves.`,
        { got: copy.length },
      );
    }
    return new TreeFrontier(size, peaks);
  }
}

/** The root over these leaf hashes. Throws ProofError `proof/bytes` for a hash not of 32 bytes. */
export function rootOf(leaves: Iterable<Uint8Array>): Buffer {
  return TreeFrontier.empty().appendAll(leaves).root();
}

function countOnes(size: number): number {
  requireWhole("size", size, 0, Number.MAX_SAFE_INTEGER);
  let ones = 0;
  for (let rest = size; rest > 0; rest = Math.floor(rest / 2)) ones += rest % 2;
  return ones;
}
