// Backups: everything comes back, on either engine, and nothing that was touched is believed. Everyone here is invented.
import { randomBytes } from "node:crypto";
import { readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { sql } from "kysely";
import { afterEach, describe, expect, it } from "vitest";
import { draft } from "../model/index.ts";
import { backupVault } from "./backup.ts";
import { checkLedger } from "./check.ts";
import { openVault, type Vault } from "./open-vault.ts";
import { describeBackup, restoreVault } from "./restore.ts";
import { deriveVaultKeys } from "./keys.ts";
import { openSlots } from "./slots.ts";
import { aClaim, aPerson, aSource, engineKinds, newRecord, newSource } from "./testing.ts";
import { readVaultFile } from "./vault-file.ts";
import {
  dropVault,
  filesUnder,
  type TestPlace,
  testPlace,
  type TestVault,
  testVault,
} from "./vault-testing.ts";

const other = { sqlcipher: "postgres", postgres: "sqlcipher" } as const;

/** A vault with some records and files of awkward sizes, and its backup. */
async function filled(kind: Vault["engine"]["kind"]): Promise<TestVault & { path: string }> {
  const v = await testVault(kind);
  const source = newSource();
  await v.vault.ledger.append(v.member, [aSource(source)]);
  for (let i = 0; i < 3; i++) {
    const record = newRecord();
    const claims = Array.from({ length: 400 }, () => aClaim(record, source));
    await v.vault.ledger.append(v.member, [aPerson(record, source), ...claims]);
  }
  for (const size of [0, 1, 65_536, 300_001]) {
    const kept = await v.vault.files.keep(randomBytes(size), { limitBytes: 1_000_000 });
    await v.vault.ledger.append(v.member, [
      draft("file.kept", kept.hash, { hash: kept.hash, size, mime: "application/octet-stream" }),
    ]);
  }
  return { ...v, path: join(v.folder, "guwah.backup") };
}

/** Opens a restored vault with the passphrase it had. */
async function open(place: TestPlace, v: TestVault): Promise<Vault> {
  const opened = await openSlots(await readVaultFile(place.deps.home), v.secret);
  if (opened === null) throw new Error("the passphrase opens no slot");
  return openVault({ ...place.deps, keys: deriveVaultKeys(opened.bundle.vaultKey) });
}

/** Everything in the ledger, as rows. */
const entriesOf = (vault: Vault) =>
  vault.engine.db.selectFrom("entries").selectAll().orderBy("seq").execute();

const plain = (rows: Awaited<ReturnType<typeof entriesOf>>) =>
  rows.map((r) =>
    Object.values(r).map((c) => (c instanceof Uint8Array ? Buffer.from(c).toString("hex") : c)),
  );

describe.each(engineKinds)("a backup of a vault on %s", (kind) => {
  let v: TestVault & { path: string };
  let place: TestPlace | undefined;
  afterEach(async () => {
    await v.end();
    if (place !== undefined) await place.end();
    place = undefined;
  });

  it("restores every entry, row and file on the other engine, and back again", async () => {
    v = await filled(kind);
    const report = await backupVault(v.vault, v.path);
    const before = await checkLedger(v.vault.ledger.deps);
    expect(report).toMatchObject({ entries: before.entries, files: 4, lost: 0, root: before.root });
    expect(report.bytes).toBe((await stat(v.path)).size);

    place = await testPlace(other[kind]);
    const restored = await restoreVault(place.deps, v.path, v.secret, other[kind]);
    expect(restored).toMatchObject({ entries: before.entries, files: 4, lost: 0, check: before });
    const there = await open(place, v);
    expect(there.engine.kind).toBe(other[kind]);
    expect(there.device).not.toBe(v.vault.device);
    expect(plain(await entriesOf(there))).toEqual(plain(await entriesOf(v.vault)));
    const hashes = await there.engine.db.selectFrom("files").select("hash").execute();
    for (const { hash } of hashes) expect(await there.files.verify(hash as never)).toBe("ok");
    // The restored vault lives: it takes entries whose seals and root fit.
    await there.ledger.append(v.member, [aSource()]);
    expect((await checkLedger(there.ledger.deps)).clean).toBe(true);

    const second = join(place.folder, "second.backup");
    await backupVault(there, second);
    await there.close();
    await v.vault.close();
    if (kind === "postgres") await dropVault(v.vault.id);
    const home = await testPlace(kind);
    const again = await restoreVault(home.deps, second, v.secret, kind);
    expect(again.check).toMatchObject({ clean: true, entries: before.entries + 1 });
    await home.end();
    if (other[kind] === "postgres") await dropVault(v.vault.id);
  });

  it("names nobody in its head and shows none of its content", async () => {
    v = await filled(kind);
    await backupVault(v.vault, v.path);
    const bytes = await readFile(v.path);
    expect(bytes.includes("Aysha")).toBe(false);
    expect(bytes.includes("Tursun")).toBe(false);
    expect(bytes.includes("Invented")).toBe(false);
    expect((await describeBackup(v.path)).vault).toBe(v.vault.id);
    expect((await stat(v.path)).mode & 0o077).toBe(0);
  });

  it("still finds after restoring what was wrong before", async () => {
    v = await filled(kind);
    const { db } = v.vault.engine;
    const trigger =
      kind === "sqlcipher"
        ? [sql`DROP TRIGGER entries_never_changed`, sql`DROP TRIGGER entries_never_deleted`]
        : [sql`ALTER TABLE entries DISABLE TRIGGER ALL`];
    for (const statement of trigger) await statement.execute(db);
    await sql`UPDATE entries SET body = replace(body, 'Aysha', 'Alima') WHERE seq = 5`.execute(db);
    const last = (await checkLedger(v.vault.ledger.deps)).entries - 1;
    await sql`DELETE FROM entries WHERE seq = ${last}`.execute(db);
    const hashes = await db.selectFrom("files").select(["hash", "size"]).execute();
    const gone = hashes.find((f) => f.size > 100_000);
    await v.vault.files.erase(gone?.hash as never);

    expect(await backupVault(v.vault, v.path)).toMatchObject({ files: 3, lost: 1 });
    place = await testPlace("sqlcipher");
    const restored = await restoreVault(place.deps, v.path, v.secret, "sqlcipher");
    expect(restored).toMatchObject({ files: 3, lost: 1 });
    expect(restored.check.clean).toBe(false);
    const kinds = restored.check.problems.map((p) => `${p.kind} ${p.seq ?? ""}`.trim());
    expect(kinds).toContain("changed 5");
    expect(kinds).toContain(`removed ${last}`);
  });
});

describe("a backup that was touched", () => {
  let v: TestVault & { path: string };
  let place: TestPlace;
  afterEach(async () => {
    await v.end();
    await place.end();
  });

  it("is refused wherever it was changed, cut or continued, and leaves nothing behind", async () => {
    v = await filled("sqlcipher");
    place = await testPlace("sqlcipher");
    await backupVault(v.vault, v.path);
    const original = await readFile(v.path);
    const headEnd = 12 + original.readUInt32BE(8);
    const touched: Buffer[] = [];
    for (const at of [
      0,
      9,
      headEnd + 3,
      headEnd + 26,
      headEnd + 40,
      headEnd + 20_000,
      original.length - 5,
    ]) {
      const bytes = Buffer.from(original);
      bytes[at] = (bytes[at] ?? 0) ^ 0x10;
      touched.push(bytes);
    }
    for (const end of [0, 11, headEnd, headEnd + 24, headEnd + 5_000, original.length - 1]) {
      touched.push(original.subarray(0, end));
    }
    touched.push(original.subarray(0, original.length - lastFrame(original, headEnd)));
    touched.push(Buffer.concat([original, Buffer.alloc(9)]));
    for (const [i, bytes] of touched.entries()) {
      await writeFile(v.path, bytes);
      const restoring = restoreVault(place.deps, v.path, v.secret, "sqlcipher");
      await expect(restoring, `case ${i}`).rejects.toMatchObject({ code: "backup-damaged" });
      expect((await filesUnder(place.folder)).size, `case ${i}`).toBe(0);
    }
    await writeFile(v.path, original);
    expect((await restoreVault(place.deps, v.path, v.secret, "sqlcipher")).check.clean).toBe(true);
  });

  it("is refused when its head was exchanged for another that opens with the same passphrase", async () => {
    v = await filled("sqlcipher");
    place = await testPlace("sqlcipher");
    await backupVault(v.vault, v.path);
    const original = await readFile(v.path);
    const headEnd = 12 + original.readUInt32BE(8);
    const head = original.toString("utf8", 12, headEnd);
    for (const changed of [head, head.replace("sqlcipher", "postgres"), `${head} `]) {
      const bytes = Buffer.concat([
        original.subarray(0, 12),
        Buffer.from(changed),
        original.subarray(headEnd),
      ]);
      bytes.writeUInt32BE(Buffer.byteLength(changed), 8);
      await writeFile(v.path, bytes);
      const restoring = restoreVault(place.deps, v.path, v.secret, "sqlcipher");
      if (changed === head) expect((await restoring).check.clean).toBe(true);
      else await expect(restoring).rejects.toMatchObject({ code: "backup-damaged" });
      await rm(place.deps.home, { recursive: true, force: true });
    }
  });

  it("is refused when its slots are another vault's", async () => {
    v = await filled("sqlcipher");
    place = await testPlace("sqlcipher");
    await backupVault(v.vault, v.path);
    const stranger = await testVault("sqlcipher");
    const theirs = join(stranger.folder, "their.backup");
    await backupVault(stranger.vault, theirs);
    const [mine, head] = [await readFile(v.path), await readFile(theirs)];
    const body = mine.subarray(12 + mine.readUInt32BE(8));
    await writeFile(v.path, Buffer.concat([head.subarray(0, 12 + head.readUInt32BE(8)), body]));
    const restoring = restoreVault(place.deps, v.path, stranger.secret, "sqlcipher");
    await expect(restoring).rejects.toMatchObject({ code: "backup-damaged" });
    await stranger.end();
  });

  it("does not open with a wrong passphrase, over a vault, or where a file of its name is", async () => {
    v = await filled("sqlcipher");
    place = await testPlace("sqlcipher");
    await backupVault(v.vault, v.path);
    const wrong = { kind: "passphrase", text: "not this one at all" } as const;
    await expect(restoreVault(place.deps, v.path, wrong)).rejects.toMatchObject({
      code: "wrong-secret",
    });
    expect(await readdir(place.folder)).toEqual([]);
    await v.vault.close();
    await expect(restoreVault(v.deps, v.path, v.secret)).rejects.toMatchObject({ code: "exists" });
    await expect(backupVault(v.vault, v.path)).rejects.toMatchObject({ code: "exists" });
  });
});

/** Length of the last frame with its length field. */
function lastFrame(bytes: Buffer, headEnd: number): number {
  let at = headEnd + 24;
  let last = 0;
  while (at < bytes.length) {
    last = 4 + bytes.readUInt32BE(at);
    at += last;
  }
  return last;
}
