// One file on disk: magic, stream header, then 64 KiB pieces encrypted with libsodium secretstream.
// Invariant: reading yields the bytes that were written, in full and in order, or throws `file-damaged`.
import { createHash, type Hash } from "node:crypto";
import type { FileHandle } from "node:fs/promises";
import { stopIfAborted } from "../runtime/index.ts";
import type { FileHash } from "../model/index.ts";
import { StoreError } from "./errors.ts";
import { pieceOverhead, startReading, startWriting, streamHeaderBytes } from "./secret-stream.ts";
import type { Pulled, StreamWriter } from "./secret-stream.ts";

/** Bound to every piece, so that a file of another format or version never decrypts as this one. */
export const magic = Buffer.from("GUWAHF1\n", "latin1");
export const pieceBytes = 64 * 1024;
export const cipherBytes = pieceBytes + pieceOverhead;
/** Pieces gathered for one call to the disk. */
const batch = 16;

export interface WriteOptions {
  readonly limitBytes: number;
  readonly onBytes?: (done: number) => void;
  readonly signal?: AbortSignal | undefined;
}

export type Bytes = AsyncIterable<Uint8Array> | Uint8Array;

/** Encrypts `source` into an open file. Throws StoreError `file-too-large` as soon as the limit is passed. */
export async function writeEncrypted(
  file: FileHandle,
  key: Uint8Array,
  source: Bytes,
  { limitBytes, onBytes, signal }: WriteOptions,
): Promise<{ hash: FileHash; size: number }> {
  const hash = createHash("sha256");
  const pieces = new PieceWriter(file, startWriting(key, magic));
  await file.write(Buffer.concat([magic, pieces.header]));
  let size = 0;
  try {
    for await (const bytes of source instanceof Uint8Array ? [source] : source) {
      stopIfAborted(signal);
      size += bytes.length;
      if (size > limitBytes) throw tooLarge(limitBytes);
      await pieces.add(bytes, hash);
      onBytes?.(size);
    }
    await pieces.end(hash);
  } finally {
    pieces.clear();
  }
  return { hash: hash.digest("hex") as FileHash, size };
}

/** Cuts bytes into pieces; holds the newest one back, because only the end tells which piece is the last. */
class PieceWriter {
  readonly header: Buffer;
  readonly #file: FileHandle;
  readonly #stream: StreamWriter;
  readonly #piece = Buffer.alloc(pieceBytes);
  readonly #out = Buffer.alloc(cipherBytes * batch);
  #filled = 0;
  #used = 0;

  constructor(file: FileHandle, stream: StreamWriter) {
    this.#file = file;
    this.#stream = stream;
    this.header = stream.header;
  }

  async add(bytes: Uint8Array, hash: Hash): Promise<void> {
    for (let at = 0; at < bytes.length;) {
      if (this.#filled === pieceBytes) await this.#push(hash, false);
      const part = bytes.subarray(at, at + pieceBytes - this.#filled);
      this.#piece.set(part, this.#filled);
      this.#filled += part.length;
      at += part.length;
    }
  }

  async end(hash: Hash): Promise<void> {
    await this.#push(hash, true);
    await this.#flush();
  }

  clear(): void {
    this.#piece.fill(0);
  }

  async #push(hash: Hash, last: boolean): Promise<void> {
    const piece = this.#piece.subarray(0, this.#filled);
    // What is hashed and what is encrypted is the same memory: a caller changing its buffer meanwhile alters both or none.
    hash.update(piece);
    this.#used += this.#stream.push(piece, last, this.#out.subarray(this.#used)).length;
    this.#filled = 0;
    if (this.#out.length - this.#used < cipherBytes) await this.#flush();
  }

  async #flush(): Promise<void> {
    for (let at = 0; at < this.#used;) {
      at += (await this.#file.write(this.#out, at, this.#used - at)).bytesWritten;
    }
    this.#used = 0;
  }
}

/** The plain bytes of an open file, from its start. Throws StoreError `file-damaged`. */
export async function* readEncrypted(file: FileHandle, key: Uint8Array): AsyncGenerator<Buffer> {
  const head = Buffer.alloc(magic.length + streamHeaderBytes);
  const { bytesRead } = await file.read(head, 0, head.length, 0);
  if (bytesRead !== head.length || !head.subarray(0, magic.length).equals(magic)) throw damaged();
  const stream = startReading(key, magic, head.subarray(magic.length));
  const block = Buffer.alloc(cipherBytes * batch);
  let position = head.length;
  let ended = false;
  for (;;) {
    const got = await fill(file, block, position);
    position += got;
    for (let at = 0; at < got; at += cipherBytes) {
      const found: Pulled | null = ended
        ? null
        : stream.pull(block.subarray(at, Math.min(at + cipherBytes, got)));
      if (found === null) throw damaged();
      ended = found.last;
      if (found.piece.length > 0) yield found.piece;
    }
    if (got < block.length) break;
  }
  // Cut off between two pieces, every piece left is genuine: only the missing end tells.
  if (!ended) throw damaged();
}

async function fill(file: FileHandle, block: Buffer, position: number): Promise<number> {
  let got = 0;
  while (got < block.length) {
    const { bytesRead } = await file.read(block, got, block.length - got, position + got);
    if (bytesRead === 0) break;
    got += bytesRead;
  }
  return got;
}

/** How many plain bytes a file of this length on disk holds; null when no file of ours has that length. */
export function plainSize(diskBytes: number): number | null {
  const body = diskBytes - magic.length - streamHeaderBytes;
  const pieces = Math.ceil(body / cipherBytes);
  const size = body - pieces * pieceOverhead;
  return pieces >= 1 && size >= 0 && body > (pieces - 1) * cipherBytes ? size : null;
}

export function damaged(): StoreError {
  return new StoreError(
    "file-damaged",
    "The bytes on the disk are not the ones that were kept. Take this file from a backup.",
  );
}

export function tooLarge(limitBytes: number): StoreError {
  return new StoreError(
    "file-too-large",
    `Expected at most ${limitBytes} bytes, got more. Split the file or keep a smaller version.`,
    { details: { limitBytes } },
  );
}
