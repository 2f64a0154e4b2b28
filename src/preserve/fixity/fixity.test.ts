// Files that were changed, cut off or lost are found by an audit and come back from a mirror, on both engines.
import { execFileSync, spawnSync } from "node:child_process";
import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { FileHash } from "../../model/index.ts";
import { createIds } from "../../runtime/index.ts";
import { checkLedger, openVault, restoreVault } from "../../store/index.ts";
import { unlock, createAttempts, readSecret } from "../../access/index.ts";
import { engineKinds, refusedWith } from "../testing.ts";
import { auditState, auditVault } from "./audit-vault.ts";
import { auditIsDue, watchAudits } from "./audit-watch.ts";
import { mirrorVault } from "./mirror-vault.ts";
import {
  cutOff,
  flipByte,
  noise,
  passphrase,
  tables,
  type TestFixity,
  testFixity,
} from "./testing.ts";

describe.each(engineKinds)("fixity on %s", (engine) => {
  let test: TestFixity;
  let whole: FileHash;
  let turned: FileHash;
  let cut: FileHash;
  let gone: FileHash;
  beforeAll(async () => {
    test = await testFixity(engine);
    whole = await test.keep("An invented notice, kept whole.");
    turned = await test.keep(noise(70_000));
    cut = await test.keep(noise(200_000));
    gone = await test.keep("An invented notice, lost.");
  });
  afterAll(() => test.end());

  const at = (name: string) => join(test.folder, name);
  const inVault = (hash: FileHash) => test.pathIn(test.vault.home, hash);
  const mirror = (name: string, how: object = {}) =>
    mirrorVault(test.vault, test.keeper, { folder: at(name), ...how });
  const audit = (folder?: string) =>
    auditVault(test.vault, test.keeper, folder === undefined ? "no" : { folder });
  async function harm(): Promise<void> {
    await flipByte(inVault(turned));
    await cutOff(inVault(cut));
    await rm(inVault(gone));
  }
  const statesOf = (report: Awaited<ReturnType<typeof audit>>) =>
    new Map(report.lost.map(({ file, state }) => [file, state]));

  it("says a vault is whole, and writes that down", async () => {
    const report = await audit();
    expect(report).toMatchObject({ files: 4, missing: 0, damaged: 0, clean: true, lost: [] });
    expect(report.bytes).toBe(31 + 70_000 + 200_000 + 25);
    expect((await auditState(test.vault)).last).toEqual(report);
  });

  it("copies each file encrypted, and only once", async () => {
    expect(await mirror("near")).toMatchObject({ files: 4, copied: 4, lost: 0, left: 0 });
    expect(await mirror("near")).toMatchObject({ files: 4, copied: 0, bytes: 0 });
    const more = await test.keep("One more invented notice.");
    expect(await mirror("near")).toMatchObject({ files: 5, copied: 1 });
    for (const hash of [whole, more]) {
      const bytes = await readFile(test.pathIn(at("near"), hash));
      expect(bytes.includes("invented notice")).toBe(false);
    }
    expect((await auditState(test.vault)).mirror?.folder).toBe(at("near"));
    expect(await checkLedger(test.vault.ledger.deps)).toMatchObject({ clean: true });
  });

  it("finds a turned bit, a file cut off and one that is gone", async () => {
    await harm();
    const report = await audit();
    expect(report).toMatchObject({ missing: 1, damaged: 2, repaired: 0, clean: false });
    expect(statesOf(report)).toEqual(
      new Map([
        [turned, "damaged"],
        [cut, "damaged"],
        [gone, "missing"],
      ]),
    );
  });

  it("does not carry damage into the mirror", async () => {
    expect(await mirror("near", { check: true })).toMatchObject({ copied: 0, lost: 0 });
    expect(await mirror("late")).toMatchObject({ copied: 2, lost: 3 });
  });

  it("repairs nothing from a mirror that is damaged itself, and all from one that is whole", async () => {
    expect(await audit(at("late"))).toMatchObject({ damaged: 2, missing: 1, repaired: 0 });
    await flipByte(test.pathIn(at("near"), turned));
    const half = await audit(at("near"));
    expect(half).toMatchObject({ damaged: 2, missing: 1, repaired: 2, clean: false });
    expect(half.lost.find(({ file }) => file === turned)?.repaired).toBe(false);
    expect((await test.vault.files.bytes(cut, 1_000_000)).length).toBe(200_000);
    expect((await audit()).lost).toEqual([{ file: turned, state: "damaged", repaired: false }]);
    // Genuine bytes of another file under this name are not this file either.
    await writeFile(test.pathIn(at("near"), turned), await readFile(inVault(cut)));
    expect((await audit(at("near"))).repaired).toBe(0);
  });

  it("replaces a damaged copy in the mirror once the vault has the file again", async () => {
    await rm(at("good"), { recursive: true, force: true });
    const bytes = noise(1_000);
    const hash = await test.keep(bytes);
    await mirror("good");
    await flipByte(test.pathIn(at("good"), hash));
    expect(await mirror("good")).toMatchObject({ copied: 0 });
    expect(await mirror("good", { check: true })).toMatchObject({ copied: 1 });
    await rm(inVault(hash));
    expect((await audit(at("good"))).repaired).toBe(1);
    expect(await test.vault.files.bytes(hash, 1_000)).toEqual(bytes);
  });

  it("leaves what no entry names until it is asked to destroy it", async () => {
    const stray = test.pathIn(at("good"), "ab".repeat(32) as FileHash);
    await mkdir(join(stray, ".."), { recursive: true });
    await writeFile(stray, "stray");
    expect((await mirror("good")).left).toBe(1);
    expect((await mirror("good", { prune: true })).left).toBe(0);
    expect(await readFile(stray).catch(() => null)).toBe(null);
  });

  it("tells an empty mount point from the disk that hung on it", async () => {
    await rename(at("good"), at("pulled-out"));
    await mkdir(at("good"));
    expect(await refusedWith(() => mirror("good"))).toBe("mirror-lost");
    expect(await readdir(at("good"))).toEqual([]);
    expect(await refusedWith(() => audit(at("good")))).toBe("mirror-lost");
    expect(await mirror("good", { anew: true })).toMatchObject({ lost: 1 });
  });

  it("refuses a folder that is used, the vault's own, another vault's, and a member who keeps nothing", async () => {
    await mkdir(at("used"));
    await writeFile(join(at("used"), "letter.txt"), "not ours");
    expect(await refusedWith(() => mirror("used"))).toBe("mirror-not-empty");
    for (const inside of ["vault/mirror", "vault", "."])
      expect(await refusedWith(() => mirror(inside))).toBe("mirror-inside");
    await mkdir(at("other"));
    await writeFile(join(at("other"), "guwah-mirror.json"), '{"format":1,"vault":"another"}');
    expect(await refusedWith(() => mirror("other"))).toBe("mirror-other");
    const folder = at("near");
    const analyst = test.as("analyst");
    expect(await refusedWith(() => mirrorVault(test.vault, analyst, { folder }))).toBe(
      "access/not-allowed",
    );
    expect(await refusedWith(() => auditVault(test.vault, analyst, { folder }))).toBe(
      "access/not-allowed",
    );
    const relative = { folder: "mirror" };
    expect(await refusedWith(() => mirrorVault(test.vault, test.keeper, relative))).toBe(
      "mirror-path",
    );
  });

  it("says nothing when it was stopped", async () => {
    const before = (await auditState(test.vault)).last;
    const signal = AbortSignal.abort();
    const stopped = () => auditVault(test.vault, test.keeper, "no", { signal });
    expect(await refusedWith(stopped)).toBe("cancelled");
    expect((await auditState(test.vault)).last).toEqual(before);
  });

  it("becomes a vault again from the mirror alone", async () => {
    await rm(at("alone"), { recursive: true, force: true });
    await mirror("alone");
    const home = at("again");
    const databaseUrl = null;
    const deps = {
      home,
      clock: test.clock,
      ids: createIds(),
      projections: tables,
      derivations: [],
      databaseUrl,
    };
    const secret = readSecret(passphrase);
    await restoreVault(deps, join(at("alone"), "ledger.guwah"), secret);
    const { keys } = await unlock({ attempts: createAttempts() }, { home, secret: passphrase });
    const again = await openVault({ ...deps, keys });
    try {
      const repair = { folder: at("alone") };
      const report = await auditVault(again, test.keeper, repair);
      // One was lost in the vault before the mirror was made.
      expect(report).toMatchObject({
        damaged: 0,
        missing: report.files,
        repaired: report.files - 1,
      });
      expect((await again.files.bytes(whole, 100)).toString()).toContain("kept whole");
      expect(await checkLedger(again.ledger.deps)).toMatchObject({ clean: true });
    } finally {
      await again.close();
    }
  });

  it("says that the mirror's disk is full, and goes on when there is room", async ({ skip }) => {
    await mkdir(at("small"));
    const mounted = spawnSync("mount", ["-t", "tmpfs", "-o", "size=2m", "tmpfs", at("small")]);
    if (mounted.status !== 0) skip("mounting a small disk needs root");
    try {
      const big = await test.keep(noise(3_000_000));
      expect(await refusedWith(() => mirror("small"))).toBe("disk-full");
      const left = await readdir(at("small"), { recursive: true });
      expect(left.filter((name) => name.includes("incoming/"))).toEqual([]);
      execFileSync("mount", ["-o", "remount,size=16m", at("small")]);
      expect(await mirror("small")).toMatchObject({ lost: 1 });
      await rm(inVault(big));
      expect(await audit(at("small"))).toMatchObject({ missing: 1, repaired: 1 });
    } finally {
      execFileSync("umount", [at("small")]);
    }
  });

  it("says that the disk was pulled out while it copied", async () => {
    await test.keep(noise(500_000));
    await test.keep(noise(500_000));
    const pulled = (done: number): void => {
      if (done === 1) execFileSync("rm", ["-r", at("pulled")]);
    };
    const copying = () => mirror("pulled", { progress: pulled });
    expect(await refusedWith(copying)).toBe("mirror-lost");
  });

  it("is due by the days since the last one, and made once", async () => {
    const { vault } = test;
    const { last } = await auditState(vault);
    const since = (days: number) => ({
      db: vault.engine.db,
      device: vault.device,
      clock: () => (last?.at ?? 0) + days * 24 * 60 * 60 * 1000,
    });
    expect(await auditIsDue({ ...since(6.9), everyDays: 7 })).toBe(false);
    expect(await auditIsDue({ ...since(7), everyDays: 7 })).toBe(true);
    expect(await auditIsDue({ ...since(700), everyDays: 0 })).toBe(false);
    let look = (): void => {};
    let made = 0;
    const audited = Promise.withResolvers<void>();
    const end = watchAudits({
      ...since(8),
      everyDays: 7,
      every: (_, work) => {
        look = work;
        return () => {};
      },
      async audit() {
        made += 1;
        await audited.promise;
      },
    });
    look();
    look();
    while (made === 0) await new Promise((resolve) => setTimeout(resolve, 1));
    look();
    const ended = end();
    audited.resolve();
    await ended;
    look();
    expect(made).toBe(1);
  });
});
