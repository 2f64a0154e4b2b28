// A disk whose power can be cut: an ext4 image behind a loop device behind our own recorder (record-disk.ts).
// Invariant: after `cut` the image holds what was flushed, and `pending` what was written since; nobody else has either.
// It needs root, /dev/fuse and loop devices; where they are missing `cannotCut` says which.
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import {
  accessSync,
  closeSync,
  constants,
  mkdirSync,
  openSync,
  readFileSync,
  writeSync,
} from "node:fs";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { findProgram } from "../../services/find-program.ts";

/** Why no power can be cut on this machine; null where it can. */
export function cannotCut(): string | null {
  if (process.platform !== "linux") return "loop devices are Linux's";
  if (process.getuid?.() !== 0) return "mounting an image needs root";
  for (const program of ["mkfs.ext4", "losetup", "mount", "umount", "cp"])
    if (findProgram(program) === undefined) return `${program} is not installed`;
  for (const device of ["/dev/fuse", "/dev/loop-control"]) {
    try {
      accessSync(device, constants.R_OK | constants.W_OK);
    } catch {
      return `${device} is not there`;
    }
  }
  return null;
}

export interface Pending {
  readonly offset: number;
  readonly data: Buffer;
}

export interface CutDisk {
  /**
   * Cuts the power, after so many more writes, so that it falls between two that belong together. Everything not flushed
   * by then is lost or not, as chance has it; every write after it fails.
   */
  cut(writes?: number): Promise<{ readonly pending: readonly Pending[]; readonly flushes: number }>;
  /** Takes the disk out, once. Whoever had files open there must be gone. */
  takeOut(): Promise<void>;
}

const run = (program: string, ...args: string[]): string =>
  execFileSync(findProgram(program) ?? program, args, { encoding: "utf8", stdio: "pipe" }).trim();

/** Makes an empty ext4 of so many megabytes. */
export function formatImage(path: string, megabytes: number): void {
  run("mkfs.ext4", "-q", "-F", "-E", "nodiscard,lazy_itable_init=0", path, `${megabytes}M`);
}

/** Mounts the image at `at` through the recorder. */
export async function plugIn(folder: string, image: string, at: string): Promise<CutDisk> {
  const device = join(folder, "device");
  const pendingPath = join(folder, "pending");
  mkdirSync(device, { recursive: true });
  mkdirSync(at, { recursive: true });
  const kernel = openSync("/dev/fuse", "r+");
  const options = "fd=3,rootmode=40000,user_id=0,group_id=0";
  execFileSync("mount", ["-i", "-t", "fuse", "-o", options, "guwah-disk", device], {
    stdio: ["ignore", "ignore", "pipe", kernel],
  });
  const program = join(import.meta.dirname, "record-disk.ts");
  const recorder: ChildProcess = spawn(process.execPath, [program, image, pendingPath], {
    stdio: ["ignore", "inherit", "inherit", kernel, "ipc"],
  });
  const gone = once(recorder, "exit");
  closeSync(kernel);
  // Asked for in other processes: this one must not wait for a disk that it serves in no thread of its own.
  const loop = await later("losetup", "--find", "--show", join(device, "disk"));
  await later("mount", "-t", "ext4", "-o", "nodiscard", loop, at);
  return {
    cut: async (writes = 0) => {
      const told = once(recorder, "message");
      recorder.send({ writes });
      const [{ flushes }] = (await told) as [{ flushes: number }];
      return { pending: readPending(pendingPath), flushes };
    },
    takeOut: onlyOnce(async () => {
      await unmount(at);
      await later("losetup", "--detach", loop);
      await unmount(device);
      await gone;
    }),
  };
}

/** Mounts an image as it is, as a machine that starts again does; ext4 replays its journal. */
export async function mountImage(image: string, at: string): Promise<() => Promise<void>> {
  await later("mount", "-t", "ext4", "-o", "loop,nodiscard", image, at);
  return onlyOnce(() => unmount(at));
}

/** The disk as the cut may have left it: the flushed bytes, and of the others those 512-byte sectors that `survives` says. */
export function imageAfterCut(
  image: string,
  pending: readonly Pending[],
  survives: (write: number) => boolean,
  to: string,
): void {
  run("cp", "--sparse=always", image, to);
  const file = openSync(to, "r+");
  for (const [i, { offset, data }] of pending.entries())
    for (let at = 0; at < data.length; at += sectorBytes)
      if (survives(i))
        writeSync(file, data, at, Math.min(sectorBytes, data.length - at), offset + at);
  closeSync(file);
}

const sectorBytes = 512;

function onlyOnce(work: () => Promise<void>): () => Promise<void> {
  let doing: Promise<void> | null = null;
  return () => (doing ??= work());
}

function readPending(path: string): Pending[] {
  const bytes = readFileSync(path);
  const found: Pending[] = [];
  for (let at = 0; at < bytes.length;) {
    const offset = Number(bytes.readBigUInt64LE(at));
    const length = Number(bytes.readBigUInt64LE(at + 8));
    found.push({ offset, data: bytes.subarray(at + 16, at + 16 + length) });
    at += 16 + length;
  }
  return found;
}

/** What a killed process had open is let go of a moment after it is gone. */
async function unmount(at: string): Promise<void> {
  for (let tries = 1; ; tries++) {
    try {
      await later("umount", at);
      return;
    } catch (cause) {
      if (tries === 50) throw cause;
      await delay(100);
    }
  }
}

async function later(program: string, ...args: string[]): Promise<string> {
  const child = spawn(findProgram(program) ?? program, args, { stdio: ["ignore", "pipe", "pipe"] });
  let out = "";
  let words = "";
  child.stdout.on("data", (piece: Buffer) => (out += piece.toString()));
  child.stderr.on("data", (piece: Buffer) => (words += piece.toString()));
  const [code] = (await once(child, "close")) as [number | null];
  if (code !== 0) throw new Error(`${program} ended with ${code}: ${words}`);
  return out.trim();
}
