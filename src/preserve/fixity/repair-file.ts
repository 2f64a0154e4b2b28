// Puts one lost file back from a second copy.
// Invariant: what is put back was decrypted and hashed on the way out of the mirror and again on this disk, and takes the
// place of the damaged one in a single step; a mirror that is damaged itself repairs nothing and harms nothing.
import type { FileHash } from "../../model/index.ts";
import { type FileStore, StoreError } from "../../store/index.ts";

/** True where the file is whole again. Throws StoreError `disk-full`, `not-writable`; RuntimeError `cancelled`. */
export async function repairFile(
  { files, mirror }: { readonly files: FileStore; readonly mirror: FileStore },
  hash: FileHash,
  size: number,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  try {
    await files.keep(mirror.read(hash), {
      limitBytes: size,
      ...(signal === undefined ? {} : { signal }),
    });
  } catch (cause) {
    if (unreadable(cause)) return false;
    throw cause;
  }
  return (await files.verify(hash, signal)) === "ok";
}

/** What a second copy answers that has not the file whole, or is on a disk that fails or was pulled out. */
function unreadable(cause: unknown): boolean {
  if (cause instanceof StoreError)
    return ["file-missing", "file-damaged", "file-too-large"].includes(cause.code);
  return cause instanceof Error && "code" in cause && lostDisk.has(String(cause.code));
}

/** What the system says of a disk that is failing or gone. */
export const lostDisk: ReadonlySet<string> = new Set([
  "EIO",
  "ENODEV",
  "ENXIO",
  "ENOTCONN",
  "ESTALE",
  "EHOSTDOWN",
  "EREMOTEIO",
]);
