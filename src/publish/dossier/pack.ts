// A dossier as one stream of bytes: a tar archive, encrypted with age where recipients are named.
// Invariant: the archive holds files and nothing else, in a fixed order, under the dossier's own folder.
import { createReadStream } from "node:fs";
import { readdir, stat } from "node:fs/promises";
import { join } from "node:path";
import { Readable } from "node:stream";
import { Encrypter } from "age-encryption";
import { pack } from "tar-stream";
import { PublishError } from "../errors.ts";

/** Bytes of a tar archive of the folder, whose files stand under `name/`. */
export function packFolder(dir: string, name: string): ReadableStream<Uint8Array> {
  const archive = pack();
  void fill(archive, dir, name).catch((cause: unknown) => {
    archive.destroy(cause instanceof Error ? cause : new Error("the dossier could not be read"));
  });
  return Readable.toWeb(
    Readable.from(archive as AsyncIterable<Uint8Array>),
  ) as ReadableStream<Uint8Array>;
}

async function fill(archive: ReturnType<typeof pack>, dir: string, name: string): Promise<void> {
  const found = await readdir(dir, { recursive: true, withFileTypes: true });
  const paths = found
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  for (const path of paths) {
    const { size } = await stat(path);
    const inside = path.slice(dir.length + 1).replaceAll("\\", "/");
    await new Promise<void>((resolve, reject) => {
      const entry = archive.entry(
        { name: `${name}/${inside}`, size, mode: 0o644, mtime: new Date(0) },
        (error) => (error ? reject(error) : resolve()),
      );
      const bytes = createReadStream(path);
      // Whoever carries the archive away may break off in the middle of a file.
      entry.on("error", (cause) => bytes.destroy(cause));
      bytes.on("error", reject).pipe(entry);
    });
  }
  archive.finalize();
}

/** What encrypts to these age recipients (`age1…`), so that `age -d` opens it. Throws PublishError `publish/bad-recipient`. */
export function encrypterFor(recipients: readonly string[]): Encrypter {
  const encrypter = new Encrypter();
  for (const recipient of recipients) {
    try {
      encrypter.addRecipient(recipient.trim());
    } catch (cause) {
      throw new PublishError(
        "publish/bad-recipient",
        "Expected age recipients: each begins with age1. Ask for them again.",
        { cause },
      );
    }
  }
  return encrypter;
}
