// Opens a vault with the keys someone unlocked, and closes it again.
// Invariant: on a laptop one process holds it; what a crash left half done is finished or removed before anything is
// read; after `close` the keys are zeros.
import { readFile, rename, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import { deviceId, type DeviceId } from "../model/index.ts";
import type { Ids } from "../runtime/index.ts";
import { isMissing, isOlder, removeUnfinished, replaceFile, syncFolder } from "./disk.ts";
import { StoreError } from "./errors.ts";
import { type VaultKeys, wipe } from "./keys.ts";
import { databaseName, openParts, type Parts, type VaultDeps } from "./open-parts.ts";
import { readVaultFile, type VaultFile } from "./vault-file.ts";
import { takeLock, type VaultLock } from "./vault-lock.ts";

/** A database being made; it takes its name only when it is whole (make-vault.ts). */
export const unfinishedName = "vault.db.new";
const dayMs = 24 * 60 * 60 * 1000;

export interface OpenVaultDeps extends VaultDeps {
  readonly ids: Ids;
  /** Taken over: `close` wipes them, and so does an opening that fails. */
  readonly keys: VaultKeys;
}

export interface Vault extends Parts {
  readonly id: string;
  readonly home: string;
  readonly device: DeviceId;
  readonly keys: VaultKeys;
  /** Tells others on which port this process serves the vault. Does nothing on PostgreSQL, which many may hold. */
  announce(port: number): Promise<void>;
  /** Waits for the running transaction, closes everything, wipes the keys and lets go of the lock. */
  close(): Promise<void>;
}

/**
 * Opens the vault in `home`.
 * Throws StoreError `not-a-vault`, `newer-vault`, `vault-damaged`, `in-use` (naming the holder), `wrong-key`,
 * `engine-lost`, `not-writable`.
 */
export async function openVault(deps: OpenVaultDeps): Promise<Vault> {
  let lock: VaultLock | null = null;
  try {
    const file = await readVaultFile(deps.home);
    if (file.engine === "sqlcipher") lock = await takeLock(deps.home, deps.clock);
    if (file.engine === "sqlcipher") await finishMaking(deps.home);
    await clearHome(deps.home, lock !== null);
    const device = await deviceOf(deps.home, deps.ids);
    const parts = await openParts(deps, file, deps.keys, { device });
    return vaultOf(deps, file, device, parts, lock);
  } catch (cause) {
    wipe(deps.keys);
    await lock?.release();
    throw cause;
  }
}

function vaultOf(
  { home, keys }: OpenVaultDeps,
  file: VaultFile,
  device: DeviceId,
  parts: Parts,
  lock: VaultLock | null,
): Vault {
  let closing: Promise<void> | null = null;
  const close = async (): Promise<void> => {
    try {
      // Takes its turn behind the transaction that runs: what it acknowledges must have been written.
      await parts.engine.exclusively(() => Promise.resolve()).catch(() => {});
      await parts.engine.close();
    } finally {
      wipe(keys);
      await lock?.release();
    }
  };
  return {
    ...parts,
    id: file.vault,
    home,
    device,
    keys,
    announce: async (port) => lock?.updateLock(port),
    close: () => (closing ??= close()),
  };
}

/** The id of this folder's device, made once. It is not in vault.json, because a restored copy is another device. */
export async function deviceOf(home: string, ids: Ids): Promise<DeviceId> {
  const path = join(home, "device.json");
  try {
    const found: unknown = JSON.parse(await readFile(path, "utf8"));
    if (found !== null && typeof found === "object" && "device" in found) {
      return deviceId.parse(found.device);
    }
  } catch (cause) {
    // A file of another content is replaced: a device only needs an id that no other one has.
    if (!isMissing(cause) && !(cause instanceof SyntaxError) && !isZodError(cause)) throw cause;
  }
  const device = ids.next<DeviceId>("dev");
  await replaceFile(path, `${JSON.stringify({ device })}\n`);
  return device;
}

/** vault.json is there, so the database beside it was whole; only its renaming was cut off. */
async function finishMaking(home: string): Promise<void> {
  const path = join(home, databaseName);
  if (await there(path)) {
    await removeNewDatabase(home);
    return;
  }
  if (!(await there(join(home, unfinishedName)))) {
    throw new StoreError(
      "not-a-vault",
      "vault.json is here, but its database is gone. Put vault.db back, or restore a backup elsewhere.",
    );
  }
  await rename(join(home, unfinishedName), path);
  await syncFolder(home);
}

/** What a crash left of files that are replaced whole. Where we hold no lock another process may be replacing one. */
async function clearHome(home: string, alone: boolean): Promise<void> {
  for (const folder of [home, join(home, "checkpoints")]) {
    await removeUnfinished(folder, (path) => alone || isOlder(path, dayMs));
  }
}

async function removeNewDatabase(home: string): Promise<void> {
  for (const tail of ["", "-wal", "-shm", "-journal"]) {
    await rm(join(home, unfinishedName + tail), { force: true });
  }
}

export async function there(path: string): Promise<boolean> {
  try {
    await stat(path);
    return true;
  } catch (cause) {
    if (isMissing(cause)) return false;
    throw cause;
  }
}

function isZodError(cause: unknown): boolean {
  return cause instanceof Error && cause.name === "ZodError";
}
