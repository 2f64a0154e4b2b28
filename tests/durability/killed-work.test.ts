// kill -9 in the middle of one kind of work: a file taken in, a table imported, a page captured with a real browser, a
// checkpoint, a backup, a dossier made.
// What was acknowledged is there, the checks are clean, and nothing half made has the name of something whole.
// Every other kill waits until one work of its kind is acknowledged, so that each kind is seen finished as well as cut off.
// Everyone in it is invented. `npm run test:kills` is the long form: GUWAH_KILLS=200 on each engine. Each prints a line of JSON.
import { randomInt } from "node:crypto";
import { mkdtempSync, mkdirSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { spawnSync } from "node:child_process";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createVault } from "../../src/access/index.ts";
import { quickKdf, testPassphrase } from "../../src/access/testing.ts";
import { startTestSite, type TestSite } from "../../src/collect/testing.ts";
import { preserveDeps, verifyCheckpoints } from "../../src/preserve/index.ts";
import { createIds, Secret, systemClock } from "../../src/runtime/index.ts";
import {
  backupVault,
  checkVault,
  deriveVaultKeys,
  openVault,
  restoreVault,
  type Vault,
} from "../../src/store/index.ts";
import { type Acknowledged, readNotes } from "./acknowledged.ts";
import { chanceOf } from "./chance.ts";
import { type CrashingPostgres, startCrashingPostgres } from "./crashing-postgres.ts";
import { derivations, projections } from "./tables.ts";
import { halfPackages, isWhole } from "./whole-package.ts";
import type { WriterOrders } from "./write-until-killed.ts";
import { lostFrom } from "./written.ts";
import { loadWriter, type Writer } from "./writer.ts";

type Work = NonNullable<WriterOrders["work"]>["only"];
/** How long after it began the longest of each kind is killed. */
const longestMs: Readonly<Record<Work, number>> = {
  file: 300,
  table: 400,
  checkpoint: 150,
  backup: 300,
  dossier: 1_500,
  capture: 5_000,
};
const works = Object.keys(longestMs) as Work[];
const seed = Number(process.env["GUWAH_TEST_SEED"] ?? randomInt(2 ** 31));
const kills = Number(process.env["GUWAH_KILLS"] ?? 12);
/** Acknowledged before the work of a round begins: a source and a record for it to be about. */
const before = 2;

describe.each(["sqlcipher", "postgres"] as const)("a vault on %s, seed " + seed, (engine) => {
  const chance = chanceOf(seed);
  const folder = mkdtempSync(join(tmpdir(), "guwah-killed-"));
  const home = join(folder, "vault");
  const out = join(folder, "out");
  const cache = join(folder, "compiled");
  mkdirSync(out);
  let server: CrashingPostgres | null = null;
  let site: TestSite;
  const killed = new Map<Work, number>();
  const acknowledged = new Map<Work, number>();
  let lost = 0;
  let rootKeyHex: string;
  let member: string;
  let next: Writer | null = null;
  const deps = (at = home, url = server?.url ?? null) => ({
    home: at,
    databaseUrl: url === null ? null : new Secret(url),
    clock: systemClock,
    ids: createIds(),
    projections,
    derivations,
  });
  const open = (): Promise<Vault> =>
    openVault({ ...deps(), keys: deriveVaultKeys(Buffer.from(rootKeyHex, "hex")) });

  beforeAll(async () => {
    if (engine === "postgres") server = await startCrashingPostgres();
    site = await startTestSite();
    const made = await createVault(deps(), {
      name: "Invented Archive",
      member: "Aygul Invented",
      passphrase: testPassphrase,
      kdf: quickKdf(),
    });
    rootKeyHex = made.vault.keys.root.toString("hex");
    member = made.actor.member;
    await made.vault.close();
  });
  afterAll(async () => {
    await next?.kill();
    await server?.stop();
    await site?.end();
    // A browser whose writer was killed ends by itself, and may still be writing.
    rmSync(folder, { recursive: true, force: true, maxRetries: 5 });
    const of = (counts: ReadonlyMap<Work, number>) => Object.fromEntries(counts);
    const told = { engine, seed, kills: of(killed), acknowledged: of(acknowledged), lost };
    process.stdout.write(`${JSON.stringify(told)}\n`);
  });

  /** One life of a writer that does one kind of work. True: it was killed with some of it begun and not acknowledged. */
  async function live(round: number, all: Acknowledged[]): Promise<boolean> {
    const only = workOf(round);
    const writer = next ?? loadWriter(cache);
    next = loadWriter(cache);
    const notes = join(folder, `notes-${round}`);
    writeFileSync(notes, "");
    const databaseUrl = server?.url ?? null;
    const work = { folder: out, site: site.port, only };
    writer.start({ home, databaseUrl, rootKeyHex, member, notes, seed: seed + round, work });
    await writer.ready();
    if (isFinishedOnce(round)) await writer.noted(before + 1);
    await delay(chance() * longestMs[only]);
    await writer.kill();
    const told = readNotes(notes);
    expect(told.filter((note) => "failed" in note)).toEqual([]);
    const done = told.flatMap((note) => ("done" in note ? [note.done] : []));
    all.push(...done);
    killed.set(only, (killed.get(only) ?? 0) + 1);
    acknowledged.set(only, (acknowledged.get(only) ?? 0) + Math.max(0, done.length - before));
    const last = told.at(-1);
    return last !== undefined && "begun" in last;
  }

  async function look(all: readonly Acknowledged[]): Promise<void> {
    const vault = await open();
    try {
      const missing = await lostFrom(vault, all);
      lost += missing.length;
      expect(missing).toEqual([]);
      expect(await checkVault(vault)).toMatchObject({ clean: true, problems: [] });
      expect(await verifyCheckpoints(preserveDeps(vault, systemClock))).toMatchObject({
        alarms: [],
      });
      expect(partsIn(home, server !== null)).toEqual([]);
    } finally {
      await vault.close();
    }
  }

  it(
    `keeps what it acknowledged through ${kills} kills in the middle of ${works.join(", ")}`,
    async () => {
      const all: Acknowledged[] = [];
      const inTheMiddle = new Set<Work>();
      for (let round = 0; round < kills; round++) {
        if (await live(round, all)) inTheMiddle.add(workOf(round));
        // Those of the rounds before are looked at again in the end.
        await look(all.slice(-40));
      }
      await look(all);
      // Where a kill falls is chance; a run that hit next to nothing would show nothing.
      expect(inTheMiddle.size).toBeGreaterThan(1);
      for (const work of works) expect([work, acknowledged.get(work) ?? 0]).not.toEqual([work, 0]);
    },
    60_000 + kills * 20_000,
  );

  it("left no backup under its name that does not restore whole", async () => {
    const names = readdirSync(out).filter((name) => name.endsWith(".guwah"));
    expect(names).not.toEqual([]);
    for (const [i, name] of names.slice(-5).entries()) {
      const restored = join(folder, `restored-${i}`);
      const secret = { kind: "passphrase", text: testPassphrase } as const;
      const report = await restoreVault(deps(restored, null), join(out, name), secret);
      expect(report).toMatchObject({ lost: 0, check: { clean: true } });
    }
  }, 120_000);

  it("left no dossier under its name that a stranger cannot verify", () => {
    const names = readdirSync(out).filter((name) => /^dossier-\d+-\d+$/.test(name));
    expect(names).not.toEqual([]);
    for (const name of names.slice(-5)) {
      const run = spawnSync("bash", ["verify.sh"], { cwd: join(out, name), encoding: "utf8" });
      expect({ name, status: run.status, said: run.stdout }).toMatchObject({ status: 0 });
    }
  }, 120_000);

  it("kept no captured page that unzip and sha256sum do not find whole", async () => {
    const vault = await open();
    try {
      const { total, half } = await halfPackages(vault, folder);
      expect(total).toBeGreaterThan(0);
      expect(half).toEqual([]);
      expect(isWhole(Buffer.from("half a package"), folder)).toBe(false);
    } finally {
      await vault.close();
    }
  }, 120_000);

  it("clears away the unfinished backups of those who were killed", async () => {
    const vault = await open();
    const half = (): string[] =>
      readdirSync(out).filter((name) => /\.guwah\.\w+\.part$/.test(name));
    const hourAgo = new Date(Date.now() - 2 * 60 * 60 * 1000);
    writeFileSync(join(out, "notes.0123456789ab.part"), "not a backup, and somebody's own");
    for (const name of readdirSync(out)) utimesSync(join(out, name), hourAgo, hourAgo);
    await backupVault(vault, join(out, "last.guwah"));
    await vault.close();
    expect(half()).toEqual([]);
    expect(readdirSync(out)).toContain("notes.0123456789ab.part");
  });
});

const workOf = (round: number): Work => works[round % works.length] as Work;
/** The first round of each kind, the third, and so on. */
const isFinishedOnce = (round: number): boolean => Math.floor(round / works.length) % 2 === 0;

/** Files that were never finished. On a server others may be at work in the folder, and young ones stay. */
function partsIn(home: string, shared: boolean): string[] {
  if (shared) return [];
  const all = readdirSync(home, { recursive: true, encoding: "utf8" });
  return all.filter((name) => name.endsWith(".part") || /incoming./.test(name));
}
