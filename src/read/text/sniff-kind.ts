// What kind of file the bytes are. The bytes decide; the name and the sender's type only break ties,
// because both are the sender's to choose.
import type { ReceivedKind } from "../reading.ts";

export interface Sniffed {
  readonly kind: ReceivedKind | "zip" | "ole";
  readonly mime: string;
}

const MAGIC: readonly (readonly [
  offset: number,
  bytes: string,
  kind: Sniffed["kind"],
  mime: string,
])[] = [
  [0, "%PDF-", "pdf", "application/pdf"],
  [0, "PK\x03\x04", "zip", "application/zip"],
  [0, "PK\x05\x06", "zip", "application/zip"],
  [0, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole", "application/x-ole-storage"],
  [0, "\xff\xd8\xff", "image", "image/jpeg"],
  [0, "\x89PNG\r\n\x1a\n", "image", "image/png"],
  [0, "GIF87a", "image", "image/gif"],
  [0, "GIF89a", "image", "image/gif"],
  [0, "II*\0", "image", "image/tiff"],
  [0, "MM\0*", "image", "image/tiff"],
  [0, "BM", "image", "image/bmp"],
  [0, "ID3", "audio", "audio/mpeg"],
  [0, "fLaC", "audio", "audio/flac"],
  [0, "OggS", "audio", "audio/ogg"],
  [0, "#!AMR", "audio", "audio/amr"],
  [0, "\x1a\x45\xdf\xa3", "video", "video/webm"],
  [0, "\x00\x00\x01\xba", "video", "video/mpeg"],
  [0, "\x00\x00\x01\xb3", "video", "video/mpeg"],
];

const BRANDS: Readonly<Record<string, readonly [Sniffed["kind"], string]>> = {
  heic: ["image", "image/heic"],
  heix: ["image", "image/heic"],
  mif1: ["image", "image/heif"],
  avif: ["image", "image/avif"],
  "M4A ": ["audio", "audio/mp4"],
  "M4B ": ["audio", "audio/mp4"],
  "qt  ": ["video", "video/quicktime"],
};

const RIFF: Readonly<Record<string, readonly [Sniffed["kind"], string]>> = {
  WAVE: ["audio", "audio/wav"],
  "AVI ": ["video", "video/x-msvideo"],
  WEBP: ["image", "image/webp"],
};

function latin1(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, to));
}

function mpegAudio(bytes: Uint8Array): boolean {
  // ISO/IEC 11172-3 frame header: eleven set bits, a layer, a bit rate and a sampling rate that exist.
  const [a = 0, b = 0, c = 0] = bytes;
  const layered = (b & 0x06) !== 0 && (b & 0x18) !== 0x08;
  return a === 0xff && (b & 0xe0) === 0xe0 && layered && (c & 0xf0) !== 0xf0 && (c & 0x0c) !== 0x0c;
}

/** The container format of the bytes, or null when nothing binary is recognised. */
export function sniffMagic(bytes: Uint8Array): Sniffed | null {
  for (const [offset, magic, kind, mime] of MAGIC) {
    if (latin1(bytes, offset, offset + magic.length) === magic) return { kind, mime };
  }
  const four = latin1(bytes, 0, 4);
  if (four === "RIFF") {
    const found = RIFF[latin1(bytes, 8, 12)];
    if (found) return { kind: found[0], mime: found[1] };
  }
  if (latin1(bytes, 4, 8) === "ftyp") {
    const found = BRANDS[latin1(bytes, 8, 12)];
    return found ? { kind: found[0], mime: found[1] } : { kind: "video", mime: "video/mp4" };
  }
  // Readers accept a PDF header within the first kilobyte (ISO 32000-1, implementation note 13).
  if (latin1(bytes, 0, Math.min(1024, bytes.length)).includes("%PDF-"))
    return { kind: "pdf", mime: "application/pdf" };
  if (bytes.length > 3 && !isUtf16Mark(bytes) && mpegAudio(bytes))
    return { kind: "audio", mime: "audio/mpeg" };
  return null;
}

function isUtf16Mark(bytes: Uint8Array): boolean {
  return (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff);
}

const HTML_START =
  /^\s*(?:<\?xml[^>]{0,200}\?>\s*)?(?:<!--[^]{0,2000}?-->\s*)?<(?:!doctype\s+html|html|head|body)\b/i;
const HTML_TAGS = /<(?:p|div|br|span|article|section|h[1-6]|a\s+href|meta|title)\b[^>]{0,300}>/gi;
const SRT_START = /^\s*\d{1,6}\r?\n\d{1,3}:\d{2}:\d{2}[,.]\d{1,3}\s*-->\s*\d{1,3}:\d{2}:\d{2}/;

/** The kind of decoded text: markup, transcript, Markdown or plain. Looks at the first 16 kB only. */
export function sniffText(
  text: string,
  hint: { readonly name?: string; readonly mime?: string },
): Sniffed {
  const head = text.slice(0, 16_384);
  const extension = /\.([a-z0-9]{1,8})$/i.exec(hint.name ?? "")?.[1]?.toLowerCase() ?? "";
  const said = (hint.mime ?? "").toLowerCase();
  if (/^\uFEFF?WEBVTT(?:[ \t\r\n]|$)/.test(head)) return { kind: "vtt", mime: "text/vtt" };
  if (SRT_START.test(head)) return { kind: "srt", mime: "application/x-subrip" };
  if (HTML_START.test(head)) return { kind: "html", mime: "text/html" };
  const claimsHtml =
    /^(?:x?html?|xht)$/.test(extension) || said.startsWith("text/html") || said.includes("xhtml");
  const tags = head.match(HTML_TAGS)?.length ?? 0;
  if (tags >= 3 || (claimsHtml && tags >= 1)) return { kind: "html", mime: "text/html" };
  if (/^(?:md|markdown)$/.test(extension) || said.startsWith("text/markdown"))
    return { kind: "markdown", mime: "text/markdown" };
  return { kind: "text", mime: "text/plain" };
}
