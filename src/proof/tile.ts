// Tiles of C2SP tlog-tiles: a large tree cut into files of at most 256 hashes each.
// Invariant: which tiles exist, how wide they are and where they lie follows from the tree's size.
import { HASH_BYTES } from "./hash.ts";
import { requireWhole } from "./tree-shape.ts";
import type { NodeRef } from "./tree-shape.ts";

/** Tree levels that one tile spans. */
export const TILE_HEIGHT = 8;
/** Hashes in a full tile. */
export const TILE_WIDTH = 2 ** TILE_HEIGHT;
/** Bytes in a full tile. */
export const TILE_BYTES = TILE_WIDTH * HASH_BYTES;

// 256^6 < 2^53 < 256^7: no tree that a whole number can count is higher.
const MAX_TILE_LEVEL = 6;

/** A tile: its level (0 holds leaf hashes), its index in the level, and how many hashes it has. */
export type TileRef = { readonly level: number; readonly index: number; readonly width: number };

/**
 * Where a tile lies below a log's prefix, such as `tile/1/x001/234.p/17`.
 * Throws ProofError `proof/range` for a level, index or width no tree has.
 * Source: C2SP tlog-tiles, "Merkle Tree".
 */
export function tilePath(tile: TileRef): string {
  requireWhole("tile level", tile.level, 0, MAX_TILE_LEVEL);
  requireWhole("tile index", tile.index, 0, Number.MAX_SAFE_INTEGER);
  requireWhole("tile width", tile.width, 1, TILE_WIDTH);
  let rest = Math.floor(tile.index / 1000);
  let path = digits(tile.index % 1000);
  for (; rest > 0; rest = Math.floor(rest / 1000)) path = `x${digits(rest % 1000)}/${path}`;
  const partial = tile.width === TILE_WIDTH ? "" : `.p/${tile.width}`;
  return `tile/${tile.level}/${path}${partial}`;
}

/** How many hashes tile `index` of `level` has in a tree of `size` leaves; 0 when it is not there. */
function tileWidth(level: number, index: number, size: number): number {
  const hashes = Math.floor(size / TILE_WIDTH ** level);
  return Math.max(0, Math.min(TILE_WIDTH, hashes - index * TILE_WIDTH));
}

/** Every tile of a tree of `size` leaves, lowest level first. */
export function* tilesOfTree(size: number): Generator<TileRef> {
  requireWhole("tree size", size, 0, Number.MAX_SAFE_INTEGER);
  for (let level = 0; level <= MAX_TILE_LEVEL; level++) {
    const count = Math.ceil(Math.floor(size / TILE_WIDTH ** level) / TILE_WIDTH);
    for (let index = 0; index < count; index++) {
      yield { level, index, width: tileWidth(level, index, size) };
    }
  }
}

/** The tile that a complete subtree is computed from, in a tree of `size` leaves. */
export function tileOfNode(node: NodeRef, size: number): TileRef {
  const level = Math.floor(node.level / TILE_HEIGHT);
  const span = 2 ** (node.level - level * TILE_HEIGHT);
  const index = Math.floor((node.index * span) / TILE_WIDTH);
  return { level, index, width: tileWidth(level, index, size) };
}

/** The tiles that these subtrees need, each once, so that they can be read together beforehand. */
export function tilesOfNodes(nodes: readonly NodeRef[], size: number): TileRef[] {
  const tiles = new Map<string, TileRef>();
  for (const node of nodes) {
    const tile = tileOfNode(node, size);
    tiles.set(tilePath(tile), tile);
  }
  return [...tiles.values()];
}

const digits = (n: number): string => String(n).padStart(3, "0");
