import { describe, expect, it } from "vitest";
import { createQueue, progressOf } from "./queue.ts";
import type { QueuedFile, Send } from "./queue.ts";

const fileOf = (name: string): File => new File(["an invented text"], name);
const statesOf = (lines: readonly QueuedFile[]): string[] =>
  lines.map(({ name, state }) => `${name} ${state.kind}`);

/** Runs a queue over these files until nothing is on its way any more. */
async function runAll(send: Send, names: readonly string[]): Promise<readonly QueuedFile[]> {
  return new Promise((resolve) => {
    const queue = createQueue(send, (lines) => {
      if (lines.length > 0 && !progressOf(lines).busy) setTimeout(() => resolve(lines), 0);
    });
    queue.add(names.map(fileOf));
  });
}

describe("files on their way", () => {
  it("goes on after one that the server refuses and one that breaks off", async () => {
    const lines = await runAll(
      async ({ name }) => {
        if (name === "b") return { name, error: { code: "empty", message: "nothing in it" } };
        if (name === "c") throw new Error("the line broke");
        return { name, source: "src_1" };
      },
      ["a", "b", "c", "d"],
    );
    expect(statesOf(lines)).toEqual(["a done", "b failed", "c failed", "d done"]);
    expect(progressOf(lines)).toEqual({ ended: 4, failed: 2, busy: false });
  });

  it("sends two at a time and no more", async () => {
    let now = 0;
    let most = 0;
    await runAll(
      async ({ name }) => {
        most = Math.max(most, ++now);
        await new Promise((resolve) => setTimeout(resolve, 2));
        now -= 1;
        return { name };
      },
      ["a", "b", "c", "d", "e"],
    );
    expect(most).toBe(2);
  });

  it("stops the rest when the vault is locked", async () => {
    let sent = 0;
    const lines = await runAll(async () => {
      sent += 1;
      await Promise.resolve();
      throw Object.assign(new Error("locked"), { code: "locked", isLocked: true });
    }, ["a", "b", "c", "d"]);
    expect(sent).toBe(2);
    expect(statesOf(lines).slice(2)).toEqual(["c stopped", "d stopped"]);
  });

  it("stops what waits and what is on its way, and tries again one that is asked for", async () => {
    let lines: readonly QueuedFile[] = [];
    let stopping = true;
    const queue = createQueue(
      async ({ name }, _progress, signal) =>
        new Promise((resolve, reject) => {
          if (!stopping) resolve({ name });
          signal.addEventListener("abort", () => reject(new Error("aborted")));
        }),
      (now) => {
        lines = now;
      },
    );
    queue.add(["a", "b", "c"].map(fileOf));
    queue.stop();
    await new Promise((resolve) => setTimeout(resolve, 1));
    expect(statesOf(lines)).toEqual(["a stopped", "b stopped", "c stopped"]);
    stopping = false;
    queue.retry(lines[1]?.id ?? 0);
    await new Promise((resolve) => setTimeout(resolve, 1));
    expect(statesOf(lines)).toEqual(["a stopped", "b done", "c stopped"]);
    queue.remove(lines[0]?.id ?? 0);
    expect(statesOf(lines)).toEqual(["b done", "c stopped"]);
  });
});
