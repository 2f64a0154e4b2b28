// The power goes while a vault is written to: what was acknowledged is there, whatever of the rest reached the disk.
// A real ext4 on a loop device on a disk of ours that keeps what was flushed, and of what was not any sectors or none.
// Everyone in it is invented. GUWAH_TEST_SEED repeats a run that failed; GUWAH_CUTS asks for more cuts.
import { randomInt } from "node:crypto";
import {
  chmodSync,
  closeSync,
  fsyncSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { createVault } from "../../../src/access/index.ts";
import { quickKdf, testPassphrase } from "../../../src/access/testing.ts";
import { preserveDeps, verifyCheckpoints } from "../../../src/preserve/index.ts";
import { createIds, Secret, systemClock } from "../../../src/runtime/index.ts";
import { checkVault, deriveVaultKeys, openVault } from "../../../src/store/index.ts";
import { type Acknowledged, readNotes } from "../acknowledged.ts";
import { chanceOf } from "../chance.ts";
import { type CrashingPostgres, startCrashingPostgresIn } from "../crashing-postgres.ts";
import { derivations, projections } from "../tables.ts";
import { lostFrom } from "../written.ts";
import { loadWriter } from "../writer.ts";
import { cannotCut, formatImage, imageAfterCut, mountImage, plugIn } from "./cut-disk.ts";

const seed = Number(process.env["GUWAH_TEST_SEED"] ?? randomInt(2 ** 31));
const cuts = Number(process.env["GUWAH_CUTS"] ?? 3);
const longestMs = 1_500;
const mostWrites = 40;
const missing = cannotCut();

/** What a test has mounted or started, to be taken away in reverse whether it passed or not. */
const undo: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const step of undo.splice(0).toReversed()) await step().catch(() => {});
});

if (missing !== null) {
  it(`is not cut on this machine: ${missing}`, () => {
    expect(cannotCut()).toBe(missing);
  });
}

const here = missing === null;

describe.each(here ? ["the disk"] : [])("%s", () => {
  it("loses what was not synced, and keeps what was", async () => {
    const folder = mkdtempSync(join(tmpdir(), "guwah-cut-"));
    const at = join(folder, "at");
    const [image, after] = [join(folder, "image"), join(folder, "after")];
    formatImage(image, 32);
    const disk = await plugIn(folder, image, at);
    undo.push(() => disk.takeOut());
    write(join(at, "synced"), "kept");
    sync(join(at, "synced"));
    sync(at);
    write(join(at, "careless"), "acknowledged too early");
    const { pending } = await disk.cut();
    await disk.takeOut();
    imageAfterCut(image, pending, () => false, after);
    const unmount = await mountImage(after, at);
    undo.push(unmount);
    expect(readFileSync(join(at, "synced"), "utf8")).toBe("kept");
    expect(() => readFileSync(join(at, "careless"))).toThrow(/ENOENT/);
    await unmount();
    rmSync(folder, { recursive: true });
  });
});

describe.each(here ? (["sqlcipher", "postgres"] as const) : [])(
  "a vault on %s, seed " + seed,
  (engine) => {
    const chance = chanceOf(seed);
    const folder = mkdtempSync(join(tmpdir(), "guwah-cut-"));
    const at = join(folder, "at");
    const home = join(at, "vault");
    const image = join(folder, "image");
    const cache = join(folder, "compiled");
    let server: CrashingPostgres | null = null;
    const deps = () => ({
      home,
      databaseUrl: server === null ? null : new Secret(server.url),
      clock: systemClock,
      ids: createIds(),
      projections,
      derivations,
    });
    // PostgreSQL runs under another account than root, and must be able to pass through.
    chmodSync(folder, 0o711);
    beforeAll(() => formatImage(image, engine === "postgres" ? 512 : 192));
    afterAll(() => rmSync(folder, { recursive: true, force: true }));

    async function look(rootKeyHex: string, all: readonly Acknowledged[]): Promise<void> {
      const keys = deriveVaultKeys(Buffer.from(rootKeyHex, "hex"));
      const vault = await openVault({ ...deps(), keys });
      try {
        expect(await lostFrom(vault, all)).toEqual([]);
        expect(await checkVault(vault)).toMatchObject({ clean: true, problems: [] });
        const deposited = preserveDeps(vault, systemClock);
        expect(await verifyCheckpoints(deposited)).toMatchObject({ alarms: [] });
      } finally {
        await vault.close();
      }
    }

    it(`keeps what it acknowledged when the power goes, ${cuts} times`, async () => {
      const all: Acknowledged[] = [];
      let keyHex = "";
      let member = "";
      let inCache = 0;
      for (let round = 0; round < cuts; round++) {
        const writer = loadWriter(cache);
        const disk = await plugIn(folder, image, at);
        undo.push(
          () => disk.takeOut(),
          () => writer.kill(),
        );
        if (round === 0) {
          // Nobody syncs the disk for the vault: what `createVault` returned for must be there as well.
          if (engine === "postgres") {
            mkdirSync(join(at, "postgres"));
            const started = await startCrashingPostgresIn(join(at, "postgres"));
            server = started;
            undo.push(() => started.killServer());
          }
          const made = await createVault(deps(), {
            name: "Invented Archive",
            member: "Aygul Invented",
            passphrase: testPassphrase,
            kdf: quickKdf(),
          });
          keyHex = made.vault.keys.root.toString("hex");
          member = made.actor.member;
          await made.vault.close();
        } else await server?.startAgain();
        const notes = join(folder, `notes-${round}`);
        writeFileSync(notes, "");
        const databaseUrl = server?.url ?? null;
        const orders = { home, databaseUrl, rootKeyHex: keyHex, member, notes };
        writer.start({ ...orders, seed: seed + round });
        await writer.ready();
        await delay(chance() * longestMs);
        const { pending, flushes } = await disk.cut(1 + Math.floor(chance() * mostWrites));
        // A writer that outlives its disk must not acknowledge anything more.
        await delay(chance() * 100);
        await writer.kill();
        await server?.killServer();
        await disk.takeOut();
        inCache += pending.length;
        expect(flushes).toBeGreaterThan(0);
        const done = readNotes(notes).flatMap((note) => ("done" in note ? [note.done] : []));
        all.push(...done);

        // Nothing of the cache survived; all of it; half of its sectors, in no order.
        const ends = [() => false, () => true, () => chance() < 0.5];
        for (const [end, survives] of ends.entries()) {
          const after = join(folder, `after-${end}`);
          imageAfterCut(image, pending, survives, after);
          const unmount = await mountImage(after, at);
          undo.push(unmount, async () => server?.killServer());
          await server?.startAgain();
          await look(keyHex, all);
          await server?.killServer();
          await unmount();
        }
        // The vault lives on with what one of them left.
        renameSync(join(folder, `after-${Math.floor(chance() * ends.length)}`), image);
      }
      // The cuts fell into the work.
      expect(all.length).toBeGreaterThan(cuts);
      expect(inCache).toBeGreaterThan(0);
    }, 600_000);
  },
);

function write(path: string, text: string): void {
  const file = openSync(path, "w");
  writeSync(file, text);
  closeSync(file);
}

function sync(path: string): void {
  const file = openSync(path, "r");
  fsyncSync(file);
  closeSync(file);
}
