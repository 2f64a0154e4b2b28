// The folder a mirror lies in: a disk of its own, told from an empty mount point by a mark.
// Invariant: nothing is written into a folder without the mark of this vault, unless it was empty and never a mirror
// before; so a disk that is not plugged in never fills the disk it would hang on.
import { mkdir, readdir, readFile, realpath, stat } from "node:fs/promises";
import { dirname, isAbsolute, join, relative, resolve, sep } from "node:path";
import { type FileStore, openFiles, replaceFile, type Vault } from "../../store/index.ts";
import { CustodyError } from "../custody/errors.ts";

const markName = "guwah-mirror.json";
const filesName = "files";

type Holder = Pick<Vault, "id" | "home" | "keys">;

/** The folder as an absolute path. Throws CustodyError `mirror-path`, `mirror-inside`. */
export async function mirrorPath(home: string, folder: string): Promise<string> {
  if (!isAbsolute(folder) || folder.includes("\0") || folder.length > 1_000) {
    throw new CustodyError("mirror-path", "Give the mirror's folder in full, from the root on.");
  }
  const wanted = await real(resolve(folder));
  const own = await real(home);
  if (within(own, wanted) || within(wanted, own)) {
    throw new CustodyError(
      "mirror-inside",
      "The mirror must not share a folder with the vault. Choose one on another disk.",
    );
  }
  return wanted;
}

/**
 * Marks a new mirror, or finds the mark of this vault. `known`: a mirror was made here before, so that without a mark it
 * is a disk that is not there. Throws CustodyError `mirror-lost`, `mirror-not-empty`, `mirror-other`; StoreError `not-writable`.
 */
export async function beginMirror(
  vault: Holder,
  folder: string,
  known: boolean,
): Promise<FileStore> {
  const found = await markOf(folder);
  if (found === null) {
    if (known) throw lost();
    if ((await stat(dirname(folder)).catch(() => null)) === null) throw lost();
    await mkdir(folder, { mode: 0o700 }).catch((cause: unknown) => {
      if (!(cause instanceof Error && "code" in cause && cause.code === "EEXIST")) throw cause;
    });
    const inside = (await readdir(folder)).filter((name) => name !== "lost+found");
    if (inside.length > 0) {
      throw new CustodyError(
        "mirror-not-empty",
        "There are other things in this folder. Choose an empty one for the mirror.",
      );
    }
    await replaceFile(
      join(folder, markName),
      `${JSON.stringify({ format: 1, vault: vault.id })}\n`,
    );
  }
  return openMirror(vault, folder);
}

/** The files of a mirror that is there. Throws CustodyError `mirror-lost`, `mirror-other`. */
export async function openMirror(vault: Holder, folder: string): Promise<FileStore> {
  const mark = await markOf(folder);
  if (mark === null) throw lost();
  if (mark !== vault.id) {
    throw new CustodyError("mirror-other", "This folder is the mirror of another vault.");
  }
  return openFiles(join(folder, filesName), vault.keys, { shared: true });
}

/** Where a mirror keeps the file of this keyed name; the same as in a vault (decision 2). */
export function storedPath(folder: string, name: string): string {
  return join(folder, filesName, name.slice(0, 2), name.slice(2, 4), name);
}

export function lost(cause?: unknown): CustodyError {
  return new CustodyError(
    "mirror-lost",
    "The mirror is not there, or its disk fails. Connect it and try again; what was copied stays.",
    cause === undefined ? {} : { cause },
  );
}

/** The vault this folder mirrors; null where there is no mark that can be read. */
async function markOf(folder: string): Promise<string | null> {
  try {
    const text = await readFile(join(folder, markName), "utf8");
    const mark = JSON.parse(text) as { vault?: unknown } | null;
    return typeof mark?.vault === "string" ? mark.vault : null;
  } catch {
    return null;
  }
}

/** The path without links, as far as it is there. */
async function real(path: string): Promise<string> {
  const parent = dirname(path);
  const found = await realpath(path).catch(() => null);
  if (found !== null || parent === path) return found ?? path;
  return join(await real(parent), relative(parent, path));
}

function within(outer: string, inner: string): boolean {
  const way = relative(outer, inner);
  return way === "" || (way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way));
}
