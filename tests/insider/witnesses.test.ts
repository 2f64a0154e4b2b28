// An insider with the vault's key rewrites history so well that the vault proves itself clean. Three witnesses, each its own
// process, and a checkpoint kept elsewhere are what tells. Everyone in it is invented.
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { CompiledQuery } from "kysely";
import { afterAll, beforeAll, describe, expect, inject, it, vi } from "vitest";
import type { Draft, MemberId } from "../../src/model/index.ts";
import { type Comparison, initWitness, readLogs, trustLog } from "../../src/preserve/index.ts";
import { rebuild, type VaultReport } from "../../src/store/index.ts";
import { tamperedVault, type TamperedVault } from "./tampered-vault.ts";

// Each step is a program of its own, which a busy machine takes seconds to start.
vi.setConfig({ testTimeout: 180_000 });

// Not bin/guwah: that one starts another process, which would outlive it when it is killed.
const program = join(import.meta.dirname, "..", "..", "src", "cli", "main.ts");

interface Partner {
  readonly name: string;
  readonly folder: string;
  readonly vkey: string;
  readonly address: string;
  readonly process: ChildProcess;
}

type Checked = VaultReport & { readonly against: Comparison };

interface Written {
  readonly author: string;
  readonly kind: string;
  readonly subject: string;
  readonly body: string;
}

describe.each(["sqlcipher", "postgres"] as const)("an insider of a vault on %s", (engine) => {
  let made: TamperedVault;
  let folder: string;
  let partners: Partner[];
  const kept = () => join(folder, "kept-by-a-partner.txt");

  async function json<T>(...args: string[]): Promise<{ code: number; body: T }> {
    const { code, stdout, stderr } = await made.guwah(...args, "--json");
    if (stdout === "") throw new Error(stderr);
    return { code, body: JSON.parse(stdout) as T };
  }

  beforeAll(async () => {
    made = await tamperedVault(engine, inject("postgresUrl"));
    folder = await mkdtemp(join(tmpdir(), "guwah-partners-"));
    const names = ["almaty", "istanbul", "berlin"];
    partners = await Promise.all(names.map((name) => startPartner(join(folder, name), name)));
  });
  afterAll(async () => {
    for (const { process: running } of partners) running.kill("SIGKILL");
    await made.end();
    await rm(folder, { recursive: true, force: true });
  });

  it("begins as everyone does: signed, witnessed by three, two needed", async () => {
    expect((await made.guwah("checkpoint")).code).toBe(0);
    const key = (await made.guwah("checkpoint", "--key")).stdout.trim();
    for (const partner of partners) await trustLog(partner, key);
    const policy = join(folder, "policy.txt");
    const lines = partners.map(({ name, vkey, address }) => `witness ${name} ${vkey} ${address}\n`);
    await writeFile(policy, `${lines.join("")}group g 2 almaty istanbul berlin\nquorum g\n`);
    expect((await made.guwah("checkpoint", "--policy", policy)).code).toBe(0);
    const { code, stdout } = await made.guwah("checkpoint", "--out", kept());
    expect(stdout).toContain("Witnessed by 3 of 3, 2 needed: met.");
    expect(code).toBe(0);
    expect((await readFile(kept(), "utf8")).match(/^— /gm)).toHaveLength(4);
    const { against } = (await json<Checked>("check", "--against", kept())).body;
    expect(against).toMatchObject({ verdict: "extends", listed: true, signatures: 4 });
  });

  it("rewrites an entry and every leaf, seal, root and table after it: the vault proves itself clean, the checkpoint a partner kept does not", async () => {
    await rewriteHistory();
    const { code, body } = await json<Checked>("check", "--against", kept());
    expect({ clean: body.clean, problems: body.problems }).toEqual({ clean: true, problems: [] });
    expect(body.against.verdict).toBe("rewritten");
    expect(code).toBe(6);
  });

  it("gets no cosignature for the rewritten history, from none of the three", async () => {
    const { code, body } = await json<{ cosignatures: unknown[]; alarms: string[] }>("checkpoint");
    expect(code).toBe(6);
    expect(body.cosignatures).toEqual([]);
    expect(body.alarms).toEqual(["witness-disagrees", "witness-disagrees", "witness-disagrees"]);
  });

  it("gets none by stick either", async () => {
    const [partner] = partners as [Partner];
    const [seen] = await readLogs(partner.folder);
    const [request, answer] = [join(folder, "request"), join(folder, "answer")];
    await made.guwah("checkpoint", "--request", request, "--from", String(seen?.size));
    const words = ["witness", "cosign", request, "--out", answer, "--folder", partner.folder];
    const { code, stdout } = await made.guwah(...words);
    expect(code).toBe(6);
    expect(stdout).toContain("NOT cosigned");
    await expect(readFile(answer)).rejects.toThrow();
  });

  /** All that the vault's keys allow: the entries are written anew, one of them changed, and no checkpoint is left. */
  async function rewriteHistory(): Promise<void> {
    const bare = await made.database();
    const { rows } = await bare.db.executeQuery(
      CompiledQuery.raw("SELECT author, kind, subject, body FROM entries ORDER BY seq"),
    );
    const on = engine === "postgres" ? " ON entries" : "";
    for (const name of ["never_deleted", "never_changed", "append_only", "no_truncate"]) {
      await bare.db.executeQuery(CompiledQuery.raw(`DROP TRIGGER IF EXISTS entries_${name}${on}`));
    }
    for (const table of ["entries", "ledger_state"]) {
      await bare.db.executeQuery(CompiledQuery.raw(`DELETE FROM ${table}`));
    }
    await bare.close();
    const vault = await made.open();
    await rebuild(vault.ledger.deps);
    for (const { author, kind, subject, body: text } of rows as Written[]) {
      // The witnesses stay listed, or a partner would ask where theirs has gone.
      if (kind.startsWith("checkpoint.")) continue;
      const body: unknown = JSON.parse(text.replaceAll("Yerlan", "Nurlan"));
      await vault.ledger.append(author as MemberId, [{ kind, subject, body } as Draft]);
    }
    await vault.close();
    await rm(join(made.home, "checkpoints"), { recursive: true });
  }
});

async function startPartner(folder: string, name: string): Promise<Partner> {
  const { vkey } = await initWitness(folder, `${name}.example/invented`);
  const words = [program, "witness", "serve", "--folder", folder, "--port", "0"];
  const running = spawn(process.execPath, words, { stdio: ["ignore", "ignore", "pipe"] });
  const address = await new Promise<string>((resolve, reject) => {
    let said = "";
    running.stderr.on("data", (bytes: Buffer) => {
      said += bytes.toString("utf8");
      const found = /http:\/\/127\.0\.0\.1:\d+/.exec(said)?.[0];
      if (found !== undefined) resolve(found);
    });
    running.once("exit", () => reject(new Error(said)));
  });
  return { name, folder, vkey, address, process: running };
}
