// Bytes to text, trying in order: byte-order mark, declared charset, strict UTF-8, UTF-16 without a mark,
// then a guess. Invariant: a guess is always noted, so a person can see that it was one.
import { analyse } from "chardet";
import iconv from "iconv-lite";
import type { Note } from "../reading.ts";
import { bestCyrillic } from "./guess-cyrillic.ts";

export interface Decoded {
  readonly text: string;
  readonly encoding: string;
  readonly notes: readonly Note[];
}

const MARKS: readonly (readonly [bytes: readonly number[], encoding: string])[] = [
  [[0xef, 0xbb, 0xbf], "utf-8"],
  [[0xff, 0xfe, 0, 0], "utf-32le"],
  [[0, 0, 0xfe, 0xff], "utf-32be"],
  [[0xff, 0xfe], "utf-16le"],
  [[0xfe, 0xff], "utf-16be"],
];

// The WHATWG Encoding Standard reads these labels as their supersets.
const SUPERSETS: Readonly<Record<string, string>> = {
  gb2312: "gb18030",
  gbk: "gb18030",
  "x-gbk": "gb18030",
  "iso-8859-1": "windows-1252",
  latin1: "windows-1252",
  ascii: "windows-1252",
  "us-ascii": "windows-1252",
  "iso-8859-9": "windows-1254",
};

function labelled(label: string): string | null {
  const clean = label.trim().toLowerCase();
  const name = SUPERSETS[clean] ?? clean;
  return iconv.encodingExists(name) ? name : null;
}

function declaredIn(head: string): string | null {
  const tag = /<meta\b[^>]{0,300}?charset\s*=\s*["']?\s*([a-z0-9_:.-]{1,40})/i.exec(head);
  const xml = /^\s*<\?xml[^>]{0,120}?encoding\s*=\s*["']([a-z0-9_:.-]{1,40})/i.exec(head);
  const label = (tag ?? xml)?.[1];
  return label ? labelled(label) : null;
}

function strictUtf8(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** UTF-16 without a mark shows itself by zero bytes (spaces, line ends, Latin) on one side of each pair only. */
function bareUtf16(bytes: Uint8Array): string | null {
  const n = Math.min(bytes.length & ~1, 65_536);
  if (n < 8) return null;
  let even = 0;
  let odd = 0;
  for (let i = 0; i < n; i += 2) {
    if (bytes[i] === 0) even++;
    if (bytes[i + 1] === 0) odd++;
  }
  const pairs = n / 2;
  if (odd > pairs * 0.05 && even < odd * 0.1) return "utf-16le";
  if (even > pairs * 0.05 && odd < even * 0.1) return "utf-16be";
  return null;
}

/** UTF-8 with a few broken bytes (a cut file, a bad copy) is still UTF-8. */
function damagedUtf8(bytes: Uint8Array): string | null {
  const text = new TextDecoder("utf-8").decode(bytes);
  let broken = 0;
  let wide = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 0xfffd) broken++;
    else if (unit > 0x7f) wide++;
  }
  return broken > 0 && broken <= Math.max(1, wide * 0.02) && wide > 0 ? text : null;
}

function looksBinary(bytes: Uint8Array): boolean {
  const n = Math.min(bytes.length, 65_536);
  let control = 0;
  for (let i = 0; i < n; i++) {
    const byte = bytes[i] ?? 0;
    if (byte === 0) return true;
    if (byte < 0x20 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12 && byte !== 0x1b)
      control++;
  }
  return control > n * 0.02;
}

function guessed(bytes: Uint8Array): Decoded | null {
  const sample = bytes.subarray(0, 65_536);
  const cyrillic = bestCyrillic(sample);
  if (cyrillic) return decoded(bytes, cyrillic, "charset-guessed");
  for (const { name } of analyse(sample)) {
    const label = labelled(name);
    if (label && !label.startsWith("utf-")) return decoded(bytes, label, "charset-guessed");
  }
  return null;
}

function decoded(bytes: Uint8Array, encoding: string, code?: Note["code"]): Decoded {
  const text = iconv.decode(
    Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength),
    encoding,
  );
  const notes: Note[] = code ? [{ code, detail: encoding }] : [];
  if (text.includes("\uFFFD")) notes.push({ code: "replaced-bytes" });
  return { text, encoding, notes };
}

/**
 * Text of the bytes, or null when they are not text in any encoding known here.
 * `charset` is the label a sender gave beside the bytes (for example in an HTTP header).
 * Order of evidence after the WHATWG Encoding Standard; the guess is chardet's and our own Cyrillic scoring.
 */
export function decodeBytes(bytes: Uint8Array, charset?: string): Decoded | null {
  for (const [mark, encoding] of MARKS) {
    if (mark.every((byte, i) => bytes[i] === byte)) return decoded(bytes, encoding);
  }
  const head = String.fromCharCode(...bytes.subarray(0, 4096));
  const utf8 = strictUtf8(bytes);
  const declared = declaredIn(head) ?? (charset ? labelled(charset) : null);
  // Strict UTF-8 with wide characters cannot be an accident, whatever the page claims.
  if (utf8 !== null && !utf8.slice(0, 65_536).includes("\0")) {
    const stateful = declared === "iso-2022-jp" || declared === "hz-gb-2312";
    if (!stateful) return { text: utf8, encoding: "utf-8", notes: [] };
  }
  const wide = bareUtf16(bytes);
  if (wide) return decoded(bytes, wide, "charset-guessed");
  if (looksBinary(bytes)) return null;
  if (declared && declared !== "utf-8" && declared !== "utf8")
    return decoded(bytes, declared, "charset-declared");
  const damaged = damagedUtf8(bytes);
  if (damaged !== null)
    return { text: damaged, encoding: "utf-8", notes: [{ code: "replaced-bytes" }] };
  return guessed(bytes);
}
