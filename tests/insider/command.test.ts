// `guwah check` after the database and a file were edited by hand, with the vault's own key: it names each, and ends with 6.
// Everyone in it is invented.
import { readFile, writeFile } from "node:fs/promises";
import { CompiledQuery } from "kysely";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import type { Engine, VaultReport } from "../../src/store/index.ts";
import { type Stored, tamperedVault, type TamperedVault } from "./tampered-vault.ts";

describe.each(["sqlcipher", "postgres"] as const)("guwah check on %s", (engine) => {
  let made: TamperedVault;
  beforeAll(async () => {
    made = await tamperedVault(engine, inject("postgresUrl"));
  });
  afterAll(() => made.end());

  async function check(): Promise<{ code: number; report: VaultReport; stderr: string }> {
    const { code, stdout, stderr } = await made.guwah("check", "--json");
    return { code, report: JSON.parse(stdout) as VaultReport, stderr };
  }
  /** Statements of an insider, each on its own. */
  async function edit(...statements: string[]): Promise<void> {
    const bare = await made.database();
    try {
      for (const text of statements) await bare.db.executeQuery(CompiledQuery.raw(text));
    } finally {
      await bare.close();
    }
  }

  it("ends with 0 on what nobody touched", async () => {
    const { code, report } = await check();
    expect({ code, clean: report.clean, problems: report.problems }).toEqual({
      code: 0,
      clean: true,
      problems: [],
    });
    expect(report.files).toBe(made.files.length);
  });

  it("is not given the ledger to change: the database itself refuses", async () => {
    await expect(edit("UPDATE entries SET at = at + 1")).rejects.toThrow();
    await expect(edit("DELETE FROM entries WHERE seq = 1")).rejects.toThrow();
    expect((await check()).code).toBe(0);
  });

  it("names a changed, a removed and an inserted row, a changed entry, and a file with one byte flipped", async () => {
    const job = await seqOf("claims", "property = 'occupation'");
    const name = await seqOf("claims", "property = 'name'");
    const record = await seqOf("records", `id = '${made.person}'`);
    await edit(
      ...triggersOff(engine),
      "UPDATE claims SET value = replace(value, 'teacher', 'trainer') WHERE property = 'occupation'",
      "DELETE FROM claims WHERE property = 'name'",
      "INSERT INTO withdrawals (seq, n, target, back, reason) VALUES (900, 0, 'rec_x', 0, 'x')",
      `UPDATE entries SET body = replace(body, 'Yerlan', 'Nurlan') WHERE seq = ${record}`,
    );
    const file = made.files[0] as Stored;
    const bytes = await readFile(file.path);
    bytes[30] = (bytes[30] ?? 0) ^ 1;
    await writeFile(file.path, bytes);

    const { code, report, stderr } = await check();
    expect(code).toBe(6);
    expect(report.clean).toBe(false);
    expect(report.problems).toEqual(
      expect.arrayContaining([
        { kind: "row-changed", seq: job, table: "claims" },
        { kind: "row-missing", seq: name, table: "claims" },
        { kind: "row-extra", seq: 900, table: "withdrawals" },
        { kind: "changed", seq: record },
        { kind: "file-damaged", seq: file.seq, file: file.hash },
      ]),
    );
    // What it says names entries by number; nobody in the vault is named on a terminal.
    for (const told of [stderr, (await made.guwah("check")).stdout])
      expect(told).not.toMatch(/Yerlan|Nurlan|teacher|trainer/);
  });

  it("says the same in words, first the first entry", async () => {
    const { code, stdout } = await made.guwah("check");
    expect(code).toBe(6);
    expect(stdout).toContain("NOT clean");
    expect(stdout).toMatch(/changed · entry \d+/);
    expect(stdout).toContain(`file ${made.files[0]?.hash}`);
  });

  async function seqOf(table: "claims" | "records", where: string): Promise<number> {
    const bare = await made.database();
    const query = CompiledQuery.raw(`SELECT seq FROM ${table} WHERE ${where}`);
    const { rows } = await bare.db.executeQuery(query);
    await bare.close();
    return (rows[0] as { seq: number }).seq;
  }
});

/** What an insider does first; the check must not depend on it. */
function triggersOff(engine: Engine["kind"]): string[] {
  const names = ["never_deleted", "never_changed", "append_only", "no_truncate"];
  const on = engine === "postgres" ? " ON entries" : "";
  return names.map((name) => `DROP TRIGGER IF EXISTS entries_${name}${on}`);
}
