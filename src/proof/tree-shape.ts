// Which complete subtrees an RFC 6962 tree of a given size is made of.
// Invariant: pure arithmetic on whole numbers up to 2^53 - 1; no bit operators, which stop at 2^31.
import { ProofError } from "./errors.ts";

/** A complete subtree: 2^level leaves, starting at leaf index * 2^level. */
export type NodeRef = { readonly level: number; readonly index: number };

/** Gives the hash of a complete subtree; called only for subtrees inside the tree asked about. */
export type NodeAt = (level: number, index: number) => Uint8Array;

/** The largest power of two smaller than `count`, and its level; `count` is at least 2. */
export function splitPoint(count: number): { leaves: number; level: number } {
  let leaves = 1;
  let level = 0;
  while (leaves * 2 < count) {
    leaves *= 2;
    level += 1;
  }
  return { leaves, level };
}

/** Throws ProofError `proof/range` unless `value` is a whole number from `min` to `max`. */
export function requireWhole(what: string, value: number, min: number, max: number): void {
  if (Number.isSafeInteger(value) && value >= min && value <= max) return;
  throw new ProofError(
    "proof/range",
    `Expected ${what} as a whole number from ${min} to ${max}, got ${value}. Check it against the tree's size.`,
    { min, max, got: value },
  );
}
