// The ledger on both engines: nothing lost, nothing altered unseen. Everyone here is invented.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sql } from "kysely";
import { draft } from "../model/index.ts";
import type { ClaimId } from "../model/index.ts";
import { checkLedger } from "./check.ts";
import { StoreError } from "./errors.ts";
import { liveClaims } from "./live-claims.ts";
import { historyOf } from "./read-entries.ts";
import { rebuild } from "./rebuild.ts";
import {
  aClaim,
  aPerson,
  aSource,
  engineKinds,
  id,
  newBatch,
  newRecord,
  newSource,
  openTestLedger,
  type TestLedger,
} from "./testing.ts";

describe.each(engineKinds)("the ledger on %s", (kind) => {
  let vault: TestLedger;
  beforeAll(async () => {
    vault = await openTestLedger(kind);
  });
  afterAll(() => vault.end());

  const person = async () => {
    const source = newSource();
    const record = newRecord();
    const claim = aClaim(record, source);
    await vault.ledger.append(vault.author, [aSource(source), aPerson(record, source), claim]);
    return { source, record, claim: claim.body.id };
  };

  it("keeps what it acknowledged after closing and opening again", async () => {
    const { record } = await person();
    vault = await vault.reopen();
    const claims = await liveClaims(vault.engine.db, [record]);
    expect(claims.map((c) => c.property)).toEqual(["name"]);
    expect((await checkLedger(vault.ledger.deps)).clean).toBe(true);
  });

  it("writes all drafts of an append or none", async () => {
    const source = newSource();
    const record = newRecord();
    const twice = aClaim(record, source);
    const before = (
      await vault.engine.db
        .selectFrom("entries")
        .select(sql<number>`count(*)`.as("n"))
        .executeTakeFirstOrThrow()
    ).n;
    await expect(
      vault.ledger.append(vault.author, [aSource(source), twice, twice]),
    ).rejects.toMatchObject({ name: "StoreError" });
    const after = (
      await vault.engine.db
        .selectFrom("entries")
        .select(sql<number>`count(*)`.as("n"))
        .executeTakeFirstOrThrow()
    ).n;
    expect(after).toBe(before);
    expect(
      await vault.engine.db.selectFrom("sources").select("id").where("id", "=", source).execute(),
    ).toEqual([]);
    expect((await checkLedger(vault.ledger.deps)).clean).toBe(true);
  });

  it("refuses to change or delete an entry", async () => {
    const { engine } = vault;
    await person();
    await expect(
      engine.db.updateTable("entries").set({ subject: "other" }).where("seq", "=", 0).execute(),
    ).rejects.toThrow();
    await expect(engine.db.deleteFrom("entries").where("seq", "=", 0).execute()).rejects.toThrow();
    await expect(
      engine.db.updateTable("entries").set({ body: null }).where("seq", "=", 0).execute(),
    ).rejects.toThrow();
  });

  it("rebuilds every table bit for bit", async () => {
    const { record, claim } = await person();
    const other = await person();
    await vault.ledger.append(vault.author, [
      draft("claim.reviewed", record, { claim, record, state: "accepted" }),
      draft("claim.reviewed", record, {
        claim,
        record,
        state: "rejected",
        reason: "another person of that name",
      }),
      draft("judgement.made", record, {
        left: other.record,
        right: record,
        verdict: "same",
        reason: "same birth date",
      }),
    ]);
    const before = await dump(vault);
    await rebuild(vault.ledger.deps);
    expect(await dump(vault)).toEqual(before);
    expect(before.length).toBeGreaterThan(5);
  });

  it("refuses a stale decision and says which entry is newer", async () => {
    const { record, claim } = await person();
    const review = draft("claim.reviewed", record, { claim, record, state: "accepted" });
    const unseen = [{ table: "claim_reviews" as const, where: { claim }, seq: null }];
    const [entry] = await vault.ledger.append(vault.author, [review], unseen);
    const refusal = await vault.ledger
      .append(vault.author, [review], unseen)
      .catch((e: unknown) => e);
    expect(refusal).toBeInstanceOf(StoreError);
    expect(refusal).toMatchObject({ code: "conflict", details: { found: entry?.seq } });
  });

  it("lets two writers append at once without losing either", async () => {
    const drafts = Array.from({ length: 20 }, () => aSource());
    await Promise.all(drafts.map((d) => vault.ledger.append(vault.author, [d])));
    const found = await vault.engine.db
      .selectFrom("sources")
      .select("id")
      .where(
        "id",
        "in",
        drafts.map((d) => d.body.id),
      )
      .execute();
    expect(found).toHaveLength(20);
    expect((await checkLedger(vault.ledger.deps)).clean).toBe(true);
  });

  it("is found clean while others go on writing", async () => {
    let writing = true;
    const writer = (async () => {
      while (writing) await person();
    })();
    const reports = [await checkLedger(vault.ledger.deps), await checkLedger(vault.ledger.deps)];
    writing = false;
    await writer;
    expect(reports.map((r) => r.problems)).toEqual([[], []]);
  });

  it("shows who changed what, newest first", async () => {
    const { record, claim } = await person();
    await vault.ledger.append(vault.author, [
      draft("claim.pinned", record, { record, property: "name", claim, reason: "passport" }),
    ]);
    const history = await historyOf(vault.engine.db, [record]);
    expect(history.map((h) => h.kind)).toEqual(["claim.pinned", "claim.added", "record.added"]);
    expect(history[0]?.author).toBe(vault.author);
  });

  it("keeps a claim out while its batch, its record or itself is taken back, and brings it back", async () => {
    const source = newSource();
    const record = newRecord();
    const batch = newBatch();
    const first = aClaim(record, source, "occupation", { kind: "text", text: "teacher" });
    const second = aClaim(
      record,
      source,
      "occupation",
      { kind: "text", text: "baker" },
      { batch, replaces: first.body.id },
    );
    await vault.ledger.append(vault.author, [
      aSource(source),
      aPerson(record, source),
      first,
      second,
    ]);
    const standing = async (): Promise<ClaimId[]> =>
      (await liveClaims(vault.engine.db, [record])).map((c) => c.id as ClaimId);
    expect(await standing()).toEqual([second.body.id]);
    await vault.ledger.append(vault.author, [
      draft("batch.undone", batch, { id: batch, reason: "wrong file" }),
    ]);
    expect(await standing()).toEqual([first.body.id]);
    await vault.ledger.append(vault.author, [
      draft("withdrawn", record, {
        target: record,
        subject: record,
        back: false,
        reason: "entered twice",
      }),
    ]);
    expect(await standing()).toEqual([]);
    await vault.ledger.append(vault.author, [
      draft("withdrawn", record, {
        target: record,
        subject: record,
        back: true,
        reason: "was right after all",
      }),
    ]);
    expect(await standing()).toEqual([first.body.id]);
  });

  it("refuses a NUL with a code, and takes the letters that spell one", async () => {
    const source = newSource();
    const record = newRecord();
    const claim = (text: string) => aClaim(record, source, "occupation", { kind: "text", text });
    const opening = [aSource(source), aPerson(record, source)];
    await expect(
      vault.ledger.append(vault.author, [...opening, claim("a\u0000b")]),
    ).rejects.toMatchObject({ code: "not-text" });
    await vault.ledger.append(vault.author, [...opening, claim("a\\u0000b")]);
    expect(await liveClaims(vault.engine.db, [record])).toHaveLength(1);
  });

  it("stores hostile text as it came", async () => {
    const record = newRecord();
    const source = newSource();
    const text = "Robert'); DROP TABLE claims;-- \u202E 😀 \u0001";
    await vault.ledger.append(vault.author, [
      aSource(source),
      aPerson(record, source),
      aClaim(record, source, "occupation", { kind: "text", text }),
    ]);
    const [claim] = await liveClaims(vault.engine.db, [record]);
    expect(JSON.parse(claim?.value ?? "{}")).toEqual({ kind: "text", text });
    expect(id("x")).not.toBe(id("x"));
  });
});

async function dump(vault: TestLedger): Promise<string[]> {
  const lines: string[] = [];
  for (const table of vault.ledger.deps.projections.flatMap((p) => p.tables)) {
    const rows = await vault.engine.db
      .selectFrom(table.name as "pins")
      .selectAll()
      .execute();
    lines.push(...rows.map((row) => `${table.name} ${JSON.stringify(row)}`));
  }
  return lines.sort();
}
