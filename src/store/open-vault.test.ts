// A vault on both engines: opened, closed, refused, and unreadable on disk. Everyone here is invented.
import { execFileSync } from "node:child_process";
import { mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { Secret } from "../runtime/index.ts";
import { checkLedger } from "./check.ts";
import { randomKey, deriveVaultKeys } from "./keys.ts";
import { sealOf } from "./leaf.ts";
import { makeVault } from "./make-vault.ts";
import { openVault } from "./open-vault.ts";
import {
  aClaim,
  aPerson,
  aSource,
  engineKinds,
  newRecord,
  newSource,
  postgresUrl,
} from "./testing.ts";
import {
  dropVault,
  filesUnder,
  quickKdf,
  type TestVault,
  testPlace,
  testVault,
} from "./vault-testing.ts";
import { newVaultFile } from "./vault-file.ts";

describe.each(engineKinds)("a vault on %s", (kind) => {
  let v: TestVault;
  afterEach(() => v.end());

  it("holds after closing and opening what was written before, on the same device", async () => {
    v = await testVault(kind);
    const kept = await v.vault.files.keep(Buffer.from("invented words"), { limitBytes: 100 });
    await v.vault.close();
    const again = await openVault({ ...v.deps, keys: await v.unlock() });
    expect(again.device).toBe(v.vault.device);
    expect((await again.files.bytes(kept.hash, 100)).toString()).toBe("invented words");
    const report = await checkLedger(again.ledger.deps);
    expect(report).toMatchObject({ clean: true, entries: 2 });
    await again.close();
  });

  it("has zeros for keys once it is closed", async () => {
    v = await testVault(kind);
    const leaf = Buffer.alloc(32, 1);
    const seal = sealOf(v.vault.keys.seal, 7, leaf);
    await v.vault.close();
    // No copy is kept anywhere that would still seal.
    expect(sealOf(v.vault.keys.seal, 7, leaf).equals(seal)).toBe(false);
    expect(Object.values(v.vault.keys).every((key: Buffer) => key.every((b) => b === 0))).toBe(
      true,
    );
    await expect(v.vault.engine.db.selectFrom("entries").selectAll().execute()).rejects.toThrow();
  });

  it("finishes the transaction that runs before it closes", async () => {
    v = await testVault(kind);
    const source = newSource();
    const writing = v.vault.ledger.append(v.member, [aSource(source)]);
    await v.vault.close();
    const [entry] = await writing;
    const again = await openVault({ ...v.deps, keys: await v.unlock() });
    const rows = await again.engine.db.selectFrom("sources").select("seq").execute();
    expect(rows).toEqual([{ seq: entry?.seq }]);
    expect((await checkLedger(again.ledger.deps)).clean).toBe(true);
    await again.close();
  });

  it("is not made where something is already, and what was there stays", async () => {
    v = await testVault(kind);
    await v.vault.close();
    const before = await filesUnder(v.deps.home);
    const file = newVaultFile(kind, quickKdf());
    const making = makeVault(v.deps, file, deriveVaultKeys(randomKey()), () => Promise.resolve());
    await expect(making).rejects.toMatchObject({ code: "exists" });
    expect(await filesUnder(v.deps.home)).toEqual(before);
  });

  it("leaves nothing when its making fails", async () => {
    v = await testVault(kind);
    const place = await testPlace(kind);
    const file = newVaultFile(kind, quickKdf());
    const making = makeVault(place.deps, file, deriveVaultKeys(randomKey()), async (parts) => {
      await parts.files.keep(Buffer.from("x"), { limitBytes: 1 });
      throw new Error("planted");
    });
    await expect(making).rejects.toThrow("planted");
    expect(await readdir(place.deps.home)).toEqual([]);
    if (kind === "postgres") {
      const schemas = await v.vault.engine.db.introspection.getSchemas();
      expect(schemas.map((s) => s.name)).not.toContain(`guwah_${file.vault}`);
      expect(schemas.map((s) => s.name)).toContain(`guwah_${v.vault.id}`);
    }
    await place.end();
  });

  it("writes neither names nor texts nor file contents anywhere in the clear", async () => {
    const before = new Set(await readdir(tmpdir()));
    v = await testVault(kind);
    const name = "Мадина Ойдан-Шығарылған";
    const words = "the yellow gate was opened at dawn, said an invented neighbour";
    const source = newSource();
    const record = newRecord();
    const text = { kind: "text" as const, text: words };
    await v.vault.ledger.append(v.member, [
      aSource(source, words),
      aPerson(record, source, name),
      aClaim(record, source, "occupation", text),
    ]);
    await v.vault.files.keep(Buffer.from(`${name}: ${words}`.repeat(5_000)), {
      limitBytes: 10_000_000,
    });

    // Looked at while the vault is open, with its write-ahead log, and again after closing.
    const added = (await readdir(tmpdir())).filter((entry) => !before.has(entry));
    const places = [
      v.deps.home,
      ...added.filter((a) => !a.startsWith("guwah-postgres")).map((a) => join(tmpdir(), a)),
    ];
    if (kind === "sqlcipher")
      expect((await stat(join(v.deps.home, "vault.db-wal"))).size).toBeGreaterThan(1_000);
    for (const needle of [name, words]) expect(grep(needle, places)).toEqual([]);
    await v.vault.close();
    for (const needle of [name, words]) expect(grep(needle, places)).toEqual([]);

    // The search would have found it: in a file of its own, and inside binary bytes.
    const control = await mkdtemp(join(v.folder, "control-"));
    await writeFile(
      join(control, "leak"),
      Buffer.concat([Buffer.alloc(5_000, 7), Buffer.from(name)]),
    );
    expect(grep(name, [...places, control])).toEqual([join(control, "leak")]);
  });
});

/** Files under these places that hold the text, in UTF-8. */
function grep(needle: string, places: readonly string[]): string[] {
  try {
    const found = execFileSync("grep", ["-rlaF", "--", needle, ...places], { encoding: "utf8" });
    return [...new Set(found.trim().split("\n"))];
  } catch (cause) {
    // grep answers 1 for "nothing found"; anything else is a search that did not take place.
    if (cause instanceof Error && "status" in cause && cause.status === 1) return [];
    throw cause;
  }
}

describe("a vault in a folder", () => {
  let v: TestVault;
  afterEach(() => v.end());

  it("is held by one process, which is named to the next", async () => {
    v = await testVault("sqlcipher");
    await v.vault.announce(4824);
    const keys = await v.unlock();
    await expect(openVault({ ...v.deps, keys })).rejects.toMatchObject({
      code: "in-use",
      details: { pid: process.pid, port: 4824 },
    });
  });

  it("finishes a making that was cut off between vault.json and the database's name", async () => {
    v = await testVault("sqlcipher");
    await v.vault.close();
    const { home } = v.deps;
    await rename(join(home, "vault.db"), join(home, "vault.db.new"));
    const again = await openVault({ ...v.deps, keys: await v.unlock() });
    expect((await checkLedger(again.ledger.deps)).entries).toBe(2);
    await again.close();
    expect(await readdir(home)).not.toContain("vault.db.new");
  });

  it("makes a vault where an earlier making was cut off before vault.json", async () => {
    v = await testVault("sqlcipher");
    const place = await testPlace("sqlcipher");
    const file = newVaultFile("sqlcipher", quickKdf());
    const keys = deriveVaultKeys(randomKey());
    await makeVault(place.deps, file, keys, () => Promise.resolve());
    await rename(join(place.deps.home, "vault.db"), join(place.deps.home, "vault.db.new"));
    await rm(join(place.deps.home, "vault.json"));
    const made = makeVault(place.deps, file, deriveVaultKeys(randomKey()), () =>
      Promise.resolve("made"),
    );
    expect(await made).toBe("made");
    await place.end();
  });

  it("is refused, not filled anew, when its database is gone", async () => {
    v = await testVault("sqlcipher");
    await v.vault.close();
    const keys = await v.unlock();
    await rm(join(v.deps.home, "vault.db"));
    await expect(openVault({ ...v.deps, keys })).rejects.toMatchObject({ code: "not-a-vault" });
    expect(await readdir(v.deps.home)).not.toContain("vault.db");
    expect(await readdir(v.deps.home)).not.toContain("vault.lock");
  });

  it("does not open with another vault's keys", async () => {
    v = await testVault("sqlcipher");
    await v.vault.close();
    const opening = openVault({ ...v.deps, keys: deriveVaultKeys(randomKey()) });
    await expect(opening).rejects.toMatchObject({ code: "wrong-key" });
  });

  it("can be read by its owner only", async () => {
    v = await testVault("sqlcipher");
    await v.vault.files.keep(Buffer.from("invented"), { limitBytes: 100 });
    const modes = [(await stat(v.deps.home)).mode];
    for (const path of (await filesUnder(v.deps.home)).keys()) {
      modes.push((await stat(path)).mode);
    }
    expect(modes.every((mode) => (mode & 0o077) === 0)).toBe(true);
  });
});

describe("a vault whose database is elsewhere", () => {
  it("says so when no address, or the address of another database, is given", async () => {
    const v = await testVault("postgres");
    await v.vault.close();
    const nowhere = openVault({ ...v.deps, databaseUrl: null, keys: await v.unlock() });
    await expect(nowhere).rejects.toMatchObject({ code: "engine-lost" });

    const json = JSON.parse(await readFile(join(v.deps.home, "vault.json"), "utf8")) as object;
    const other = "f".repeat(32);
    await writeFile(join(v.deps.home, "vault.json"), JSON.stringify({ ...json, vault: other }));
    const wrong = {
      ...v.deps,
      databaseUrl: new Secret(postgresUrl()),
      keys: deriveVaultKeys(randomKey()),
    };
    await expect(openVault(wrong)).rejects.toMatchObject({ code: "not-a-vault" });
    await dropVault(other);
    await v.end();
  });
});
