// Inclusion and consistency proofs, made from the hashes of complete subtrees.
// Invariant: a proof asks only for complete subtrees inside the tree it speaks of, so it can be
// made for any past size from leaves, stored nodes or tiles alike.
import { nodeHash } from "./hash.ts";
import { requireWhole, splitPoint } from "./tree-shape.ts";
import type { NodeAt, NodeRef } from "./tree-shape.ts";

const PLACEHOLDER = Buffer.alloc(32);

/**
 * The audit path that leaf `index` (from 0) is in the tree of the first `size` leaves: 32-byte
 * hashes, the one nearest the leaf first; empty for a tree of one leaf.
 * Throws ProofError `proof/range` unless 0 <= index < size.
 * Source: RFC 6962 §2.1.1 (PATH), RFC 9162 §2.1.3.1.
 */
export function inclusionProof(index: number, size: number, nodeAt: NodeAt): Buffer[] {
  requireWhole("tree size", size, 1, Number.MAX_SAFE_INTEGER);
  requireWhole("leaf index", index, 0, size - 1);
  const path: Buffer[] = [];
  let start = 0;
  let end = size;
  // Walking down from the root meets the siblings in reverse order.
  while (end - start > 1) {
    const middle = start + splitPoint(end - start).leaves;
    if (index < middle) {
      path.push(rangeHash(middle, end, nodeAt));
      end = middle;
    } else {
      path.push(rangeHash(start, middle, nodeAt));
      start = middle;
    }
  }
  return path.reverse();
}

/**
 * The proof that the tree of the first `from` leaves is a beginning of the tree of the first
 * `to` leaves: nothing was changed, taken out or put in between. Empty when from = 0 or from = to.
 * Throws ProofError `proof/range` unless 0 <= from <= to.
 * Source: RFC 6962 §2.1.2 (PROOF, SUBPROOF), RFC 9162 §2.1.4.1.
 */
export function consistencyProof(from: number, to: number, nodeAt: NodeAt): Buffer[] {
  requireWhole("new tree size", to, 0, Number.MAX_SAFE_INTEGER);
  requireWhole("old tree size", from, 0, to);
  if (from === 0 || from === to) return [];
  const path: Buffer[] = [];
  let start = 0;
  let end = to;
  while (end !== from) {
    const middle = start + splitPoint(end - start).leaves;
    if (from <= middle) {
      path.push(rangeHash(middle, end, nodeAt));
      end = middle;
    } else {
      path.push(rangeHash(start, middle, nodeAt));
      start = middle;
    }
  }
  // The verifier knows the old root already when the old tree is this whole left part.
  if (start > 0) path.push(rangeHash(start, end, nodeAt));
  return path.reverse();
}

/** The root of the first `size` leaves, at least one, from complete subtrees. */
export function rootFromNodes(size: number, nodeAt: NodeAt): Buffer {
  requireWhole("tree size", size, 1, Number.MAX_SAFE_INTEGER);
  return rangeHash(0, size, nodeAt);
}

/** The subtrees `inclusionProof` will ask for, so that they can be fetched together beforehand. */
export function inclusionNodes(index: number, size: number): NodeRef[] {
  return recordNodes((nodeAt) => inclusionProof(index, size, nodeAt));
}

/** The subtrees `consistencyProof` will ask for, so that they can be fetched together beforehand. */
export function consistencyNodes(from: number, to: number): NodeRef[] {
  return recordNodes((nodeAt) => consistencyProof(from, to, nodeAt));
}

/** The subtrees `rootFromNodes` will ask for. */
export function rootNodes(size: number): NodeRef[] {
  return recordNodes((nodeAt) => rootFromNodes(size, nodeAt));
}

/** Subtree hashes over leaf hashes held in memory; each inner node is hashed once. */
export function nodesOfLeaves(leaves: readonly Uint8Array[]): NodeAt {
  const levels: Uint8Array[][] = [[...leaves]];
  return (level, index) => {
    for (let done = levels.length; done <= level; done++) {
      const below = levels[done - 1] as Uint8Array[];
      const row: Uint8Array[] = [];
      for (let i = 0; i + 1 < below.length; i += 2) {
        row.push(nodeHash(below[i] as Uint8Array, below[i + 1] as Uint8Array));
      }
      levels.push(row);
    }
    requireWhole("node index", index, 0, (levels[level] as Uint8Array[]).length - 1);
    return levels[level]?.[index] as Uint8Array;
  };
}

/** MTH of the leaves [start, end); start is a multiple of a power of two no smaller than the range. */
function rangeHash(start: number, end: number, nodeAt: NodeAt): Buffer {
  const count = end - start;
  if (count === 1) return Buffer.from(nodeAt(0, start));
  const { leaves, level } = splitPoint(count);
  if (leaves * 2 === count) return Buffer.from(nodeAt(level + 1, start / count));
  const middle = start + leaves;
  return nodeHash(nodeAt(level, start / leaves), rangeHash(middle, end, nodeAt));
}

function recordNodes(run: (nodeAt: NodeAt) => unknown): NodeRef[] {
  const seen: NodeRef[] = [];
  run((level, index) => {
    seen.push({ level, index });
    return PLACEHOLDER;
  });
  return seen;
}
