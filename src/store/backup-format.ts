// One encrypted file that holds a whole vault, whichever engine it ran on: what it is made of, byte by byte.
// Invariant: the head names nobody; everything after it is one secretstream bound to the head, cut into frames that carry
// their length, and without its last frame it is not a backup.
//
//   "GUWAHB1\n" | length of head (4 bytes, big-endian) | head: vault.json | stream header (24 bytes)
//   then frames: length of cipher text (4 bytes, big-endian) | cipher text of: type (1 byte) + content
import { createHash } from "node:crypto";
import { type FileHandle, open } from "node:fs/promises";
import { StoreError } from "./errors.ts";
import { pieceOverhead, startReading, startWriting, streamHeaderBytes } from "./secret-stream.ts";
import { parseVaultFile, type VaultFile, vaultFileText } from "./vault-file.ts";

const magic = Buffer.from("GUWAHB1\n", "latin1");
const headLimit = 4 * 1024 * 1024;
const frameLimit = 64 * 1024 * 1024;
/** Gathered for one call to the disk. */
const writeBytes = 1024 * 1024;

export const frameTypes = {
  /** JSON: what was in the vault when the backup began. */
  start: 1,
  /** JSON: ledger entries in order. */
  entries: 2,
  /** JSON: hash and size of the file whose bytes follow. */
  file: 3,
  bytes: 4,
  /** JSON: whether the file's bytes were whole in the vault. */
  fileEnd: 5,
  /** JSON: counts and root; the last frame. */
  end: 6,
} as const;
export type FrameType = (typeof frameTypes)[keyof typeof frameTypes];

export interface Frame {
  readonly type: FrameType;
  readonly content: Buffer;
}

export interface FrameWriter {
  write(type: FrameType, content: Uint8Array | object): Promise<void>;
  /** The last frame; what is written is on the disk when this returns. */
  end(content: object): Promise<void>;
}

/** Writes the head and starts the stream. */
export async function startBackup(
  out: FileHandle,
  vault: VaultFile,
  key: Uint8Array,
): Promise<FrameWriter> {
  const head = headOf(vault);
  const stream = startWriting(key, contextOf(head));
  let waiting: Buffer[] = [head, stream.header];
  let size = head.length + stream.header.length;
  const flush = async (): Promise<void> => {
    const bytes = Buffer.concat(waiting);
    waiting = [];
    size = 0;
    for (let at = 0; at < bytes.length;) at += (await out.write(bytes, at)).bytesWritten;
  };
  const push = async (
    type: FrameType,
    content: Uint8Array | object,
    last: boolean,
  ): Promise<void> => {
    const bytes = content instanceof Uint8Array ? content : Buffer.from(JSON.stringify(content));
    const cipher = stream.push(Buffer.concat([Buffer.of(type), bytes]), last);
    const length = Buffer.alloc(4);
    length.writeUInt32BE(cipher.length);
    waiting.push(length, cipher);
    size += 4 + cipher.length;
    if (last || size >= writeBytes) await flush();
  };
  return {
    write: (type, content) => push(type, content, false),
    async end(content) {
      await push(frameTypes.end, content, true);
      await out.sync();
    },
  };
}

/** Whether a file begins as a backup does, or has not begun; false too for one that cannot be read. */
export async function isBackup(path: string): Promise<boolean> {
  const file = await open(path, "r").catch(() => null);
  if (file === null) return false;
  try {
    const { size } = await file.stat();
    return size === 0 || (await readAt(file, 0, magic.length))?.equals(magic) === true;
  } finally {
    await file.close();
  }
}

/** The vault.json at the head of a backup, and where its stream begins. Throws StoreError `backup-damaged`, `newer-vault`. */
export async function readHead(file: FileHandle): Promise<{ vault: VaultFile; head: Buffer }> {
  const start = await readAt(file, 0, magic.length + 4);
  if (start === null || !start.subarray(0, magic.length).equals(magic)) {
    throw new StoreError("backup-damaged", "This file is not a Guwah backup. Choose another one.");
  }
  const length = start.readUInt32BE(magic.length);
  const text = length > headLimit ? null : await readAt(file, start.length, length);
  if (text === null) throw backupDamaged();
  try {
    return { vault: parseVaultFile(text.toString("utf8")), head: Buffer.concat([start, text]) };
  } catch (cause) {
    throw cause instanceof StoreError && cause.code === "newer-vault" ? cause : backupDamaged();
  }
}

/** The frames of a backup in order, the last one included. Throws StoreError `backup-damaged` at the first byte that is not right. */
export async function* readFrames(
  file: FileHandle,
  head: Buffer,
  key: Uint8Array,
): AsyncGenerator<Frame> {
  let at = head.length;
  const take = async (length: number): Promise<Buffer> => {
    const bytes = await readAt(file, at, length);
    if (bytes === null) throw backupDamaged();
    at += length;
    return bytes;
  };
  const stream = startReading(key, contextOf(head), await take(streamHeaderBytes));
  for (;;) {
    const length = (await take(4)).readUInt32BE();
    if (length > frameLimit + pieceOverhead) throw backupDamaged();
    const found = stream.pull(await take(length));
    const type = found?.piece[0];
    if (found === null || type === undefined) throw backupDamaged();
    yield { type: type as FrameType, content: found.piece.subarray(1) };
    if (found.last) break;
  }
  if ((await file.stat()).size !== at) throw backupDamaged();
}

export function backupDamaged(): StoreError {
  return new StoreError(
    "backup-damaged",
    "This backup was cut off or changed, and cannot be trusted. Use another one.",
  );
}

function headOf(vault: VaultFile): Buffer {
  const text = Buffer.from(vaultFileText(vault), "utf8");
  const length = Buffer.alloc(4);
  length.writeUInt32BE(text.length);
  return Buffer.concat([magic, length, text]);
}

/** Bound to every frame: slots cannot be exchanged for another vault's. */
function contextOf(head: Buffer): Buffer {
  return createHash("sha256").update(head).digest();
}

async function readAt(file: FileHandle, at: number, length: number): Promise<Buffer | null> {
  const bytes = Buffer.alloc(length);
  for (let got = 0; got < length;) {
    const { bytesRead } = await file.read(bytes, got, length - got, at + got);
    if (bytesRead === 0) return null;
    got += bytesRead;
  }
  return bytes;
}
