// The few words of the kernel's FUSE protocol (include/uapi/linux/fuse.h, 7.31) that one file in one folder needs.
// Invariant: nothing here touches a disk; requests come in as bytes, answers go out as bytes.

export const opcodes = {
  lookup: 1,
  forget: 2,
  getattr: 3,
  setattr: 4,
  open: 14,
  read: 15,
  write: 16,
  statfs: 17,
  release: 18,
  fsync: 20,
  flush: 25,
  init: 26,
  opendir: 27,
  releasedir: 29,
  interrupt: 36,
  batchForget: 42,
} as const;

/** Negative error numbers as Linux has them. */
export const errors = { noEntry: -2, inputOutput: -5, notImplemented: -38 } as const;

const inHeaderBytes = 40;
const outHeaderBytes = 16;
const attrBytes = 88;
/** The longest write that is asked for; a request is this and a page at most. */
const maxWrite = 128 * 1024;
export const requestBytes = maxWrite + 4096;

export interface Request {
  readonly opcode: number;
  readonly unique: bigint;
  readonly node: bigint;
  readonly body: Buffer;
}

export function readRequest(bytes: Buffer): Request {
  return {
    opcode: bytes.readUInt32LE(4),
    unique: bytes.readBigUInt64LE(8),
    node: bytes.readBigUInt64LE(16),
    body: bytes.subarray(inHeaderBytes),
  };
}

/** An answer of bytes, or a negative error number. */
export function answerTo(unique: bigint, answer: Buffer | number): Buffer {
  const body = typeof answer === "number" ? Buffer.alloc(0) : answer;
  const header = Buffer.alloc(outHeaderBytes);
  header.writeUInt32LE(outHeaderBytes + body.length, 0);
  header.writeInt32LE(typeof answer === "number" ? answer : 0, 4);
  header.writeBigUInt64LE(unique, 8);
  return Buffer.concat([header, body]);
}

/** Offset and length of a read or write, and the bytes of a write. */
export function readSpan(body: Buffer): { offset: number; size: number; data: Buffer } {
  const size = body.readUInt32LE(16);
  return { offset: Number(body.readBigUInt64LE(8)), size, data: body.subarray(40, 40 + size) };
}

export function nameIn(body: Buffer): string {
  return body.subarray(0, body.indexOf(0)).toString("utf8");
}

export function initAnswer(): Buffer {
  const out = Buffer.alloc(64);
  out.writeUInt32LE(7, 0);
  out.writeUInt32LE(31, 4);
  out.writeUInt32LE(maxWrite, 8);
  const bigWrites = 1 << 5;
  const maxPages = 1 << 22;
  out.writeUInt32LE(bigWrites | maxPages, 12);
  out.writeUInt16LE(16, 16);
  out.writeUInt16LE(12, 18);
  out.writeUInt32LE(maxWrite, 20);
  out.writeUInt32LE(1, 24);
  out.writeUInt16LE(maxWrite / 4096, 28);
  return out;
}

export interface Attributes {
  readonly node: number;
  readonly size: number;
  readonly folder: boolean;
}

function attributes({ node, size, folder }: Attributes): Buffer {
  const out = Buffer.alloc(attrBytes);
  out.writeBigUInt64LE(BigInt(node), 0);
  out.writeBigUInt64LE(BigInt(size), 8);
  out.writeBigUInt64LE(BigInt(Math.ceil(size / 512)), 16);
  out.writeUInt32LE(folder ? 0o040700 : 0o100600, 60);
  out.writeUInt32LE(1, 64);
  out.writeUInt32LE(4096, 80);
  return out;
}

const forAnHour = 3600n;

export function entryAnswer(of: Attributes): Buffer {
  const out = Buffer.alloc(40);
  out.writeBigUInt64LE(BigInt(of.node), 0);
  out.writeBigUInt64LE(forAnHour, 16);
  out.writeBigUInt64LE(forAnHour, 24);
  return Buffer.concat([out, attributes(of)]);
}

export function attributesAnswer(of: Attributes): Buffer {
  const out = Buffer.alloc(16);
  out.writeBigUInt64LE(forAnHour, 0);
  return Buffer.concat([out, attributes(of)]);
}

export function writeAnswer(size: number): Buffer {
  const out = Buffer.alloc(8);
  out.writeUInt32LE(size, 0);
  return out;
}
