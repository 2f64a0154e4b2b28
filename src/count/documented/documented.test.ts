// Counting people in a real vault, on both engines. Everybody in it is invented.
import fc from "fast-check";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { ClaimId, SourceId } from "../../model/index.ts";
import { reviewClaim } from "../../weigh/index.ts";
import { camp, coded, engineKinds, openTestWeigh, type TestWeigh } from "../../weigh/testing.ts";
import { type CountInput, countDocumented, type DocumentedCount } from "./count-documented.ts";
import { dimensions } from "./dimensions.ts";
import { countTables } from "../saved/saved.tables.ts";
import { delayOf, discoveryOf } from "./discovery.ts";
import { estimateLists } from "./estimate-lists.ts";
import { derivedLists, overlapOfLists } from "./lists.ts";
import type { PersonFacts } from "./person-facts.ts";
import { type CountTable, tabulate } from "./tabulate.ts";

const inside: CountInput = { audience: "inside" };

describe.each(engineKinds)("a count on %s", (kind) => {
  let w: TestWeigh;
  let source: SourceId;
  let episodes: ClaimId[];
  beforeEach(async () => {
    episodes = [];
    w = await openTestWeigh(kind, [countTables]);
    source = await w.source("Invented Courier", { published: "2019-03-12" });
  });
  afterEach(async () => w.end());

  const count = async (input: CountInput = inside): Promise<DocumentedCount> =>
    countDocumented(w.deps, w.everyone, input);
  const table = (found: DocumentedCount, by: string): CountTable =>
    found.tables.find((one) => one.by === by) as CountTable;
  const held = async (name: string, ...claims: Parameters<TestWeigh["person"]>[2][]) => {
    const person = await w.person(source, name, ...claims);
    const made = await w.episode(source, person, camp, {
      property: "from",
      words: "2018-02",
    });
    episodes.push(...made.claims);
    return person;
  };

  it("has everybody once, and only those to whom something happened", async () => {
    const one = await held("Yerlan Testuly", coded("sex", "sex", "male"));
    const again = await held("Ерлан Тестұлы");
    await held("Aigul Testkyzy", coded("sex", "sex", "female"));
    await w.person(source, "Only Named");
    expect((await count()).documented).toBe(3);
    await w.judge(one, again, "same");
    const found = await count();
    expect(found.documented).toBe(2);
    expect(table(found, "sex")).toMatchObject({ people: 2, notKnown: 0, shareNotKnown: 0 });
    expect(table(found, "year").rows).toEqual([{ row: "2018", label: "2018", people: 2 }]);
    expect(found.whoSpeaks.rows).toMatchObject([{ row: "press", people: 2 }]);
    expect(found.delay).toMatchObject({ people: 2, median: 377 });
  });

  it("is the same again, and another one after a change", async () => {
    await held("Yerlan Testuly");
    const [first, second] = [await count(), await count()];
    expect(second).toEqual(first);
    await held("Aigul Testkyzy", coded("sex", "sex", "female"));
    const third = await count();
    expect(third.snapshot.facts).not.toBe(first.snapshot.facts);
    expect(third.snapshot.entries).toBeGreaterThan(first.snapshot.entries);
  });

  it("gives the public nothing that nobody accepted, nor small cells", async () => {
    await held("Yerlan Testuly", coded("sex", "sex", "male"));
    expect(await count({ audience: "public" })).toMatchObject({
      documented: null,
      discovery: null,
      delay: null,
    });
    const reviewed: CountInput = { audience: "inside", reviewed: true };
    expect((await count(reviewed)).documented).toBe(1);
    for (const claim of episodes)
      await reviewClaim(w.deps, w.everyone, { claim, state: "proposed" });
    expect((await count(reviewed)).documented).toBe(0);
    expect((await count()).documented).toBe(1);
  });

  it("for the public is for whoever may publish", async () => {
    await expect(
      countDocumented(w.deps, w.as("analyst"), { audience: "public" }),
    ).rejects.toMatchObject({ code: "access/not-allowed" });
  });

  it("makes lists of sources, and refuses those that repeat one another", async () => {
    const other = await w.source("Invented Gazette");
    const copy = await w.source("Invented Copy", { relays: [source] });
    const both = await held("Yerlan Testuly");
    await w.claim(both, other, { property: "birthDate", words: "1980" });
    await w.claim(both, copy, { property: "birthDate", words: "1980" });
    await held("Aigul Testkyzy");
    const lists = (second: SourceId) => [
      { name: "Courier", sources: [source] },
      { name: "Second", sources: [second] },
    ];
    const estimate = async (second: SourceId) =>
      estimateLists(w.deps, w.everyone, { lists: lists(second) });
    expect((await estimate(other)).overlaps.pairs).toMatchObject([
      { first: 2, second: 1, both: 1 },
    ]);
    expect((await estimate(other)).refused).toEqual([]);
    expect((await estimate(copy)).refused).toMatchObject([{ code: "derived-lists" }]);
  });
});

/** A person of whom only this much is known. */
const facts = (more: Partial<PersonFacts>): PersonFacts => ({
  id: "rec_1",
  tier: "documented",
  sex: null,
  ethnicity: null,
  prefecture: null,
  taken: null,
  age: null,
  sourceKinds: [],
  voices: [],
  sources: [],
  reported: null,
  happened: true,
  ...more,
});

const sex = dimensions.find(({ code }) => code === "sex") as (typeof dimensions)[number];

describe("a table", () => {
  it("adds up, whatever is known of whom", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("male", "female", "other", null)), (known) => {
        const made = tabulate(
          sex,
          known.map((one) => facts({ sex: one })),
        );
        const rows = made.rows.reduce((sum, { people }) => sum + (people ?? 0), 0);
        expect(rows + (made.notKnown ?? 0)).toBe(known.length);
      }),
    );
  });
});

describe("how a count grew", () => {
  const arrivals = ["a", "b", "c"].map((id) => ({ id, title: id, day: "2026-01-01" }));
  it("has each person new once, and ends at all of them", () => {
    const some = fc.subarray(["a", "b", "c"], { minLength: 1 });
    fc.assert(
      fc.property(fc.array(some, { minLength: 1 }), (sources) => {
        const people = sources.map((own, i) => facts({ id: `rec_${i}`, sources: own }));
        const steps = discoveryOf(people, arrivals);
        expect(steps.reduce((sum, { fresh }) => sum + fresh, 0)).toBe(people.length);
        expect(steps.at(-1)?.together).toBe(people.length);
      }),
    );
  });
  it("says how long it took, where both days are known", () => {
    const taken = { first: "2018-01-01", last: "2018-01-31" };
    const found = delayOf([facts({ taken, reported: "2018-02-10" }), facts({ taken })]);
    expect(found).toEqual({ people: 1, notKnown: 1, median: 10, quarter: 10, threeQuarters: 10 });
  });
});

describe("lists", () => {
  const lists = [
    { name: "A", sources: ["a"] },
    { name: "B", sources: ["b"] },
  ];
  it("of one source twice, or of none, are refused", () => {
    const twice = [lists[0]!, { name: "B", sources: ["a"] }];
    const none = [lists[0]!, { name: "B", sources: [] }];
    for (const wrong of [twice, none, [lists[0]!]])
      expect(() => overlapOfLists([], wrong)).toThrow(
        expect.objectContaining({ code: "count/not-a-table" }),
      );
  });
  it("are derived through any number of steps, and round a circle", () => {
    const relays = new Map([
      ["a", ["x"]],
      ["x", ["y", "a"]],
      ["y", ["b"]],
    ]);
    expect(derivedLists(lists, relays)).toEqual([["A", "B"]]);
    expect(derivedLists(lists, new Map([["a", ["x"]]]))).toEqual([]);
  });
});
