// From what a person remembers or has printed to the key that opens their slot: Argon2id, off the main thread.
// Invariant: never less than 64 MiB and 2 passes; a vault made here costs about half a second to try one passphrase.
import { argon2, randomBytes } from "node:crypto";
import { performance } from "node:perf_hooks";
import { promisify } from "node:util";
import sodium from "sodium-native";
import { keyBytes, secureBytes } from "./keys.ts";
import type { Kdf, SlotKind } from "./vault-file.ts";

const derive = promisify(argon2);

/** What opens a slot. A recovery code is given in its canonical form (`access` reads what people type). */
export interface SlotSecret {
  readonly kind: SlotKind;
  readonly text: string;
}

const targetMs = 500;
/** RFC 9106 §4: four lanes. */
const lanes = 4;

/** The 32-byte key a secret gives under these settings, in locked memory. */
export async function deriveSlotKey(settings: Kdf, secret: SlotSecret): Promise<Buffer> {
  // The same passphrase typed on another keyboard may come in another Unicode form.
  const message = Buffer.from(secret.text.normalize("NFKC"), "utf8");
  const made = await derive("argon2id", {
    message,
    nonce: Buffer.from(settings.salt, "base64url"),
    parallelism: settings.lanes,
    tagLength: keyBytes,
    memory: settings.memoryKiB,
    passes: settings.passes,
  });
  sodium.sodium_memzero(message);
  const key = secureBytes();
  key.set(made);
  sodium.sodium_memzero(made);
  return key;
}

/** Settings for a new vault: 64 MiB, so that a modest laptop can spare it, and as many passes as half a second takes. */
export async function tuneKdf(): Promise<Kdf> {
  const memoryKiB = 65_536;
  const salt = randomBytes(16).toString("base64url");
  const trial: Kdf = { name: "argon2id", memoryKiB, passes: 2, lanes, salt };
  const start = performance.now();
  (await deriveSlotKey(trial, { kind: "passphrase", text: "a trial of this machine" })).fill(0);
  const onePassMs = (performance.now() - start) / trial.passes;
  return { ...trial, passes: Math.min(16, Math.max(2, Math.round(targetMs / onePassMs))) };
}
