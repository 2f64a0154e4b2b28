// kill -9 at random moments of imports and edits: what was acknowledged is there, and the check is clean.
// Killing a process proves that nothing is acknowledged before the system has it; a cut of power is not tried here.
// Everyone in it is invented. GUWAH_TEST_SEED repeats a run that failed; `npm run test:kills` is the long form.
import { randomInt } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createVault } from "../../src/access/index.ts";
import { quickKdf, testPassphrase } from "../../src/access/testing.ts";
import * as program from "../../src/app.ts";
import { preserveDeps, verifyCheckpoints } from "../../src/preserve/index.ts";
import { createIds, Secret, systemClock } from "../../src/runtime/index.ts";
import {
  checkVault,
  deriveVaultKeys,
  lockHolder,
  openVault,
  type Vault,
} from "../../src/store/index.ts";
import { type Acknowledged, type Note, readNotes } from "./acknowledged.ts";
import { chanceOf } from "./chance.ts";
import { type CrashingPostgres, startCrashingPostgres } from "./crashing-postgres.ts";
import { derivations, projections } from "./tables.ts";
import { lostFrom } from "./written.ts";
import { loadWriter, type Writer } from "./writer.ts";

const seed = Number(process.env["GUWAH_TEST_SEED"] ?? randomInt(2 ** 31));
const kills = Number(process.env["GUWAH_KILLS"] ?? 24);
const longestRunMs = kills * 25_000;
const longestMs = 300;

describe.each(["sqlcipher", "postgres"] as const)("a vault on %s, seed " + seed, (engine) => {
  const chance = chanceOf(seed);
  const folder = mkdtempSync(join(tmpdir(), "guwah-kill-"));
  const home = join(folder, "vault");
  const cache = join(folder, "compiled");
  let server: CrashingPostgres | null = null;
  let rootKeyHex: string;
  let member: string;
  let next: Writer | null = null;

  const deps = () => ({
    home,
    databaseUrl: server === null ? null : new Secret(server.url),
    clock: systemClock,
    ids: createIds(),
    projections,
    derivations,
  });
  const open = (): Promise<Vault> =>
    openVault({ ...deps(), keys: deriveVaultKeys(Buffer.from(rootKeyHex, "hex")) });

  beforeAll(async () => {
    if (engine === "postgres") server = await startCrashingPostgres();
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
    rmSync(folder, { recursive: true, force: true });
  });

  /** One life of a writer, ended by `end` at a random moment. Gives its notes. */
  async function live(round: number, end: (writer: Writer) => Promise<void>): Promise<Note[]> {
    const writer = next ?? loadWriter(cache);
    next = loadWriter(cache);
    const notes = join(folder, `notes-${round}`);
    writeFileSync(notes, "");
    const databaseUrl = server?.url ?? null;
    writer.start({ home, databaseUrl, rootKeyHex, member, notes, seed: seed + round });
    await end(writer);
    return readNotes(notes);
  }

  async function look(acknowledged: readonly Acknowledged[], whole: boolean): Promise<void> {
    const vault = await open();
    try {
      expect(await lostFrom(vault, acknowledged)).toEqual([]);
      if (whole) expect(await checkVault(vault)).toMatchObject({ clean: true, problems: [] });
      const { alarms } = await verifyCheckpoints(preserveDeps(vault, systemClock));
      expect(alarms).toEqual([]);
      // What a cut-off file left behind is cleared away where nobody else can be writing one.
      if (server === null) expect(readdirSync(join(home, "files", "incoming"))).toEqual([]);
    } finally {
      await vault.close();
    }
  }

  it("is written with every table the program has", () => {
    expect(projections).toEqual(program.projections);
    expect(derivations).toEqual(program.derivations);
  });

  it("would notice what is not there", async () => {
    const vault = await open();
    const nothing = "0".repeat(64);
    const steps: Acknowledged[] = [
      { step: "planted", entries: [[1, "member.added"]] },
      { step: "planted", entries: [[99, "withdrawn"]], records: ["rec_0"], claims: ["clm_0"] },
      { step: "planted", files: [["src_0", nothing]], batches: [["bat_0", 3]] },
      { step: "planted", checkpoints: [[5, "no note"]] },
    ];
    const lost = await lostFrom(vault, steps);
    await vault.close();
    expect(lost.map((line) => line.replace("planted: ", ""))).toEqual([
      "entry 99 (withdrawn) is not there",
      "rec_0 is not there",
      "clm_0 is not there",
      "src_0 is not there",
      `file ${nothing} is not there`,
      "the end of bat_0 is not there",
      "3 of 3 rows of bat_0 is not there",
      "the checkpoint of 5 entries is not there",
    ]);
  });

  it("opens again after kills in the middle of opening", async () => {
    for (let round = 0; round < 6; round++) {
      await live(1_000 + round, async (writer) => {
        await delay(chance() * 150);
        await writer.kill();
      });
      await look([], true);
    }
  }, 300_000);

  it(
    `keeps what it acknowledged through ${kills} kills while it writes`,
    async () => {
      const all: Acknowledged[] = [];
      let inTheMiddle = 0;
      for (let round = 0; round < kills; round++) {
        const how =
          server === null ? "writer" : (["writer", "backend", "server"] as const)[round % 3];
        const notes = await live(round, async (writer) => {
          await writer.ready();
          await delay(chance() * longestMs);
          if (how === "backend") await server?.killBackend(chance);
          if (how === "server") await server?.killServer();
          // A writer that outlives its database must not acknowledge anything more.
          if (how !== "writer") await delay(chance() * 100);
          await writer.kill();
        });
        const done = notes.flatMap((note) => ("done" in note ? [note.done] : []));
        const last = notes.at(-1);
        // Begun and not acknowledged; or, where the database died first, told that it failed.
        if (last !== undefined && !("done" in last)) inTheMiddle += 1;
        if (how === "writer") expect(notes.filter((note) => "failed" in note)).toEqual([]);
        if (how === "server") await server?.startAgain();
        if (how === "backend") await server?.answers();
        if (server === null) {
          expect(existsSync(join(home, "vault.lock"))).toBe(true);
          expect(await lockHolder(home)).toBeNull();
        }
        all.push(...done);
        await look(done, round % 5 === 4);
      }
      await look(all, true);
      // The kills fell into the work, and the work was of every kind; a short run may miss a kind by chance.
      expect(inTheMiddle).toBeGreaterThan(kills / 3);
      if (kills < 50) return;
      expect([...new Set(all.map((done) => done.step))].sort()).toEqual([
        "checkpoint",
        "file",
        "judgement",
        "pin",
        "record",
        "replace",
        "review",
        "statement",
        "table",
        "withdrawal",
      ]);
    },
    longestRunMs,
  );
});
