// Subtree hashes out of tiles, so that a proof in a large tree reads a handful of small files.
// Invariant: tiles are not trusted; a proof made from wrong tiles fails when it is verified.
import { ProofError } from "./errors.ts";
import { HASH_BYTES } from "./hash.ts";
import { subtreeRoot } from "./build-tiles.ts";
import { TILE_HEIGHT, TILE_WIDTH, tileOfNode, tilePath } from "./tile.ts";
import type { TileRef } from "./tile.ts";
import { requireWhole } from "./tree-shape.ts";
import type { NodeAt } from "./tree-shape.ts";

/** Gives a tile's bytes: 32 times its width. */
export type ReadTile = (tile: TileRef) => Uint8Array;

/**
 * Subtree hashes of the tree of `size` leaves, read from its tiles; for `inclusionProof` and
 * `consistencyProof`. Each tile is read once and each subtree hashed once for as long as the
 * returned function is kept. To read tiles asynchronously, fetch `tilesOfNodes(inclusionNodes(…))`
 * first and pass a lookup.
 * Throws ProofError `proof/tile` when a tile's length does not fit the tree, `proof/range` when a
 * subtree outside the tree is asked for.
 */
export function nodesOfTiles(size: number, read: ReadTile): NodeAt {
  requireWhole("tree size", size, 1, Number.MAX_SAFE_INTEGER);
  const tiles = new Map<string, Uint8Array>();
  const subtrees = new Map<string, Uint8Array>();

  const open = (tile: TileRef): Uint8Array => {
    const path = tilePath(tile);
    const known = tiles.get(path);
    if (known) return known;
    const bytes = read(tile);
    requireTile(tile, bytes);
    tiles.set(path, bytes);
    return bytes;
  };

  return (level, index) => {
    const key = `${level}/${index}`;
    const known = subtrees.get(key);
    if (known) return known;
    requireWhole("node index", index, 0, Math.floor(size / 2 ** level) - 1);
    const tile = tileOfNode({ level, index }, size);
    const span = 2 ** (level - tile.level * TILE_HEIGHT);
    const first = index * span - tile.index * TILE_WIDTH;
    const lowest = open(tile).subarray(first * HASH_BYTES, (first + span) * HASH_BYTES);
    const hash = subtreeRoot(lowest);
    subtrees.set(key, hash);
    return hash;
  };
}

function requireTile(tile: TileRef, bytes: Uint8Array): void {
  const expected = tile.width * HASH_BYTES;
  if (bytes.length === expected) return;
  throw new ProofError(
    "proof/tile",
    `Expected ${expected} bytes in ${tilePath(tile)}, got ${bytes.length}. Build the tiles again from the leaves.`,
    { expected, got: bytes.length, level: tile.level, index: tile.index },
  );
}
