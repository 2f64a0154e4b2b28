import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type AcrossRow, coarsenAcross } from "./told-across.ts";

const columns = ["sex", "county"];
const K = 3;
const counties = ["Invented A", "Invented B", "Invented C"];

/** Somebody in the vault: in which of the releases they may be shown, and what is known of them. */
const who = fc.record({
  sex: fc.constantFrom("f", "m"),
  county: fc.nat(2),
  set: fc.constantFrom("no-name", "no-name", "no-name", "initials"),
  may: fc.tuple(fc.boolean(), fc.boolean(), fc.boolean(), fc.boolean()),
  sure: fc.boolean(),
  lot: fc.nat(1_000_000),
});
const vaults = fc.array(who, { minLength: 4, maxLength: 60 });
type Who = typeof who extends fc.Arbitrary<infer T> ? T : never;

interface Seen {
  /** What a reader of all releases saw of each person, release by release. */
  readonly histories: readonly (readonly string[])[];
  readonly shown: number;
}

/** Makes one release after the other and notes what is seen. `look`: what each is worked out from. */
function releases(all: readonly Who[], look: (history: readonly string[]) => string, k = K): Seen {
  const histories = all.map((): string[] => []);
  let count = 0;
  for (let at = 0; at < 4; at++) {
    const key = (i: number): string => {
      const history = histories[i] as string[];
      return history.every((one) => one === "") ? "" : look(history);
    };
    const goes = all.map((one) => one.sure || one.may[at] === true);
    const rows = all.flatMap((one, i): AcrossRow[] =>
      goes[i] === true
        ? [
            {
              id: `p${i}`,
              columns: {
                sex: [one.sex],
                county: [counties[one.county] as string, one.county === 2 ? "South" : "North"],
              },
              set: one.set,
              history: key(i),
              lot: `${one.lot} ${i}`,
            },
          ]
        : [],
    );
    const gone = new Map<string, number>();
    for (const i of all.keys()) if (goes[i] !== true) gone.set(key(i), (gone.get(key(i)) ?? 0) + 1);
    const told = coarsenAcross(rows, columns, k, gone);
    expect(told.shown.length + told.held.length).toBe(rows.length);
    const shown = new Map(told.shown.map((one) => [one.id, one]));
    for (const [i, one] of all.entries()) {
      const row = shown.get(`p${i}`);
      const ladder = rows.find(({ id }) => id === `p${i}`)?.columns ?? {};
      const text = columns.map((name) => {
        const step = row?.steps[name] ?? null;
        return step === null ? null : ladder[name]?.[step];
      });
      (histories[i] as string[]).push(row === undefined ? "" : JSON.stringify([one.set, ...text]));
      if (row !== undefined) count++;
    }
  }
  return { histories, shown: count };
}

/** The fewest people who look alike to somebody who lays all releases beside each other; nobody ever shown looks like anything. */
function fewest({ histories }: Seen): number {
  const seen = histories.filter((one) => one.some((row) => row !== ""));
  const groups = Map.groupBy(seen, (one) => JSON.stringify(one));
  return Math.min(Infinity, ...[...groups.values()].map((group) => group.length));
}

describe("people without a name, over several releases", () => {
  test("no history of rows is shared by fewer than k people, whoever comes, goes and comes back", () => {
    let shown = 0;
    fc.assert(
      fc.property(vaults, (all) => {
        const seen = releases(all, (history) => JSON.stringify(history));
        shown += seen.shown;
        expect(fewest(seen)).toBeGreaterThanOrEqual(K);
      }),
      { numRuns: 300 },
    );
    expect(shown).toBeGreaterThan(1_000);
  });

  test("without looking back some are told by the difference", () => {
    const found = fc.check(
      fc.property(vaults, (all) => fewest(releases(all, () => "")) >= K),
      { numRuns: 300 },
    );
    expect(found.failed).toBe(true);
  });

  test("the same people are shown the same again", () => {
    const all = Array.from({ length: 9 }, (_, lot): Who => ({
      sex: "f",
      county: lot % 3,
      set: "no-name",
      may: [true, true, true, true],
      sure: true,
      lot,
    }));
    const { histories } = releases(all, (history) => JSON.stringify(history));
    for (const history of histories) expect(new Set(history).size).toBe(1);
  });

  test("whoever leaves a large group takes as many along as hide them, and no more", () => {
    const row = (n: number, history: string): AcrossRow => ({
      id: `p${n}`,
      columns: { sex: ["f"] },
      set: "no-name",
      history,
      lot: `${n}`,
    });
    const rows = Array.from({ length: 12 }, (_, n) => row(n, "seen"));
    const { shown, byDifference } = coarsenAcross(rows, columns, 5, new Map([["seen", 1]]));
    expect(byDifference).toHaveLength(4);
    expect(shown.map(({ alike }) => alike)).toEqual(Array(8).fill(8));
    const few = coarsenAcross(rows.slice(0, 6), columns, 5, new Map([["seen", 1]]));
    expect(few.shown).toEqual([]);
    expect(few.byDifference).toHaveLength(6);
  });

  test("one who is new waits for others who are new and alike", () => {
    const known = Array.from({ length: 5 }, (_, n): AcrossRow => ({
      id: `p${n}`,
      columns: { sex: ["f"] },
      set: "no-name",
      history: "seen",
      lot: `${n}`,
    }));
    const fresh = { ...(known[0] as AcrossRow), id: "new", history: "" };
    const told = coarsenAcross([...known, fresh], columns, 5, new Map());
    expect(told.shown).toHaveLength(5);
    expect(told.held).toEqual(["new"]);
  });
});
