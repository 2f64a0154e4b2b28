// One holder at a time, and a crash never locks anyone out.
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { systemClock } from "../runtime/index.ts";
import { lockHolder, takeLock } from "./vault-lock.ts";

let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), "guwah-lock-"));
});
afterEach(() => rm(home, { recursive: true, force: true }));

const path = () => join(home, "vault.lock");
const take = () => takeLock(home, systemClock);

/** What a lock left by another process looks like. */
async function leave(change: Record<string, unknown>): Promise<void> {
  const lock = await take();
  const mine = JSON.parse(await readFile(path(), "utf8")) as Record<string, unknown>;
  await lock.release();
  await writeFile(path(), JSON.stringify({ ...mine, mark: "another", ...change }));
}

describe("the lock", () => {
  it("refuses a second holder and names the first, with its port once it serves", async () => {
    const lock = await take();
    await expect(take()).rejects.toMatchObject({ code: "in-use", details: { pid: process.pid } });
    await lock.updateLock(4824);
    await expect(take()).rejects.toMatchObject({
      message: expect.stringContaining("port 4824") as unknown,
      details: { pid: process.pid, port: 4824 },
    });
    expect(await lockHolder(home)).toMatchObject({ pid: process.pid, port: 4824 });
    await lock.release();
    expect(await lockHolder(home)).toBeNull();
    await (await take()).release();
    expect(await readdir(home)).toEqual([]);
  });

  it("lets exactly one of many takers at once have it, stale lock or none", async () => {
    for (const stale of [false, true]) {
      if (stale) await leave({ pid: 2 ** 22 + 1 });
      const tries = await Promise.allSettled(Array.from({ length: 8 }, take));
      const taken = tries.filter((t) => t.status === "fulfilled");
      expect(taken).toHaveLength(1);
      await taken[0]?.value.release();
    }
  });

  it("takes over from a process that was killed", async () => {
    const child = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
    await once(child, "spawn");
    await leave({ pid: child.pid, ticks: undefined });
    await expect(take()).rejects.toMatchObject({ details: { pid: child.pid } });
    child.kill("SIGKILL");
    await once(child, "exit");
    await (await take()).release();
  });

  it("takes over when the number belongs to another process by now, or the machine was started again", async () => {
    await leave({ ticks: "1" });
    await (await take()).release();
    await leave({ bootId: "another boot" });
    await (await take()).release();
  });

  it("waits for a lock that is being written, and takes over an old unreadable one", async () => {
    await writeFile(path(), "");
    await expect(take()).rejects.toMatchObject({ code: "in-use" });
    const old = new Date(Date.now() - 60_000);
    await utimes(path(), old, old);
    await (await take()).release();
  });

  it("is not let go by a holder that lost it", async () => {
    const lock = await take();
    await writeFile(path(), JSON.stringify({ pid: process.pid, startedAt: 0, mark: "theirs" }));
    await lock.release();
    expect(await lockHolder(home)).toMatchObject({ mark: "theirs" });
  });
});
