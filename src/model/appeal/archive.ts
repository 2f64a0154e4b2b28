// The archive inside an appeal: a plain tar (POSIX ustar), written in a browser and opened by anyone with `age -d | tar x`.
// Invariant: nothing in it is compressed, so it never grows when it is read; only plain files of short names pass.
import { ModelError } from "../errors.ts";

const block = 512;
const encoder = new TextEncoder();

export interface ArchiveEntry {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The header block of one plain file. `name` is ASCII of at most 99 signs; `size` in bytes. */
export function archiveHeader(name: string, size: number): Uint8Array<ArrayBuffer> {
  const head = new Uint8Array(block);
  const put = (at: number, text: string): void => head.set(encoder.encode(text), at);
  put(0, name);
  put(100, "0000644\0");
  put(108, "0000000\0");
  put(116, "0000000\0");
  put(124, `${size.toString(8).padStart(11, "0")}\0`);
  put(136, "00000000000\0");
  put(156, "0");
  put(257, "ustar\u000000");
  put(148, checksumField(head));
  return head;
}

/** Zero bytes that fill a file of this size up to whole blocks. */
export function archivePadding(size: number): Uint8Array<ArrayBuffer> {
  return new Uint8Array((block - (size % block)) % block);
}

/** The two empty blocks at the end. */
export const archiveEnd = (): Uint8Array<ArrayBuffer> => new Uint8Array(2 * block);

/** The whole archive of a few entries in memory. */
export function writeArchive(entries: readonly ArchiveEntry[]): Uint8Array<ArrayBuffer> {
  const parts = entries.flatMap(({ name, bytes }) => [
    archiveHeader(name, bytes.length),
    bytes,
    archivePadding(bytes.length),
  ]);
  parts.push(archiveEnd());
  const whole = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/**
 * The files of an archive, as views into `bytes`.
 * Throws ModelError `archive-broken` for anything but plain files with right checksums, each name once, at most `most`.
 */
export function readArchive(bytes: Uint8Array, most: number): ArchiveEntry[] {
  const found = new Map<string, ArchiveEntry>();
  let at = 0;
  for (;;) {
    const head = bytes.subarray(at, at + block);
    if (head.length < block) throw broken();
    if (head.every((byte) => byte === 0)) return [...found.values()];
    const entry = entryAt(head);
    at += block;
    if (found.has(entry.name) || found.size >= most || at + entry.size > bytes.length)
      throw broken();
    found.set(entry.name, { name: entry.name, bytes: bytes.subarray(at, at + entry.size) });
    at += Math.ceil(entry.size / block) * block;
  }
}

function entryAt(head: Uint8Array): { readonly name: string; readonly size: number } {
  const name = asciiOf(head.subarray(0, 100));
  const size = octalOf(head.subarray(124, 136));
  const isPlain = head[156] === 0x30 || head[156] === 0;
  const isWhole = String.fromCharCode(...head.subarray(148, 156)) === checksumField(head);
  if (!isPlain || !isWhole || !/^[a-z0-9][a-z0-9./-]{0,98}$/.test(name)) throw broken();
  return { name, size };
}

/** Sum of the header's bytes, its own place counted as spaces, as it stands in that place (POSIX.1-1988, ustar). */
function checksumField(head: Uint8Array): string {
  const sum = head.reduce((total, byte, i) => total + (i >= 148 && i < 156 ? 0x20 : byte), 0);
  return `${sum.toString(8).padStart(6, "0")}\0 `;
}

function asciiOf(bytes: Uint8Array): string {
  const end = bytes.indexOf(0);
  return String.fromCharCode(...bytes.subarray(0, end < 0 ? bytes.length : end));
}

function octalOf(bytes: Uint8Array): number {
  const text = asciiOf(bytes).trim();
  if (!/^[0-7]{1,11}$/.test(text)) throw broken();
  return Number.parseInt(text, 8);
}

const broken = (): ModelError =>
  new ModelError(
    "archive-broken",
    "This is not the archive an appeal form writes, or it was cut off.",
    "archive",
  );
