// Checkpoints and a witness on a stick, as two people at two machines type it. Everyone here is invented.
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";

const main = join(import.meta.dirname, "main.ts");
let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "guwah-stick-"));
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
    execFile(process.execPath, [main, ...words], { env }, (error, out, err) => {
      resolve({ code: error === null ? 0 : Number(error.code), out: out.trim(), err });
    });
  });
}
const at = (name: string) => join(folder, name);

describe("a checkpoint on a stick", () => {
  it("is signed here, for a witness that was told to trust this ledger", async () => {
    await guwah("init", "--name", "Invented", "--member", "Aida");
    expect((await guwah("checkpoint")).out).toMatch(/^Signed: \d+ entries\.\nNo witnesses are set/);
    const key = (await guwah("checkpoint", "--key")).out;
    expect(key).toMatch(/^guwah\/[0-9a-f]{32}\+/);

    // At the partner's. The folder needs no vault and no passphrase.
    const init = await guwah("witness", "init", "partner.example/invented");
    const vkey = init.out.split("\n").at(-1) ?? "";
    expect((await guwah("witness", "key")).out).toBe(vkey);
    expect((await guwah("witness", "trust", key)).code).toBe(0);

    await writeFile(at("policy"), `witness partner ${vkey}\nquorum partner\n`);
    expect((await guwah("checkpoint", "--policy", at("policy"))).out).toContain("1 needed");
  });

  it("is cosigned there, and counts when it is back", async () => {
    await guwah("checkpoint", "--request", at("request"), "--witness", "partner");
    expect(await readFile(at("request"), "utf8")).toMatch(/^old 0\n\nguwah\//);
    const answered = await guwah("witness", "cosign", at("request"), "--out", at("answer"));
    expect(answered.out).toContain("Cosigned");
    expect((await guwah("witness", "list")).out).toMatch(
      /guwah\/[0-9a-f]{32} {2}\d+ entries {2}20/,
    );
    expect((await guwah("checkpoint", "--add", at("answer"))).out).toContain("Cosigned by partner");
    expect((await guwah("checkpoint", "--list")).out).toMatch(/entries {2}partner {2}met/);
    expect((await guwah("check", "--against", at("answer"))).out).toContain("checkpoint holds");
  });

  it("is refused with a word of what to do, and its own exit code", async () => {
    const cosign = (name: string) => guwah("witness", "cosign", at(name), "--out", at(`${name}-x`));
    // Carried a second time: the witness has moved on from 0.
    const again = await cosign("request");
    expect([again.code, again.out]).toMatchObject([5, expect.stringMatching(/--from \d+/)]);
    expect((await cosign("policy")).code).toBe(2);
    expect((await cosign("nowhere")).code).toBe(2);
    expect((await guwah("witness", "cosign", at("request"))).code).toBe(2);
    expect((await guwah("checkpoint", "--request", at("request"))).code).toBe(2);
    expect((await guwah("witness", "dance")).code).toBe(2);
    expect((await guwah("witness", "key", "--folder", at("none"))).code).toBe(3);
    expect((await guwah("checkpoint", "--list", "--key")).code).toBe(2);
    expect((await guwah("check", "--against", at("policy"))).code).toBe(6);
  });
});
