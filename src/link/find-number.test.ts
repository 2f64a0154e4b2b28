// Numbers and ids from before a merge go on leading to the file. Everyone here is invented.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { RecordId } from "../model/index.ts";
import { newRecord } from "../store/testing.ts";
import { numberIn, recordOf } from "./find-number.ts";
import { listPeople } from "./list-people.ts";
import { personNumber } from "./person-number.ts";
import { showCluster } from "./show-cluster.ts";
import { engineKinds, openTestLink, type TestLink } from "./testing.ts";

describe("a number", () => {
  it.each([
    ["P-7K3F9Q2M", "P-7K3F9Q2M"],
    [" p-7k3f9q2m ", "P-7K3F9Q2M"],
    ["\u2068P-7K3F9Q2M\u2069", "P-7K3F9Q2M"],
    ["P-7K3F9Q2", null],
    ["Jeyran Oydanova", null],
    ["", null],
    ["x".repeat(10_000), null],
  ])("%j is read as %s", (words, number) => expect(numberIn(words)).toBe(number));
});

describe.each(engineKinds)("numbers on %s", (kind) => {
  let link: TestLink;
  let people: RecordId[];
  beforeAll(async () => {
    link = await openTestLink(kind);
    people = [await link.person("Jeyran Oydanova"), await link.person("Жейран Ойданова")];
  });
  afterAll(() => link.end());

  const found = async (record: RecordId) =>
    (await listPeople(link.db, { q: personNumber(record), sounds: true })).items;

  it("lead to the one file after a merge, which names them, and to their own after it is undone", async () => {
    const [first, second] = people as [RecordId, RecordId];
    await link.judge(first, second, "same");
    for (const record of [first, second]) {
      expect((await found(record)).map(({ id }) => id)).toEqual([first]);
      expect(await recordOf(link.db, personNumber(record).toLowerCase())).toBe(record);
      expect((await showCluster(link.db, record)).person).toBe(first);
    }
    expect((await found(second))[0]).toMatchObject({
      number: personNumber(first),
      formerly: [personNumber(second)],
    });
    await link.judge(first, second, "undecided", true);
    for (const record of [first, second])
      expect((await found(record)).map(({ id, formerly }) => [id, formerly])).toEqual([
        [record, []],
      ]);
  });

  it("that nobody bears say so", async () => {
    expect((await listPeople(link.db, { q: "P-00000000" })).total).toBe(0);
    await expect(recordOf(link.db, "P-00000000")).rejects.toMatchObject({
      code: "link/no-such-record",
    });
    const unknown = newRecord();
    expect(await recordOf(link.db, unknown)).toBe(unknown);
  });
});
