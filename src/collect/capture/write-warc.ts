// Exchanges as a WARC/1.1 file (ISO 28500), each record compressed by itself, and its index.
// Invariant: bodies are as the browser decoded them, and say so: the header that named the encoding on the wire is kept
// under `x-orig-`, so that a reader does not decode twice and nobody takes these for the bytes of the wire.
import { CDXIndexer, WARC_1_1, WARCRecord, WARCSerializer } from "warcio";
import type { Exchange, Header } from "./exchange.ts";

/** How the bodies were had; part of every record of a capture. */
export const CAPTURE_METHOD = "cdp-decoded";

/** What writes it; part of every record of a capture. */
export const WARC_WRITER = "warcio 2.4.11";

/** What of the page is kept beside the exchanges, as `resource` records. */
export interface WarcResource {
  readonly url: string;
  readonly mime: string;
  readonly bytes: Uint8Array;
  readonly at: number;
}

export interface WarcInput {
  readonly at: number;
  readonly software: string;
  readonly exchanges: readonly Exchange[];
  readonly resources: readonly WarcResource[];
}

export interface WrittenWarc {
  readonly bytes: Buffer;
  /** CDXJ, sorted. */
  readonly index: string;
}

const FILE = "data.warc.gz";
const decodedHeaders = new Set(["content-encoding", "transfer-encoding", "content-length"]);

export async function writeWarc(input: WarcInput): Promise<WrittenWarc> {
  const parts: Uint8Array[] = [];
  const add = async (record: WARCRecord): Promise<string> => {
    parts.push(
      await WARCSerializer.serialize(record, {
        gzip: true,
        digest: { algo: "sha-256", prefix: "sha256:" },
      }),
    );
    return record.warcHeader("WARC-Record-ID") ?? "";
  };
  await add(
    WARCRecord.createWARCInfo(
      { filename: FILE, date: iso(input.at), warcVersion: WARC_1_1 },
      { software: input.software, format: "WARC File Format 1.1", captureMethod: CAPTURE_METHOD },
    ),
  );
  for (const exchange of input.exchanges) {
    if (exchange.response === null || exchange.response.body === null) continue;
    const concurrent = await add(responseOf(exchange, exchange.response, exchange.response.body));
    await add(requestOf(exchange, concurrent));
  }
  for (const { url, mime, bytes, at } of input.resources) {
    const warcHeaders = { "Content-Type": mime };
    await add(
      WARCRecord.create(
        { url, date: iso(at), type: "resource", warcHeaders, warcVersion: WARC_1_1 },
        [bytes],
      ),
    );
  }
  const bytes = Buffer.concat(parts);
  return { bytes, index: await indexOf(bytes) };
}

function responseOf(
  { url, at }: Exchange,
  { status, statusText, headers }: NonNullable<Exchange["response"]>,
  body: Buffer,
): WARCRecord {
  return WARCRecord.create(
    {
      url,
      date: iso(at),
      type: "response",
      warcVersion: WARC_1_1,
      statusline: `HTTP/1.1 ${status} ${clean(statusText)}`.trimEnd(),
      httpHeaders: [
        ...headers.map(([name, value]): [string, string] => [
          decodedHeaders.has(name.toLowerCase()) ? `x-orig-${clean(name)}` : clean(name),
          clean(value),
        ]),
        ["Content-Length", String(body.length)],
      ],
    },
    [body],
  );
}

function requestOf(exchange: Exchange, concurrent: string): WARCRecord {
  const { pathname, search, host } = new URL(exchange.url);
  const sent: readonly Header[] = exchange.requestHeaders;
  const hasHost = sent.some(([name]) => name.toLowerCase() === "host");
  return WARCRecord.create(
    {
      url: exchange.url,
      date: iso(exchange.at),
      type: "request",
      warcVersion: WARC_1_1,
      warcHeaders: { "WARC-Concurrent-To": concurrent },
      statusline: `${exchange.method} ${pathname}${search} HTTP/1.1`,
      httpHeaders: [
        ...(hasHost ? [] : [["Host", host] as [string, string]]),
        ...sent.map(([name, value]): [string, string] => [clean(name), clean(value)]),
      ],
    },
    exchange.requestBody === null ? [] : [exchange.requestBody],
  );
}

async function indexOf(bytes: Uint8Array): Promise<string> {
  const indexer = new CDXIndexer({ format: "cdxj" });
  const lines: string[] = [];
  const reader = (async function* () {
    yield bytes;
  })();
  for await (const found of indexer.iterIndex([{ filename: FILE, reader }]))
    lines.push(indexer.serializeCDXJ(found));
  // Readers search it by halves, byte by byte.
  return lines.sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))).join("");
}

/** A line break in a header would end it, and begin another of the page's choosing. */
function clean(text: string): string {
  return text.replace(/[\r\n\0]+/g, " ");
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
