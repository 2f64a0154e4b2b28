// A WACZ 1.1.1 package of one page: WARC, index and list of pages in a ZIP, with a hash of everything.
// Invariant: each hash is of the very bytes that lie in the package; a test checks them with `unzip` and `sha256sum`.
// Written here because the package others use declares wrong hashes (harvard-lil/js-wacz, issue 127).
import { createHash } from "node:crypto";
import { ZipFile } from "yazl";
import type { WrittenWarc } from "./write-warc.ts";

export const WACZ_MIME = "application/wacz+zip";

export interface WaczInput {
  readonly warc: WrittenWarc;
  readonly url: string;
  readonly title: string;
  /** When the page was asked for, in milliseconds since 1970. */
  readonly at: number;
  readonly createdAt: number;
  readonly software: string;
}

export async function writeWacz(input: WaczInput): Promise<Buffer> {
  const date = new Date(input.at).toISOString();
  const page = { id: "page", url: input.url, title: input.title, ts: date };
  const pages = [{ format: "json-pages-1.0", id: "pages", title: "All Pages" }, page]
    .map((line) => `${JSON.stringify(line)}\n`)
    .join("");
  const parts: readonly (readonly [path: string, bytes: Buffer])[] = [
    ["archive/data.warc.gz", input.warc.bytes],
    ["indexes/index.cdx", Buffer.from(input.warc.index)],
    ["pages/pages.jsonl", Buffer.from(pages)],
  ];
  const datapackage = json({
    profile: "data-package",
    wacz_version: "1.1.1",
    title: input.title,
    created: new Date(input.createdAt).toISOString(),
    software: input.software,
    mainPageUrl: input.url,
    mainPageDate: date,
    resources: parts.map(([path, bytes]) => ({
      name: path.slice(path.lastIndexOf("/") + 1),
      path,
      hash: sha256(bytes),
      bytes: bytes.length,
    })),
  });
  const digest = json({ path: "datapackage.json", hash: sha256(datapackage) });
  return zipOf(
    [...parts, ["datapackage.json", datapackage], ["datapackage-digest.json", digest]],
    input.createdAt,
  );
}

async function zipOf(
  parts: readonly (readonly [string, Buffer])[],
  createdAt: number,
): Promise<Buffer> {
  const zip = new ZipFile();
  // Stored, not compressed: readers fetch single records out of the package by their place in it.
  for (const [path, bytes] of parts)
    zip.addBuffer(bytes, path, { compress: false, mtime: new Date(createdAt), mode: 0o100_644 });
  zip.end();
  const chunks: Buffer[] = [];
  for await (const chunk of zip.outputStream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

function json(value: unknown): Buffer {
  return Buffer.from(`${JSON.stringify(value, null, 2)}\n`);
}

function sha256(bytes: Uint8Array): string {
  return `sha256:${createHash("sha256").update(bytes).digest("hex")}`;
}
