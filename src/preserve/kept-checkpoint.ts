// The latest checkpoint, kept beside the database so that a database put back to an older state is noticed.
// Invariant: encrypted under the vault key, because its name would tie a seized laptop to what was published; replaced in
// one step, so that after a power cut there is the old one or the new one.
import { mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { closeBox, openBox, replaceFile } from "../store/index.ts";
import type { PreserveDeps } from "./deps.ts";
import { keptKey } from "./log-key.ts";

type Place = Pick<PreserveDeps, "home" | "keys">;

const context = "guwah kept checkpoint 1";
const nonceBytes = 24;
const limitBytes = 100_000;

export type Kept =
  /** None was made here yet, or this folder was restored from a backup. */
  | { readonly kind: "none" }
  /** The file is not what this vault wrote. */
  | { readonly kind: "damaged" }
  | { readonly kind: "kept"; readonly note: string };

/** Keeps a signed note as the latest; durable when it returns. Throws StoreError `disk-full`, `not-writable`. */
export async function keepCheckpoint({ home, keys }: Place, note: string): Promise<void> {
  const key = keptKey(keys.root);
  const { nonce, cipher } = closeBox(key, Buffer.from(note), context);
  key.fill(0);
  await mkdir(join(home, "checkpoints"), { recursive: true, mode: 0o700 });
  await replaceFile(keptPath(home), Buffer.concat([nonce, cipher]));
}

export async function readKept({ home, keys }: Place): Promise<Kept> {
  let bytes: Buffer;
  try {
    bytes = await readFile(keptPath(home));
  } catch (cause) {
    if ((cause as { code?: unknown }).code === "ENOENT") return { kind: "none" };
    throw cause;
  }
  if (bytes.length < nonceBytes || bytes.length > limitBytes) return { kind: "damaged" };
  const key = keptKey(keys.root);
  const box = { nonce: bytes.subarray(0, nonceBytes), cipher: bytes.subarray(nonceBytes) };
  const note = openBox(key, box, context);
  key.fill(0);
  return note === null ? { kind: "damaged" } : { kind: "kept", note: note.toString("utf8") };
}

export function keptPath(home: string): string {
  return join(home, "checkpoints", "latest");
}
