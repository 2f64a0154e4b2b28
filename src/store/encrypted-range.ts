// A part of a file on disk, for a player that jumps about in a long recording.
// Invariant: only whole genuine pieces in their own place give bytes; pieces before the part are passed over by the 16 bytes each
// ends with, so that a jump costs one small read per 64 KiB instead of decrypting everything before it.
import type { FileHandle } from "node:fs/promises";
import { cipherBytes, damaged, magic, pieceBytes } from "./encrypted-file.ts";
import { macBytes, startReading, streamHeaderBytes } from "./secret-stream.ts";

/** The plain bytes from `from` up to, not with, `to`. Throws StoreError `file-damaged`; past the end it just stops. */
export async function* readEncryptedRange(
  file: FileHandle,
  key: Uint8Array,
  from: number,
  to: number,
): AsyncGenerator<Buffer> {
  if (from >= to) return;
  const start = magic.length + streamHeaderBytes;
  const head = await readAt(file, 0, start);
  if (head.length !== start || !head.subarray(0, magic.length).equals(magic)) throw damaged();
  const stream = startReading(key, magic, head.subarray(magic.length));
  const first = Math.floor(from / pieceBytes);
  const { size } = await file.stat();
  if (start + first * cipherBytes >= size) return;
  for (let i = 0; i < first; i++) {
    const mac = await readAt(file, start + (i + 1) * cipherBytes - macBytes, macBytes);
    if (mac.length !== macBytes) throw damaged();
    stream.pass(mac);
  }
  for (let i = first; i * pieceBytes < to; i++) {
    const cipher = await readAt(file, start + i * cipherBytes, cipherBytes);
    const found = stream.pull(cipher);
    if (found === null) throw damaged();
    const part = found.piece.subarray(Math.max(0, from - i * pieceBytes), to - i * pieceBytes);
    if (part.length > 0) yield part;
    if (found.last) return;
  }
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const block = Buffer.alloc(length);
  let got = 0;
  while (got < length) {
    const { bytesRead } = await file.read(block, got, length - got, position + got);
    if (bytesRead === 0) break;
    got += bytesRead;
  }
  return block.subarray(0, got);
}
