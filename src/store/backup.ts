// Writes a whole vault into one encrypted file.
// Invariant: the file gets its name only after it was read back completely and every hash in it was right.
import { open, rename, rm } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { randomBytes } from "node:crypto";
import type { FileHash } from "../model/index.ts";
import { TreeFrontier } from "../proof/index.ts";
import { noProgress, type Progress } from "../runtime/index.ts";
import { diskError, isOlder, privateFile, removeUnfinished, syncFolder } from "./disk.ts";
import { type FrameWriter, frameTypes, isBackup, readHead, startBackup } from "./backup-format.ts";
import { type BackupRow, rowOf, stateOf } from "./backup-rows.ts";
import { StoreError } from "./errors.ts";
import { there, type Vault } from "./open-vault.ts";
import { entryPages } from "./read-entries.ts";
import { readVaultFile } from "./vault-file.ts";
import { walkBackup } from "./walk-backup.ts";

/** Content of one frame of entries: enough to be quick, little enough to hold. */
const frameBytes = 512 * 1024;
const pageSize = 500;
const hourMs = 60 * 60 * 1000;

export interface BackupReport {
  readonly entries: number;
  readonly files: number;
  /** Files the vault names but could not give whole; `guwah check` says which. */
  readonly lost: number;
  readonly root: string;
  readonly bytes: number;
}

/**
 * Backs the vault up, as it was when this began, into a new file readable by its owner only, and verifies it.
 * It opens with every passphrase and recovery code the vault has now. Progress steps: `backup`, then `verify`.
 * Throws StoreError `exists`, `disk-full`, `not-writable`, `backup-damaged` (the disk gave back something else).
 */
export async function backupVault(
  vault: Pick<Vault, "home" | "engine" | "ledger" | "files" | "keys">,
  path: string,
  progress: Progress = noProgress,
): Promise<BackupReport> {
  const target = resolve(path);
  if (await there(target)) {
    throw new StoreError(
      "exists",
      "There is a file of this name. Choose another name for the backup.",
    );
  }
  await removeUnfinished(dirname(target), isAbandoned);
  const temporary = `${target}.${randomBytes(6).toString("hex")}.part`;
  try {
    const file = await open(temporary, "wx+", privateFile);
    let report: BackupReport;
    try {
      const head = await readVaultFile(vault.home);
      const writer = await startBackup(file, head, vault.keys.backup);
      const written = await writeAll(vault, writer, progress);
      const found = await readHead(file);
      const nothing = { start: done, entries: done, file: done };
      await walkBackup(file, found.head, vault.keys.backup, nothing, progress, "verify");
      report = { ...written, bytes: (await file.stat()).size };
    } finally {
      await file.close();
    }
    await rename(temporary, target);
    await syncFolder(dirname(target));
    return report;
  } catch (cause) {
    await rm(temporary, { force: true });
    throw diskError(cause);
  }
}

const done = (): Promise<void> => Promise.resolve();

/** A backup that somebody was killed over. One that is being written is touched every moment. */
async function isAbandoned(path: string): Promise<boolean> {
  return (await isOlder(path, hourMs)) && (await isBackup(path));
}

async function writeAll(
  vault: Pick<Vault, "engine" | "ledger" | "files">,
  writer: FrameWriter,
  progress: Progress,
): Promise<Omit<BackupReport, "bytes">> {
  const { db } = vault.engine;
  const state = await db
    .selectFrom("ledger_state")
    .selectAll()
    .where("one", "=", 1)
    .executeTakeFirst();
  const counted = await db
    .selectFrom("files")
    .select((q) => q.fn.countAll<number>().as("n"))
    .executeTakeFirstOrThrow();
  const total = { entries: state?.size ?? 0, files: Number(counted.n) };
  await writer.write(frameTypes.start, {
    format: 1,
    at: vault.ledger.deps.clock(),
    ...total,
    state: state === undefined ? null : stateOf(state),
  });
  const { entries, root } = await writeEntries(vault, writer, total.entries, (n) =>
    progress(n, total.entries + total.files, "backup"),
  );
  const { files, lost } = await writeFiles(vault, writer, (n) =>
    progress(entries + n, total.entries + total.files, "backup"),
  );
  const end = { entries, files, lost, root };
  await writer.end(end);
  return end;
}

/** Entries below `size`: what others append meanwhile belongs to the next backup. */
async function writeEntries(
  { engine }: Pick<Vault, "engine">,
  writer: FrameWriter,
  size: number,
  told: (entries: number) => void,
): Promise<{ entries: number; root: string }> {
  let frontier = TreeFrontier.empty();
  let entries = 0;
  let rows: BackupRow[] = [];
  let bytes = 0;
  const flush = async (): Promise<void> => {
    if (rows.length > 0) await writer.write(frameTypes.entries, rows);
    entries += rows.length;
    rows = [];
    bytes = 0;
    told(entries);
  };
  for await (const page of entryPages(engine.db, 0, size)) {
    frontier = frontier.appendAll(page.map((row) => row.leaf));
    for (const row of page) {
      rows.push(rowOf(row));
      bytes += 300 + (row.body?.length ?? 0);
      if (bytes >= frameBytes) await flush();
    }
  }
  await flush();
  return { entries, root: frontier.root().toString("hex") };
}

async function writeFiles(
  vault: Pick<Vault, "engine" | "files">,
  writer: FrameWriter,
  told: (files: number) => void,
): Promise<{ files: number; lost: number }> {
  let files = 0;
  let lost = 0;
  for (let after = ""; ;) {
    const page = await vault.engine.db
      .selectFrom("files")
      .select(["hash", "size"])
      .where("hash", ">", after)
      .orderBy("hash")
      .limit(pageSize)
      .execute();
    for (const { hash, size } of page) {
      if (await writeFile(vault, writer, hash as FileHash, size)) files += 1;
      else lost += 1;
      told(files + lost);
    }
    const last = page.at(-1);
    if (last === undefined) return { files, lost };
    after = last.hash;
  }
}

/** False when the vault no longer has the file whole: the rest is still worth keeping. */
async function writeFile(
  { files }: Pick<Vault, "files">,
  writer: FrameWriter,
  hash: FileHash,
  size: number,
): Promise<boolean> {
  await writer.write(frameTypes.file, { hash, size });
  let got = 0;
  let whole = false;
  try {
    for await (const bytes of files.read(hash)) {
      got += bytes.length;
      await writer.write(frameTypes.bytes, bytes);
    }
    whole = got === size;
  } catch (cause) {
    const expected = cause instanceof StoreError && cause.code.startsWith("file-");
    if (!expected) throw cause;
  }
  await writer.write(frameTypes.fileEnd, { whole });
  return whole;
}
