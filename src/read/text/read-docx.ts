// DOCX to text: unzip and parse as a stream, one paragraph a line, under limits that hold while reading.
// Invariant: no more than MAX_UNCOMPRESSED_BYTES ever comes out of the archive, whatever its directory claims.
import type { Readable } from "node:stream";
import { fromBuffer, type Entry, type ZipFile } from "yauzl";
import { ReadError } from "../errors.ts";
import {
  MAX_ARCHIVE_ENTRIES,
  MAX_RATIO,
  MAX_TEXT_UNITS,
  MAX_UNCOMPRESSED_BYTES,
  RATIO_FLOOR_BYTES,
} from "../limits.ts";
import { docxParser } from "./docx-parser.ts";

const WANTED = new Set(["word/document.xml", "word/footnotes.xml", "word/endnotes.xml"]);

function open(bytes: Uint8Array): Promise<ZipFile> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  return new Promise((resolve, reject) => {
    fromBuffer(buffer, { lazyEntries: true, autoClose: false }, (cause, zip) => {
      if (cause || !zip)
        reject(
          new ReadError(
            "broken-archive",
            "Expected a readable archive; its directory is damaged.",
            { cause },
          ),
        );
      else resolve(zip);
    });
  });
}

function entries(zip: ZipFile): Promise<Entry[]> {
  return new Promise((resolve, reject) => {
    const found: Entry[] = [];
    if (zip.entryCount > MAX_ARCHIVE_ENTRIES) {
      reject(
        new ReadError(
          "too-many-entries",
          `Expected at most ${MAX_ARCHIVE_ENTRIES} files in the archive, got ${zip.entryCount}.`,
        ),
      );
      return;
    }
    zip.on("entry", (entry: Entry) => {
      found.push(entry);
      zip.readEntry();
    });
    zip.on("end", () => resolve(found));
    zip.on("error", (cause) =>
      reject(
        new ReadError("broken-archive", "Expected a readable archive; an entry is damaged.", {
          cause,
        }),
      ),
    );
    zip.readEntry();
  });
}

function stream(zip: ZipFile, entry: Entry): Promise<Readable> {
  return new Promise((resolve, reject) => {
    zip.openReadStream(entry, (cause, readable) => {
      if (cause || !readable)
        reject(
          new ReadError("broken-archive", "Expected a readable entry; its data is damaged.", {
            cause,
          }),
        );
      else resolve(readable);
    });
  });
}

async function parse(
  zip: ZipFile,
  entry: Entry,
  spent: { bytes: number; units: number },
): Promise<string> {
  const out: string[] = [];
  const parser = docxParser((piece) => {
    spent.units += piece.length;
    if (spent.units > MAX_TEXT_UNITS)
      throw new ReadError(
        "too-large",
        `Expected at most ${MAX_TEXT_UNITS} characters of text in the document.`,
      );
    out.push(piece);
  });
  const decoder = new TextDecoder("utf-8");
  let own = 0;
  try {
    for await (const chunk of await stream(zip, entry)) {
      const piece = chunk as Buffer;
      spent.bytes += piece.length;
      own += piece.length;
      if (spent.bytes > MAX_UNCOMPRESSED_BYTES)
        throw new ReadError(
          "too-large",
          `Expected at most ${MAX_UNCOMPRESSED_BYTES} bytes once unpacked.`,
        );
      if (own > RATIO_FLOOR_BYTES && own > entry.compressedSize * MAX_RATIO)
        throw new ReadError(
          "ratio",
          `Expected an archive that unpacks to at most ${MAX_RATIO} times its size.`,
        );
      parser.write(decoder.decode(piece, { stream: true }));
    }
    parser.close();
  } catch (cause) {
    if (cause instanceof ReadError) throw cause;
    throw new ReadError(
      "broken-archive",
      "Expected well-formed content in the document; it is damaged.",
      { cause },
    );
  }
  return out.join("");
}

/** Text of the main part, then foot- and endnotes. Errors: see ReadErrorCode; ECMA-376 part 1 §17. */
export async function readDocx(bytes: Uint8Array): Promise<string> {
  const zip = await open(bytes);
  try {
    const all = await entries(zip);
    const wanted = all.filter((entry) => WANTED.has(entry.fileName));
    if (!wanted.some((entry) => entry.fileName === "word/document.xml"))
      throw new ReadError(
        "unsupported",
        "Expected a DOCX; this archive holds no word-processing document.",
      );
    if (wanted.some((entry) => entry.isEncrypted()))
      throw new ReadError(
        "encrypted-archive",
        "Expected a document that opens without a password.",
      );
    wanted.sort((a, b) => (a.fileName < b.fileName ? -1 : 1));
    const spent = { bytes: 0, units: 0 };
    const texts: string[] = [];
    for (const entry of wanted) texts.push((await parse(zip, entry, spent)).trim());
    return texts.filter((text) => text !== "").join("\n\n");
  } finally {
    zip.close();
  }
}
