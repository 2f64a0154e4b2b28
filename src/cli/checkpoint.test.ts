// Checkpoints and a witness on a stick, as two people at two machines type it. Everyone here is invented.
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { exitCodeOf, readConfig } from "../runtime/index.ts";
import type { Call } from "./command.ts";
import { checkpoint } from "./commands/checkpoint.ts";
import { witness } from "./commands/witness.ts";
import { openTerminal } from "./terminal.ts";

// Each step is a program of its own, which a busy machine takes seconds to start.
vi.setConfig({ testTimeout: 180_000 });

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
    const init = await atWitness(["init", "partner.example/invented"]);
    const vkey = init.out.split("\n").at(-1) ?? "";
    expect((await atWitness(["key"])).out).toBe(vkey);
    expect((await atWitness(["trust", key])).code).toBe(0);

    await writeFile(at("policy"), `witness partner ${vkey}\nquorum partner\n`);
    expect((await guwah("checkpoint", "--policy", at("policy"))).out).toContain("1 needed");
  });

  it("is cosigned there, and counts when it is back", async () => {
    await guwah("checkpoint", "--request", at("request"), "--witness", "partner");
    expect(await readFile(at("request"), "utf8")).toMatch(/^old 0\n\nguwah\//);
    const answered = await atWitness(["cosign", at("request")], { out: at("answer") });
    expect(answered.out).toContain("Cosigned");
    expect((await atWitness(["list"])).out).toMatch(/guwah\/[0-9a-f]{32} {2}\d+ entries {2}20/);
    expect((await guwah("checkpoint", "--add", at("answer"))).out).toContain("Cosigned by partner");
    expect((await guwah("checkpoint", "--list")).out).toMatch(/entries {2}partner {2}met/);
    expect((await guwah("check", "--against", at("answer"))).out).toContain("checkpoint holds");
  });

  it("is refused with a word of what to do, and its own exit code", async () => {
    const cosign = (name: string) => atWitness(["cosign", at(name)], { out: at(`${name}-x`) });
    // Carried a second time: the witness has moved on from 0.
    const again = await cosign("request");
    expect(again).toMatchObject({ code: 5, out: expect.stringMatching(/--from \d+/) });
    expect((await cosign("policy")).code).toBe(2);
    expect((await cosign("nowhere")).code).toBe(2);
    expect((await atWitness(["cosign", at("request")])).code).toBe(2);
    expect((await atWitness(["cosign", at("request")], { out: at("answer") })).code).toBe(2);
    expect((await atWitness(["dance"])).code).toBe(2);
    expect((await atWitness(["trust"])).code).toBe(2);
    expect((await atWitness(["serve"], { port: "x" })).code).toBe(2);
    expect((await atWitness(["key"], { folder: at("none") })).code).toBe(3);
    const both = () => checkpoint.run(callOf([], { list: true, key: true }));
    expect(both).toThrow(/Give one of/);
    expect((await guwah("check", "--against", at("policy"))).code).toBe(6);
  });
});

function callOf(
  args: string[],
  options: Call["options"],
  line: (text?: string) => void = () => {},
) {
  const config = readConfig({ GUWAH_HOME: at("vault") });
  const unreachable = () => Promise.reject(new Error("needs no vault"));
  const terminal = { ...openTerminal(true), line };
  return { args, options, config, terminal, connect: unreachable, reach: unreachable };
}

/** `guwah witness` in this process: it needs no vault. */
async function atWitness(
  args: string[],
  options: Call["options"] = {},
): Promise<{ code: number; out: string }> {
  const before = process.exitCode;
  const said: string[] = [];
  try {
    await witness.run(callOf(args, options, (text = "") => said.push(text)));
    return { code: Number(process.exitCode ?? 0), out: said.join("\n") };
  } catch (error) {
    return { code: exitCodeOf(error), out: said.join("\n") };
  } finally {
    process.exitCode = before;
  }
}
