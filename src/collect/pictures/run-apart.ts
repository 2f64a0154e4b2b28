// Opens a hostile file in a process of its own: a decoder that crashes, hangs or eats memory takes nobody with it.
// Invariant: the process may read this program's own files and nothing else, and is gone when the answer is here.
import { fork } from "node:child_process";
import { join } from "node:path";
import type { ErrorDetails } from "../../runtime/index.ts";
import type { FromApart } from "./apart-program.ts";
import { MEMORY_EXIT } from "./apart-tools.ts";
import { isPictureCode, PictureError } from "./errors.ts";
import { APART_AT_ONCE, APART_HEAP_MB, APART_TIME_MS } from "./limits.ts";

export interface ApartOptions {
  readonly timeMs?: number;
  /** Makes the error of a code that is not this room's. */
  readonly errorOf?: (code: string, details: ErrorDetails) => Error | null;
}

const root = join(import.meta.dirname, "..", "..", "..");
const harness = new URL("./apart-program.ts", import.meta.url);
let running = 0;
const waiting: (() => void)[] = [];

/**
 * Starts `program` (which calls `answerApart`), hands it `ask`, and gives its answer.
 * Throws PictureError: what is wrong with the file, or `picture/time`, `picture/memory`, `picture/failed`.
 */
export async function runApart<T>(
  program: URL,
  ask: unknown,
  options: ApartOptions = {},
): Promise<T> {
  if (running >= APART_AT_ONCE) await new Promise<void>((go) => waiting.push(go));
  else running += 1;
  try {
    return await one<T>(program, ask, options);
  } finally {
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
  }
}

function one<T>(
  program: URL,
  ask: unknown,
  { timeMs = APART_TIME_MS, errorOf }: ApartOptions,
): Promise<T> {
  const child = fork(program, [], {
    execArgv: [
      `--import=${harness.href}`,
      `--max-old-space-size=${APART_HEAP_MB}`,
      "--permission",
      "--allow-addons",
      `--allow-fs-read=${join(root, "*")}`,
      "--disable-warning=SecurityWarning",
      "--disable-warning=ExperimentalWarning",
    ],
    // Settings hold addresses and passphrases; a decoder needs none of them.
    env: { SystemRoot: process.env["SystemRoot"] },
    serialization: "advanced",
    stdio: ["ignore", "ignore", "ignore", "ipc"],
  });
  return new Promise<T>((resolve, reject) => {
    const timer = setTimeout(() => end(new PictureError("picture/time")), timeMs);
    const end = (error: Error): void => {
      clearTimeout(timer);
      child.kill("SIGKILL");
      reject(error);
    };
    child.once("message", (said: FromApart) => {
      clearTimeout(timer);
      if ("answer" in said) resolve(said.answer as T);
      else if (isPictureCode(said.error.code)) reject(new PictureError(said.error.code));
      else
        reject(
          errorOf?.(said.error.code, said.error.details ?? {}) ??
            new PictureError("picture/failed"),
        );
    });
    child.once("error", (cause) => end(new PictureError("picture/failed", { cause })));
    child.once("exit", (code, signal) => {
      const hungry = code === MEMORY_EXIT || signal === "SIGABRT" || code === 134;
      end(new PictureError(hungry ? "picture/memory" : "picture/failed"));
    });
    child.send(ask as object, (cause) => {
      if (cause !== null) end(new PictureError("picture/failed", { cause }));
    });
  });
}
