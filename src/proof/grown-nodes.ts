// Subtree hashes of a tree known by its right edge at one size and by the leaves that came after.
// Invariant: what lies before the frontier is never asked for again, so a ledger proves its growth from the last
// checkpoint in time proportional to the growth.
import { ProofError } from "./errors.ts";
import { nodeHash } from "./hash.ts";
import type { TreeFrontier } from "./tree-frontier.ts";
import type { NodeAt } from "./tree-shape.ts";

/**
 * The nodes of the tree of `frontier.size + leaves.length` leaves, as far as its frontier and the new leaves tell:
 * enough for the consistency proof between the two sizes, and for the new root.
 * The function given throws ProofError `proof/range` for a node inside the old tree that is not on its edge.
 * Source: RFC 6962 §2.1.2: every node of such a proof is a peak of the old tree or lies right of it.
 */
export function nodesOfGrowth(frontier: TreeFrontier, leaves: readonly Uint8Array[]): NodeAt {
  const old = frontier.size;
  const peaks = peaksByPlace(frontier);
  const nodeAt: NodeAt = (level, index) => {
    const width = 2 ** level;
    const start = index * width;
    const end = start + width;
    if (end <= old) {
      const peak = peaks.get(`${level}/${index}`);
      if (peak === undefined) throw unknownNode(end, old);
      return peak;
    }
    if (end > old + leaves.length) throw unknownNode(end, old + leaves.length);
    if (level === 0) return leaves[start - old] as Uint8Array;
    return nodeHash(nodeAt(level - 1, index * 2), nodeAt(level - 1, index * 2 + 1));
  };
  return nodeAt;
}

function peaksByPlace(frontier: TreeFrontier): ReadonlyMap<string, Buffer> {
  const found = new Map<string, Buffer>();
  let start = 0;
  for (const peak of frontier.peaks()) {
    let level = 0;
    let width = 1;
    while (start + width * 2 <= frontier.size) {
      width *= 2;
      level += 1;
    }
    found.set(`${level}/${start / width}`, peak);
    start += width;
  }
  return found;
}

function unknownNode(end: number, known: number): ProofError {
  return new ProofError(
    "proof/range",
    `Expected a node on the edge of the old tree or among the leaves after it, got one that ends at ${end}. Ask for a proof between the two sizes only.`,
    { got: end, known },
  );
}
