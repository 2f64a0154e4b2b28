import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { buildTiles } from "./build-tiles.ts";
import { consistencyProof, inclusionNodes, inclusionProof, nodesOfLeaves } from "./merkle-proof.ts";
import { nodesOfTiles } from "./read-tiles.ts";
import { refusal, someLeaves } from "./testing.ts";
import { tilePath, tilesOfNodes, tilesOfTree } from "./tile.ts";
import type { TileRef } from "./tile.ts";
import { rootOf } from "./tree-frontier.ts";

const MOST = 70_000;
const leaves = someLeaves(MOST);
const atLeaves = nodesOfLeaves(leaves);
const hex = (path: readonly Uint8Array[]): string[] =>
  path.map((h) => Buffer.from(h).toString("hex"));

const written = (size: number): { tiles: Map<string, Buffer>; root: Buffer } => {
  const tiles = new Map<string, Buffer>();
  const built = buildTiles(leaves.slice(0, size), (tile, bytes) => {
    expect(tiles.has(tilePath(tile))).toBe(false);
    tiles.set(tilePath(tile), bytes);
  });
  expect(built.size).toBe(size);
  return { tiles, root: built.root };
};
const reader =
  (tiles: Map<string, Buffer>) =>
  (tile: TileRef): Buffer => {
    const bytes = tiles.get(tilePath(tile));
    if (!bytes) throw new Error(`no such tile: ${tilePath(tile)}`);
    return bytes;
  };
// Sizes round the edges of tiles, where mistakes live.
const edges = [1, 2, 255, 256, 257, 511, 512, 65_535, 65_536, 65_537, 65_792, MOST];

describe("C2SP tlog-tiles", () => {
  test("its example path: index 1234067", () => {
    expect(tilePath({ level: 0, index: 1_234_067, width: 256 })).toBe("tile/0/x001/x234/067");
    expect(tilePath({ level: 3, index: 5, width: 17 })).toBe("tile/3/005.p/17");
    expect(tilePath({ level: 0, index: 1000, width: 1 })).toBe("tile/0/x001/000.p/1");
  });

  test("its example tree of 70,000 leaves", () => {
    const counted = new Map<string, number>();
    for (const { level, width } of tilesOfTree(70_000)) {
      const kind = `level ${level} width ${width}`;
      counted.set(kind, (counted.get(kind) ?? 0) + 1);
    }
    expect([...counted]).toEqual([
      ["level 0 width 256", 273],
      ["level 0 width 112", 1],
      ["level 1 width 256", 1],
      ["level 1 width 17", 1],
      ["level 2 width 1", 1],
    ]);
  });

  test("a tree of 256 is one full tile and one hash above it; an empty tree has no tile", () => {
    expect([...tilesOfTree(256)].map(tilePath)).toEqual(["tile/0/000", "tile/1/000.p/1"]);
    expect([...tilesOfTree(0)]).toEqual([]);
  });
});

describe("building and reading", () => {
  test.each([0, ...edges])("%i leaves: exactly the tiles of the tree, and its root", (size) => {
    const { tiles, root } = written(size);
    expect([...tiles.keys()].sort()).toEqual([...tilesOfTree(size)].map(tilePath).sort());
    expect(root.equals(rootOf(leaves.slice(0, size)))).toBe(true);
  });

  test.each(edges)("%i leaves: tiles give the same proofs as leaves", (size) => {
    const atTiles = nodesOfTiles(size, reader(written(size).tiles));
    const indices = [0, 1, 255, 256, 257, 65_535, 65_536, size - 2, size - 1];
    for (const index of indices.filter((i) => i >= 0 && i < size)) {
      const audit = inclusionProof(index, size, atTiles);
      expect(hex(audit)).toEqual(hex(inclusionProof(index, size, atLeaves)));
      const growth = consistencyProof(index, size, atTiles);
      expect(hex(growth)).toEqual(hex(consistencyProof(index, size, atLeaves)));
    }
  });

  test("any leaf of any tree: the tiles announced beforehand are enough", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: MOST }), fc.nat(), (size, pick) => {
        const index = pick % size;
        const announced = tilesOfNodes(inclusionNodes(index, size), size);
        const { tiles } = written(size);
        const fetched = new Map(announced.map((tile) => [tilePath(tile), reader(tiles)(tile)]));
        const audit = inclusionProof(index, size, nodesOfTiles(size, reader(fetched)));
        expect(hex(audit)).toEqual(hex(inclusionProof(index, size, atLeaves)));
      }),
      { numRuns: 10 },
    );
  });

  test("a proof in ten million leaves needs at most five tiles", () => {
    fc.assert(
      fc.property(fc.nat(9_999_999), (index) => {
        const tiles = tilesOfNodes(inclusionNodes(index, 10_000_000), 10_000_000);
        expect(tiles.length).toBeLessThanOrEqual(5);
      }),
    );
  });

  test("a cut tile, a tile too wide and a subtree outside the tree are refused", () => {
    const { tiles } = written(300);
    const cut = nodesOfTiles(300, (tile) => reader(tiles)(tile).subarray(1));
    expect(refusal(() => cut(0, 0)).code).toBe("proof/tile");
    const wide = nodesOfTiles(300, () => Buffer.alloc(256 * 32));
    expect(refusal(() => wide(0, 299)).code).toBe("proof/tile");
    const honest = nodesOfTiles(300, reader(tiles));
    expect(refusal(() => honest(0, 300)).code).toBe("proof/range");
    expect(refusal(() => honest(8, 1)).code).toBe("proof/range");
    expect(refusal(() => tilePath({ level: 7, index: 0, width: 256 })).code).toBe("proof/range");
  });
});
