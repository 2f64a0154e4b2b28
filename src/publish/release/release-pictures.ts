// Pictures of somebody shown by name, encoded anew from their pixels alone and called by their hash.
// Invariant: two members confirmed each for this very person; nothing of the file as received is kept: no name, place, thumbnail or text.
import { createHash } from "node:crypto";
import { confirmedPictures } from "../../collect/index.ts";
import type { Db, FileStore } from "../../store/index.ts";
import { encodedAnew } from "../redact/redact-source.ts";
import type { SourceRead } from "./read-people.ts";
import type { ReleasedPicture } from "./released.ts";

interface CleanPicture extends ReleasedPicture {
  readonly bytes: Uint8Array;
}

const most = 40 * 1024 * 1024;

/** By the file as received; a picture is decoded once for every preview of a process. */
export class CleanPictures {
  readonly #files: Pick<FileStore, "bytes">;
  readonly #made = new Map<string, CleanPicture | null>();
  constructor(files: Pick<FileStore, "bytes">) {
    this.#files = files;
  }

  /** Those of these records that may go; what cannot be decoded stays. */
  async of(
    db: Db,
    records: readonly string[],
    sources: ReadonlyMap<string, SourceRead>,
    may: (source: string) => boolean,
  ): Promise<readonly ReleasedPicture[]> {
    const confirmed = await confirmedPictures(db, records);
    const told = new Map<string, ReleasedPicture>();
    for (const id of [...confirmed].sort()) {
      const source = sources.get(id);
      const file = source?.files[0];
      if (source?.kind !== "photo" || file === undefined || !may(id)) continue;
      const made = await this.#clean(file);
      if (made === null) continue;
      const { bytes: _bytes, ...picture } = made;
      told.set(picture.sha256, picture);
    }
    return [...told.values()].toSorted((a, b) => (a.sha256 < b.sha256 ? -1 : 1));
  }

  bytesOf(sha256: string): Uint8Array | null {
    for (const made of this.#made.values()) if (made?.sha256 === sha256) return made.bytes;
    return null;
  }

  async #clean(file: string): Promise<CleanPicture | null> {
    const known = this.#made.get(file);
    if (known !== undefined) return known;
    const made = await this.#encode(file).catch(() => null);
    this.#made.set(file, made);
    return made;
  }

  async #encode(file: string): Promise<CleanPicture | null> {
    const received = await this.#files.bytes(file as Parameters<FileStore["bytes"]>[0], most);
    const { bytes, mime, width, height } = await encodedAnew(received);
    if (mime !== "image/jpeg" && mime !== "image/png") return null;
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    return { sha256, mime, width, height, caption: "", bytes };
  }
}
