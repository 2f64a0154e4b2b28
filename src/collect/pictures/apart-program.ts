// Loaded first in a process that opens one hostile file: it shuts what the file must not reach, takes one ask, gives one answer, and ends.
// Invariant: it has no network and writes no file, and only codes leave it; run-apart.ts caps its time and memory.
import dns from "node:dns";
import net from "node:net";
import { type ErrorDetails, GuwahError } from "../../runtime/index.ts";
import { MEMORY_EXIT, tools } from "./apart-tools.ts";
import { APART_MEMORY_MB } from "./limits.ts";

export type FromApart =
  | { readonly answer: unknown }
  | { readonly error: { readonly code: string; readonly details?: ErrorDetails } };

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

cutOff();
// Decoders take memory that no limit of V8's sees.
setInterval(() => {
  if (process.memoryUsage.rss() > APART_MEMORY_MB * 1024 * 1024) process.exit(MEMORY_EXIT);
}, 25);
const asked = new Promise<unknown>((resolve) => process.once("message", resolve));
globalThis.answerApart = (answer) => {
  asked
    .then((ask) => answer(ask as never, tools))
    .then(
      (answered) => say({ answer: answered }),
      (cause: unknown) => {
        if (!(cause instanceof GuwahError)) return say({ error: { code: "picture/failed" } });
        say({ error: { code: cause.code, details: cause.details ?? {} } });
      },
    );
};
