// How fast the room is, as one JSON-able object for `guwah bench proof --json`.
// Invariant: figures only; nothing is asserted here, and every proof that is timed is also verified.
import { buildTiles } from "./build-tiles.ts";
import { canonicalJson } from "./canonical-json.ts";
import { commit, HASH_BYTES, leafHash, sha256 } from "./hash.ts";
import {
  consistencyNodes,
  consistencyProof,
  inclusionNodes,
  inclusionProof,
  rootFromNodes,
  rootNodes,
} from "./merkle-proof.ts";
import { nodesOfTiles } from "./read-tiles.ts";
import { tilePath, tilesOfNodes, tilesOfTree } from "./tile.ts";
import type { TileRef } from "./tile.ts";
import { TreeFrontier } from "./tree-frontier.ts";
import { verifyConsistency, verifyInclusion } from "./verify-proof.ts";

/** What was measured; rates per second, times in milliseconds. */
export type ProofFigures = {
  readonly canonicalTextsPerSecond: number;
  /** Salted commitment, leaf hash and tree root's edge for each entry. */
  readonly leavesPerSecond: number;
  readonly treeLeaves: number;
  readonly tilesBuiltLeavesPerSecond: number;
  readonly tileMegabytes: number;
  /** Nothing kept between proofs: tiles read and hashed anew each time. */
  readonly inclusionProofMs: { readonly median: number; readonly p95: number };
  readonly consistencyProofMs: { readonly median: number; readonly p95: number };
  readonly verifyInclusionMs: { readonly median: number; readonly p95: number };
  readonly tilesReadPerInclusionProof: number;
};

/** Sizes of the run; smaller ones for a quick look. */
export type BenchSize = {
  readonly entries: number;
  readonly treeLeaves: number;
  readonly proofs: number;
};

const FULL: BenchSize = { entries: 100_000, treeLeaves: 10_000_000, proofs: 500 };

/** Measures the room on this machine: about 20 seconds at full size. */
export async function benchProof(size: BenchSize = FULL): Promise<ProofFigures> {
  const canonicalTextsPerSecond = rate(size.entries, () => textsOf(size.entries));
  const texts = textsOf(size.entries);
  const salt = Buffer.alloc(32, 5);
  const leavesPerSecond = rate(size.entries, () => {
    let frontier = TreeFrontier.empty();
    for (const text of texts) frontier = frontier.append(leafHash(commit(salt, text)));
  });

  // A tree of ten million has 321 MB of tiles; only those the proofs will read are kept.
  const wanted = new Set(
    provenIndices(size).flatMap((index) => tilesForProofs(index, size.treeLeaves)),
  );
  const tiles = new Map<string, Buffer>();
  let root: Buffer = Buffer.alloc(0);
  const tilesBuiltLeavesPerSecond = rate(size.treeLeaves, () => {
    const built = buildTiles(numberedLeaves(size.treeLeaves), (tile, bytes) => {
      const path = tilePath(tile);
      if (wanted.has(path)) tiles.set(path, bytes);
    });
    root = built.root;
  });
  return {
    canonicalTextsPerSecond,
    leavesPerSecond,
    treeLeaves: size.treeLeaves,
    tilesBuiltLeavesPerSecond,
    tileMegabytes: Math.round((hashesInTiles(size.treeLeaves) * HASH_BYTES) / 1e6),
    ...timeProofs(size, tiles, root),
  };
}

type Timed = Pick<
  ProofFigures,
  "inclusionProofMs" | "consistencyProofMs" | "verifyInclusionMs" | "tilesReadPerInclusionProof"
>;

function timeProofs(size: BenchSize, tiles: ReadonlyMap<string, Buffer>, root: Buffer): Timed {
  let reads = 0;
  const read = (tile: TileRef): Buffer => {
    reads += 1;
    return tiles.get(tilePath(tile)) ?? Buffer.alloc(0);
  };
  const inclusion: number[] = [];
  const consistency: number[] = [];
  const verification: number[] = [];
  let inclusionReads = 0;
  const to = size.treeLeaves;
  for (const index of provenIndices(size)) {
    reads = 0;
    const audit = timed(inclusion, () => inclusionProof(index, to, nodesOfTiles(to, read)));
    inclusionReads += reads;
    const claim = { index, size: to, leaf: leafHash(numbered(index)), root };
    const isIn = timed(verification, () => verifyInclusion(claim, audit));

    const from = index + 1;
    const growth = timed(consistency, () => consistencyProof(from, to, nodesOfTiles(to, read)));
    const fromRoot = rootFromNodes(from, nodesOfTiles(to, read));
    const grew = verifyConsistency({ from, fromRoot, to, toRoot: root }, growth);
    if (!isIn || !grew) throw new Error("a proof made from sound tiles did not verify");
  }
  return {
    inclusionProofMs: spread(inclusion),
    consistencyProofMs: spread(consistency),
    verifyInclusionMs: spread(verification),
    tilesReadPerInclusionProof: Math.round((10 * inclusionReads) / size.proofs) / 10,
  };
}

function provenIndices({ proofs, treeLeaves }: BenchSize): number[] {
  return Array.from({ length: proofs }, (_, i) => Math.floor((i + 0.5) * (treeLeaves / proofs)));
}

function tilesForProofs(index: number, size: number): string[] {
  const nodes = [
    ...inclusionNodes(index, size),
    ...consistencyNodes(index + 1, size),
    ...rootNodes(index + 1),
  ];
  return tilesOfNodes(nodes, size).map(tilePath);
}

function hashesInTiles(size: number): number {
  let hashes = 0;
  for (const { width } of tilesOfTree(size)) hashes += width;
  return hashes;
}

/** Bodies like those of the ledger, with keys out of order; the texts are invented. */
function textsOf(count: number): string[] {
  return Array.from({ length: count }, (_, i) =>
    canonicalJson({
      record: `rec_${i}`,
      kind: "claim",
      property: "last-confirmed-alive",
      value: { kind: "date", edtf: "2018-03", text: "весна 2018" },
      passage: { source: `src_${i % 97}`, from: i, to: i + 40 },
      review: "proposed",
    }),
  );
}

function* numberedLeaves(count: number): Generator<Buffer> {
  for (let i = 0; i < count; i++) yield leafHash(numbered(i));
}

function numbered(n: number): Buffer {
  const bytes = Buffer.alloc(32);
  bytes.writeDoubleBE(n);
  return sha256(bytes);
}

function rate(count: number, run: () => unknown): number {
  const startMs = performance.now();
  run();
  return Math.round(count / ((performance.now() - startMs) / 1000));
}

function timed<T>(times: number[], run: () => T): T {
  const startMs = performance.now();
  const result = run();
  times.push(performance.now() - startMs);
  return result;
}

function spread(times: readonly number[]): { median: number; p95: number } {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number): number => {
    const value = sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
    return Math.round(value * 1000) / 1000;
  };
  return { median: at(0.5), p95: at(0.95) };
}
