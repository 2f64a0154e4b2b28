// A WOFF 1.0 font unpacked to the form every font library reads.
// Invariant: tables are copied as they are. Source: W3C WOFF File Format 1.0, sections 4 and 5.
import { inflateSync } from "node:zlib";

const HEADER = 44;
const WOFF_ENTRY = 20;
const SFNT_HEADER = 12;
const SFNT_ENTRY = 16;

/** The sfnt bytes of a WOFF font that ships with the program; not for files from elsewhere. */
export function sfntOfWoff(woff: Buffer): Uint8Array {
  const count = woff.readUInt16BE(12);
  const directory = Buffer.alloc(SFNT_HEADER + SFNT_ENTRY * count);
  const power = Math.floor(Math.log2(count));
  directory.writeUInt32BE(woff.readUInt32BE(4), 0);
  directory.writeUInt16BE(count, 4);
  directory.writeUInt16BE(2 ** power * SFNT_ENTRY, 6);
  directory.writeUInt16BE(power, 8);
  directory.writeUInt16BE((count - 2 ** power) * SFNT_ENTRY, 10);
  const parts: Buffer[] = [directory];
  let offset = directory.length;
  for (let i = 0; i < count; i++) {
    const at = HEADER + WOFF_ENTRY * i;
    const [from, packed, size] = [4, 8, 12].map((n) => woff.readUInt32BE(at + n)) as [
      number,
      number,
      number,
    ];
    const raw = woff.subarray(from, from + packed);
    const data = packed < size ? inflateSync(raw) : raw;
    const entry = SFNT_HEADER + SFNT_ENTRY * i;
    // Tag, checksum of the unpacked table, offset, length.
    woff.copy(directory, entry, at, at + 4);
    woff.copy(directory, entry + 4, at + 16, at + 20);
    directory.writeUInt32BE(offset, entry + 8);
    directory.writeUInt32BE(size, entry + 12);
    const padded = Buffer.alloc(Math.ceil(size / 4) * 4);
    padded.set(data);
    parts.push(padded);
    offset += padded.length;
  }
  return Buffer.concat(parts);
}
