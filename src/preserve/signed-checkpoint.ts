// A checkpoint someone hands us, believed only as far as this vault's own key has signed it.
// Invariant: the key is derived anew from the vault key and the origin; no stored public key is trusted.
import { type Checkpoint, parseCheckpoint, parseNote, verifyNote } from "../proof/index.ts";
import { logSigner } from "./log-key.ts";

export type SignedCheckpoint =
  | { readonly kind: "ours"; readonly checkpoint: Checkpoint; readonly text: string }
  /** A checkpoint under an origin that is none of these. */
  | { readonly kind: "other" }
  /** It names an origin of ours, and our key has not signed it. */
  | { readonly kind: "forged"; readonly checkpoint: Checkpoint }
  | { readonly kind: "malformed" };

/** Whether this note is a checkpoint that the vault with this key signed under one of these origins. Never throws. */
export function readSigned(
  root: Uint8Array,
  origins: readonly string[],
  note: string,
): SignedCheckpoint {
  let text: string;
  let checkpoint: Checkpoint;
  try {
    text = parseNote(note).text;
    checkpoint = parseCheckpoint(text);
  } catch {
    return { kind: "malformed" };
  }
  if (!origins.includes(checkpoint.origin)) return { kind: "other" };
  const verdict = verifyNote(note, [logSigner(root, checkpoint.origin)]);
  return verdict.kind === "verified"
    ? { kind: "ours", checkpoint, text }
    : { kind: "forged", checkpoint };
}
