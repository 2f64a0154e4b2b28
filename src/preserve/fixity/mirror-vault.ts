// Copies the vault to a second disk: each file encrypted under its keyed name, vault.json, and the ledger as one file.
// Invariant: a copy takes its name only after it was read back and its hash was right; nothing lies in the mirror in the
// clear; a file that is damaged here never replaces a whole one there.
import { readFile, rename, rm } from "node:fs/promises";
import { join } from "node:path";
import { type Actor, requireRight } from "../../access/index.ts";
import { noProgress, type Progress, stopIfAborted } from "../../runtime/index.ts";
import {
  backupVault,
  type FileStore,
  replaceFile,
  StoreError,
  syncFolder,
  type Vault,
} from "../../store/index.ts";
import { CustodyError } from "../custody/errors.ts";
import { noteCustody } from "../custody/note-custody.ts";
import { withoutFiles } from "./absent-files.ts";
import { copyFile } from "./copy-file.ts";
import { filePages } from "./file-pages.ts";
import { beginMirror, lost, mirrorPath, storedPath } from "./mirror-folder.ts";
import { knownMirror, wasMirror } from "./mirror.store.ts";
import { lostDisk } from "./repair-file.ts";
import { restoring } from "./restoring-text.ts";

export type MirrorDeps = Pick<
  Vault,
  "id" | "home" | "engine" | "ledger" | "files" | "keys" | "device"
>;

export interface MirrorInput {
  /** In full; null: where it was last. */
  readonly folder: string | null;
  /** Begin anew on an empty disk in a place that was a mirror before. */
  readonly anew?: boolean;
  /** Decrypt every copy that is there, too, and replace those that are not whole. */
  readonly check?: boolean;
  /** Destroy copies that no entry names any more, as after an erasure. */
  readonly prune?: boolean;
  readonly progress?: Progress;
  readonly signal?: AbortSignal;
}

export interface MirrorReport {
  readonly folder: string;
  readonly files: number;
  readonly copied: number;
  /** Plain bytes of what was copied now. */
  readonly bytes: number;
  /** Files that are not whole in the vault and have no whole copy there either, as far as was looked. */
  readonly lost: number;
  /** Copies that no entry names: what was erased since, or another state of the vault. */
  readonly left: number;
  readonly entries: number;
}

/**
 * Brings the mirror up to date; only what is new is copied. Needs the right `keep`.
 * Throws CustodyError `no-mirror`, `mirror-…`; StoreError `disk-full`, `not-writable`; RuntimeError `cancelled`.
 */
export async function mirrorVault(
  deps: MirrorDeps,
  actor: Actor,
  { folder, anew = false, progress = noProgress, ...how }: MirrorInput,
): Promise<MirrorReport> {
  requireRight(actor, "keep");
  const { db } = deps.engine;
  const target = await mirrorPath(deps.home, folder ?? (await lastFolder(deps)));
  const known = !anew && (await wasMirror(db, deps.device, target));
  try {
    const mirror = await beginMirror(deps, target, known);
    await noteCustody(deps, actor, { action: "mirrored", to: target });
    const copied = await copyFiles(deps, mirror, progress, how);
    const left = await leftovers(deps, mirror, target, how.prune === true);
    stopIfAborted(how.signal);
    await replaceFile(join(target, "vault.json"), await readFile(join(deps.home, "vault.json")));
    await replaceFile(join(target, "RESTORE.txt"), restoring);
    const { entries } = await copyLedger(deps, target, progress);
    return { folder: target, ...copied, left, entries };
  } catch (cause) {
    throw mirrorError(cause);
  }
}

async function lastFolder({ engine, device }: MirrorDeps): Promise<string> {
  const known = await knownMirror(engine.db, device);
  if (known !== null) return known.folder;
  throw new CustodyError("no-mirror", "There is no mirror yet. Name a folder on another disk.");
}

async function copyFiles(
  { engine, files }: MirrorDeps,
  mirror: FileStore,
  progress: Progress,
  { check = false, signal }: Pick<MirrorInput, "check" | "signal">,
): Promise<Pick<MirrorReport, "files" | "copied" | "bytes" | "lost">> {
  const sum = { files: 0, copied: 0, bytes: 0, lost: 0 };
  for await (const { hash, size, total } of filePages(engine.db)) {
    stopIfAborted(signal);
    sum.files += 1;
    const there = check
      ? (await mirror.verify(hash, signal)) === "ok"
      : (await mirror.size(hash)) === size;
    if (!there) {
      if (await copyFile(files, mirror, hash, size, signal)) {
        sum.copied += 1;
        sum.bytes += size;
      } else sum.lost += 1;
    }
    progress(sum.files, Math.max(total, sum.files), "mirror");
  }
  return sum;
}

async function leftovers(
  { engine, files }: MirrorDeps,
  mirror: FileStore,
  folder: string,
  prune: boolean,
): Promise<number> {
  const named = new Set<string>();
  for await (const { hash } of filePages(engine.db)) named.add(files.nameOf(hash));
  let left = 0;
  for await (const { name } of mirror.list()) {
    if (named.has(name)) continue;
    if (prune) await rm(storedPath(folder, name), { force: true });
    else left += 1;
  }
  return left;
}

/** The ledger of this moment in the form of a backup, whose files lie beside it. */
async function copyLedger(
  deps: MirrorDeps,
  folder: string,
  progress: Progress,
): Promise<{ entries: number }> {
  const fresh = join(folder, "ledger.new");
  await rm(fresh, { force: true });
  const report = await backupVault({ ...deps, files: withoutFiles() }, fresh, progress);
  await rename(fresh, join(folder, "ledger.guwah"));
  await syncFolder(folder);
  return report;
}

/** A disk that was pulled out answers in the words of the system. */
function mirrorError(cause: unknown): unknown {
  const code = cause instanceof Error && "code" in cause ? String(cause.code) : "";
  const gone = lostDisk.has(code) || code === "ENOENT" || code === "ENOTDIR";
  return gone && !(cause instanceof StoreError) ? lost(cause) : cause;
}
