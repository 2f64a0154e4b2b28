// The inside of a process that opens one hostile file: it takes one ask, gives one answer, and ends.
// Invariant: it has no network and writes no file, and only coded errors leave it; run-apart.ts caps its time and memory.
import dns from "node:dns";
import net from "node:net";
import type { ErrorDetails } from "../../runtime/index.ts";
import { isPictureCode } from "./errors.ts";
import { APART_MEMORY_MB } from "./limits.ts";

/** The exit code that says: too much memory. */
export const MEMORY_EXIT = 71;

export type FromApart =
  | { readonly answer: unknown }
  | { readonly error: { readonly code: string; readonly details?: ErrorDetails } };

/** Answers the one message this process gets with what `work` makes of it. Codes of `known` errors pass; others become `picture/failed`. */
export function answerOnce<A>(
  work: (ask: A) => Promise<unknown>,
  known: (code: unknown) => boolean = isPictureCode,
): void {
  cutOff();
  // Decoders take memory that no limit of V8's sees.
  setInterval(() => {
    if (process.memoryUsage.rss() > APART_MEMORY_MB * 1024 * 1024) process.exit(MEMORY_EXIT);
  }, 25);
  process.once("message", (ask: A) => {
    work(ask).then(
      (answer) => say({ answer }),
      (cause: unknown) => {
        const code = cause instanceof Error && "code" in cause ? cause.code : null;
        if (!known(code)) return say({ error: { code: "picture/failed" } });
        const { details = {} } = cause as { details?: ErrorDetails };
        say({ error: { code: code as string, details } });
      },
    );
  });
}

/** A file that got its own code to run must still not be able to tell anyone. */
function cutOff(): void {
  const refuse = (): never => {
    throw new Error("no network here");
  };
  net.Socket.prototype.connect = refuse;
  dns.lookup = refuse as unknown as typeof dns.lookup;
  Object.defineProperty(globalThis, "fetch", { value: refuse });
  Object.defineProperty(globalThis, "WebSocket", { value: refuse });
}

function say(said: FromApart): void {
  process.send?.(said, undefined, undefined, () => process.exit(0));
}
