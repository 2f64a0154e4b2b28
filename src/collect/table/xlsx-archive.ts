// The archive an XLSX file is, read part by part under limits.
// Invariant: no more comes out than the limits allow, whatever the directory claims; nothing is ever written to disk.
import { type Entry, fromBuffer, type ZipFile } from "yauzl";
import { CollectError } from "../errors.ts";
import { MAX_ENTRIES, MAX_RATIO, MAX_UNCOMPRESSED_BYTES, RATIO_FLOOR_BYTES } from "../limits.ts";

export interface Archive {
  readonly names: readonly string[];
  has(name: string): boolean;
  /** The bytes of one part. Throws CollectError `ratio`, `too-large`, `broken-archive`. */
  read(name: string): AsyncGenerator<Buffer>;
}

const broken = (cause: unknown): CollectError =>
  new CollectError(
    "broken-archive",
    "Expected a workbook that is whole; its archive is damaged. Save it again.",
    { cause },
  );

/** Opens the archive. Throws CollectError `broken-archive` or `too-many-entries`. */
export async function openArchive(bytes: Buffer): Promise<Archive> {
  const zip = await new Promise<ZipFile>((resolve, reject) => {
    fromBuffer(bytes, { lazyEntries: true, autoClose: false }, (cause, opened) =>
      cause ? reject(broken(cause)) : resolve(opened),
    );
  });
  if (zip.entryCount > MAX_ENTRIES) {
    throw new CollectError(
      "too-many-entries",
      `Expected at most ${MAX_ENTRIES} parts in the workbook, got ${zip.entryCount}.`,
    );
  }
  const entries = new Map<string, Entry>();
  await new Promise<void>((resolve, reject) => {
    zip.on("entry", (entry: Entry) => {
      entries.set(entry.fileName.toLowerCase(), entry);
      zip.readEntry();
    });
    zip.on("end", () => resolve());
    zip.on("error", (cause) => reject(broken(cause)));
    zip.readEntry();
  });
  return {
    names: [...entries.values()].map((entry) => entry.fileName),
    has: (name) => entries.has(name.toLowerCase()),
    read: (name) => readPart(zip, entries.get(name.toLowerCase())),
  };
}

async function* readPart(zip: ZipFile, entry: Entry | undefined): AsyncGenerator<Buffer> {
  if (entry === undefined) throw broken(undefined);
  const stream = await new Promise<NodeJS.ReadableStream>((resolve, reject) => {
    zip.openReadStream(entry, (cause, opened) => (cause ? reject(broken(cause)) : resolve(opened)));
  });
  let size = 0;
  try {
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      size += chunk.length;
      if (size > MAX_UNCOMPRESSED_BYTES)
        throw new CollectError(
          "too-large",
          `Expected at most ${MAX_UNCOMPRESSED_BYTES} bytes in one sheet, got more. Split the workbook.`,
        );
      if (size > RATIO_FLOOR_BYTES && size > entry.compressedSize * MAX_RATIO) {
        throw new CollectError(
          "ratio",
          `Expected a sheet at most ${MAX_RATIO} times its packed size, got more. Save it as CSV if it is genuine.`,
        );
      }
      yield chunk;
    }
  } catch (cause) {
    throw cause instanceof CollectError ? cause : broken(cause);
  }
}
