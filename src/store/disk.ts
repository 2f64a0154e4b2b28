// Writing to disk so that a power cut leaves the old file or the new one, and never half of either.
// Invariant: what a call here returned for is on the disk, directory entry included; files are readable by their owner only.
import { randomBytes } from "node:crypto";
import { open, readdir, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { StoreError } from "./errors.ts";

/** Owner only: the folder of a vault is nobody else's to read. */
export const privateFile = 0o600;
export const privateFolder = 0o700;

/** Makes the directory's own record durable. Windows cannot sync a directory and does not need it. */
export async function syncFolder(path: string): Promise<void> {
  if (process.platform === "win32") return;
  const folder = await open(path, "r");
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
}

/** Puts a new file in place of an old one in one step: temporary file, fsync, rename, fsync of the directory. */
export async function replaceFile(path: string, bytes: Uint8Array | string): Promise<void> {
  const temporary = `${path}.${randomBytes(6).toString("hex")}.part`;
  try {
    const file = await open(temporary, "wx", privateFile);
    try {
      await file.writeFile(bytes);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(temporary, path);
  } catch (cause) {
    await rm(temporary, { force: true });
    throw diskError(cause);
  }
  await syncFolder(dirname(path));
}

/** The name something has until it is whole: that of its place, twelve digits, `.part`. */
const unfinished = /\.[0-9a-f]{12}\.part$/;

/** Removes what `replaceFile` and its like left in a folder when they were killed; `which` may spare some. */
export async function removeUnfinished(
  folder: string,
  which: (path: string) => boolean | Promise<boolean>,
): Promise<void> {
  const names = await readdir(folder).catch(() => []);
  for (const name of names) {
    const path = join(folder, name);
    if (unfinished.test(name) && (await which(path))) await rm(path, { force: true });
  }
}

/** True for a file nobody has written to for so long; others may be at work on a younger one. */
export async function isOlder(path: string, ms: number): Promise<boolean> {
  const found = await stat(path).catch(() => null);
  return found !== null && found.isFile() && Date.now() - found.mtimeMs >= ms;
}

/** A coded error for what a file system refuses; errors that already carry a code of ours pass. */
export function diskError(cause: unknown): unknown {
  const code = cause instanceof Error && "code" in cause ? cause.code : undefined;
  if (code === "ENOSPC" || code === "EDQUOT") {
    return new StoreError("disk-full", "The disk is full. Free some space; nothing was kept.");
  }
  if (code === "EACCES" || code === "EPERM" || code === "EROFS") {
    return new StoreError(
      "not-writable",
      "The folder may not be written here. Check its owner and rights, or choose another folder.",
      { details: { reason: code } },
    );
  }
  return cause;
}

/** True for "there is no such file or folder". */
export function isMissing(cause: unknown): boolean {
  return cause instanceof Error && "code" in cause && cause.code === "ENOENT";
}
