// Candidates of a vault and the queue people judge them from, on both engines. Everyone here is invented.
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { draft, type RecordId, type Value } from "../model/index.ts";
import { aClaim, aPerson, aSource, id, newRecord, newSource } from "../store/testing.ts";
import { comparePeople, compareRecords } from "./compare-records.ts";
import { linkVault } from "./link-vault.ts";
import { forgetLinkCaches } from "./name-index.ts";
import { showQueue } from "./queue.ts";
import { engineKinds, openTestLink, type TestLink } from "./testing.ts";

const year = (edtf: string): Value => ({ kind: "date", edtf });
const place = (text: string, code?: string): Value => ({
  kind: "place",
  text,
  ...(code === undefined ? {} : { code }),
});

describe.each(engineKinds)("linking a vault on %s", (kind) => {
  let link: TestLink;
  beforeEach(async () => {
    link = await openTestLink(kind);
  });
  afterEach(() => link.end());

  /** A record in a source of its own. */
  async function person(name: string, facts: Record<string, Value> = {}): Promise<RecordId> {
    const source = newSource();
    const record = newRecord();
    await link.append(
      aSource(source),
      aPerson(record, source, name),
      aClaim(record, source, "name", { kind: "name", text: name }),
      ...Object.entries(facts).map(([property, value]) => aClaim(record, source, property, value)),
    );
    return record;
  }
  const run = (full = false) => linkVault({ engine: link.vault.engine }, link.actor, { full });
  const waiting = async (): Promise<string[]> =>
    (await showQueue(link.vault.engine, { limit: 100 })).items.map((item) =>
      [item.left, item.right].sort().join(" "),
    );
  const pair = (a: string, b: string): string => [a, b].sort().join(" ");

  it("finds one person in two scripts, and says why", async () => {
    const latin = await person("Jeyran Oydanova", { birthDate: year("1979") });
    const cyrillic = await person("Жейран Ойданова", { birthDate: year("1979") });
    await person("Tolunbek Mirzat", { birthDate: year("1979") });
    expect(await run()).toMatchObject({ mode: "everyone", records: 3, candidates: 1 });
    const { items, total, next } = await showQueue(link.vault.engine);
    expect({ total, next }).toEqual({ total: 1, next: null });
    expect([items[0]?.left, items[0]?.right]).toEqual([latin, cyrillic].sort());
    expect(items[0]?.reasons.map((reason) => reason.rule)).toContain("birth.same-year");
    for (const { text } of items[0]?.reasons ?? []) expect(text).not.toBe("");
  });

  it("looks later only at what came since", async () => {
    const first = await person("Jeyran Oydanova");
    for (let i = 0; i < 30; i++) await person(`Kerembek Oytur${"abcdefghij"[i % 10]}`);
    const all = await run();
    expect(all.compared).toBeGreaterThan(30);
    const nothing = { mode: "changed", records: 0, compared: 0, candidates: 0 };
    expect(await run()).toMatchObject(nothing);
    const second = await person("Жейран Ойданова");
    expect(await run()).toMatchObject({ mode: "changed", records: 1, compared: 1, candidates: 1 });
    expect((await showQueue(link.vault.engine, { limit: 1 })).total).toBeGreaterThan(1);
    // A merge and its undoing change no record, so there is nothing to compare again.
    for (const verdict of ["same", "different"] as const) {
      await link.judge(first, second, verdict);
      expect(await run()).toMatchObject(nothing);
    }
  });

  it("finds the same pairs bit by bit as all at once", async () => {
    const names = [
      "Jeyran Oydanova",
      "Tolunbek Mirzat",
      "Жейран Ойданова",
      "Толунбек Мирзат",
      "تولۇنبەك مىرزات",
      "Kerembek Oytur",
    ];
    for (const name of names) {
      await person(name, { origin: place("Qorghas", "654023") });
      await run();
    }
    const bit = (await waiting()).sort();
    await run(true);
    expect((await waiting()).sort()).toEqual(bit);
    expect(bit).toHaveLength(4);
  });

  it("never asks again about a judged pair, whatever the verdict, even after a full run", async () => {
    const [a, b] = [await person("Jeyran Oydanova"), await person("Жейран Ойданова")];
    for (const verdict of ["different", "undecided", "relative", "same"] as const) {
      await run(true);
      await link.judge(a, b, verdict);
      expect(await waiting()).toEqual([]);
      await run(true);
      expect(await waiting()).toEqual([]);
    }
  });

  it("asks once about two people of several records, and not where one of the records was judged", async () => {
    const [a, b, c] = [
      await person("Jeyran Oydanova"),
      await person("Жейран Ойданова"),
      await person("Jeyran Oydanova"),
    ];
    await run();
    expect(await waiting()).toHaveLength(3);
    await link.judge(a, b, "same");
    expect(await waiting()).toHaveLength(1);
    await link.judge(a, c, "different");
    expect(await waiting()).toEqual([]);
  });

  it("forgets the pairs of a record that was taken back, and finds them when it comes again", async () => {
    const [a, b] = [await person("Jeyran Oydanova"), await person("Жейран Ойданова")];
    await run();
    const takeBack = (back: boolean) =>
      link.append(draft("withdrawn", b, { target: b, subject: b, back, reason: "invented" }));
    await takeBack(false);
    expect(await waiting()).toEqual([]);
    await run();
    expect((await showQueue(link.vault.engine)).total).toBe(0);
    await takeBack(true);
    await run();
    expect(await waiting()).toEqual([pair(a, b)]);
  });

  it("brings the pair on which more hangs first, and pages that lose none", async () => {
    const about: Record<string, Value> = {
      birthDate: year("1979"),
      origin: place("Qorghas", "654023"),
    };
    for (const name of ["Jeyran Oydanova", "Жейран Ойданова", "جەيران ئويدانوۋا"])
      await person(name, about);
    for (const name of ["Tolunbek Mirzat", "Толунбек Мирзат"]) await person(name);
    await run();
    const seen: number[] = [];
    let cursor: string | undefined;
    do {
      const page = await showQueue(link.vault.engine, { limit: 1, cursor });
      seen.push(...page.items.map((item) => item.leftPerson.claims + item.rightPerson.claims));
      expect(page.total).toBe(4);
      cursor = page.next ?? undefined;
    } while (cursor !== undefined);
    expect(seen).toEqual([6, 6, 6, 2]);
  });

  it("finds one identity number under two names", async () => {
    const sealed: Value = { kind: "sealed", cipher: "x", hash: "ab".repeat(32) };
    const a = await person("Jeyran Oydanova", { idNumber: sealed });
    await person("Kerembek Oytur");
    await run();
    const b = await person("Zhayran", { idNumber: sealed });
    await run();
    expect(await waiting()).toEqual([pair(a, b)]);
    await run(true);
    expect(await waiting()).toEqual([pair(a, b)]);
  });

  it("shows parent and child as kin, and those on file as relatives not at all", async () => {
    const from = { origin: place("Qorghas", "654023") };
    const child = await person("Qeyser Yolwas", { birthDate: year("1990"), ...from });
    const parent = await person("Yolwas Qeyser", { birthDate: year("1962"), ...from });
    await run();
    const kin = await showQueue(link.vault.engine, { band: "kin" });
    expect(kin.items.map((item) => pair(item.left, item.right))).toEqual([pair(child, parent)]);
    const tie = id("rec") as RecordId;
    await link.append(
      draft("record.added", tie, {
        id: tie,
        schema: "Relationship",
        source: link.source,
        label: "invented",
      }),
      aClaim(tie, link.source, "from", { kind: "ref", record: child }, { schema: "Relationship" }),
      aClaim(tie, link.source, "to", { kind: "ref", record: parent }, { schema: "Relationship" }),
    );
    await run();
    expect(await waiting()).toEqual([]);
    expect((await compareRecords(link.db, child, parent)).reasons.map((r) => r.rule)).toContain(
      "kin.recorded",
    );
  });

  it("keeps no name among its candidates, and nothing at all once told to forget", async () => {
    await person("Jeyran Oydanova");
    await person("Жейран Ойданова");
    await run();
    const rows = JSON.stringify(await link.db.selectFrom("cache_candidates").selectAll().execute());
    expect(rows).toContain("name.");
    expect(rows).not.toMatch(/oydan|ойдан/i);
    await forgetLinkCaches(link.vault.engine);
    for (const table of ["cache_candidates", "cache_name_sounds", "cache_link_state"] as const)
      expect(await link.db.selectFrom(table).selectAll().execute()).toEqual([]);
  });

  it("is for those who may link", async () => {
    const actor = { ...link.actor, rights: new Set(["read" as const]) };
    await expect(linkVault({ engine: link.vault.engine }, actor)).rejects.toMatchObject({
      status: 403,
    });
  });

  it("counts who else bears the name, the two people left out", async () => {
    const [a, b, c] = [
      await person("Jeyran Oydanova"),
      await person("Жейран Ойданова"),
      await person("Jeyran Oydanova"),
    ];
    await person("Tolunbek Mirzat");
    const bearers = async () => (await compareRecords(link.db, a, b)).bearers;
    expect(await bearers()).toEqual({ people: 1, orMore: false });
    // One more record of one of the two is nobody else.
    await link.judge(b, c, "same");
    expect(await bearers()).toEqual({ people: 0, orMore: false });
  });

  it("compares two people by the two of their records that speak loudest", async () => {
    const [a, b, c] = [
      await person("Kerembek Oytur"),
      await person("Jeyran Oydanova"),
      await person("Жейран Ойданова"),
    ];
    await link.judge(a, b, "same");
    const view = await comparePeople(link.db, a, c);
    expect([view.left, view.right]).toEqual([b, c]);
    await expect(comparePeople(link.db, a, newRecord())).rejects.toMatchObject({
      code: "link/no-such-record",
    });
  });

  it("explains how two names answer each other", async () => {
    const [a, b] = [await person("Jeyran Oydanova"), await person("Жейран Ойданова")];
    const shown = await compareRecords(link.db, a, b);
    expect(shown.names).toMatchObject({ left: "Jeyran Oydanova", right: "Жейран Ойданова" });
    expect(shown.names?.pairs.map(({ left, right }) => [left, right])).toEqual([
      ["Jeyran", "Жейран"],
      ["Oydanova", "Ойданова"],
    ]);
    expect(shown.names?.pairs[0]?.answer).toMatchObject({ rule: expect.stringMatching(/^pair\./) });
    await expect(compareRecords(link.db, a, newRecord())).rejects.toMatchObject({
      code: "link/no-such-record",
    });
  });
});
