// Makes a vault in an empty folder: a new one, or one restored from a backup.
// Invariant: vault.json is written last and only when everything else is whole on the disk; until then there is no vault
// here, and a failure removes what was made. What was here before is never touched.
import { readdir, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { Ids } from "../runtime/index.ts";
import { diskError, syncFolder } from "./disk.ts";
import { StoreError } from "./errors.ts";
import type { VaultKeys } from "./keys.ts";
import {
  databaseName,
  filesName,
  openParts,
  type Parts,
  schemaOf,
  type VaultDeps,
} from "./open-parts.ts";
import { deviceOf, unfinishedName } from "./open-vault.ts";
import { type VaultFile, writeVaultFile } from "./vault-file.ts";
import { takeLock } from "./vault-lock.ts";

export interface MakeVaultDeps extends VaultDeps {
  readonly ids: Ids;
}

/**
 * Makes the vault `file` describes and lets `fill` write its ledger and files.
 * Throws StoreError `exists` when the folder (or the PostgreSQL schema) is not empty, and whatever `fill` throws.
 */
export async function makeVault<T>(
  deps: MakeVaultDeps,
  file: VaultFile,
  keys: VaultKeys,
  fill: (parts: Parts) => Promise<T>,
): Promise<T> {
  const { home } = deps;
  // The lock first: an unfinished database found here must not be the one another process is making.
  const lock = await takeLock(home, deps.clock);
  try {
    await requireEmpty(home);
    const made = await fillParts(deps, file, keys, fill);
    await writeVaultFile(home, file);
    if (file.engine === "sqlcipher") {
      await rename(join(home, unfinishedName), join(home, databaseName));
      await syncFolder(home);
    }
    return made;
  } finally {
    await lock.release();
  }
}

async function fillParts<T>(
  deps: MakeVaultDeps,
  file: VaultFile,
  keys: VaultKeys,
  fill: (parts: Parts) => Promise<T>,
): Promise<T> {
  const { home } = deps;
  let parts: Parts | null = null;
  try {
    const device = await deviceOf(home, deps.ids);
    const place = { device, database: unfinishedName, fresh: true };
    parts = await openParts(deps, file, keys, place);
    const made = await fill(parts);
    // Closing folds the write-ahead log into the database file, so that one rename moves all of it.
    await parts.engine.close();
    await syncFolder(home);
    return made;
  } catch (cause) {
    if (parts !== null) {
      if (file.engine === "postgres") await dropSchema(parts, file).catch(() => {});
      await parts.engine.close().catch(() => {});
    }
    await removeMade(home);
    throw diskError(cause);
  }
}

/** What a file system or a file browser puts into an empty folder, and what a cut-off making may leave. */
const harmless = new Set(["lost+found", ".DS_Store", "device.json", "desktop.ini"]);

/** Refuses a folder that holds anything but what a making that was cut off left behind. */
async function requireEmpty(home: string): Promise<void> {
  let names = await readdir(home);
  const unfinished = names.some((name) => name.startsWith(unfinishedName));
  if (unfinished && !names.includes("vault.json") && !names.includes(databaseName)) {
    await removeMade(home);
    names = await readdir(home);
  }
  const foreign = names.filter((name) => !name.startsWith("vault.lock") && !harmless.has(name));
  if (foreign.length > 0) {
    throw new StoreError(
      "exists",
      "Expected an empty folder, found files in it. Choose another folder, or move them away first.",
      { details: { files: foreign.length } },
    );
  }
}

/** Only what `makeVault` itself makes: it began with an empty folder. */
async function removeMade(home: string): Promise<void> {
  for (const tail of ["-wal", "-shm", "-journal", ""]) {
    await rm(join(home, unfinishedName + tail), { force: true });
  }
  await rm(join(home, filesName), { recursive: true, force: true });
  await rm(join(home, "device.json"), { force: true });
}

async function dropSchema({ engine }: Parts, file: VaultFile): Promise<void> {
  await engine.define([`DROP SCHEMA IF EXISTS ${schemaOf(file.vault)} CASCADE`]);
}
