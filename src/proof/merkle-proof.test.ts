import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { leafHashOf, nodeHash } from "./hash.ts";
import {
  consistencyNodes,
  consistencyProof,
  inclusionNodes,
  inclusionProof,
  nodesOfLeaves,
  rootFromNodes,
} from "./merkle-proof.ts";
import { refusal, someLeaves } from "./testing.ts";
import { rootOf } from "./tree-frontier.ts";
import { verifyConsistency, verifyInclusion } from "./verify-proof.ts";

const SIZES = 130;
const leaves = someLeaves(SIZES);
const nodeAt = nodesOfLeaves(leaves);
const roots = Array.from({ length: SIZES + 1 }, (_, size) => rootOf(leaves.slice(0, size)));
const root = (size: number): Buffer => roots[size] as Buffer;
const hex = (path: readonly Uint8Array[]): string[] =>
  path.map((h) => Buffer.from(h).toString("hex"));

describe("known answers", () => {
  // RFC 6962 §2.1.3: the example tree of seven leaves, its hashes named as there.
  const seven = Array.from({ length: 7 }, (_, i) => leafHashOf(Buffer.of(i)));
  const at = nodesOfLeaves(seven);
  const [, b, c, d, , f, j] = seven as [Buffer, Buffer, Buffer, Buffer, Buffer, Buffer, Buffer];
  const [g, h, i, k] = [at(1, 0), at(1, 1), at(1, 2), at(2, 0)];
  const l = rootOf(seven.slice(4));

  test("the RFC's inclusion proofs for d0, d3, d4 and d6", () => {
    expect(hex(inclusionProof(0, 7, at))).toEqual(hex([b, h, l]));
    expect(hex(inclusionProof(3, 7, at))).toEqual(hex([c, g, l]));
    expect(hex(inclusionProof(4, 7, at))).toEqual(hex([f, j, k]));
    expect(hex(inclusionProof(6, 7, at))).toEqual(hex([i, k]));
  });

  test("the RFC's consistency proofs from 3, 4 and 6 to 7", () => {
    expect(hex(consistencyProof(3, 7, at))).toEqual(hex([c, d, g, l]));
    expect(hex(consistencyProof(4, 7, at))).toEqual(hex([l]));
    expect(hex(consistencyProof(6, 7, at))).toEqual(hex([i, j, k]));
  });
});

describe(`every tree of up to ${SIZES} leaves`, () => {
  test("every leaf has an inclusion proof that verifies", () => {
    for (let size = 1; size <= SIZES; size++) {
      expect(rootFromNodes(size, nodeAt).equals(root(size))).toBe(true);
      for (let index = 0; index < size; index++) {
        const claim = { index, size, leaf: leaves[index] as Buffer, root: root(size) };
        expect(verifyInclusion(claim, inclusionProof(index, size, nodeAt))).toBe(true);
      }
    }
  });

  test("every earlier tree has a consistency proof that verifies", () => {
    for (let to = 0; to <= SIZES; to++) {
      for (let from = 0; from <= to; from++) {
        const claim = { from, fromRoot: root(from), to, toRoot: root(to) };
        expect(verifyConsistency(claim, consistencyProof(from, to, nodeAt))).toBe(true);
      }
    }
  });

  test("the nodes announced beforehand are enough to make the proof", () => {
    const only = (wanted: { level: number; index: number }[]) => {
      const known = new Set(wanted.map((n) => `${n.level}/${n.index}`));
      return (level: number, index: number): Uint8Array => {
        if (!known.has(`${level}/${index}`)) throw new Error("asked for a node not announced");
        return nodeAt(level, index);
      };
    };
    for (let size = 1; size <= 40; size++) {
      for (let at = 0; at < size; at++) {
        const inclusion = inclusionProof(at, size, only(inclusionNodes(at, size)));
        expect(hex(inclusion)).toEqual(hex(inclusionProof(at, size, nodeAt)));
        const consistency = consistencyProof(at, size, only(consistencyNodes(at, size)));
        expect(hex(consistency)).toEqual(hex(consistencyProof(at, size, nodeAt)));
      }
    }
  });
});

describe("trees past what 32 bits can count", () => {
  // All leaves alike, so that a subtree's hash depends on its height only.
  const byLevel: Buffer[] = [leafHashOf(Buffer.from("the same"))];
  for (let level = 1; level <= 52; level++) {
    const below = byLevel[level - 1] as Buffer;
    byLevel.push(nodeHash(below, below));
  }
  const alike = (level: number): Buffer => byLevel[level] as Buffer;
  const huge = fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER });

  test("inclusion and consistency hold, and a turned bit is found", () => {
    fc.assert(
      fc.property(huge, fc.maxSafeNat(), (n, pick) => {
        const index = pick % n;
        const claim = { index, size: n, leaf: alike(0), root: rootFromNodes(n, alike) };
        const audit = inclusionProof(index, n, alike);
        expect(verifyInclusion(claim, audit)).toBe(true);
        expect(verifyInclusion({ ...claim, leaf: flip(claim.leaf, pick) }, audit)).toBe(false);
        const from = index + 1;
        const growth = { from, fromRoot: rootFromNodes(from, alike), to: n, toRoot: claim.root };
        const path = consistencyProof(from, n, alike);
        expect(verifyConsistency(growth, path)).toBe(true);
        const lie = { ...growth, fromRoot: flip(growth.fromRoot, pick) };
        expect(verifyConsistency(lie, path)).toBe(false);
      }),
    );
  });
});

/** Changed in some way: cut, lengthened, reordered, one bit turned, one hash of a wrong length. */
const damage = fc.constantFrom<(path: Buffer[], at: number) => Buffer[]>(
  (path) => path.slice(1),
  (path) => path.slice(0, -1),
  (path) => [...path, Buffer.alloc(32)],
  (path) => [...path, ...path.slice(-1)],
  (path) => [Buffer.alloc(32), ...path],
  (path) => [...path].reverse(),
  (path, at) => path.map((h, i) => (i === at % path.length ? flip(h, at) : h)),
  (path, at) => path.map((h, i) => (i === at % path.length ? h.subarray(1) : h)),
);
const flip = (hash: Buffer, bit: number): Buffer => {
  const copy = Buffer.from(hash);
  copy[bit % 32] = (copy[bit % 32] as number) ^ (1 << (bit % 8));
  return copy;
};
const size = fc.integer({ min: 1, max: SIZES });

describe("lies are refused", () => {
  test("a damaged inclusion proof", () => {
    fc.assert(
      fc.property(size, fc.nat(), damage, (n, pick, change) => {
        const index = pick % n;
        const path = inclusionProof(index, n, nodeAt);
        const changed = change(path, pick);
        fc.pre(hex(changed).join() !== hex(path).join());
        const claim = { index, size: n, leaf: leaves[index] as Buffer, root: root(n) };
        expect(verifyInclusion(claim, changed)).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  test("an honest path for another leaf, place or tree", () => {
    fc.assert(
      fc.property(size, fc.nat(), fc.nat(), (n, pick, other) => {
        const index = pick % n;
        const path = inclusionProof(index, n, nodeAt);
        const claim = { index, size: n, leaf: leaves[index] as Buffer, root: root(n) };
        const elsewhere = other % n;
        if (elsewhere !== index) {
          expect(verifyInclusion({ ...claim, leaf: leaves[elsewhere] as Buffer }, path)).toBe(
            false,
          );
          expect(verifyInclusion({ ...claim, index: elsewhere }, path)).toBe(false);
        }
        const otherSize = (other % SIZES) + 1;
        if (otherSize !== n) {
          expect(verifyInclusion({ ...claim, root: root(otherSize) }, path)).toBe(false);
        }
        expect(verifyInclusion({ ...claim, index: n }, path)).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  test("a damaged consistency proof", () => {
    fc.assert(
      fc.property(size, fc.nat(), damage, (to, pick, change) => {
        const from = (pick % to) + 1;
        const path = consistencyProof(from, to, nodeAt);
        const changed = change(path, pick);
        fc.pre(hex(changed).join() !== hex(path).join());
        const claim = { from, fromRoot: root(from), to, toRoot: root(to) };
        expect(verifyConsistency(claim, changed)).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  test("a proof with a storey built on top, for roots raised to match", () => {
    fc.assert(
      fc.property(size, fc.nat(), fc.boolean(), (n, pick, onTheLeft) => {
        const extra = Buffer.alloc(32, pick);
        const raise = (r: Buffer): Buffer => (onTheLeft ? nodeHash(extra, r) : nodeHash(r, extra));
        const index = pick % n;
        const audit = [...inclusionProof(index, n, nodeAt), extra];
        const claim = { index, size: n, leaf: leaves[index] as Buffer, root: raise(root(n)) };
        expect(verifyInclusion(claim, audit)).toBe(false);
        const from = index + 1;
        const growth = [...consistencyProof(from, n, nodeAt), extra];
        const grown = { from, fromRoot: raise(root(from)), to: n, toRoot: raise(root(n)) };
        expect(verifyConsistency(grown, growth)).toBe(false);
      }),
    );
  });

  test("a proof that stops a storey short, for a tree said to be more than twice as large", () => {
    fc.assert(
      fc.property(size, fc.nat(), (n, pick) => {
        const index = pick % n;
        const more = 2 * n + 1 + (pick % 1000);
        const audit = inclusionProof(index, n, nodeAt);
        const claim = { index, size: more, leaf: leaves[index] as Buffer, root: root(n) };
        expect(verifyInclusion(claim, audit)).toBe(false);
        const from = index + 1;
        const growth = consistencyProof(from, n, nodeAt);
        const grown = { from, fromRoot: root(from), to: more, toRoot: root(n) };
        expect(verifyConsistency(grown, growth)).toBe(false);
      }),
    );
  });

  test("an empty tree with another root than the empty one", () => {
    const claim = { from: 0, fromRoot: root(1), to: 1, toRoot: root(1) };
    expect(verifyConsistency(claim, [])).toBe(false);
    expect(verifyConsistency({ ...claim, fromRoot: root(0) }, [])).toBe(true);
    expect(verifyConsistency({ ...claim, fromRoot: root(0) }, [root(1)])).toBe(false);
    const still = { from: 0, fromRoot: root(0), to: 0, toRoot: root(0) };
    expect(verifyConsistency(still, [])).toBe(true);
    expect(verifyConsistency({ ...still, toRoot: root(1) }, [])).toBe(false);
  });

  test("history rewritten: one old entry changed, removed or inserted, every hash recomputed", () => {
    const forger = fc.constantFrom<(at: number) => Buffer[]>(
      (at) => leaves.map((l, i) => (i === at ? flip(l, at) : l)),
      (at) => leaves.filter((_, i) => i !== at),
      (at) => [...leaves.slice(0, at), flip(leaves[at] as Buffer, 3), ...leaves.slice(at)],
    );
    fc.assert(
      fc.property(forger, fc.integer({ min: 1, max: SIZES - 2 }), fc.nat(), (forge, from, pick) => {
        const forged = forge(pick % from);
        const forgedAt = nodesOfLeaves(forged);
        for (const to of [from, from + 1, forged.length]) {
          const toRoot = rootOf(forged.slice(0, to));
          const path = consistencyProof(from, to, forgedAt);
          expect(verifyConsistency({ from, fromRoot: root(from), to, toRoot }, path)).toBe(false);
        }
      }),
    );
  });

  test("nonsense in place of numbers or hashes", () => {
    const good = { index: 0, size: 1, leaf: leaves[0] as Buffer, root: root(1) };
    expect(verifyInclusion(good, [])).toBe(true);
    for (const bad of [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53]) {
      expect(verifyInclusion({ ...good, index: bad }, [])).toBe(false);
      expect(verifyInclusion({ ...good, size: bad }, [])).toBe(false);
      const claim = { from: bad, fromRoot: root(1), to: 1, toRoot: root(1) };
      expect(verifyConsistency(claim, [])).toBe(false);
      expect(verifyConsistency({ ...claim, from: 1, to: bad }, [])).toBe(false);
    }
    const text = "not bytes" as unknown as Buffer;
    expect(verifyInclusion({ ...good, leaf: text }, [])).toBe(false);
    expect(verifyInclusion(good, [text])).toBe(false);
  });

  test("asking for a proof outside the tree is an error", () => {
    expect(refusal(() => inclusionProof(3, 3, nodeAt)).code).toBe("proof/range");
    expect(refusal(() => inclusionProof(0, 0, nodeAt)).code).toBe("proof/range");
    expect(refusal(() => consistencyProof(4, 3, nodeAt)).code).toBe("proof/range");
    expect(refusal(() => inclusionProof(0, SIZES * 2, nodeAt)).code).toBe("proof/range");
  });
});
