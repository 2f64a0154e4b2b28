// Checking inclusion and consistency proofs that come from someone who may be lying.
// Invariant: whatever the input, the answer is true or false, never an exception; true means that
// either the proof is right or SHA-256 has been broken.
import { HASH_BYTES, nodeHash } from "./hash.ts";
import { emptyRoot } from "./tree-frontier.ts";

/** What an inclusion proof claims: this leaf hash stands at `index` in the tree with this root. */
export type InclusionClaim = {
  readonly index: number;
  readonly size: number;
  readonly leaf: Uint8Array;
  readonly root: Uint8Array;
};

/** What a consistency proof claims: the old tree is a beginning of the new one. */
export type ConsistencyClaim = {
  readonly from: number;
  readonly fromRoot: Uint8Array;
  readonly to: number;
  readonly toRoot: Uint8Array;
};

/** Whether the path proves the claim. Source: RFC 9162 §2.1.3.2. */
export function verifyInclusion(claim: InclusionClaim, path: readonly Uint8Array[]): boolean {
  const { index, size, leaf, root } = claim;
  if (!isWhole(size) || !isWhole(index) || index >= size) return false;
  if (!areHashes([leaf, root, ...path])) return false;
  let fn = index;
  let sn = size - 1;
  let running: Uint8Array = leaf;
  for (const sibling of path) {
    // A path longer than the tree is high must not be accepted by ignoring its end.
    if (sn === 0) return false;
    if (isOdd(fn) || fn === sn) {
      running = nodeHash(sibling, running);
      while (!isOdd(fn) && fn !== 0) {
        fn /= 2;
        sn = half(sn);
      }
    } else {
      running = nodeHash(running, sibling);
    }
    fn = half(fn);
    sn = half(sn);
  }
  return sn === 0 && same(running, root);
}

/**
 * Whether the path proves the claim. Source: RFC 9162 §2.1.4.2.
 * Every tree grows out of the empty one, so from = 0 needs the empty root and an empty path only.
 */
export function verifyConsistency(claim: ConsistencyClaim, path: readonly Uint8Array[]): boolean {
  const { from, fromRoot, to, toRoot } = claim;
  if (!isWhole(from) || !isWhole(to) || from > to) return false;
  if (!areHashes([fromRoot, toRoot, ...path])) return false;
  if (from === 0) {
    return path.length === 0 && same(fromRoot, emptyRoot) && (to > 0 || same(toRoot, emptyRoot));
  }
  if (from === to) return path.length === 0 && same(fromRoot, toRoot);

  let fn = from - 1;
  let sn = to - 1;
  while (isOdd(fn)) {
    fn = half(fn);
    sn = half(sn);
  }
  // fn = 0 here means that `from` is a power of two: the old root is itself the first node.
  const nodes = fn === 0 ? [fromRoot, ...path] : path;
  const first = nodes[0];
  if (first === undefined) return false;
  let old = first;
  let young = first;
  for (const node of nodes.slice(1)) {
    if (sn === 0) return false;
    if (isOdd(fn) || fn === sn) {
      old = nodeHash(node, old);
      young = nodeHash(node, young);
      while (!isOdd(fn) && fn !== 0) {
        fn /= 2;
        sn = half(sn);
      }
    } else {
      young = nodeHash(young, node);
    }
    fn = half(fn);
    sn = half(sn);
  }
  return sn === 0 && same(old, fromRoot) && same(young, toRoot);
}

const isWhole = (n: number): boolean => Number.isSafeInteger(n) && n >= 0;
const isOdd = (n: number): boolean => n % 2 === 1;
const half = (n: number): number => Math.floor(n / 2);
const areHashes = (all: readonly Uint8Array[]): boolean =>
  all.every((hash) => hash instanceof Uint8Array && hash.length === HASH_BYTES);
const same = (a: Uint8Array, b: Uint8Array): boolean => Buffer.compare(a, b) === 0;
