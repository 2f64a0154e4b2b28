// `guwah bench proof`: the proof room's own figures, then what they come to in a vault: its check, and a file taken in.
// Invariant: files are taken in as people's are; the baseline is measured on the same bytes and disk, in the same run.
import { execFile } from "node:child_process";
import { randomBytes, randomFillSync } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdtemp, open, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import sodium from "sodium-native";
import { benchProof } from "../proof/index.ts";
import { openFiles } from "../store/index.ts";
import type { Bench } from "./bench.ts";
import { benchCheck } from "./check.ts";
import { rounded } from "./measure.ts";

const fullEntries = 1_000_000;
const intakeBytes = 512_000_000;
const pieceBytes = 64 * 1024;

/** `size`: ledger entries in the vault that is checked. The rest is always of the same size. */
export const benchProofInVault: Bench = async ({ size = fullEntries, progress }) => {
  progress(0, null, "trees");
  const room = await benchProof();
  progress(0, null, "file");
  const intake = await benchIntake(intakeBytes);
  return { ...room, intake, check: await benchCheck(size, progress) };
};

/** MB/s of a file taken in (hashed, encrypted, written, synced, read back and compared), and of the tools alone. */
async function benchIntake(bytes: number): Promise<Record<string, number>> {
  const folder = await mkdtemp(join(tmpdir(), "guwah-bench-"));
  try {
    const plain = join(folder, "plain");
    await writeNoise(plain, bytes);
    const rate = async (work: () => Promise<unknown>): Promise<number> => {
      const started = performance.now();
      await work();
      return rounded(bytes / 1e6 / ((performance.now() - started) / 1_000));
    };
    // Read once beforehand, so that neither side pays for a cold file.
    await promisify(execFile)("sha256sum", [plain]);
    const keys = { files: randomBytes(32), fileNames: randomBytes(32) };
    const files = await openFiles(join(folder, "files"), keys);
    const kept = await rate(() => files.keep(createReadStream(plain), { limitBytes: bytes }));
    const tools = await rate(async () => {
      await promisify(execFile)("sha256sum", [plain]);
      await encryptTo(plain, join(folder, "encrypted"));
    });
    return {
      megabytes: bytes / 1e6,
      keptMegabytesPerSecond: kept,
      sha256sumAndSodiumMegabytesPerSecond: tools,
      timesSlower: rounded(tools / kept),
    };
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** Sodium's own encryption of the same bytes in pieces of the same size, written and synced; nothing is read back. */
async function encryptTo(from: string, to: string): Promise<void> {
  const state = Buffer.alloc(sodium.crypto_secretstream_xchacha20poly1305_STATEBYTES);
  const header = Buffer.alloc(sodium.crypto_secretstream_xchacha20poly1305_HEADERBYTES);
  const tag = Number(sodium.crypto_secretstream_xchacha20poly1305_TAG_MESSAGE);
  const overhead = sodium.crypto_secretstream_xchacha20poly1305_ABYTES;
  sodium.crypto_secretstream_xchacha20poly1305_init_push(state, header, randomBytes(32));
  const out = await open(to, "wx", 0o600);
  try {
    for await (const piece of createReadStream(from, { highWaterMark: pieceBytes })) {
      const plain = piece as Buffer;
      const cipher = Buffer.allocUnsafe(plain.length + overhead);
      sodium.crypto_secretstream_xchacha20poly1305_push(state, cipher, plain, header, tag);
      await out.write(cipher);
    }
    await out.sync();
  } finally {
    await out.close();
  }
}

async function writeNoise(path: string, bytes: number): Promise<void> {
  const out = await open(path, "wx", 0o600);
  const piece = Buffer.alloc(1_000_000);
  for (let left = bytes; left > 0; left -= piece.length) {
    randomFillSync(piece);
    await out.write(piece, 0, Math.min(left, piece.length));
  }
  await out.close();
}
