// Checkpoints on both engines: what is signed, what a rewritten, cut or put back database gives, and what a kept one tells.
import { copyFile, readFile, rm, writeFile } from "node:fs/promises";
import { randomBytes } from "node:crypto";
import { sql } from "kysely";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import {
  formatCheckpoint,
  parseCheckpoint,
  parseVerifierKey,
  rootOf,
  signNote,
  TreeFrontier,
  verifyNote,
} from "../proof/index.ts";
import { checkLedger, rebuild } from "../store/index.ts";
import { beginLog } from "./begin-log.ts";
import { allLogs, checkpointRows } from "./checkpoints.store.ts";
import { compareCheckpoint } from "./compare-checkpoint.ts";
import { keptPath } from "./kept-checkpoint.ts";
import { leavesBetween } from "./ledger-tree.ts";
import { logSigner } from "./log-key.ts";
import { makeCheckpoint } from "./make-checkpoint.ts";
import { engineKinds, refusedWith, testPreserve, type TestPreserve } from "./testing.ts";
import { verifyCheckpoints } from "./verify-checkpoints.ts";

describe.each(engineKinds)("checkpoints on %s", (engine) => {
  let test: TestPreserve;
  const make = (why: Parameters<typeof makeCheckpoint>[2] = "hand") =>
    makeCheckpoint(test.deps, test.keeper, why);
  const kinds = async () => (await verifyCheckpoints(test.deps)).alarms.map((a) => a.kind);

  beforeEach(async () => {
    test = await testPreserve(engine);
  });
  afterEach(() => test.end());

  /** What an insider does who holds every key: other content, every leaf, seal and root computed anew. */
  async function rewrite(seq: number): Promise<void> {
    await dropTriggers(test);
    const { db } = test.deps;
    const leaf = randomBytes(32);
    await db.updateTable("entries").set({ leaf }).where("seq", "=", seq).execute();
    const frontier = TreeFrontier.empty().appendAll(await everyLeaf());
    await db
      .updateTable("ledger_state")
      .set({ frontier: frontier.toBytes(), root: frontier.root() })
      .execute();
  }
  async function everyLeaf(): Promise<Uint8Array[]> {
    const rows = await test.deps.db.selectFrom("entries").select("leaf").orderBy("seq").execute();
    return rows.map((row) => row.leaf);
  }
  async function cutTo(size: number): Promise<void> {
    await dropTriggers(test);
    const { db } = test.deps;
    const frontier = TreeFrontier.empty().appendAll((await everyLeaf()).slice(0, size));
    for (const table of ["entries", "checkpoints", "logs", "current_log", "sources"] as const) {
      await db.deleteFrom(table).where("seq", ">=", size).execute();
    }
    await db
      .updateTable("ledger_state")
      .set({ size, frontier: frontier.toBytes(), root: frontier.root() })
      .execute();
  }

  it("sign the root over the leaves that are there, under a name that says nothing", async () => {
    await test.grow(3);
    const { note, size, made, origin } = await make();
    expect(made).toBe(true);
    const [log] = await allLogs(test.deps.db);
    expect(log?.origin).toBe(origin);
    expect(origin).toMatch(/^guwah\/[0-9a-f]{32}$/);
    const verdict = verifyNote(note, [parseVerifierKey(log?.vkey ?? "")]);
    if (verdict.kind !== "verified") throw new Error(verdict.kind);
    const checkpoint = parseCheckpoint(verdict.text);
    // Three sources, and the entry that began the log.
    expect(checkpoint).toMatchObject({ origin, size: 4 });
    expect(rootOf(await leavesBetween(test.deps.db, 0, size)).equals(checkpoint.root)).toBe(true);
    expect(checkpoint.extensions).toBeUndefined();
  });

  it("are made again only when something was written", async () => {
    await test.grow(1);
    const first = await make();
    expect(await make("schedule")).toEqual({ ...first, made: false });
    await test.grow(1);
    const second = await make("schedule");
    expect(second.made).toBe(true);
    expect(second.size).toBeGreaterThan(first.size);
    expect(second.origin).toBe(first.origin);
  });

  it("all hold, before and after the tables are replayed; the ledger's own check agrees", async () => {
    for (const more of [1, 2, 5, 1]) {
      await test.grow(more);
      await make();
    }
    const before = await checkpointRows(test.deps.db);
    const held = { checked: 5, cosignatures: 0, alarms: [] };
    expect(await verifyCheckpoints(test.deps)).toEqual(held);
    expect((await checkLedger(test.vault.ledger.deps)).clean).toBe(true);
    await rebuild(test.vault.ledger.deps);
    expect(await checkpointRows(test.deps.db)).toEqual(before);
    expect(await verifyCheckpoints(test.deps)).toEqual(held);
  });

  it("raise an alarm when history was rewritten with every hash computed anew, and nothing more is signed", async () => {
    await test.grow(4);
    await make();
    await test.grow(3);
    await rewrite(2);
    expect(await kinds()).toEqual(["checkpoint-rewritten"]);
    expect(await refusedWith(make)).toBe("ledger-rewritten");
    expect((await checkpointRows(test.deps.db)).length).toBe(1);
  });

  it("are not alarmed by what was rewritten after them; the next one is simply another", async () => {
    await test.grow(4);
    const { size } = await make();
    await test.grow(3);
    await rewrite(size + 1);
    expect(await kinds()).toEqual([]);
  });

  it("raise an alarm when the database was put back to an older state", async () => {
    await test.grow(2);
    await make();
    const { size } = await make();
    await test.grow(2);
    await make();
    await cutTo(size + 2);
    expect(await kinds()).toEqual(["checkpoint-ahead"]);
    expect(await refusedWith(make)).toBe("ledger-shortened");
  });

  it("raise an alarm when the database was put back to before there were any", async () => {
    await test.grow(2);
    await make();
    await cutTo(1);
    expect(await kinds()).toEqual(["checkpoint-ahead"]);
  });

  it("raise an alarm when the entries and the stored checkpoints were rewritten alike, but not the kept one", async () => {
    await test.grow(4);
    const { origin } = await make();
    await rewrite(2);
    const { db, keys } = test.deps;
    const [row] = await checkpointRows(db);
    const size = row?.size ?? 0;
    const forged = TreeFrontier.empty().appendAll(await leavesBetween(db, 0, size));
    const text = formatCheckpoint({ origin, size, root: forged.root() });
    const note = signNote(text, [logSigner(keys.root, origin)]);
    const frontier = forged.toBytes().toString("hex");
    await db.updateTable("checkpoints").set({ note, frontier }).execute();
    expect(await kinds()).toEqual(["checkpoint-rewritten"]);
    expect(await refusedWith(make)).toBe("ledger-rewritten");
  });

  it("tell a stored one that another key signed, and a kept one that was damaged", async () => {
    await test.grow(2);
    const { origin, size } = await make();
    const root = Buffer.alloc(32, 1);
    const note = signNote(formatCheckpoint({ origin, size, root }), [
      logSigner(randomBytes(32), origin),
    ]);
    await test.deps.db.updateTable("checkpoints").set({ note }).execute();
    const path = keptPath(test.deps.home);
    const bytes = await readFile(path);
    bytes[40] = (bytes[40] ?? 0) ^ 1;
    await writeFile(path, bytes);
    expect(await kinds()).toEqual(["checkpoint-forged", "checkpoint-damaged"]);
    expect(await refusedWith(make)).toBe("ledger-rewritten");
  });

  it("lie beside the database unreadable, and go on where a restored folder has none", async () => {
    await test.grow(2);
    const { note, origin } = await make();
    const path = keptPath(test.deps.home);
    const bytes = await readFile(path);
    expect(bytes.includes(origin)).toBe(false);
    expect(bytes.includes(origin.slice(6))).toBe(false);
    expect(note).toContain(origin);
    await rm(path);
    expect(await kinds()).toEqual([]);
    await make();
    expect((await readFile(path)).length).toBe(bytes.length);
  });

  it("are refused to nobody who may read, and a new name is a keeper's decision", async () => {
    await test.grow(1);
    const { origin } = await makeCheckpoint(test.deps, test.as("publisher"), "export");
    expect(await refusedWith(() => beginLog(test.deps, test.as("analyst"), "x"))).toBe(
      "access/not-allowed",
    );
    const begun = await beginLog(test.deps, test.keeper, "restored from an older backup");
    expect(begun.origin).not.toBe(origin);
    await test.grow(1);
    expect((await make()).origin).toBe(begun.origin);
    expect(await kinds()).toEqual([]);
  });

  describe("kept elsewhere", () => {
    const compare = (note: string) => compareCheckpoint(test.deps, note);

    it("show that the ledger of today grew out of them, at every size", async () => {
      const notes: { note: string; size: number }[] = [];
      for (let i = 0; i < 6; i++) {
        await test.grow(1 + (i % 3));
        notes.push(await make());
      }
      for (const { note, size } of notes) {
        expect(await compare(note)).toMatchObject({ verdict: "extends", size, listed: true });
      }
    });

    it("show a rewritten and a cut ledger, even when nothing in the vault tells", async () => {
      await test.grow(5);
      const { note } = await make();
      await rewrite(0);
      await rm(keptPath(test.deps.home));
      expect((await compare(note)).verdict).toBe("rewritten");
      await cutTo(3);
      expect((await compare(note)).verdict).toBe("other-ledger");
    });

    it("have a verdict each for what is not this ledger's checkpoint", async () => {
      await test.grow(2);
      const { origin, note, size } = await make();
      const root = Buffer.alloc(32, 7);
      const signed = (name: string, key: Buffer, at = size) =>
        signNote(formatCheckpoint({ origin: name, size: at, root }), [logSigner(key, name)]);
      const { root: ours } = test.deps.keys as { root: Buffer };
      const elsewhere = `guwah/${"0".repeat(32)}`;
      expect((await compare(signed(elsewhere, ours))).verdict).toBe("other-ledger");
      expect((await compare(signed(origin, randomBytes(32)))).verdict).toBe("forged");
      expect((await compare(signed(origin, ours, size + 50))).verdict).toBe("shortened");
      expect((await compare(signed(origin, ours))).verdict).toBe("rewritten");
      for (const text of ["", "x", note.slice(1, 60), `${note}\u0000`, "a\n".repeat(500_000)]) {
        expect((await compare(text)).verdict).toBe("malformed");
      }
    });
  });

  it("survive a kept file from an earlier moment, as a crash leaves it", async () => {
    await test.grow(2);
    await make();
    const path = keptPath(test.deps.home);
    await copyFile(path, `${path}.old`);
    await test.grow(2);
    const second = await make();
    await copyFile(`${path}.old`, path);
    expect(await kinds()).toEqual([]);
    expect(await make()).toMatchObject({ size: second.size, made: false });
    expect((await readFile(path)).equals(await readFile(`${path}.old`))).toBe(false);
  });
});

async function dropTriggers({ vault, deps }: TestPreserve): Promise<void> {
  const on = vault.engine.kind === "postgres" ? " ON entries" : "";
  for (const name of ["never_deleted", "never_changed", "append_only", "no_truncate"]) {
    await sql.raw(`DROP TRIGGER IF EXISTS entries_${name}${on}`).execute(deps.db);
  }
}
