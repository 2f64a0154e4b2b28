// The process that writes into a vault until it is killed, as the test that kills it sees it.
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { dirname, join } from "node:path";
import type { Readable } from "node:stream";
import { setTimeout as delay } from "node:timers/promises";
import { readNotes } from "./acknowledged.ts";
import type { WriterOrders } from "./write-until-killed.ts";

export interface Writer {
  /** Lets it open the vault; resolves at once. */
  start(orders: WriterOrders): void;
  /** Resolves when it has the vault open and begins to write. */
  ready(): Promise<void>;
  /** Resolves when this many steps are acknowledged, or one failed. */
  noted(steps: number): Promise<void>;
  /** `kill -9`, and waits until it is gone. */
  kill(): Promise<void>;
}

/** Loads the program; it waits for its orders, so that its start does not cost the round. Compiled code is kept in `cache`. */
export function loadWriter(cache: string): Writer {
  const program = join(import.meta.dirname, "write-until-killed.ts");
  const child: ChildProcess = spawn(process.execPath, [program], {
    // What it leaves lying when it is killed goes with the folder of the test.
    env: { ...process.env, NODE_COMPILE_CACHE: cache, TMPDIR: dirname(cache) },
    stdio: ["pipe", "pipe", "pipe"],
  });
  const gone = once(child, "exit");
  let words = "";
  let notes = "";
  child.stderr?.on("data", (piece: Buffer) => (words += piece.toString()));
  const ended = gone.then(([code]) => {
    throw new Error(`the writer ended by itself with ${String(code)}: ${words.slice(-2000)}`);
  });
  ended.catch(() => {});
  return {
    start: (orders) => {
      notes = orders.notes;
      child.stdin?.end(JSON.stringify(orders));
    },
    ready: async () => {
      await Promise.race([once(child.stdout as Readable, "data"), ended]);
    },
    noted: async (steps) => {
      for (;;) {
        const told = readNotes(notes);
        if (told.some((note) => "failed" in note)) return;
        if (told.filter((note) => "done" in note).length >= steps) return;
        await Promise.race([delay(20), ended]);
      }
    },
    kill: async () => {
      // One that has ended by itself was not killed: it broke down, and that must be seen.
      if (child.exitCode !== null) await ended;
      child.kill("SIGKILL");
      await gone;
    },
  };
}
