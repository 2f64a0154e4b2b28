// vault.json: which vault this is, how a passphrase becomes a key, and one slot for each secret that opens it.
// Invariant: it names no person, holds no key in the clear, and is replaced in one step or not at all.
import { randomBytes } from "node:crypto";
import { mkdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { memberId } from "../model/index.ts";
import { diskError, isMissing, privateFolder, replaceFile } from "./disk.ts";
import { StoreError } from "./errors.ts";

const vaultFileName = "vault.json";
/** A vault of a few hundred people is far below this; more is not a vault.json. */
const limitBytes = 4 * 1024 * 1024;
const format = 1;

const bytes = (length: number) =>
  z.string().regex(new RegExp(`^[A-Za-z0-9_-]{${Math.ceil((length * 4) / 3)}}$`));

/** Argon2id (RFC 9106). The bounds keep whoever can write this file from asking for a weak key or all memory. */
const kdf = z.strictObject({
  name: z.literal("argon2id"),
  memoryKiB: z.int().min(65_536).max(2_097_152),
  passes: z.int().min(2).max(64),
  lanes: z.int().min(1).max(16),
  /** One salt for all slots, so that one derivation tries them all. */
  salt: bytes(16),
});
export type Kdf = z.infer<typeof kdf>;

const slot = z.strictObject({
  id: bytes(9),
  kind: z.enum(["passphrase", "recovery"]),
  member: memberId,
  nonce: bytes(24),
  /** Vault key, the member's secret key and the sealed key's mark, under the key made from the secret. */
  wrapped: bytes(96 + 16),
});
export type Slot = z.infer<typeof slot>;
export type SlotKind = Slot["kind"];

const holder = z.strictObject({
  member: memberId,
  publicKey: bytes(32),
  /** Made with the sealed key: without it nobody grants anything to this public key. */
  voucher: bytes(32),
  /** The sealed key, sealed to the public key; null for members whose roles do not need it. */
  grant: bytes(32 + 48).nullable(),
});
export type Holder = z.infer<typeof holder>;

const vaultFile = z.strictObject({
  format: z.literal(format),
  vault: z.string().regex(/^[0-9a-f]{32}$/),
  engine: z.enum(["sqlcipher", "postgres"]),
  kdf,
  slots: z.array(slot).max(2_000),
  holders: z.array(holder).max(1_000),
});
export type VaultFile = Readonly<z.infer<typeof vaultFile>>;

/** A new vault's file, without slots yet. */
export function newVaultFile(engine: VaultFile["engine"], derivation: Kdf): VaultFile {
  const vault = randomBytes(16).toString("hex");
  return { format, vault, engine, kdf: derivation, slots: [], holders: [] };
}

/** Whether there is a vault in this folder. */
export async function hasVault(home: string): Promise<boolean> {
  try {
    return (await stat(join(home, vaultFileName))).isFile();
  } catch (cause) {
    if (isMissing(cause)) return false;
    throw diskError(cause);
  }
}

/** Reads vault.json. Throws StoreError `not-a-vault`, `newer-vault` or `vault-damaged`. */
export async function readVaultFile(home: string): Promise<VaultFile> {
  let text: string;
  try {
    const path = join(home, vaultFileName);
    if ((await stat(path)).size > limitBytes) throw broken();
    text = await readFile(path, "utf8");
  } catch (cause) {
    if (!isMissing(cause)) throw diskError(cause);
    throw new StoreError(
      "not-a-vault",
      "There is no vault in this folder. Make one with `guwah init`, or set GUWAH_HOME to where it is.",
    );
  }
  return parseVaultFile(text);
}

/** Checks the text of a vault.json. Throws StoreError `newer-vault` or `vault-damaged`. */
export function parseVaultFile(text: string): VaultFile {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    throw broken();
  }
  const found = vaultFile.safeParse(json);
  if (found.success) return found.data;
  const version =
    json !== null && typeof json === "object" && "format" in json ? json.format : null;
  if (typeof version === "number" && version > format) {
    throw new StoreError(
      "newer-vault",
      "A newer Guwah made this vault. Update Guwah, then open it.",
      {
        details: { expected: format, got: version },
      },
    );
  }
  throw broken();
}

/** The text of a vault.json. */
export function vaultFileText(file: VaultFile): string {
  return `${JSON.stringify(file, null, 2)}\n`;
}

/** Writes vault.json, making the folder where it is missing. */
export async function writeVaultFile(home: string, file: VaultFile): Promise<void> {
  try {
    await mkdir(home, { recursive: true, mode: privateFolder });
  } catch (cause) {
    throw diskError(cause);
  }
  await replaceFile(join(home, vaultFileName), vaultFileText(file));
}

const changes = new Map<string, Promise<unknown>>();

/**
 * Reads vault.json, lets `change` make a new one of it and writes that; changes of one folder take turns.
 * When `change` throws, nothing is written.
 */
export async function changeVaultFile<T>(
  home: string,
  change: (file: VaultFile) => Promise<{ readonly file: VaultFile; readonly result: T }>,
): Promise<T> {
  const mine = (changes.get(home) ?? Promise.resolve()).then(async () => {
    const { file, result } = await change(await readVaultFile(home));
    await writeVaultFile(home, file);
    return result;
  });
  const settled = mine.catch(() => {});
  changes.set(home, settled);
  try {
    return await mine;
  } finally {
    if (changes.get(home) === settled) changes.delete(home);
  }
}

function broken(): StoreError {
  return new StoreError(
    "vault-damaged",
    "vault.json is not what Guwah wrote. Put back a copy of it, or restore a backup.",
  );
}
