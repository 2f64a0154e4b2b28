// A mirror made, a file lost, found and put back, as a keeper types it. Everyone here is invented.
import { execFile } from "node:child_process";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";

// Each step is a program of its own, which a busy machine takes seconds to start.
vi.setConfig({ testTimeout: 180_000 });

const main = join(import.meta.dirname, "main.ts");
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "guwah-second-disk-"));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

function guwah(...words: string[]): Promise<{ code: number; out: string; err: string }> {
  const env = {
    ...process.env,
    GUWAH_HOME: join(folder, "vault"),
    GUWAH_PASSPHRASE: "nine invented geese cross rivers",
    GUWAH_DATABASE_URL: "",
  };
  return new Promise((resolve) => {
    // Relative folders are meant from where the keeper stands.
    execFile(process.execPath, [main, ...words], { env, cwd: folder }, (error, out, err) => {
      resolve({ code: error === null ? 0 : Number(error.code), out: out.trim(), err });
    });
  });
}

/** Loses the first file of the vault. */
async function lose(): Promise<void> {
  const files = join(folder, "vault", "files");
  const names = await readdir(files, { recursive: true });
  const name = names.find((one) => /[0-9a-f]{64}$/.test(one));
  await rm(join(files, name ?? "none"));
}

describe("a second disk", () => {
  it("takes the files, and is remembered", async () => {
    await guwah("init", "--name", "Invented", "--member", "Aida");
    await writeFile(join(folder, "notice.txt"), "An invented notice. Nobody here is real.");
    await guwah("add", join(folder, "notice.txt"));
    expect((await guwah("mirror")).err).toContain("no-mirror");
    expect((await guwah("mirror", "disk")).out).toMatch(/^Mirrored 1 files \(1 new, 40 bytes\)/);
    expect((await guwah("mirror")).out).toMatch(/^Mirrored 1 files \(0 new/);
    expect(await readFile(join(folder, "disk", "RESTORE.txt"), "utf8")).toContain("guwah restore");
  });

  it("gives back what an audit finds missing", async () => {
    expect((await guwah("audit")).out).toBe("Whole: 1 files, 40 bytes.");
    await lose();
    const found = await guwah("audit");
    expect(found.code).toBe(6);
    expect(found.out).toContain("1 missing, 0 damaged, 0 repaired");
    expect(found.out).toContain("guwah audit --repair");
    const mended = await guwah("audit", "--repair", "--json");
    expect(mended.code).toBe(0);
    expect(JSON.parse(mended.out)).toMatchObject({ missing: 1, repaired: 1, clean: true });
    expect((await guwah("audit", "--from", "disk")).err).toContain("--repair");
  });
});
