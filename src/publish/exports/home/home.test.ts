// Everything home and back: the same root on the other engine, and nothing that was touched is believed. All of it is invented.
import { randomBytes } from "node:crypto";
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { execFileSync } from "node:child_process";
import { afterEach, describe, expect, it } from "vitest";
import { type Actor, rightsOfAll } from "../../../access/index.ts";
import { draft } from "../../../model/index.ts";
import {
  checkLedger,
  deriveVaultKeys,
  openSlots,
  openVault,
  readVaultFile,
} from "../../../store/index.ts";
import {
  aClaim,
  aPerson,
  aSource,
  engineKinds,
  newRecord,
  newSource,
  testPlace,
  testVault,
  type TestPlace,
  type TestVault,
} from "../../../store/testing.ts";
import { readHome } from "./read-home.ts";
import { writeHome } from "./write-home.ts";

const other = { sqlcipher: "postgres", postgres: "sqlcipher" } as const;

async function exported(kind: "sqlcipher" | "postgres") {
  const v = await testVault(kind);
  const source = newSource();
  const record = newRecord();
  await v.vault.ledger.append(v.member, [aSource(source), aPerson(record, source)]);
  await v.vault.ledger.append(
    v.member,
    Array.from({ length: 50 }, () => aClaim(record, source)),
  );
  for (const size of [0, 1, 70_001]) {
    const kept = await v.vault.files.keep(randomBytes(size), { limitBytes: 100_000 });
    await v.vault.ledger.append(v.member, [
      draft("file.kept", kept.hash, { hash: kept.hash, size, mime: "application/octet-stream" }),
    ]);
  }
  const actor = { member: v.member, rights: rightsOfAll(["keeper"]) } as Actor;
  const dir = join(v.folder, "home-export");
  const { ledger, files } = v.vault;
  const deps = {
    home: v.deps.home,
    db: v.vault.engine.db,
    ledger,
    files,
    clock: v.deps.clock,
    program: "Guwah test",
  };
  const written = await writeHome(deps, actor, { dir });
  return { v, dir, written, deps, actor };
}

describe.each(engineKinds)("everything of a vault on %s", (kind) => {
  let v: TestVault;
  let place: TestPlace | undefined;
  afterEach(async () => {
    await v.end();
    await place?.end([v.vault.id]);
    place = undefined;
  });

  it("comes back on the other engine with the same root, every entry and every file", async () => {
    const made = await exported(kind);
    v = made.v;
    const before = await checkLedger(v.vault.ledger.deps);
    expect(made.written).toMatchObject({ files: 3, lost: 0, root: before.root });
    // A stranger's tool reads it.
    expect(
      execFileSync("sha256sum", ["-c", "--quiet", "SHA256SUMS"], { cwd: made.dir }).length,
    ).toBe(0);

    place = await testPlace(other[kind]);
    const report = await readHome(place.deps, made.dir, v.secret, other[kind]);
    expect(report).toMatchObject({
      root: before.root,
      files: 3,
      check: { clean: true, root: before.root },
    });
    const opened = await openSlots(await readVaultFile(place.deps.home), v.secret);
    if (opened === null) throw new Error("the passphrase opens no slot");
    const there = await openVault({ ...place.deps, keys: deriveVaultKeys(opened.bundle.vaultKey) });
    const rows = (vault: typeof there) =>
      vault.engine.db
        .selectFrom("entries")
        .select(["seq", "body", "kind"])
        .orderBy("seq")
        .execute();
    expect(await rows(there)).toEqual(await rows(v.vault));
    await there.ledger.append(v.member, [aSource()]);
    expect((await checkLedger(there.ledger.deps)).clean).toBe(true);
    await there.close();
  });

  it("writes down that it was taken, before it is, and only for those who may keep", async () => {
    const made = await exported(kind);
    v = made.v;
    const lines = (await readFile(join(made.dir, "ledger.jsonl"), "utf8")).trimEnd().split("\n");
    expect(lines.at(-1)).toContain('"kind":"custody.noted"');
    const weaker = { member: v.member, rights: rightsOfAll(["publisher"]) } as Actor;
    await expect(
      writeHome(made.deps, weaker, { dir: join(v.folder, "second") }),
    ).rejects.toMatchObject({ code: "access/not-allowed" });
    expect(await readdir(v.folder)).not.toContain("second");
  });
});

describe("an export that was touched", () => {
  let v: TestVault;
  let place: TestPlace;
  afterEach(async () => {
    await v.end();
    await place.end();
  });

  async function refused(touch: (dir: string) => Promise<void>): Promise<unknown> {
    const made = await exported("sqlcipher");
    v = made.v;
    place = await testPlace("sqlcipher");
    await touch(made.dir);
    const error: unknown = await readHome(place.deps, made.dir, v.secret).then(
      () => null,
      (cause: unknown) => cause,
    );
    expect(await readdir(place.deps.home).catch(() => [])).not.toContain("vault.json");
    return error;
  }
  const edit =
    (name: string, change: (text: string) => string) =>
    async (dir: string): Promise<void> => {
      const path = join(dir, name);
      await writeFile(path, change(await readFile(path, "utf8")));
    };
  const lines = (change: (all: string[]) => string[]) =>
    edit("ledger.jsonl", (text) => `${change(text.trimEnd().split("\n")).join("\n")}\n`);

  it.each([
    ["a word of an entry", lines((all) => all.with(6, (all[6] ?? "").replace("rec_", "rex_"))), 7],
    [
      "two lines in each other's place",
      lines((all) => all.with(4, all[5] ?? "").with(5, all[4] ?? "")),
      5,
    ],
    ["a line left out", lines((all) => all.toSpliced(9, 1)), 10],
    ["a seal", lines((all) => all.with(3, (all[3] ?? "").replace(/"seal":"../, '"seal":"zz'))), 4],
    ["a blank more", lines((all) => all.with(2, (all[2] ?? "").replace('","', '", "'))), 3],
    ["a line that is no JSON", lines((all) => all.with(8, "{")), 9],
  ])("is refused with its line: %s", async (_what, touch, line) => {
    expect(await refused(touch)).toMatchObject({
      code: "publish/damaged-export",
      details: { line },
    });
  });

  it.each([
    ["the last line cut off", edit("ledger.jsonl", (text) => text.slice(0, -30))],
    ["the last lines gone", lines((all) => all.slice(0, -2))],
    [
      "another root",
      edit("manifest.json", (text) => text.replace(/"root":"[0-9a-f]{4}/, '"root":"0000')),
    ],
    [
      "a file changed",
      async (dir: string) => {
        const [first] = (
          await readdir(join(dir, "files"), { recursive: true, withFileTypes: true })
        ).filter((e) => e.isFile());
        if (first === undefined) throw new Error("no file");
        await writeFile(join(first.parentPath, first.name), "something else");
      },
    ],
    ["the files gone", async (dir: string) => rm(join(dir, "files"), { recursive: true })],
  ])("is refused: %s", async (_what, touch) => {
    expect(await refused(touch)).toMatchObject({ code: "publish/damaged-export" });
  });
});
