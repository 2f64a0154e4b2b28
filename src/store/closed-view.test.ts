// Closed sources: without the right to open sealed values a vault looks as if they had never come. Everyone here is invented.
import { sql } from "kysely";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Draft, draft, type RecordId, type SourceId } from "../model/index.ts";
import { closedSources, wholeDb, withoutClosed } from "./closed-view.ts";
import { narrowedTables } from "./closed-tables.ts";
import {
  aClaim,
  aPerson,
  aSource,
  engineKinds,
  newRecord,
  newSource,
  openTestLedger,
} from "./testing.ts";
import type { TestLedger } from "./testing.ts";

const told = (source: SourceId, kind: string): Draft<"source.added"> =>
  draft("source.added", source, { id: source, kind, title: "Told in an invented kitchen" });
const act = (source: SourceId, record: RecordId): Draft[] => [
  draft("record.added", record, { id: record, schema: "Act", source, label: "An act" }),
  aClaim(
    record,
    source,
    "type",
    { kind: "code", vocabulary: "act-type", code: "rape" },
    { schema: "Act" },
  ),
];

describe.each(engineKinds)("closed sources on %s", (kind) => {
  let vault: TestLedger;
  const [open, closed] = [newSource(), newSource()];
  const [known, hidden] = [newRecord(), newRecord()];
  beforeAll(async () => {
    vault = await openTestLedger(kind);
    const { ledger, author } = vault;
    await ledger.append(author, [aSource(open), told(closed, "interview")]);
    await ledger.append(author, [aPerson(known, open), aPerson(hidden, closed, "Dana Unseen")]);
    await ledger.append(author, [aClaim(known, open), aClaim(hidden, closed)]);
  });
  afterAll(() => vault.end());

  it("are the vault itself where nothing is closed", async () => {
    expect(await withoutClosed(vault)).toBe(vault);
  });

  it("are left out of plain queries, joins, sub-queries and raw text, and stay in the whole", async () => {
    await vault.ledger.append(vault.author, [
      draft("source.closed", closed, { source: closed, closed: true }),
    ]);
    const { db } = (await withoutClosed(vault)).engine;
    expect(await db.selectFrom("sources").select("id").execute()).toEqual([{ id: open }]);
    const joined = db
      .selectFrom("claims as c")
      .innerJoin("records as r", "r.id", "c.record")
      .select("r.label");
    expect(await joined.execute()).toHaveLength(1);
    const inner = db
      .with("of_people", (q) => q.selectFrom("records").select("id").where("schema", "=", "Person"))
      .selectFrom("of_people")
      .select("id");
    expect(await inner.execute()).toEqual([{ id: known }]);
    for (const text of [
      "select id from records",
      "with x as (select id from records) select id from x",
    ])
      expect((await sql`${sql.raw(text)}`.execute(db)).rows).toEqual([{ id: known }]);
    expect(await wholeDb(db).selectFrom("sources").select("id").execute()).toHaveLength(2);
    expect([...(await closedSources(db))]).toEqual([closed]);
    const bodies = await db.selectFrom("entries").select(["subject", "body"]).execute();
    expect(bodies.some(({ body }) => body?.includes("Unseen") ?? false)).toBe(false);
    expect(bodies.filter(({ body }) => body === null).map((row) => row.subject)).toContain(hidden);
  });

  it("can be written to and read again by whoever may, when a person opens them", async () => {
    const seen = await withoutClosed(vault);
    await seen.ledger.append(vault.author, [
      draft("source.closed", closed, { source: closed, closed: false, reason: "she agreed" }),
    ]);
    expect(await seen.engine.db.selectFrom("sources").select("id").execute()).toHaveLength(2);
  });

  it("close by themselves when they tell of sexual violence, but for what was public", async () => {
    const [interview, press] = [newSource(), newSource()];
    await vault.ledger.append(vault.author, [told(interview, "testimony"), aSource(press)]);
    await vault.ledger.append(vault.author, [
      ...act(interview, newRecord()),
      ...act(press, newRecord()),
    ]);
    const now = await closedSources(vault.engine.db);
    expect(now.has(interview)).toBe(true);
    expect(now.has(press)).toBe(false);
    const opened = draft("source.closed", interview, { source: interview, closed: false });
    await vault.ledger.append(vault.author, [opened]);
    expect((await closedSources(vault.engine.db)).has(interview)).toBe(false);
  });

  it("narrow every table that names a source, a record or a statement", async () => {
    const names = ["source", "record", "statement", "about"];
    const { projections } = vault.ledger.deps;
    const telling = projections
      .flatMap(({ tables }) => tables)
      .filter(({ columns }) => names.some((name) => name in columns))
      .map(({ name }) => name);
    expect(telling.length).toBeGreaterThan(8);
    expect(telling.filter((name) => !narrowedTables.has(name))).toEqual([]);
  });
});
