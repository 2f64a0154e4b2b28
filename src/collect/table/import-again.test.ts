// The same table again, and again changed, on both engines. Everyone in them is invented.
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Mapping } from "../../model/index.ts";
import { checkLedger } from "../../store/index.ts";
import { type CollectDeps, dryRun, importTable, undoBatch } from "../index.ts";
import { engineKinds, openTestCollect, type TestCollect } from "../testing.ts";
import {
  addCsv,
  firstList,
  header,
  importCsv,
  mapping,
  series,
  standing,
} from "./testing-tables.ts";

describe.each(engineKinds)("importing again on %s", (kind) => {
  let vault: TestCollect;
  let deps: CollectDeps;
  beforeAll(async () => {
    vault = await openTestCollect(kind);
    deps = vault.deps;
  });
  afterAll(() => vault.end());

  const db = () => deps.ledger.deps.engine.db;

  it("updates changed cells, adds new rows and leaves the rest, never a duplicate", async () => {
    const name = series("updated");
    const one = await importCsv(deps, firstList, name);
    const changed = `${header}2,Invented Gulnur,1981,teacher; driver,2018,,,z\n3,Invented Talgat,1990,,,,,\n1,Invented Aybek,1970-05-01,farmer,2017-03,Invented camp,650101197005010011,x\n`;
    const source = await addCsv(deps, changed);
    const tried = await dryRun(deps, { source, mapping, series: name });
    expect(tried).toMatchObject({ rows: 3, add: 1, update: 1, unchanged: 1, fail: 0 });
    expect(tried.reports.find((r) => r.outcome === "update")?.changes).toEqual([
      { property: "birthDate", from: "1980", to: "1981" },
      { property: "occupation", from: "nurse", to: "driver" },
    ]);
    const two = await importTable(deps, { source, mapping, series: name });
    expect(two).toMatchObject({ rows: 3, added: 1, updated: 1, unchanged: 1, failed: 0 });
    expect(await standing(deps, [one.id, two.id], "2")).toMatchObject({
      birthDate: ["1981"],
      occupation: ["teacher", "driver"],
      from: ["2018"],
    });
    const again = await importTable(deps, {
      source: await addCsv(deps, changed),
      mapping,
      series: name,
    });
    expect(again).toMatchObject({ added: 0, updated: 0, unchanged: 3 });
    await undoBatch(deps, { id: two.id, reason: "the list was withdrawn" });
    expect(await standing(deps, [one.id, two.id], "2")).toMatchObject({
      birthDate: ["1980"],
      occupation: ["teacher", "nurse"],
    });
    const back = await importTable(deps, {
      source: await addCsv(deps, changed),
      mapping,
      series: name,
    });
    expect(back).toMatchObject({ added: 1, updated: 1, unchanged: 1 });
  });

  it("does not bring back what a person corrected or rejected", async () => {
    const name = series("corrected");
    const one = await importCsv(deps, firstList, name);
    const claim = await db()
      .selectFrom("claims")
      .select(["id", "record"])
      .where("batch", "=", one.id)
      .where("property", "=", "birthDate")
      .orderBy("seq")
      .executeTakeFirstOrThrow();
    await deps.ledger.append(deps.actor.member, [
      {
        kind: "claim.reviewed",
        subject: claim.record,
        body: { claim: claim.id, record: claim.record, state: "rejected" },
      } as never,
    ]);
    expect(await importCsv(deps, firstList, name)).toMatchObject({
      unchanged: 2,
      updated: 0,
      added: 0,
    });
    expect((await standing(deps, [one.id], "1"))["birthDate"]).toBeUndefined();
  });

  it("matches whole rows where there is no key", async () => {
    const plain: Mapping = {
      schema: "Person",
      columns: [
        { column: "Name", property: "name" },
        { column: "Age", property: "age" },
      ],
    };
    const name = series("keyless");
    const text = "Name,Age\nInvented A,30\nInvented B,40\nInvented A,30\n";
    expect(await importCsv(deps, text, name, plain)).toMatchObject({
      rows: 3,
      added: 2,
      unchanged: 1,
    });
    expect(await importCsv(deps, text.replace("40", "41"), name, plain)).toMatchObject({
      added: 1,
      unchanged: 2,
    });
  });

  it("imports one series at a time", async () => {
    const source = await addCsv(deps, firstList);
    const name = series("busy");
    const both = await Promise.allSettled(
      [1, 2].map(() => importTable(deps, { source, mapping, series: name })),
    );
    expect(both.map((r) => r.status)).toEqual(["fulfilled", "rejected"]);
    expect(await importTable(deps, { source, mapping, series: name })).toMatchObject({
      unchanged: 2,
    });
  });

  it("never duplicates, whatever is imported after whatever", async () => {
    const row = fc.record({
      key: fc.integer({ min: 1, max: 6 }),
      name: fc.constantFrom("Invented A", "Invented B", "", "Вымысел"),
      born: fc.constantFrom("1970", "1971", "soon", ""),
    });
    const table = fc.uniqueArray(row, { maxLength: 6, selector: (r) => r.key });
    const plan: Mapping = {
      schema: "Person",
      keyColumn: "k",
      columns: [
        { column: "k", property: "listNumber" },
        { column: "n", property: "name" },
        { column: "b", property: "birthDate" },
      ],
    };
    const text = (rows: readonly { key: number; name: string; born: string }[]) =>
      `k,n,b\n${rows.map((r) => `${r.key},${r.name},${r.born}\n`).join("")}0,Invented Last,\n`;
    await fc.assert(
      fc.asyncProperty(fc.array(table, { minLength: 1, maxLength: 3 }), async (versions) => {
        const name = series("any");
        const batches: string[] = [];
        for (const version of versions)
          batches.push((await importCsv(deps, text(version), name, plan)).id);
        const again = await importCsv(deps, text(versions.at(-1) ?? []), name, plan);
        expect(again).toMatchObject({
          added: 0,
          updated: 0,
          unchanged: (versions.at(-1)?.length ?? 0) + 1,
        });
        const keys = (
          await db()
            .selectFrom("records")
            .select("key")
            .where("batch", "in", [...batches, again.id])
            .execute()
        ).map((r) => r.key);
        expect(new Set(keys).size).toBe(keys.length);
        for (const { key, name: wanted, born } of versions.at(-1) ?? []) {
          const now = await standing(deps, batches, String(key));
          if (wanted !== "") expect(now["name"]).toContain(wanted);
          if (born.startsWith("19")) expect(now["birthDate"]).toEqual([born]);
        }
      }),
      { numRuns: 12 },
    );
  });

  it("leaves a clean ledger", async () => {
    expect(await checkLedger(deps.ledger.deps)).toMatchObject({ clean: true });
  });
});
