// Copies one file of the vault into the mirror.
// Invariant: what is not whole here is not copied; what the mirror's disk gives back wrong stops the copying.
import type { FileHash } from "../../model/index.ts";
import { type FileStore, StoreError } from "../../store/index.ts";
import { lost } from "./mirror-folder.ts";

/** False where the vault itself has not the file whole. Throws CustodyError `mirror-lost`; as `FileStore.keep`. */
export async function copyFile(
  files: FileStore,
  mirror: FileStore,
  hash: FileHash,
  size: number,
  signal: AbortSignal | undefined,
): Promise<boolean> {
  let here: unknown = null;
  async function* bytes(): AsyncGenerator<Buffer> {
    try {
      yield* files.read(hash);
    } catch (cause) {
      here = cause;
      throw cause;
    }
  }
  try {
    await mirror.keep(bytes(), { limitBytes: size, ...(signal === undefined ? {} : { signal }) });
    return true;
  } catch (cause) {
    if (cause === here && cause instanceof StoreError && cause.code.startsWith("file-"))
      return false;
    if (cause instanceof StoreError && cause.code === "file-damaged") throw lost(cause);
    throw cause;
  }
}
