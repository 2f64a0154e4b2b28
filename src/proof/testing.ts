// Factories for tests of this room and of the rooms that use its trees and notes.
// Invariant: the same call gives the same bytes every time.
import { leafHash, sha256 } from "./hash.ts";
import { ProofError } from "./errors.ts";

/** `count` different leaf hashes, the same on every run. */
export function someLeaves(count: number): Buffer[] {
  return Array.from({ length: count }, (_, i) => leafHash(sha256(Buffer.from(`leaf ${i}`))));
}

/** The ProofError that `run` throws; fails loudly when it throws nothing or something else. */
export function refusal(run: () => unknown): ProofError {
  try {
    run();
  } catch (error) {
    if (error instanceof ProofError) return error;
    throw error;
  }
  throw new Error("expected a ProofError, nothing was thrown");
}
