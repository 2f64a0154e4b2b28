// Turns a stream of leaf hashes into tiles, holding one unfinished tile per level in memory.
// Invariant: a full tile is handed out once, when its last hash arrives, and never changes after.
import { HASH_BYTES, nodeHash, requireHash } from "./hash.ts";
import { TILE_BYTES, TILE_WIDTH } from "./tile.ts";
import type { TileRef } from "./tile.ts";
import { rootOf } from "./tree-frontier.ts";

/** Takes a finished tile; the bytes belong to the receiver, who may queue them for slow storage. */
export type WriteTile = (tile: TileRef, bytes: Buffer) => void;

/** What was built: the tree's size and its root. */
export type BuiltTree = { readonly size: number; readonly root: Buffer };

/** A tree being cut into tiles; for leaves that arrive over time, such as pages of a query. */
export type TileBuilder = {
  /** Takes the next leaf hash. Throws ProofError `proof/bytes` when it is not of 32 bytes. */
  readonly append: (leaf: Uint8Array) => void;
  /** Writes the partial tiles at the right edge; nothing may be appended afterwards. */
  readonly finish: () => BuiltTree;
};

type OpenTile = { index: number; width: number; bytes: Buffer };

/**
 * Starts cutting a tree into tiles: full tiles are written as they fill, partial ones at the end.
 * Memory stays at 8 kB per level however many leaves come.
 * Source: C2SP tlog-tiles, "Merkle Tree" and "Partial Tiles".
 */
export function startTiles(write: WriteTile): TileBuilder {
  const open: OpenTile[] = [];
  let size = 0;

  const add = (level: number, hash: Uint8Array): void => {
    const tile = (open[level] ??= { index: 0, width: 0, bytes: Buffer.alloc(TILE_BYTES) });
    tile.bytes.set(hash, tile.width * HASH_BYTES);
    tile.width += 1;
    if (tile.width < TILE_WIDTH) return;
    const { index, bytes } = tile;
    open[level] = { index: index + 1, width: 0, bytes: Buffer.alloc(TILE_BYTES) };
    const root = subtreeRoot(bytes);
    write({ level, index, width: TILE_WIDTH }, bytes);
    add(level + 1, root);
  };

  return {
    append(leaf) {
      requireHash(leaf, "leaf hash");
      add(0, leaf);
      size += 1;
    },
    finish() {
      // What a level leaves unfinished is the last, smaller leaf of the level above it.
      let rest: Buffer[] = [];
      for (const [level, { index, width, bytes }] of open.entries()) {
        const edge = Buffer.from(bytes.subarray(0, width * HASH_BYTES));
        const hashes = [...hashesOf(edge), ...rest];
        if (hashes.length > 0) rest = [rootOf(hashes)];
        if (width > 0) write({ level, index, width }, edge);
      }
      return { size, root: rest[0] ?? rootOf([]) };
    },
  };
}

/** Writes every tile of the tree over `leaves`. Throws like `startTiles`. */
export function buildTiles(leaves: Iterable<Uint8Array>, write: WriteTile): BuiltTree {
  const tiles = startTiles(write);
  for (const leaf of leaves) tiles.append(leaf);
  return tiles.finish();
}

/** The hash of a complete subtree from its 2^n lowest hashes, laid end to end. */
export function subtreeRoot(hashes: Uint8Array): Buffer {
  let row: Buffer = Buffer.from(hashes);
  while (row.length > HASH_BYTES) {
    for (let at = 0; at < row.length; at += 2 * HASH_BYTES) {
      const middle = at + HASH_BYTES;
      const parent = nodeHash(row.subarray(at, middle), row.subarray(middle, middle + HASH_BYTES));
      row.set(parent, at / 2);
    }
    row = row.subarray(0, row.length / 2);
  }
  return row;
}

function hashesOf(bytes: Buffer): Buffer[] {
  return Array.from({ length: bytes.length / HASH_BYTES }, (_, i) =>
    bytes.subarray(i * HASH_BYTES, (i + 1) * HASH_BYTES),
  );
}
