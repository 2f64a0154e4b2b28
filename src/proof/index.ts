// The door of the proof room: hashes, canonical text, Merkle trees and their proofs, signed notes.
// Invariant: everything here is pure and uses node:crypto only.
export { benchProof } from "./bench.ts";
export type { BenchSize, ProofFigures } from "./bench.ts";
export { buildTiles, startTiles } from "./build-tiles.ts";
export type { BuiltTree, TileBuilder, WriteTile } from "./build-tiles.ts";
export { canonicalJson, MAX_JSON_DEPTH } from "./canonical-json.ts";
export { formatCheckpoint, parseCheckpoint } from "./checkpoint.ts";
export type { Checkpoint } from "./checkpoint.ts";
export { ProofError } from "./errors.ts";
export type { ProofErrorCode } from "./errors.ts";
export { nodesOfGrowth } from "./grown-nodes.ts";
export {
  commit,
  HASH_BYTES,
  leafHash,
  leafHashOf,
  nodeHash,
  sha256,
  sha256Hex,
  startHash,
} from "./hash.ts";
export type { StreamingHash } from "./hash.ts";
export {
  consistencyNodes,
  consistencyProof,
  inclusionNodes,
  inclusionProof,
  nodesOfLeaves,
  rootFromNodes,
  rootNodes,
} from "./merkle-proof.ts";
export {
  formatSignerKey,
  formatVerifierKey,
  parseSignerKey,
  parseVerifierKey,
  signerKey,
  verifierKey,
} from "./note-key.ts";
export type { NoteKeyType, SignerKey, VerifierKey } from "./note-key.ts";
export { nodesOfTiles } from "./read-tiles.ts";
export type { ReadTile } from "./read-tiles.ts";
export { cosignNote, parseNote, signNote, verifyNote } from "./signed-note.ts";
export type { CheckedSignature, Note, NoteSignature, NoteVerdict } from "./signed-note.ts";
export { sshFingerprint, sshPublicKey, sshSign } from "./ssh-signature.ts";
export { TILE_BYTES, tilePath, tilesOfNodes, tilesOfTree, TILE_WIDTH } from "./tile.ts";
export type { TileRef } from "./tile.ts";
export { emptyRoot, rootOf, TreeFrontier } from "./tree-frontier.ts";
export type { NodeAt, NodeRef } from "./tree-shape.ts";
export { verifyConsistency, verifyInclusion } from "./verify-proof.ts";
export type { ConsistencyClaim, InclusionClaim } from "./verify-proof.ts";
export { formatWitnessPolicy, parseWitnessPolicy, requirePolicy } from "./witness-policy.ts";
export type { Witness, WitnessPolicy } from "./witness-policy.ts";
export {
  formatWitnessRequest,
  MAX_REQUEST_LENGTH,
  parseWitnessRequest,
} from "./witness-request.ts";
export type { WitnessRequest } from "./witness-request.ts";
