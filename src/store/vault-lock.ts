// One holder at a time: vault.lock says which process has the vault open, and on which port it serves.
// Invariant: a lock whose process lives is never taken; one left by a crash is, even when its number was given to another
// process since. Where process numbers cannot be compared (two containers), SQLCipher's own lock still refuses.
import { randomBytes } from "node:crypto";
import { link, mkdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { type Clock, processLives, thisProcess } from "../runtime/index.ts";
import { diskError, isMissing, privateFile, privateFolder } from "./disk.ts";
import { StoreError } from "./errors.ts";

const holder = z.object({
  pid: z.int().min(1),
  port: z.int().min(1).max(65_535).optional(),
  startedAt: z.int(),
  /** Clock ticks after boot at which the process started (Linux): a recycled number has another. */
  ticks: z.string().max(40).optional(),
  bootId: z.string().max(64).optional(),
  mark: z.string().max(64),
});
export type LockHolder = z.infer<typeof holder>;

export interface VaultLock {
  /** Tells others that this holder serves the vault on a port of 127.0.0.1. */
  updateLock(port: number): Promise<void>;
  release(): Promise<void>;
}

const lockName = "vault.lock";
/** A lock file without readable content this young may be one that is being written right now. */
const youngMs = 10_000;

/** Who has the vault in this folder open; null when nobody living does. */
export async function lockHolder(home: string): Promise<LockHolder | null> {
  const found = await readLock(join(home, lockName));
  return found !== null && found !== "unreadable" && (await processLives(found)) ? found : null;
}

/** Takes the lock. Throws StoreError `in-use`, with `pid` (and `port` of a server) in its details. */
export async function takeLock(home: string, clock: Clock): Promise<VaultLock> {
  const path = join(home, lockName);
  const mine: LockHolder = { ...(await thisProcess()), startedAt: clock(), mark: mark() };
  try {
    await mkdir(home, { recursive: true, mode: privateFolder });
    for (let attempt = 0; attempt < 5; attempt++) {
      if (await create(path, mine)) return held(path, mine);
      await clearStale(path, clock);
    }
  } catch (cause) {
    throw diskError(cause);
  }
  throw inUse(null);
}

function held(path: string, mine: LockHolder): VaultLock {
  const isMine = async (): Promise<boolean> => {
    const found = await readLock(path);
    return found !== null && found !== "unreadable" && found.mark === mine.mark;
  };
  return {
    async updateLock(port) {
      if (!(await isMine())) return;
      const temporary = `${path}.${mark()}.part`;
      await writeFile(temporary, JSON.stringify({ ...mine, port }), {
        flag: "wx",
        mode: privateFile,
        flush: true,
      });
      await rename(temporary, path);
    },
    async release() {
      if (await isMine()) await rm(path, { force: true });
    },
  };
}

/** Makes the lock file with its content in one step, where hard links exist; else in two. */
async function create(path: string, mine: LockHolder): Promise<boolean> {
  const text = JSON.stringify(mine);
  const temporary = `${path}.${mark()}.part`;
  // On the disk before it has its name: a power cut must not leave an empty lock that names no holder.
  await writeFile(temporary, text, { flag: "wx", mode: privateFile, flush: true });
  try {
    await link(temporary, path);
    return true;
  } catch (cause) {
    if (codeOf(cause) === "EEXIST") return false;
  } finally {
    await rm(temporary, { force: true });
  }
  try {
    await writeFile(path, text, { flag: "wx", mode: privateFile, flush: true });
    return true;
  } catch (cause) {
    if (codeOf(cause) === "EEXIST") return false;
    throw cause;
  }
}

async function clearStale(path: string, clock: Clock): Promise<void> {
  const found = await readLock(path);
  if (found === null) return;
  if (found === "unreadable") {
    if (clock() - (await stat(path)).mtimeMs < youngMs) throw inUse(null);
  } else if (await processLives(found)) {
    throw inUse(found);
  }
  // Renamed away first, and looked at again: two processes may be clearing the same stale lock.
  const aside = `${path}.${mark()}.part`;
  try {
    await rename(path, aside);
  } catch (cause) {
    if (isMissing(cause)) return;
    throw cause;
  }
  const taken = await readLock(aside);
  if (taken !== null && taken !== "unreadable" && (await processLives(taken))) {
    await link(aside, path).catch(() => {});
    await rm(aside, { force: true });
    throw inUse(taken);
  }
  await rm(aside, { force: true });
}

async function readLock(path: string): Promise<LockHolder | "unreadable" | null> {
  try {
    const found = holder.safeParse(JSON.parse(await readFile(path, "utf8")));
    return found.success ? found.data : "unreadable";
  } catch (cause) {
    if (isMissing(cause)) return null;
    if (cause instanceof SyntaxError) return "unreadable";
    throw cause;
  }
}

function inUse(found: LockHolder | null): StoreError {
  const who =
    found === null
      ? "another program"
      : found.port === undefined
        ? `process ${found.pid}`
        : `the server on port ${found.port} (process ${found.pid})`;
  return new StoreError("in-use", `This vault is open in ${who}. Close it there first.`, {
    details: {
      ...(found === null ? {} : { pid: found.pid }),
      ...(found?.port === undefined ? {} : { port: found.port }),
    },
  });
}

function codeOf(cause: unknown): unknown {
  return cause instanceof Error && "code" in cause ? cause.code : undefined;
}

function mark(): string {
  return randomBytes(9).toString("hex");
}
