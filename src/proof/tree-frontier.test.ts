import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { leafHashOf, nodeHash } from "./hash.ts";
import { refusal, someLeaves } from "./testing.ts";
import { emptyRoot, rootOf, TreeFrontier } from "./tree-frontier.ts";

// The leaves of Certificate Transparency's own reference tests, in hexadecimal.
const CT_LEAVES = [
  "",
  "00",
  "10",
  "2021",
  "3031",
  "40414243",
  "5051525354555657",
  "606162636465666768696a6b6c6d6e6f",
].map((hex) => leafHashOf(Buffer.from(hex, "hex")));

/** RFC 6962 §2.1 word for word: slow, recursive, independent of the frontier. */
function mth(leaves: readonly Buffer[]): Buffer {
  if (leaves.length === 0) return Buffer.from(emptyRoot);
  if (leaves.length === 1) return leaves[0] as Buffer;
  let k = 1;
  while (k * 2 < leaves.length) k *= 2;
  return nodeHash(mth(leaves.slice(0, k)), mth(leaves.slice(k)));
}

describe("roots", () => {
  test.each([
    [0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"],
    [1, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"],
    [2, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"],
    [3, "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77"],
    [8, "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"],
  ])("the first %i Certificate Transparency test leaves", (count, root) => {
    expect(rootOf(CT_LEAVES.slice(0, count)).toString("hex")).toBe(root);
  });

  test("every size to 130 has the root of the RFC's recursive definition", () => {
    const leaves = someLeaves(130);
    let frontier = TreeFrontier.empty();
    for (let size = 0; size <= leaves.length; size++) {
      expect(frontier.size).toBe(size);
      expect(frontier.root().equals(mth(leaves.slice(0, size)))).toBe(true);
      if (size < leaves.length) frontier = frontier.append(leaves[size] as Buffer);
    }
  });

  test("appending in any portions gives the same frontier, and old frontiers stay", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(40), { maxLength: 6 }), (portions) => {
        const leaves = someLeaves(portions.reduce((sum, n) => sum + n, 0));
        let frontier = TreeFrontier.empty();
        let at = 0;
        for (const portion of portions) {
          const before = frontier.root().toString("hex");
          const grown = frontier.appendAll(leaves.slice(at, at + portion));
          expect(frontier.root().toString("hex")).toBe(before);
          frontier = grown;
          at += portion;
        }
        expect(frontier.toBytes().equals(TreeFrontier.empty().appendAll(leaves).toBytes())).toBe(
          true,
        );
      }),
    );
  });
});

describe("a stored frontier", () => {
  test("comes back the same and grows the same", () => {
    fc.assert(
      fc.property(fc.nat(300), fc.nat(20), (size, more) => {
        const leaves = someLeaves(size + more);
        const stored = TreeFrontier.empty().appendAll(leaves.slice(0, size)).toBytes();
        const back = TreeFrontier.fromBytes(stored);
        expect(back.toBytes().equals(stored)).toBe(true);
        expect(back.appendAll(leaves.slice(size)).root().equals(rootOf(leaves))).toBe(true);
      }),
    );
  });

  test("does not change when the caller reuses its buffers", () => {
    const leaf = someLeaves(1)[0] as Buffer;
    const stored = TreeFrontier.empty().append(leaf);
    const root = stored.root().toString("hex");
    leaf.fill(0);
    stored.root().fill(0);
    expect(stored.root().toString("hex")).toBe(root);
  });

  test.each([
    ["nothing", 0, 0],
    ["a cut size", 7, 0],
    ["a size with no peaks", 8, 3],
    ["a cut peak", 8 + 31, 1],
    ["a peak too many", 8 + 64, 1],
    ["bytes after the last peak", 8 + 33, 1],
  ])("%s is refused as damaged", (_, length, size) => {
    const bytes = Buffer.alloc(length);
    if (length >= 8) bytes.writeBigUInt64BE(BigInt(size));
    expect(refusal(() => TreeFrontier.fromBytes(bytes)).code).toBe("proof/frontier");
  });

  test("a size past 2^53 is refused even with the right number of peaks", () => {
    const bytes = Buffer.alloc(8 + 32);
    bytes.writeBigUInt64BE(2n ** 60n);
    expect(refusal(() => TreeFrontier.fromBytes(bytes)).code).toBe("proof/frontier");
  });
});
