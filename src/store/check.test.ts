// An insider with raw SQL: every way of editing the database by hand is caught and named. Everyone here is invented.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CompiledQuery } from "kysely";
import { draft } from "../model/index.ts";
import { checkLedger, type Problem } from "./check.ts";
import { leafOf } from "./leaf.ts";
import {
  aClaim,
  aPerson,
  aSource,
  engineKinds,
  newRecord,
  newSource,
  openTestLedger,
  type TestLedger,
} from "./testing.ts";

describe.each(engineKinds)("check on %s", (kind) => {
  let vault: TestLedger;
  let record: string;
  beforeEach(async () => {
    vault = await openTestLedger(kind);
    const source = newSource();
    const person = newRecord();
    record = person;
    const claim = aClaim(person, source);
    await vault.ledger.append(vault.author, [aSource(source), aPerson(person, source), claim]);
    await vault.ledger.append(vault.author, [
      draft("claim.pinned", person, {
        record: person,
        property: "name",
        claim: claim.body.id,
        reason: "as in the passport",
      }),
      aClaim(person, source, "occupation", { kind: "text", text: "teacher" }),
    ]);
    expect((await checkLedger(vault.ledger.deps)).clean).toBe(true);
    await dropTriggers(vault);
  });
  afterEach(() => vault.end());

  const raw = (statement: string, params: readonly unknown[] = []) =>
    vault.engine.db.executeQuery(CompiledQuery.raw(statement, [...params]));
  const problems = async (): Promise<readonly Problem[]> => {
    const report = await checkLedger(vault.ledger.deps);
    expect(report.clean).toBe(report.problemCount === 0);
    return report.problems;
  };

  it("names an entry whose body was changed", async () => {
    await raw("UPDATE entries SET body = replace(body, 'teacher', 'trainer') WHERE seq = 4");
    expect(await problems()).toContainEqual({ kind: "changed", seq: 4 });
  });

  it.each([
    "at = at + 1",
    "author = 'mem_00000000000000000000000000'",
    "kind = 'claim.reviewed'",
    "subject = 'rec_0'",
  ])("names an entry whose header was changed: %s", async (set) => {
    await raw(`UPDATE entries SET ${set} WHERE seq = 2`);
    expect((await problems())[0]).toEqual({ kind: "changed", seq: 2 });
  });

  it("names an entry that was removed, in the middle and at the end", async () => {
    await raw("DELETE FROM entries WHERE seq = 1");
    expect((await problems())[0]).toEqual({ kind: "removed", seq: 1 });
    await raw("DELETE FROM entries WHERE seq = 4");
    expect(await problems()).toContainEqual({ kind: "removed", seq: 4 });
  });

  it("names an entry that was put in with a true leaf but without the vault's key", async () => {
    const salt = Buffer.alloc(32, 7);
    const forged = {
      at: 1,
      author: vault.author,
      device: "dev_0",
      kind: "batch.undone",
      subject: "x",
      body: '{"id":"bat_0","reason":""}',
    };
    const mark = (i: number): string => (kind === "postgres" ? `$${i}` : "?");
    const cells = [
      5,
      forged.at,
      forged.author,
      forged.device,
      forged.kind,
      forged.subject,
      forged.body,
      salt,
      leafOf(salt, forged),
      Buffer.alloc(16),
    ];
    await raw(
      `INSERT INTO entries (seq,at,author,device,kind,subject,body,salt,leaf,seal) VALUES (${cells.map((_, i) => mark(i + 1)).join(",")})`,
      cells,
    );
    expect(await problems()).toContainEqual({ kind: "inserted", seq: 5 });
  });

  it("names an entry that was rewritten together with its leaf", async () => {
    const row = await vault.engine.db
      .selectFrom("entries")
      .selectAll()
      .where("seq", "=", 4)
      .executeTakeFirstOrThrow();
    const body = (row.body ?? "").replace("teacher", "trainer");
    await vault.engine.db
      .updateTable("entries")
      .set({ body, leaf: leafOf(row.salt ?? Buffer.alloc(32), { ...row, body }) })
      .where("seq", "=", 4)
      .execute();
    expect((await problems())[0]).toEqual({ kind: "inserted", seq: 4 });
  });

  it("names an entry that was emptied without an erasure", async () => {
    await raw("UPDATE entries SET body = NULL, salt = NULL WHERE seq = 4");
    expect(await problems()).toContainEqual({ kind: "emptied", seq: 4 });
  });

  it("sees a state that was edited", async () => {
    await raw("UPDATE ledger_state SET size = size - 1");
    expect(await problems()).toContainEqual({ kind: "root" });
  });

  it("names projection rows that were changed, removed or added", async () => {
    await raw("UPDATE claims SET value = replace(value, 'teacher', 'trainer')");
    expect(await problems()).toEqual([{ kind: "row-changed", seq: 4, table: "claims" }]);
    await raw("DELETE FROM claims WHERE seq = 2");
    expect(await problems()).toContainEqual({ kind: "row-missing", seq: 2, table: "claims" });
    await raw(
      `INSERT INTO records (seq, n, id, schema, source, label, sort) VALUES (3, 0, 'rec_x', 'Person', 'src_x', 'x', 'x')`,
    );
    expect(await problems()).toContainEqual({ kind: "row-extra", seq: 3, table: "records" });
  });

  it("names rows of tables in which the latest wins", async () => {
    await raw("UPDATE pins SET reason = 'other'");
    expect(await problems()).toEqual([{ kind: "row-changed", seq: 3, table: "pins" }]);
    await raw("DELETE FROM pins");
    expect(await problems()).toEqual([{ kind: "row-missing", seq: 3, table: "pins" }]);
    await raw(
      `INSERT INTO withdrawals (seq, n, target, back, reason) VALUES (9, 0, '${record}', 0, '')`,
    );
    expect(await problems()).toContainEqual({ kind: "row-extra", seq: 9, table: "withdrawals" });
  });
});

/** What an insider does first; `check` must not depend on the triggers. */
async function dropTriggers(vault: TestLedger): Promise<void> {
  const names = [
    "entries_never_deleted",
    "entries_never_changed",
    "entries_append_only",
    "entries_no_truncate",
  ];
  const on = vault.engine.kind === "postgres" ? " ON entries" : "";
  for (const name of names) await vault.engine.define([`DROP TRIGGER IF EXISTS ${name}${on}`]);
}
