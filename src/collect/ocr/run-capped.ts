// Runs a program of this computer on hostile input, with a cap on time, memory, processor and answer.
// Invariant: it gets no settings of ours in its environment, no file name and no address, and is gone with all its children at the end.
import { spawn, type SpawnOptionsWithoutStdio } from "node:child_process";
import { accessSync, constants } from "node:fs";

export interface CappedAsk {
  readonly program: string;
  readonly args: readonly string[];
  readonly input?: Uint8Array;
  readonly timeMs: number;
  readonly memoryMb: number;
  readonly outputBytes: number;
  readonly signal?: AbortSignal;
  /** In a network of its own with nobody else in it (Linux, where the system lets users make one). */
  readonly shut?: boolean;
}

export interface CappedAnswer {
  readonly end: "done" | "failed" | "time" | "memory" | "output" | "aborted";
  readonly output: Buffer;
}

const UNSHARE = "/usr/bin/unshare";
/** The shell sets the caps and becomes the program; `ulimit -v` counts KiB, `-t` seconds. */
const capped = 'ulimit -c 0; ulimit -v "$1"; ulimit -t "$2"; shift 2; exec "$@"';

/** Never throws for what the program does; throws for nothing else than a broken Node. */
export function runCapped(ask: CappedAsk): Promise<CappedAnswer> {
  const { program, args, input, timeMs, memoryMb, outputBytes, signal } = ask;
  const unix = process.platform !== "win32";
  const shut = ask.shut === true && canShut() ? [UNSHARE, "--map-root-user", "--net"] : [];
  const caps = [String(memoryMb * 1024), String(Math.ceil(timeMs / 1000) + 1)];
  const child = unix
    ? spawn("/bin/sh", ["-c", capped, "sh", ...caps, ...shut, program, ...args], plain(true))
    : spawn(program, args, plain(false));
  return new Promise((resolve) => {
    const parts: Buffer[] = [];
    let size = 0;
    let said = "";
    let ended = false;
    const end = (how: CappedAnswer["end"]): void => {
      if (ended) return;
      ended = true;
      clearTimeout(timer);
      signal?.removeEventListener("abort", abort);
      kill();
      for (const pipe of [child.stdin, child.stdout, child.stderr]) pipe.destroy();
      resolve({ end: how, output: Buffer.concat(parts) });
    };
    const kill = (): void => {
      // Its group: what it started goes with it.
      if (child.pid === undefined) return;
      try {
        if (unix) process.kill(-child.pid, "SIGKILL");
        else child.kill("SIGKILL");
      } catch {
        // It is gone already.
      }
    };
    const abort = (): void => end("aborted");
    const timer = setTimeout(() => end("time"), timeMs);
    if (signal?.aborted === true) return end("aborted");
    signal?.addEventListener("abort", abort, { once: true });
    child.stdout.on("data", (part: Buffer) => {
      size += part.length;
      if (size > outputBytes) return end("output");
      parts.push(part);
    });
    child.stderr.on("data", (part: Buffer) => {
      if (said.length < 4_000) said += part.toString("latin1");
    });
    child.once("error", () => end("failed"));
    child.once("close", (code, how) => {
      if (code === 0) return end("done");
      if (how === "SIGXCPU") return end("time");
      end(/bad_alloc|out of memory|cannot allocate/i.test(said) ? "memory" : "failed");
    });
    // A program that ends early closes its input; that shows in its exit code.
    child.stdin.on("error", () => {});
    child.stdin.end(input ?? new Uint8Array());
  });
}

function plain(detached: boolean) {
  return {
    detached,
    ...(detached ? { cwd: "/" } : {}),
    windowsHide: true,
    env: { LC_ALL: "C", OMP_THREAD_LIMIT: "1", SystemRoot: process.env["SystemRoot"] },
  } satisfies SpawnOptionsWithoutStdio;
}

function canShut(): boolean {
  try {
    accessSync(UNSHARE, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
