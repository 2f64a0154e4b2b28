// Makes a vault again from a backup, on either engine.
// Invariant: entries come back verbatim, seals and sealed state included, and are checked before the restored vault gets
// its vault.json; what was damaged before the backup is still found damaged after it.
import { type FileHandle, open } from "node:fs/promises";
import { noProgress, type Progress } from "../runtime/index.ts";
import { readHead } from "./backup-format.ts";
import type { BackupEnd, BackupStart } from "./backup-rows.ts";
import { checkLedger, type CheckReport } from "./check.ts";
import type { SlotSecret } from "./derive-slot-key.ts";
import { diskError, isMissing } from "./disk.ts";
import type { BulkWrite, Cell, Engine } from "./engine.ts";
import { StoreError } from "./errors.ts";
import { deriveVaultKeys, type VaultKeys, wipe } from "./keys.ts";
import { makeVault, type MakeVaultDeps } from "./make-vault.ts";
import type { Parts } from "./open-parts.ts";
import { rebuild } from "./rebuild.ts";
import { openSlots } from "./slots.ts";
import type { EntryRow } from "./tables/rows.ts";
import type { VaultFile } from "./vault-file.ts";
import { type BackupSink, walkBackup } from "./walk-backup.ts";

export interface RestoreReport {
  readonly entries: number;
  readonly files: number;
  /** Files that were already lost when the backup was made. */
  readonly lost: number;
  readonly check: CheckReport;
}

/** Which vault a backup is of, without opening it. Throws StoreError `backup-damaged`, `newer-vault`, `file-missing`. */
export async function describeBackup(path: string): Promise<VaultFile> {
  return withBackup(path, async (file) => (await readHead(file)).vault);
}

/**
 * Restores a backup into the empty folder `deps.home` (and, for `postgres`, an empty schema at `deps.databaseUrl`).
 * Opens with a passphrase or recovery code from the time of the backup. Progress steps: `restore`, `replay`, `entries`.
 * Throws StoreError `wrong-secret`, `backup-damaged`, `newer-vault`, `exists`, `disk-full`; then nothing is left behind.
 */
export async function restoreVault(
  deps: MakeVaultDeps,
  path: string,
  secret: SlotSecret,
  engine: VaultFile["engine"] = deps.databaseUrl === null ? "sqlcipher" : "postgres",
): Promise<RestoreReport> {
  const progress = deps.progress ?? noProgress;
  return withBackup(path, async (file) => {
    const { vault, head } = await readHead(file);
    return restoreFrom(deps, { ...vault, engine }, secret, (sink, keys) =>
      walkBackup(file, head, keys.backup, sink, progress, "restore"),
    );
  });
}

/** Hands on, in order and checked so far, what a vault is to be made of; gives the counts and the root at the end. */
export type RestoreWalk = (sink: BackupSink, keys: VaultKeys) => Promise<BackupEnd>;

/**
 * Makes the vault `vault` describes, on its engine, out of what `walk` hands on. As restoreVault; whatever `walk` throws is thrown
 * on and nothing is left behind.
 */
export async function restoreFrom(
  deps: MakeVaultDeps,
  vault: VaultFile,
  secret: SlotSecret,
  walk: RestoreWalk,
): Promise<RestoreReport> {
  const opened = await openSlots(vault, secret);
  if (opened === null) {
    throw new StoreError(
      "wrong-secret",
      "This does not open the backup. Use a passphrase or recovery code from the time it was made.",
    );
  }
  wipe(opened.bundle.secretKey, opened.bundle.mark, opened.sealed);
  const keys = deriveVaultKeys(opened.bundle.vaultKey);
  try {
    return await makeVault(deps, vault, keys, (parts) =>
      fill(parts, (sink) => walk(sink, keys), deps.progress ?? noProgress),
    );
  } finally {
    wipe(keys);
  }
}

async function fill(
  { ledger, files }: Parts,
  walk: (sink: BackupSink) => Promise<BackupEnd>,
  progress: Progress,
): Promise<RestoreReport> {
  const { engine } = ledger.deps;
  const end = await walk({
    start: (start) => putState(engine, start),
    entries: (rows) => engine.exclusively((tx) => engine.bulk(tx, [entriesWrite(rows)])),
    file: async (_hash, size, bytes) => {
      try {
        await files.keep(bytes, { limitBytes: size, progress });
      } catch (cause) {
        // Lost before the backup was made; the report counts it, and `guwah check` names it.
        if (!(cause instanceof StoreError) || cause.code !== "file-missing") throw cause;
      }
    },
  });
  await rebuild(ledger.deps, progress);
  const check = await checkLedger(ledger.deps, progress);
  return { entries: end.entries, files: end.files, lost: end.lost, check };
}

async function putState(engine: Engine, { state }: BackupStart): Promise<void> {
  if (state === null) return;
  const bytes = (hex: string): Buffer => Buffer.from(hex, "hex");
  const row: Cell[] = [1, state.size, bytes(state.frontier), bytes(state.root), bytes(state.seal)];
  const write: BulkWrite = {
    table: "ledger_state",
    columns: ["one", "size", "frontier", "root", "seal"],
    types: ["int", "int", "blob", "blob", "blob"],
    rows: [row],
  };
  await engine.exclusively((tx) => engine.bulk(tx, [write]));
}

function entriesWrite(rows: readonly EntryRow[]): BulkWrite {
  return {
    table: "entries",
    columns: ["seq", "at", "author", "device", "kind", "subject", "body", "salt", "leaf", "seal"],
    types: ["int", "int", "text", "text", "text", "text", "text", "blob", "blob", "blob"],
    rows: rows.map((r) => [
      r.seq,
      r.at,
      r.author,
      r.device,
      r.kind,
      r.subject,
      r.body,
      r.salt,
      r.leaf,
      r.seal,
    ]),
  };
}

async function withBackup<T>(path: string, use: (file: FileHandle) => Promise<T>): Promise<T> {
  let file: FileHandle;
  try {
    file = await open(path, "r");
  } catch (cause) {
    if (!isMissing(cause)) throw diskError(cause);
    throw new StoreError("file-missing", "There is no backup file of this name. Check the path.");
  }
  try {
    return await use(file);
  } finally {
    await file.close();
  }
}
