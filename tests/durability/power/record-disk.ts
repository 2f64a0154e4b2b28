// A disk that remembers what it was not yet told to make durable. It serves one image file over FUSE (descriptor 3), a
// loop device is made of it, and a real ext4 writes there. Arguments: the image, and a file for what was pending.
// Invariant: the image on the host changes only when the disk is told to flush; after the cut it takes nothing more.
import { closeSync, fstatSync, openSync, read, readSync, writeFileSync, writeSync } from "node:fs";
import {
  answerTo,
  attributesAnswer,
  entryAnswer,
  errors,
  initAnswer,
  nameIn,
  opcodes,
  readRequest,
  readSpan,
  type Request,
  requestBytes,
  writeAnswer,
} from "./fuse-wire.ts";

const kernel = 3;
const [imagePath = "", pendingPath = ""] = process.argv.slice(2);
const image = openSync(imagePath, "r+");
const file = { node: 2, size: fstatSync(image).size, folder: false };
const root = { node: 1, size: 0, folder: true };

interface Write {
  readonly offset: number;
  readonly data: Buffer;
}
let pending: Write[] = [];
let flushes = 0;
let isCut = false;
/** How many more writes it takes before the power goes; null: nobody has asked for that. */
let writesLeft: number | null = null;

function flush(): void {
  for (const { offset, data } of pending) writeSync(image, data, 0, data.length, offset);
  pending = [];
  flushes += 1;
}

/** What the disk would give now: the durable bytes under those still in its cache. */
function readNow(offset: number, size: number): Buffer {
  const out = Buffer.alloc(Math.max(0, Math.min(size, file.size - offset)));
  readSync(image, out, 0, out.length, offset);
  for (const write of pending) {
    const from = Math.max(offset, write.offset);
    const to = Math.min(offset + out.length, write.offset + write.data.length);
    if (from < to) write.data.copy(out, from - offset, from - write.offset, to - write.offset);
  }
  return out;
}

/** The answer; null where the protocol has none. */
function serve({ opcode, node, body }: Request): Buffer | number | null {
  switch (opcode) {
    case opcodes.forget:
    case opcodes.batchForget:
    case opcodes.interrupt:
      return null;
    case opcodes.init:
      return initAnswer();
    case opcodes.lookup:
      return nameIn(body) === "disk" ? entryAnswer(file) : errors.noEntry;
    case opcodes.getattr:
    case opcodes.setattr:
      return attributesAnswer(node === 1n ? root : file);
    case opcodes.open:
    case opcodes.opendir:
      return Buffer.alloc(16);
    case opcodes.statfs:
      return Buffer.alloc(80);
    case opcodes.release:
    case opcodes.releasedir:
    case opcodes.flush:
      return 0;
    case opcodes.read: {
      const { offset, size } = readSpan(body);
      return readNow(offset, size);
    }
    case opcodes.write: {
      if (isCut) return errors.inputOutput;
      const { offset, size, data } = readSpan(body);
      pending.push({ offset, data: Buffer.from(data) });
      if (writesLeft !== null && --writesLeft <= 0) cut();
      return writeAnswer(size);
    }
    case opcodes.fsync:
      if (isCut) return errors.inputOutput;
      flush();
      return 0;
    default:
      return errors.notImplemented;
  }
}

function cut(): void {
  if (isCut) return;
  isCut = true;
  // Offset and length, 8 bytes each, before the bytes of each write.
  const parts = pending.flatMap(({ offset, data }) => {
    const head = Buffer.alloc(16);
    head.writeBigUInt64LE(BigInt(offset), 0);
    head.writeBigUInt64LE(BigInt(data.length), 8);
    return [head, data];
  });
  writeFileSync(pendingPath, Buffer.concat(parts));
  process.send?.({ flushes });
}

process.on("message", (asked: { readonly writes: number }) => {
  writesLeft = asked.writes;
  // Whoever writes may have nothing more to write.
  setTimeout(cut, asked.writes === 0 ? 0 : 1_000);
});

// Whoever started this is gone; the kernel gives up the disk when nobody serves it.
process.on("disconnect", () => process.exit(0));

function next(): void {
  const bytes = Buffer.alloc(requestBytes);
  read(kernel, bytes, 0, bytes.length, null, (error, length) => {
    if (error !== null && error.code !== "EINTR" && error.code !== "ENOENT") {
      // Unmounted: the disk was taken out.
      closeSync(image);
      process.exit(0);
    }
    if (error === null) {
      const request = readRequest(bytes.subarray(0, length));
      const answer = serve(request);
      if (answer !== null) writeSync(kernel, answerTo(request.unique, answer));
    }
    next();
  });
}
next();
