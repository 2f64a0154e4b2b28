// Tables become records and claims, on both engines. Everyone in them is invented.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openSealed } from "../../access/index.ts";
import type { Mapping } from "../../model/index.ts";
import { checkLedger, liveClaims } from "../../store/index.ts";
import {
  type CollectDeps,
  dryRun,
  importTable,
  listBatches,
  lookAtTable,
  reviewBatch,
  saveMapping,
  showSource,
  tableRows,
  undoBatch,
} from "../index.ts";
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

describe.each(engineKinds)("importing on %s", (kind) => {
  let vault: TestCollect;
  let deps: CollectDeps;
  beforeAll(async () => {
    vault = await openTestCollect(kind);
    deps = vault.deps;
  });
  afterAll(() => vault.end());

  const db = () => deps.ledger.deps.engine.db;

  it("makes records, claims and episodes, each leading back to its cell", async () => {
    const batch = await importCsv(deps, firstList, series("list"));
    expect(batch).toMatchObject({
      rows: 2,
      added: 2,
      updated: 0,
      unchanged: 0,
      failed: 0,
      finished: true,
      review: "proposed",
    });
    expect(await standing(deps, [batch.id], "1")).toEqual({
      listNumber: ["1"],
      name: ["Invented Aybek"],
      birthDate: ["1970-05-01"],
      occupation: ["farmer"],
      idNumber: ["sealed"],
      from: ["2017-03"],
      place: ["Invented camp"],
      person: ["ref"],
    });
    expect((await standing(deps, [batch.id], "2"))["occupation"]).toEqual(["teacher", "nurse"]);
    const claims = await db()
      .selectFrom("claims")
      .select(["property", "passage", "review", "batch"])
      .where("batch", "=", batch.id)
      .execute();
    const job = claims
      .filter((c) => c.property === "occupation")
      .map((c) => JSON.parse(c.passage ?? "{}") as object);
    expect(job).toEqual([
      { row: 1, column: "Job", quote: "farmer" },
      { row: 2, column: "Job", quote: "teacher; nurse" },
      { row: 2, column: "Job", quote: "teacher; nurse" },
    ]);
    expect(new Set(claims.map((c) => c.review))).toEqual(new Set(["proposed"]));
  });

  it("writes no sealed cell in the open, and opens it again for those who may", async () => {
    const number = "650101196001011234";
    const batch = await importCsv(
      deps,
      `${header}7,Invented Serik,1960,,,,${number},\n`,
      series("sealed"),
    );
    const entries = await db()
      .selectFrom("entries")
      .select("body")
      .where("body", "like", `%${number}%`)
      .execute();
    expect(entries).toEqual([]);
    const claim = await db()
      .selectFrom("claims")
      .select("value")
      .where("batch", "=", batch.id)
      .where("property", "=", "idNumber")
      .executeTakeFirstOrThrow();
    expect(openSealed(JSON.parse(claim.value) as never, deps.sealed ?? null, deps.actor)).toBe(
      number,
    );
    const keyed: Mapping = {
      schema: "Person",
      keyColumn: "ID",
      columns: [
        { column: "Name", property: "name" },
        { column: "ID", property: "idNumber" },
      ],
    };
    const byNumber = await importCsv(
      deps,
      `Name,ID\nInvented Serik,${number}\n`,
      series("by number"),
      keyed,
    );
    expect(byNumber.added).toBe(1);
    expect(
      await db().selectFrom("records").select("id").where("key", "like", `%${number}%`).execute(),
    ).toEqual([]);
  });

  it("leaves sealed columns out for a member who may not write them, and says so", async () => {
    const source = await addCsv(deps, firstList);
    const analyst = vault.as("analyst");
    const report = await dryRun(analyst, { source, mapping, series: "analyst" });
    expect(report.reports[0]?.problems).toEqual([{ column: "ID", code: "sealed-not-allowed" }]);
    const secret: Mapping = { ...mapping, keyColumn: "ID" };
    await expect(
      importTable(analyst, { source, mapping: secret, series: "analyst" }),
    ).rejects.toMatchObject({ code: "key-sealed" });
    await importTable(deps, { source, mapping, series: series("rows") });
    const hidden = await tableRows(analyst, { source });
    expect(hidden.rows[0]?.slice(5, 7)).toEqual(["Invented camp", "•••"]);
    expect((await tableRows(deps, { source, from: 2, count: 1 })).rows).toEqual([
      ["2", "Invented Gulnur", "1980", "teacher; nurse", "2018", "", "", "y"],
    ]);
  });

  it("reports rows and cells that are not understood and takes the others", async () => {
    const long = "x".repeat(10_000);
    const text = `${header},Invented No Key,,,,,,\n1,${long},soon,farmer,,,,\n2,Invented Twice,,,,,,\n2,Invented Other,,,,,,\n2,Invented Twice,,,,,,\n3,,,,,,,only a remark\n4,\u202Etxet detrevnI,,,,,,\n`;
    const source = await addCsv(deps, text);
    const report = await dryRun(deps, { source, mapping, series: series("broken") });
    expect(report.reports.map((r) => [r.row, r.outcome, r.problems.map((p) => p.code)])).toEqual([
      [1, "fail", ["key-empty"]],
      [2, "add", ["cell-too-long", "date-not-understood"]],
      [3, "add", []],
      [4, "fail", ["key-repeated"]],
      [5, "unchanged", ["row-repeated"]],
      [6, "add", []],
      [7, "add", []],
    ]);
    expect(report.reports.map((r) => r.label).join("")).not.toContain("\u202E");
    const batch = await importTable(deps, { source, mapping, series: series("broken") });
    expect(batch).toMatchObject({ rows: 7, added: 4, unchanged: 1, failed: 2 });
  });

  it("refuses a mapping that does not fit, and a table that breaks at its end, before anything is written", async () => {
    const source = await addCsv(deps, firstList);
    const wrong = (change: Partial<Mapping>) =>
      importTable(deps, { source, mapping: { ...mapping, ...change }, series: "x" });
    await expect(wrong({ columns: [] })).rejects.toMatchObject({ code: "mapping-empty" });
    await expect(wrong({ columns: [{ column: "Gone", property: "name" }] })).rejects.toMatchObject({
      code: "column-unknown",
    });
    await expect(
      wrong({ columns: [{ column: "Name", property: "shoeSize" }] }),
    ).rejects.toMatchObject({ code: "property-unknown" });
    await expect(
      wrong({ columns: [{ column: "Name", schema: "Question", property: "text" }] }),
    ).rejects.toMatchObject({ status: 400 });
    const before = (await listBatches(deps)).length;
    const open = await addCsv(deps, `${header}${"1,a,,,,,,\n".repeat(200)}2,"never closed,,,,,,\n`);
    await expect(importTable(deps, { source: open, mapping, series: "x" })).rejects.toMatchObject({
      code: "quote-open",
    });
    expect((await listBatches(deps)).length).toBe(before);
  });

  it("leaves a cancelled import unfinished, to be undone or brought to its end", async () => {
    const name = series("cancelled");
    const many =
      header +
      Array.from({ length: 3_000 }, (_, i) => `${i},Invented ${i},19${10 + (i % 80)},,,,,\n`).join(
        "",
      );
    const source = await addCsv(deps, many);
    const stop = new AbortController();
    const cut = importTable(deps, {
      source,
      mapping,
      series: name,
      signal: stop.signal,
      progress: (done, _total, step) => step === "rows" && done > 500 && stop.abort(),
    });
    await expect(cut).rejects.toMatchObject({ code: "cancelled" });
    const [unfinished] = await listBatches(deps);
    expect(unfinished).toMatchObject({ series: name, finished: false });
    const rest = await importTable(deps, { source, mapping, series: name });
    expect(rest.rows).toBe(3_000);
    expect(rest.unchanged).toBeGreaterThan(0);
    expect(rest.added + rest.unchanged).toBe(3_000);
    const records = await db()
      .selectFrom("records")
      .select("key")
      .where("batch", "in", [rest.id, unfinished?.id ?? ""])
      .execute();
    expect(new Set(records.map((r) => r.key)).size).toBe(records.length);
  });

  it("looks at a table, proposes a mapping, and remembers one", async () => {
    const source = await addCsv(
      deps,
      "№;ФИО;Пол;Дата рождения;Примечание\n1;Выдуманный Человек;м;01.02.1970;нет\n2;Другая Придуманная;ж;1980;да\n",
    );
    const look = await lookAtTable(deps, { source });
    expect(look).toMatchObject({ rows: 2, delimiter: ";", encoding: "utf-8" });
    expect(look.columns.map((c) => c.property)).toEqual([
      "listNumber",
      "name",
      "sex",
      "birthDate",
      "note",
    ]);
    expect(look.mapping.keyColumn).toBe("№");
    const saved = await saveMapping(deps, { name: "Invented list", mapping: look.mapping });
    expect(await saveMapping(deps, { name: "Invented list", mapping: look.mapping })).toEqual(
      saved,
    );
    expect((await lookAtTable(deps, { source })).savedMappings).toMatchObject([
      { name: "Invented list", fits: true },
    ]);
    expect(
      await importTable(deps, { source, mapping: look.mapping, series: series("looked") }),
    ).toMatchObject({ added: 2, failed: 0 });
    expect((await showSource(deps, { id: source })).batches).toHaveLength(1);
  });

  it("lets a batch be reviewed and undone by those who may, once", async () => {
    const batch = await importCsv(deps, firstList, series("reviewed"));
    await expect(
      reviewBatch(vault.as("documenter"), { id: batch.id, state: "accepted" }),
    ).rejects.toMatchObject({ code: "access/not-allowed" });
    await reviewBatch(deps, { id: batch.id, state: "accepted" });
    const records = await db()
      .selectFrom("records")
      .select("id")
      .where("batch", "=", batch.id)
      .execute();
    const states = (
      await liveClaims(
        db(),
        records.map((r) => r.id),
      )
    ).map((c) => c.state);
    expect(new Set(states)).toEqual(new Set(["accepted"]));
    const stranger = {
      ...vault.as("documenter"),
      actor: { ...vault.as("documenter").actor, member: "mem_00000000000000000000000009" as never },
    };
    await expect(undoBatch(stranger, { id: batch.id, reason: "no" })).rejects.toMatchObject({
      code: "access/not-allowed",
    });
    expect(await undoBatch(vault.as("documenter"), { id: batch.id, reason: "mine" })).toMatchObject(
      { undone: true },
    );
    await expect(undoBatch(deps, { id: batch.id, reason: "twice" })).rejects.toMatchObject({
      code: "batch-undone",
    });
    expect(
      await liveClaims(
        db(),
        records.map((r) => r.id),
      ),
    ).toEqual([]);
  });

  it("leaves a clean ledger", async () => {
    expect(await checkLedger(deps.ledger.deps)).toMatchObject({ clean: true });
  });
});
