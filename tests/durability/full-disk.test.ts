// A disk that fills up under a vault: a coded error that says what to do, nothing acknowledged lost, nothing half kept,
// and work goes on once there is room. A small tmpfs is the disk. Everyone in it is invented.
import { randomBytes } from "node:crypto";
import { execFileSync } from "node:child_process";
import {
  chmodSync,
  closeSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readdirSync,
  rmSync,
  statSync,
  truncateSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Actor, actorOf, createVault } from "../../src/access/index.ts";
import { quickKdf, testPassphrase } from "../../src/access/testing.ts";
import type { RecordId, SourceId } from "../../src/model/index.ts";
import { makeCheckpoint, preserveDeps, verifyCheckpoints } from "../../src/preserve/index.ts";
import { writeDossier } from "../../src/publish/index.ts";
import { createIds, Secret, systemClock } from "../../src/runtime/index.ts";
import { backupVault, checkVault, deriveVaultKeys, openVault } from "../../src/store/index.ts";
import type { Vault } from "../../src/store/index.ts";
import { addRecord } from "../../src/weigh/index.ts";
import { aSource, newSource } from "../../src/store/testing.ts";
import { type CrashingPostgres, startCrashingPostgresIn } from "./crashing-postgres.ts";
import { derivations, projections } from "./tables.ts";

const MB = 2 ** 20;
const canMount = process.platform === "linux" && process.getuid?.() === 0;

if (!canMount) {
  it("is not filled on this machine: mounting a small disk needs root on Linux", () => {
    expect(process.platform === "linux" && process.getuid?.() === 0).toBe(false);
  });
}

const engines = [
  ["sqlcipher", 24],
  ["postgres", 160],
] as const;
describe.each(canMount ? engines : [])("a vault on %s whose disk fills up", (engine, megabytes) => {
  const at = mkdtempSync(join(tmpdir(), "guwah-full-"));
  const home = join(at, "vault");
  const filler = join(at, "filler");
  let server: CrashingPostgres | null = null;
  let vault: Vault;
  let actor: Actor;
  let source: SourceId;
  let person: RecordId;
  const kept: string[] = [];

  const deps = () => ({
    home,
    databaseUrl: server === null ? null : new Secret(server.url),
    clock: systemClock,
    ids: createIds(),
    projections,
    derivations,
  });
  const preserve = () => preserveDeps(vault, systemClock);

  beforeAll(async () => {
    execFileSync("mount", ["-t", "tmpfs", "-o", `size=${megabytes}m`, "guwah-small", at]);
    chmodSync(at, 0o711);
    if (engine === "postgres") {
      mkdirSync(join(at, "postgres"));
      server = await startCrashingPostgresIn(join(at, "postgres"));
    }
    const made = await createVault(deps(), {
      name: "Invented Archive",
      member: "Aygul Invented",
      passphrase: testPassphrase,
      kdf: quickKdf(),
    });
    vault = made.vault;
    actor = await actorOf(vault, made.actor.member);
    source = newSource();
    await vault.ledger.append(actor.member, [aSource(source)]);
    person = await record("Invented Weaver");
    await makeCheckpoint(preserve(), actor, "hand");
  }, 120_000);
  afterAll(async () => {
    await vault.close().catch(() => {});
    await server?.killServer().catch(() => {});
    execFileSync("umount", ["--lazy", at]);
    rmSync(at, { recursive: true, force: true });
  });

  /** Opens a record and remembers that it was acknowledged. */
  async function record(text: string): Promise<RecordId> {
    const { ledger, engine: database } = vault;
    const weigh = {
      ledger,
      db: database.db,
      ids: createIds(),
      clock: systemClock,
      textOf: () => Promise.resolve(null),
    };
    const claims = [{ property: "name", value: { kind: "name", text } }];
    const input = { schema: "Person", source, label: text.slice(0, 50), claims };
    const { id } = await addRecord(weigh, actor, input, null);
    kept.push(id);
    return id;
  }

  /** Fills the disk up to the last page but so many bytes. */
  function fill(leave: number): void {
    const file = openSync(filler, "a");
    const block = Buffer.alloc(64 * 1024, 1);
    try {
      for (;;) writeSync(file, block);
    } catch (cause) {
      expect(cause).toMatchObject({ code: "ENOSPC" });
    } finally {
      closeSync(file);
    }
    if (leave > 0) truncateSync(filler, statSync(filler).size - leave);
  }

  async function refusal(work: () => Promise<unknown>): Promise<unknown> {
    try {
      await work();
    } catch (cause) {
      return cause;
    }
    throw new Error("nothing was refused");
  }
  const full = { code: "disk-full", message: expect.stringMatching(/Free some space/) as unknown };

  async function look(): Promise<void> {
    rmSync(filler, { force: true });
    const keyHex = vault.keys.root.toString("hex");
    await vault.close().catch(() => {});
    await server?.killServer();
    await server?.startAgain();
    vault = await openVault({ ...deps(), keys: deriveVaultKeys(Buffer.from(keyHex, "hex")) });
    const rows = await vault.engine.db.selectFrom("records").select("id").execute();
    const ids = new Set<string>(rows.map((row) => row.id));
    expect(kept.filter((id) => !ids.has(id))).toEqual([]);
    expect(await checkVault(vault)).toMatchObject({ clean: true, problems: [] });
    expect(await verifyCheckpoints(preserve())).toMatchObject({ alarms: [] });
    const left = readdirSync(at, { recursive: true, encoding: "utf8" });
    expect(left.filter((name) => name.endsWith(".part") || /incoming./.test(name))).toEqual([]);
    await record("Invented Baker");
  }

  it("refuses the entry that has no room, and keeps all before it", async () => {
    fill(MB / 2);
    const cause = await refusal(async () => {
      for (let i = 0; i < 2_000; i++) await record(`Invented ${i} ${"x".repeat(900)}`);
    });
    // PostgreSQL stops altogether where its own log finds no room: then it has stopped answering, and that is said.
    if (engine === "sqlcipher") expect(cause).toMatchObject(full);
    else expect(["disk-full", "engine-lost"]).toContain((cause as { code: unknown }).code);
    await look();
  }, 120_000);

  it("refuses a file, a backup, a dossier and a checkpoint that have no room, and leaves none of them", async () => {
    rmSync(filler, { force: true });
    await vault.files.keep(randomBytes(2 * MB), { limitBytes: 4 * MB });
    const work: Readonly<Record<string, () => Promise<unknown>>> = {
      file: () => vault.files.keep(randomBytes(2 * MB), { limitBytes: 4 * MB }),
      backup: () => backupVault(vault, join(at, "whole.guwah")),
      dossier: () => {
        const given = { ...preserve(), files: vault.files, program: "Guwah, on a full disk" };
        const asked = { records: [person], audience: "inside", dir: join(at, "dossier") };
        return writeDossier(given, actor, asked);
      },
    };
    await makeCheckpoint(preserve(), actor, "hand");
    for (const [what, step] of Object.entries(work)) {
      fill(16 * 1024);
      expect({ what, cause: await refusal(step) }).toMatchObject({ what, cause: full });
      rmSync(filler);
    }
    expect(readdirSync(at).filter((name) => /whole|dossier/.test(name))).toEqual([]);

    await record("Invented Smith");
    fill(0);
    const cause = await refusal(() => makeCheckpoint(preserve(), actor, "hand"));
    if (engine === "sqlcipher") expect(cause).toMatchObject(full);
    else expect(["disk-full", "engine-lost"]).toContain((cause as { code: unknown }).code);
    await look();
  }, 120_000);
});
