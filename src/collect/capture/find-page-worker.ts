// The thread in which the page of a package is looked for; main-page.ts caps its time and memory.
// Invariant: no more is unpacked than the limits allow. warcio spins for ever on a record that is cut off (`skipFully` at
// the end of the file), so nothing here may run in the program's own thread.
import { parentPort, workerData } from "node:worker_threads";
import { brotliDecompressSync } from "node:zlib";
import { WARCParser, type WARCRecord } from "warcio";
import { MAX_DOCUMENT_BYTES } from "../limits.ts";
import { type Archive, openArchive } from "../table/xlsx-archive.ts";
import { warcNames } from "./check-wacz.ts";
import { PACKAGE_UNPACKED_BYTES } from "./limits.ts";
import type { MainPage, PageAsk } from "./main-page.ts";

/** The page at `url` as it was shown, else as it was sent, following redirects; null where there is none. */
async function findPage(archive: Archive, url: string): Promise<MainPage | null> {
  const found: Found = { wanted: url, sent: null, shown: null };
  let unpacked = 0;
  for (const name of warcNames(archive.names)) {
    try {
      const parser = new WARCParser(archive.read(name), { keepHeadersCase: false });
      for await (const record of parser) {
        if (unpacked > PACKAGE_UNPACKED_BYTES) return found.shown ?? found.sent;
        unpacked += await take(record, found);
      }
    } catch {
      // What one file holds does not keep the others from being looked at; the hashes say what is wrong with it.
    }
  }
  return found.shown ?? found.sent;
}

interface Found {
  wanted: string;
  sent: MainPage | null;
  shown: MainPage | null;
}

/** Takes what a record gives to the page; answers how many bytes it had. */
async function take(record: WARCRecord, found: Found): Promise<number> {
  const address = record.warcTargetURI ?? "";
  const size = record.warcContentLength;
  if (record.warcType === "resource" && address === `urn:dom:${found.wanted}`) {
    const bytes = await bodyOf(record);
    if (bytes !== null) found.shown = { bytes, mime: typeOf(record.warcContentType) };
    return size;
  }
  if (record.warcType !== "response" || address !== found.wanted || found.sent !== null) {
    await record.skipFully();
    return size;
  }
  const { status, headers } = record.getResponseInfo() ?? {};
  const location = headers?.get("location") ?? "";
  if (Number(status) >= 300 && Number(status) < 400 && location !== "") {
    found.wanted = URL.parse(location, address)?.href ?? found.wanted;
    return size;
  }
  const mime = typeOf(headers?.get("content-type"));
  if (!mime.includes("html")) return size;
  const bytes = await bodyOf(record);
  const isBrotli = headers?.get("content-encoding")?.toLowerCase() === "br";
  if (bytes !== null) found.sent = { bytes: isBrotli ? unbrotli(bytes) : bytes, mime };
  return bytes?.length ?? size;
}

/** The body, decoded; null when it is more than is read. */
async function bodyOf(record: WARCRecord): Promise<Buffer | null> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of record) {
    chunks.push(chunk);
    size += chunk.length;
    if (size > MAX_DOCUMENT_BYTES) return null;
  }
  return Buffer.concat(chunks);
}

function unbrotli(bytes: Buffer): Buffer {
  try {
    return brotliDecompressSync(bytes, { maxOutputLength: MAX_DOCUMENT_BYTES });
  } catch {
    return bytes;
  }
}

function typeOf(header: string | null | undefined): string {
  return (header ?? "")
    .toLowerCase()
    .replace(/[^\x20-\x7e]/g, "")
    .slice(0, 100);
}

const { bytes, url } = workerData as PageAsk;
const archive = await openArchive(Buffer.from(bytes));
parentPort?.postMessage(await findPage(archive, url));
