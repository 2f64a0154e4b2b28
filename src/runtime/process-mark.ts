// Which process this is, in a form that another process can later ask about: does it still live?
// Invariant: a number that was given to another process since is not taken for the first. Where process numbers cannot be
// compared (two containers), a mark may look dead that is not.
import { readFile } from "node:fs/promises";

export interface ProcessMark {
  readonly pid: number;
  /** Clock ticks after boot at which the process started (Linux): a recycled number has another. */
  readonly ticks?: string | undefined;
  readonly bootId?: string | undefined;
}

/** The mark of this process. */
export async function thisProcess(): Promise<ProcessMark> {
  const ticks = await startTicks(process.pid);
  const bootId = await currentBoot();
  return {
    pid: process.pid,
    ...(ticks === undefined ? {} : { ticks }),
    ...(bootId === undefined ? {} : { bootId }),
  };
}

/** Whether the process of this mark lives; one of another account counts. */
export async function processLives(found: ProcessMark): Promise<boolean> {
  const bootId = await currentBoot();
  if (found.bootId !== undefined && bootId !== undefined && found.bootId !== bootId) return false;
  try {
    process.kill(found.pid, 0);
  } catch (cause) {
    // EPERM: it lives, under another account.
    if (!(cause instanceof Error && "code" in cause && cause.code === "EPERM")) return false;
  }
  const ticks = await startTicks(found.pid);
  return found.ticks === undefined || ticks === undefined || found.ticks === ticks;
}

/** Field 22 of /proc/PID/stat (proc(5)); the command in field 2 may hold spaces and brackets. */
async function startTicks(pid: number): Promise<string | undefined> {
  const text = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  return text.slice(text.lastIndexOf(")") + 2).split(" ")[19];
}

async function currentBoot(): Promise<string | undefined> {
  const text = await readFile("/proc/sys/kernel/random/boot_id", "utf8").catch(() => "");
  return text.trim() || undefined;
}
