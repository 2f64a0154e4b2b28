// Files for ever under their SHA-256, encrypted on disk.
// Invariant: `keep` returns only when the bytes on the disk were decrypted again and gave the same hash, and their
// directory entry is durable. On disk the name is keyed (docs/decisions/0002-file-names-are-keyed.md).
import { createHash, createHmac, randomBytes } from "node:crypto";
import { constants, mkdir, open, opendir, readdir, rename, rm, stat } from "node:fs/promises";
import type { FileHandle } from "node:fs/promises";
import { dirname, join } from "node:path";
import { noProgress, stopIfAborted, type Progress } from "../runtime/index.ts";
import type { FileHash } from "../model/index.ts";
import { diskError, isMissing, privateFile, privateFolder, syncFolder } from "./disk.ts";
import { damaged, plainSize, readEncrypted, tooLarge, writeEncrypted } from "./encrypted-file.ts";
import type { Bytes } from "./encrypted-file.ts";
import { readEncryptedRange } from "./encrypted-range.ts";
import { StoreError } from "./errors.ts";
import type { VaultKeys } from "./keys.ts";

export type { Bytes } from "./encrypted-file.ts";
export type FileState = "ok" | "missing" | "damaged";

export interface KeepOptions {
  readonly limitBytes: number;
  /** Told steps `keep` (bytes written, total not known) and `verify` (bytes read back, of all). */
  readonly progress?: Progress;
  readonly signal?: AbortSignal;
}

export interface Kept {
  readonly hash: FileHash;
  readonly size: number;
  /** False: the same bytes were here already. */
  readonly isNew: boolean;
}

/** Where the bytes of a vault are. A folder here; an object store can stand in for it. */
export interface FileStore {
  /** Keeps bytes. Throws StoreError `file-too-large`, `disk-full`, `file-damaged` (the disk gave back something else); RuntimeError `cancelled`. */
  keep(source: Bytes, options: KeepOptions): Promise<Kept>;
  /** The bytes in order. Throws StoreError `file-missing` or `file-damaged`, the latter perhaps only at the end: do not act on a file before its end. */
  read(hash: FileHash): AsyncIterable<Buffer>;
  /**
   * The bytes from `from` up to, not with, `to`, decrypting only the pieces that hold them. Each piece is proved to be of a file of
   * this vault and in its place, the whole is not held against its hash: for playing, never for handing out. Throws as `read`.
   */
  range(hash: FileHash, from: number, to: number): AsyncIterable<Buffer>;
  /** All bytes of a file of at most `limitBytes`. Throws as `read`, and `file-too-large`. */
  bytes(hash: FileHash, limitBytes: number): Promise<Buffer>;
  /** Decrypts the whole file and holds its hash against its name. Throws RuntimeError `cancelled`. */
  verify(hash: FileHash, signal?: AbortSignal): Promise<FileState>;
  /** Plain size in bytes, from the length on disk; null when it is missing or cannot be a file of ours. */
  size(hash: FileHash): Promise<number | null>;
  /** Destroys the bytes, for the safety of a person. False when they were not here. */
  erase(hash: FileHash): Promise<boolean>;
  /** The name the file of this hash has in `list`. */
  nameOf(hash: FileHash): string;
  /** Every file there is, by its keyed name; what no ledger entry names is left over. */
  list(): AsyncIterable<{ readonly name: string; readonly size: number | null }>;
}

const incoming = "incoming";
const nameShape = /^[0-9a-f]{64}$/;
const dayMs = 24 * 60 * 60 * 1000;

/**
 * Opens the folder `dir`, making it where it is missing, and removes what an interrupted `keep` left.
 * `shared`: other processes keep files here too, so only leftovers older than a day are removed.
 */
export async function openFiles(
  dir: string,
  keys: Pick<VaultKeys, "files" | "fileNames">,
  { shared = false }: { readonly shared?: boolean } = {},
): Promise<FileStore> {
  await mkdir(join(dir, incoming), { recursive: true, mode: privateFolder }).catch(
    (cause: unknown) => {
      throw diskError(cause);
    },
  );
  await removeLeftovers(join(dir, incoming), shared);
  return new FolderFiles(dir, keys);
}

class FolderFiles implements FileStore {
  readonly #dir: string;
  readonly #keys: Pick<VaultKeys, "files" | "fileNames">;

  constructor(dir: string, keys: Pick<VaultKeys, "files" | "fileNames">) {
    this.#dir = dir;
    this.#keys = keys;
  }

  async keep(source: Bytes, options: KeepOptions): Promise<Kept> {
    const { limitBytes, progress = noProgress, signal } = options;
    const temporary = join(this.#dir, incoming, randomBytes(16).toString("hex"));
    try {
      const file = await open(temporary, "wx+", privateFile);
      let kept: { hash: FileHash; size: number };
      try {
        const onBytes = (done: number): void => progress(done, null, "keep");
        kept = await writeEncrypted(file, this.#keys.files, source, {
          limitBytes,
          onBytes,
          signal,
        });
        await file.sync();
        await this.#compare(file, kept, progress, signal);
      } finally {
        await file.close();
      }
      // A damaged copy under the same name is replaced by the good one at hand.
      const isNew = (await this.verify(kept.hash)) !== "ok";
      if (isNew) await this.#settle(temporary, kept.hash);
      return { ...kept, isNew };
    } catch (cause) {
      throw diskError(cause);
    } finally {
      await rm(temporary, { force: true });
    }
  }

  async #compare(
    file: FileHandle,
    kept: { hash: FileHash; size: number },
    progress: Progress,
    signal: AbortSignal | undefined,
  ): Promise<void> {
    const hash = createHash("sha256");
    let done = 0;
    for await (const bytes of readEncrypted(file, this.#keys.files)) {
      stopIfAborted(signal);
      hash.update(bytes);
      done += bytes.length;
      progress(done, kept.size, "verify");
    }
    if (hash.digest("hex") !== kept.hash) throw damaged();
  }

  async #settle(temporary: string, hash: FileHash): Promise<void> {
    const path = this.#path(hash);
    const folder = dirname(path);
    const made = await mkdir(folder, { recursive: true, mode: privateFolder });
    await rename(temporary, path);
    await syncFolder(folder);
    if (made === undefined) return;
    await syncFolder(dirname(folder));
    await syncFolder(this.#dir);
  }

  async *read(hash: FileHash): AsyncGenerator<Buffer> {
    const running = createHash("sha256");
    const file = await this.#open(hash);
    try {
      for await (const bytes of readEncrypted(file, this.#keys.files)) {
        running.update(bytes);
        yield bytes;
      }
    } finally {
      await file.close();
    }
    // Genuine pieces of another file of this vault, put under this name.
    if (running.digest("hex") !== hash) throw damaged();
  }

  async *range(hash: FileHash, from: number, to: number): AsyncGenerator<Buffer> {
    const file = await this.#open(hash);
    try {
      yield* readEncryptedRange(file, this.#keys.files, from, to);
    } finally {
      await file.close();
    }
  }

  async bytes(hash: FileHash, limitBytes: number): Promise<Buffer> {
    const parts: Buffer[] = [];
    let size = 0;
    for await (const part of this.read(hash)) {
      size += part.length;
      if (size > limitBytes) throw tooLarge(limitBytes);
      parts.push(part);
    }
    return Buffer.concat(parts);
  }

  async verify(hash: FileHash, signal?: AbortSignal): Promise<FileState> {
    try {
      for await (const _ of this.read(hash)) stopIfAborted(signal);
      return "ok";
    } catch (cause) {
      if (cause instanceof StoreError && cause.code === "file-missing") return "missing";
      if (cause instanceof StoreError && cause.code === "file-damaged") return "damaged";
      // A disk that cannot read a sector has lost those bytes.
      if (cause instanceof Error && "code" in cause && cause.code === "EIO") return "damaged";
      throw cause;
    }
  }

  async size(hash: FileHash): Promise<number | null> {
    try {
      return plainSize((await stat(this.#path(hash))).size);
    } catch (cause) {
      if (isMissing(cause)) return null;
      throw cause;
    }
  }

  async erase(hash: FileHash): Promise<boolean> {
    const path = this.#path(hash);
    try {
      await rm(path);
    } catch (cause) {
      if (isMissing(cause)) return false;
      throw diskError(cause);
    }
    await syncFolder(dirname(path));
    return true;
  }

  nameOf(hash: FileHash): string {
    if (!nameShape.test(hash)) {
      throw new StoreError(
        "file-missing",
        "Expected a SHA-256 in 64 lower-case hexadecimal digits.",
      );
    }
    // A name under a wiped key could be computed by anyone, and would tell what is held here.
    if (this.#keys.fileNames.every((byte) => byte === 0)) {
      throw new StoreError("closed", "The vault is locked. Unlock it again.");
    }
    return createHmac("sha256", this.#keys.fileNames)
      .update(Buffer.from(hash, "hex"))
      .digest("hex");
  }

  async *list(): AsyncGenerator<{ name: string; size: number | null }> {
    for (const first of await foldersOf(this.#dir)) {
      for (const second of await foldersOf(join(this.#dir, first))) {
        for await (const file of await opendir(join(this.#dir, first, second))) {
          if (!file.isFile() || !nameShape.test(file.name)) continue;
          const path = join(this.#dir, first, second, file.name);
          yield { name: file.name, size: plainSize((await stat(path)).size) };
        }
      }
    }
  }

  #path(hash: FileHash): string {
    const name = this.nameOf(hash);
    return join(this.#dir, name.slice(0, 2), name.slice(2, 4), name);
  }

  async #open(hash: FileHash): Promise<FileHandle> {
    try {
      return await open(this.#path(hash), constants.O_RDONLY);
    } catch (cause) {
      if (!isMissing(cause)) throw diskError(cause);
      throw new StoreError("file-missing", "The file is not in this vault. Take it from a backup.");
    }
  }
}

async function foldersOf(dir: string): Promise<string[]> {
  const found = await readdir(dir, { withFileTypes: true });
  return found
    .filter((d) => d.isDirectory() && /^[0-9a-f]{2}$/.test(d.name))
    .map((d) => d.name)
    .sort();
}

async function removeLeftovers(dir: string, shared: boolean): Promise<void> {
  for (const name of await readdir(dir)) {
    const path = join(dir, name);
    if (shared) {
      const found = await stat(path).catch(() => null);
      if (found === null || Date.now() - found.mtimeMs < dayMs) continue;
    }
    await rm(path, { force: true, recursive: true });
  }
}
