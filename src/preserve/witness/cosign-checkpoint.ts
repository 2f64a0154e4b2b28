// The witness's one decision: whether this checkpoint may be cosigned.
// Invariant: the new size and root are on the disk before the signature exists; nothing smaller, nothing inconsistent, and
// nothing by an untrusted key is ever signed. The order of the checks is that of C2SP tlog-witness, "add-checkpoint".
import {
  cosignNote,
  parseCheckpoint,
  parseNote,
  parseWitnessRequest,
  verifyConsistency,
  verifyNote,
  type Checkpoint,
  type WitnessRequest,
} from "../../proof/index.ts";
import type { Clock } from "../../runtime/index.ts";
import type { WitnessFolder } from "./witness-folder.ts";
import { advanceLog, readLog, type WitnessedLog } from "./witnessed-log.ts";

export type WitnessAnswer =
  /** `line`: the signature line, dash and newline included. */
  | { readonly kind: "cosigned"; readonly line: string; readonly note: string }
  | { readonly kind: "malformed" }
  | { readonly kind: "unknown-log" }
  | { readonly kind: "unsigned" }
  /** The request starts from another size than the one seen last. */
  | { readonly kind: "conflict"; readonly size: number }
  /** The same size with another root: two histories under one name. */
  | { readonly kind: "split"; readonly size: number }
  /** The proof does not hold: what was seen last is not the beginning of this. */
  | { readonly kind: "inconsistent" };

/** Answers a request of `add-checkpoint`, whichever way it came. Throws PreserveError `witness-damaged` and disk errors. */
export async function cosignCheckpoint(
  { folder, key }: WitnessFolder,
  clock: Clock,
  text: string,
): Promise<WitnessAnswer> {
  const read = readRequest(text);
  if (read === null) return { kind: "malformed" };
  const { request, checkpoint } = read;
  const log = await readLog(folder, checkpoint.origin);
  if (log === null) return { kind: "unknown-log" };
  if (verifyNote(request.checkpoint, [log.key]).kind !== "verified") return { kind: "unsigned" };
  if (request.oldSize > checkpoint.size) return { kind: "malformed" };
  const refusal = judge(log, request, checkpoint);
  if (refusal !== null) return refusal;

  const seconds = Math.floor(clock() / 1000);
  const { size, root } = checkpoint;
  if (!(await advanceLog(folder, log, { size, root, cosigned: seconds }))) {
    // Another process answered in this moment; what it wrote is what counts now.
    const now = await readLog(folder, checkpoint.origin);
    return { kind: "conflict", size: now?.size ?? size };
  }
  // Only our line is added: a note with a hundred lines of others is not the witness's to carry.
  const note = cosignNote(request.checkpoint, key, seconds);
  return { kind: "cosigned", line: note.slice(request.checkpoint.length), note };
}

function judge(
  log: WitnessedLog,
  { oldSize, proof }: WitnessRequest,
  { size, root }: Checkpoint,
): WitnessAnswer | null {
  if (oldSize !== log.size) return { kind: "conflict", size: log.size };
  if (size === log.size && !log.root.equals(root)) return { kind: "split", size };
  const claim = { from: log.size, fromRoot: log.root, to: size, toRoot: root };
  return verifyConsistency(claim, proof) ? null : { kind: "inconsistent" };
}

function readRequest(text: string): { request: WitnessRequest; checkpoint: Checkpoint } | null {
  try {
    const request = parseWitnessRequest(text);
    return { request, checkpoint: parseCheckpoint(parseNote(request.checkpoint).text) };
  } catch {
    return null;
  }
}
