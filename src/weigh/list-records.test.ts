// Lists of records, and of what stands in dispute: what was taken back is in neither. Everyone here is invented.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RecordId, SourceId } from "../model/index.ts";
import { disputedRecords } from "./disputed.ts";
import { listRecords } from "./list-records.ts";
import { withdraw } from "./review-claim.ts";
import { camp, engineKinds, openTestWeigh, type TestWeigh } from "./testing.ts";
import { addRecord } from "./add-record.ts";

describe.each(engineKinds)("lists on %s", (kind) => {
  let w: TestWeigh;
  let source: SourceId;
  beforeAll(async () => {
    w = await openTestWeigh(kind);
    source = await w.source("Invented Courier");
  });
  afterAll(() => w.end());

  const open = async (schema: string, label: string): Promise<RecordId> =>
    (await addRecord(w.deps, w.everyone, { schema, source, label, claims: [] }, null)).id;
  const takeBack = (target: string) =>
    withdraw(w.deps, w.everyone, { target, subject: target, back: false, reason: "invented" });
  async function all(schema: string, limit: number, between = async () => {}): Promise<string[]> {
    const ids: string[] = [];
    let cursor: string | undefined;
    do {
      const page = await listRecords(w.deps.db, { schema, limit, cursor });
      ids.push(...page.items.map((item) => item.id));
      cursor = page.next ?? undefined;
      await between();
    } while (cursor !== undefined);
    return ids;
  }

  it("lose nobody and repeat nobody, also while records are added and taken back", async () => {
    const labels = ["Бір", "бір", "A", "b", "甲", "A", "😀", "A"];
    const made: RecordId[] = [];
    for (const label of labels) made.push(await open("Question", label));
    for (const limit of [1, 3, 8, 50])
      expect((await all("Question", limit)).toSorted()).toEqual(made.toSorted());
    const seen = await all("Question", 2, async () => {
      await takeBack(await open("Question", "A"));
      await open("Question", " first of all");
    });
    expect(seen.filter((id) => made.includes(id as RecordId)).toSorted()).toEqual(made.toSorted());
    expect(new Set(seen).size).toBe(seen.length);
  });

  it("find letters of a label as they stand, signs of a pattern too", async () => {
    const [percent, under] = [
      await open("Figure", "50% of 12_000"),
      await open("Figure", "50 of 12"),
    ];
    const find = async (q: string) =>
      (await listRecords(w.deps.db, { schema: "Figure", q })).items.map((item) => item.id);
    expect(await find("50%")).toEqual([percent]);
    expect(await find("12_0")).toEqual([percent]);
    expect(await find("OF 12")).toEqual([under, percent]);
    expect(await find("\\")).toEqual([]);
  });

  it("have one line for records judged the same, while one of them stands", async () => {
    const [one, two] = [await open("Group", "Elder"), await open("Group", "Younger")];
    await w.judge(one, two, "same");
    expect(await all("Group", 10)).toEqual([one]);
    await takeBack(one);
    expect(await listRecords(w.deps.db, { schema: "Group" })).toMatchObject({
      total: 1,
      items: [{ id: one, label: "Younger" }],
    });
    await takeBack(two);
    expect(await all("Group", 10)).toEqual([]);
  });

  it("do not begin at a place nobody was given", async () => {
    const asked = listRecords(w.deps.db, { schema: "Group", cursor: "7" });
    await expect(asked).rejects.toMatchObject({ code: "link/bad-cursor", status: 400 });
  });

  it("of disputes hold standing denials of what stands, the latest first", async () => {
    const person = await w.person(source, "Yerlan Testuly");
    const { id } = await w.episode(source, person, camp);
    const first = await w.statement(source, "denies", { targets: [{ record: id }], content: "x" });
    const second = await w.statement(source, "denies", { targets: [{ record: person }] });
    await w.statement(source, "reframes", { targets: [{ record: person }] });
    await w.statement(source, "denies", { targets: [] });
    const disputed = async () =>
      (await disputedRecords(w.deps.db, 10)).map(({ id: record, statement }) => [
        record,
        statement,
      ]);
    expect(await disputed()).toEqual([
      [person, second],
      [id, first],
    ]);
    await takeBack(id);
    expect(await disputed()).toEqual([[person, second]]);
    await takeBack(second);
    expect(await disputed()).toEqual([]);
  });
});
