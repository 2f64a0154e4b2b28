// C2SP signed notes: a text, a blank line, and signature lines anyone can check.
// Invariant: the signature covers the text with its last newline and nothing else; a note is
// verified only when a key the reader already trusts has signed exactly this text.
import { sign, verify } from "node:crypto";
import { ProofError } from "./errors.ts";
import { isKeyName, readBase64 } from "./note-key.ts";
import type { SignerKey, VerifierKey } from "./note-key.ts";

/** A signature line: whose, by which key, and the bytes after the key id. */
export type NoteSignature = {
  readonly name: string;
  readonly id: Buffer;
  readonly bytes: Buffer;
};

/** A note taken apart; nothing in it has been checked yet. */
export type Note = { readonly text: string; readonly signatures: readonly NoteSignature[] };

/** A signature that was checked; `time` (seconds since 1970) only where it is a cosignature. */
export type CheckedSignature = { readonly name: string; readonly time: number | null };

/**
 * What came of checking a note. `unsigned`: no trusted key has signed it. `forged`: a line claims
 * a trusted key and does not hold, which condemns the whole note.
 */
export type NoteVerdict =
  | { readonly kind: "verified"; readonly text: string; readonly by: readonly CheckedSignature[] }
  | { readonly kind: "unsigned" }
  | { readonly kind: "forged" }
  | { readonly kind: "malformed" };

/** Longer than any checkpoint with a hundred witnesses; a hostile note is refused before parsing. */
const MAX_NOTE_LENGTH = 1_000_000;
const MAX_SIGNATURES = 100;
const ID_BYTES = 4;
const TIME_BYTES = 8;
const SIGNATURE_BYTES = 64;

// oxlint-disable-next-line no-control-regex -- C2SP signed-note: no ASCII control sign but newline
const CONTROL = /[\u0000-\u0009\u000b-\u001f]/;

/**
 * Signs a text with one or more keys of type 1.
 * The text must end in a newline and hold no other ASCII control sign.
 * Throws ProofError `proof/note` for an unfit text, `proof/key` for a key of type 4 (use
 * `cosignNote`, which states a time). Source: C2SP signed-note, "Ed25519 signatures".
 */
export function signNote(text: string, signers: readonly SignerKey[]): string {
  requireText(text);
  const lines = signers.map((key) => {
    if (key.type !== 1) {
      throw new ProofError(
        "proof/key",
        "Expected a key of type 1, got a cosigning key. Use cosignNote, which states a time.",
      );
    }
    return signatureLine(key, sign(null, Buffer.from(text), key.secret));
  });
  return `${text}\n${lines.join("")}`;
}

/**
 * The same note with one more line: this witness saw this checkpoint as the largest at `time`
 * (whole seconds since 1970). Checking that it grew out of the last one is the witness's duty
 * before calling this.
 * Throws ProofError `proof/note` (not a note), `proof/key` (not type 4), `proof/range` (time).
 * Source: C2SP tlog-cosignature, "Ed25519 signed message".
 */
export function cosignNote(note: string, witness: SignerKey, time: number): string {
  const { text } = parseNote(note);
  if (witness.type !== 4) {
    throw new ProofError("proof/key", "Expected a key of type 4, got a signing key. Use signNote.");
  }
  if (!Number.isSafeInteger(time) || time < 0) {
    throw new ProofError(
      "proof/range",
      `Expected a time in whole seconds since 1970, got ${time}. Divide milliseconds by 1000.`,
    );
  }
  const stamp = Buffer.alloc(TIME_BYTES);
  stamp.writeBigUInt64BE(BigInt(time));
  const signature = sign(null, cosignedMessage(text, BigInt(time)), witness.secret);
  return note + signatureLine(witness, Buffer.concat([stamp, signature]));
}

/**
 * Takes a note apart without checking any signature.
 * Throws ProofError `proof/note` when it is not a note, or has more than 100 signatures.
 */
export function parseNote(note: string): Note {
  if (note.length > MAX_NOTE_LENGTH) throw malformed("at most a million characters");
  const split = note.lastIndexOf("\n\n");
  if (split < 0 || !note.endsWith("\n")) throw malformed("a text, a blank line and signatures");
  const text = note.slice(0, split + 1);
  requireText(text);
  const lines = note.slice(split + 2, -1).split("\n");
  if (lines.length > MAX_SIGNATURES) throw malformed(`at most ${MAX_SIGNATURES} signatures`);
  return { text, signatures: lines.map(parseSignature) };
}

/**
 * Checks a note against the keys the reader trusts; never throws, whatever the note is.
 * Lines by unknown keys are ignored, as the format requires: they allow for rotation and witnesses.
 */
export function verifyNote(note: string, trusted: readonly VerifierKey[]): NoteVerdict {
  let parsed: Note;
  try {
    parsed = parseNote(note);
  } catch {
    return { kind: "malformed" };
  }
  const by: CheckedSignature[] = [];
  for (const signature of parsed.signatures) {
    const keys = trusted.filter((k) => k.name === signature.name && k.id.equals(signature.id));
    if (keys.length === 0) continue;
    const checked = keys.map((key) => check(parsed.text, signature, key)).find((c) => c !== null);
    if (!checked) return { kind: "forged" };
    by.push(checked);
  }
  return by.length > 0 ? { kind: "verified", text: parsed.text, by } : { kind: "unsigned" };
}

function check(
  text: string,
  { bytes, name }: NoteSignature,
  key: VerifierKey,
): CheckedSignature | null {
  if (key.type === 1) {
    const holds =
      bytes.length === SIGNATURE_BYTES && verify(null, Buffer.from(text), key.handle, bytes);
    return holds ? { name, time: null } : null;
  }
  if (bytes.length !== TIME_BYTES + SIGNATURE_BYTES) return null;
  const time = bytes.readBigUInt64BE();
  if (time > BigInt(Number.MAX_SAFE_INTEGER)) return null;
  const signature = bytes.subarray(TIME_BYTES);
  if (!verify(null, cosignedMessage(text, time), key.handle, signature)) return null;
  return { name, time: Number(time) };
}

function cosignedMessage(text: string, time: bigint): Buffer {
  return Buffer.from(`cosignature/v1\ntime ${time}\n${text}`);
}

function signatureLine(key: VerifierKey, signature: Buffer): string {
  return `\u2014 ${key.name} ${Buffer.concat([key.id, signature]).toString("base64")}\n`;
}

function parseSignature(line: string): NoteSignature {
  const [dash, name = "", encoded = "", ...rest] = line.split(" ");
  const bytes = readBase64(encoded);
  if (
    dash !== "\u2014" ||
    rest.length > 0 ||
    !isKeyName(name) ||
    !bytes ||
    bytes.length <= ID_BYTES
  ) {
    throw malformed("signature lines of dash, name and base64");
  }
  return { name, id: bytes.subarray(0, ID_BYTES), bytes: bytes.subarray(ID_BYTES) };
}

function requireText(text: string): void {
  if (!text.endsWith("\n") || CONTROL.test(text) || !text.isWellFormed()) {
    throw malformed("well-formed text without control signs, ending in a newline");
  }
}

function malformed(expected: string): ProofError {
  return new ProofError(
    "proof/note",
    `Expected ${expected}, got something else. Fetch the note again, byte for byte.`,
  );
}
