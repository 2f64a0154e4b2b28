// guwah stamp, as a keeper types it, with an authority behind a server on this machine. Everyone here is invented.
import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { replying, serve, type ServedAuthority, testAuthority } from "../preserve/testing.ts";
import type { Call } from "./command.ts";
import { stamp } from "./commands/stamp.ts";

const main = join(import.meta.dirname, "main.ts");
const authority = testAuthority();
let folder: string;
let served: ServedAuthority;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "guwah-stamp-"));
  served = await serve(replying(authority));
});
afterAll(async () => {
  await served.close();
  authority.end();
  await rm(folder, { recursive: true, force: true });
});

function guwah(...words: string[]): Promise<{ code: number; out: string; err: string }> {
  const env = {
    ...process.env,
    GUWAH_HOME: join(folder, "vault"),
    GUWAH_PASSPHRASE: "nine invented geese cross rivers",
    GUWAH_DATABASE_URL: "",
  };
  return new Promise((resolve) => {
    execFile(process.execPath, [main, ...words], { env }, (error, out, err) => {
      resolve({ code: error === null ? 0 : Number(error.code), out: out.trim(), err });
    });
  });
}

describe("guwah stamp", () => {
  it("asks nobody before an authority is set", { timeout: 120_000 }, async () => {
    await guwah("init", "--name", "Invented", "--member", "Aida");
    expect(await guwah("stamp")).toMatchObject({ code: 2, out: "" });
    expect((await guwah("stamp", "--authority", "clock", "http://clock.example")).code).toBe(2);
    expect(served.asked).toHaveLength(0);
  });

  it(
    "sets one with its root, has the ledger stamped, and says not later than",
    { timeout: 120_000 },
    async () => {
      const root = join(folder, "root.pem");
      await writeFile(root, authority.root);
      const set = await guwah("stamp", "--authority", "clock", served.url, "--root", root);
      expect(set.out).toContain("must lead to the root you gave");
      expect((await guwah("stamp")).out).toMatch(/^clock: stamped \d+ entries/);
      const list = (await guwah("stamp", "--list")).out;
      expect(list).toMatch(/\d+ entries {2}not later than 20\d\d-.* {2}clock\n/);
      expect(list).toContain('never "not earlier than"');
      expect((await guwah("stamp", "--remove", "clock")).out).toContain("stay");
    },
  );

  it("takes one thing at a time, and an address only with a name", async () => {
    const run = (options: Call["options"], ...args: string[]) =>
      Promise.resolve().then(() => stamp.run({ options, args } as unknown as Call));
    await expect(run({ list: true, remove: "clock" })).rejects.toThrow("Give one of");
    await expect(run({ authority: "clock" })).rejects.toThrow("NAME URL");
    await expect(run({}, "https://clock.example")).rejects.toThrow("--authority");
    await expect(
      run({ authority: "a", root: "x", "root-sha256": "y" }, "https://clock.example"),
    ).rejects.toThrow("NAME URL");
  });
});
