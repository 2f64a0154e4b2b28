// Estimates of people on no list: known tables, tables made from known populations, and the refusals.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { estimateHidden } from "./estimate-hidden.ts";
import { fitModel } from "./fit-model.ts";
import { hierarchicalModels, nameOf } from "./hierarchical-models.ts";
import { overlapsOf } from "./overlaps.ts";
import { readOverlapTable } from "./read-table.ts";
import { listsOf, type OverlapTable, sizeOf } from "./table.ts";

/** Killings in Kosovo, March to June 1999, four lists (Ball et al. 2002; public data of the R package LCMCR). */
const kosovo = `EXH\tABA\tOSCE\tHRW\tcount
1\t1\t1\t1\t27\n1\t1\t1\t0\t181\n1\t1\t0\t1\t18\n1\t1\t0\t0\t177\n1\t0\t1\t1\t42
1\t0\t1\t0\t228\n1\t0\t0\t1\t106\n1\t0\t0\t0\t1131\n0\t1\t1\t1\t32\n0\t1\t1\t0\t217
0\t1\t0\t1\t31\n0\t1\t0\t0\t845\n0\t0\t1\t1\t123\n0\t0\t1\t0\t936\n0\t0\t0\t1\t306\n`;

describe("the published four lists", () => {
  const found = estimateHidden(readOverlapTable(kosovo));
  it("give the published figures", () => {
    expect(found.observed).toBe(4_400);
    expect(found.modelsTried).toBe(113);
    expect(found.independence).toMatchObject({ estimate: 7_395, low: 7_173, high: 7_634 });
    expect(found.bestByBic).toMatchObject({ estimate: 10_357, low: 9_005, high: 12_105 });
    expect(found.allPairs?.estimate).toBe(14_402);
    expect(found.bestByAic?.estimate).toBe(12_741);
    expect(found.refused).toEqual([]);
  });
  it("are never one number", () => {
    expect(found.models.length).toBeGreaterThan(3);
    expect(found.assumptions.every(({ answer }) => answer === "not answered")).toBe(true);
  });
  it("give the same whatever the order of lists and lines", () => {
    const table = readOverlapTable(kosovo);
    const turned: OverlapTable = {
      lists: table.lists.toReversed(),
      counts: table.counts.map((_, pattern) => {
        let from = 0;
        for (let i = 0; i < 4; i++) if ((pattern >> i) & 1) from |= 1 << (3 - i);
        return table.counts[from] as number;
      }),
    };
    const other = estimateHidden(turned);
    expect(other.bestByBic?.estimate).toBe(found.bestByBic?.estimate);
    expect(other.bestByAic?.bic).toBe(found.bestByAic?.bic);
  });
});

describe("the models", () => {
  it("are as many as there are", () => {
    expect([2, 3, 4, 5].map((lists) => hierarchicalModels(lists).length)).toEqual([
      1, 8, 113, 6_893,
    ]);
  });
  it("hold every part of every term, each model once", () => {
    const models = hierarchicalModels(4);
    for (const model of models)
      for (const term of model)
        for (let part = 1; part < term; part++)
          if ((part & term) === part && sizeOf(part) > 1) expect(model).toContain(part);
    expect(new Set(models.map((m) => m.toSorted((a, b) => a - b).join())).size).toBe(113);
  });
  it("are named by their largest terms", () => {
    expect(nameOf({ lists: ["A", "B", "C"] }, [0b011])).toBe("[C][A B]");
    expect(nameOf({ lists: ["A", "B", "C"] }, [])).toBe("[A][B][C]");
  });
});

/** Expected counts of independent lists: `hidden` people on none, odds of each list given. */
function made(hidden: number, odds: readonly number[]): OverlapTable {
  const counts = Array.from({ length: 1 << odds.length }, (_, pattern) =>
    pattern === 0 ? 0 : odds.reduce((n, o, i) => ((pattern >> i) & 1 ? n * o : n), hidden),
  );
  return { lists: odds.map((_, i) => `L${i}`), counts };
}

describe("a fit", () => {
  it("finds the hidden people of lists that were made independent", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 50, max: 20_000 }),
        fc.array(fc.double({ min: 0.05, max: 3, noNaN: true }), { minLength: 3, maxLength: 5 }),
        (hidden, odds) => {
          const table = made(hidden, odds);
          const seen = table.counts.reduce((a, b) => a + b, 0);
          const fit = fitModel(table, []);
          expect(fit).not.toBeNull();
          expect(Math.abs((fit?.estimate ?? 0) - seen - hidden) / hidden).toBeLessThan(1e-6);
          expect(fit?.low).toBeLessThan(fit?.estimate ?? 0);
          expect(fit?.low).toBeGreaterThan(seen);
        },
      ),
    );
  });
  it("that runs off to minus infinity is none", () => {
    // Nobody is on all three lists A, B and C, and a model with their term cannot be fitted.
    const table = readOverlapTable(
      "A,B,C,D,n\n1,1,0,0,20\n1,0,1,0,20\n0,1,1,0,20\n1,0,0,1,9\n0,1,0,1,9\n0,0,1,1,9\n1,0,0,0,90\n0,1,0,0,80\n0,0,1,0,70\n0,0,0,1,60\n",
    );
    expect(fitModel(table, [0b0011, 0b0101, 0b0110, 0b0111])).toBeNull();
    const found = estimateHidden(table, { everyModel: true });
    expect(found.modelsWithoutMaximum).toBeGreaterThan(0);
    expect(found.models.length + found.modelsWithoutMaximum).toBe(113);
    expect(found.bestByBic).not.toBeNull();
  });
});

describe("refused, with the reason", () => {
  const empty = "A\tB\tC\tcount\n1\t0\t0\t90\n0\t1\t0\t80\n0\t0\t1\t70\n1\t0\t1\t9\n0\t1\t1\t8\n";
  it("lists that share nobody", () => {
    const found = estimateHidden(readOverlapTable(empty));
    expect(found.refused).toMatchObject([{ code: "empty-overlap", lists: ["A", "B"] }]);
    expect([found.bestByBic, found.independence, found.models.length, found.modelsTried]).toEqual([
      null,
      null,
      0,
      0,
    ]);
  });
  it("lists made from one another", () => {
    const found = estimateHidden(readOverlapTable(kosovo), { derived: [["ABA", "HRW"]] });
    expect(found.refused.map(({ code }) => code)).toEqual(["derived-lists"]);
    expect(found.bestByAic).toBeNull();
  });
  it("lists with nobody on them", () => {
    const found = estimateHidden(readOverlapTable("A\tB\tcount\n1\t1\t0\n"));
    expect(found.refused.map(({ code }) => code)).toEqual(["nobody-seen"]);
    expect(found.chapman).toBeNull();
  });
});

describe("two lists", () => {
  it("are Chapman's", () => {
    const found = estimateHidden(readOverlapTable("A\tB\tn\n1\t1\t20\n1\t0\t80\n0\t1\t60\n"));
    // (101 × 81) / 21 − 1 = 388.57
    expect(found.chapman?.estimate).toBe(389);
    expect(found.chapman?.low).toBeGreaterThan(160);
    expect(found.chapman?.high).toBeGreaterThan(389);
    expect(found.warnings).toHaveLength(1);
  });
});

describe("a table", () => {
  it.each([
    ["", 1],
    ["A\tcount\n1\t2\n", 1],
    ["A\tA\tcount\n", 1],
    ["A\tB\tcount\n1\t2\t3\n", 2],
    ["# a remark\nA\tB\tcount\n1\t1\t-3\n", 3],
    ["A\tB\tcount\n1\t1\t3\n1\t1\t4\n", 3],
    ["A\tB\tcount\n0\t0\t3\n", 2],
    ["A\tB\tcount\n1\t1\n", 2],
    ["A\tB\tC\tD\tE\tF\tcount\n", 1],
  ])("that is none is refused with its line", (text, line) => {
    expect(() => readOverlapTable(text)).toThrow(new RegExp(`^Line ${line}: `));
  });
  it("is counted: totals, pairs and every combination add up", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(500), { minLength: 15, maxLength: 15 }), (cells) => {
        const table = { lists: ["A", "B", "C", "D"], counts: [0, ...cells] };
        const { totals, pairs, patterns } = overlapsOf(table);
        const seen = cells.reduce((a, b) => a + b, 0);
        expect(patterns.reduce((sum, { people }) => sum + people, 0)).toBe(seen);
        const weighted = cells.reduce((sum, n, i) => sum + n * sizeOf(i + 1), 0);
        expect(totals.reduce((sum, { people }) => sum + people, 0)).toBe(weighted);
        for (const { lists, both } of pairs)
          expect(both).toBe(
            cells.reduce(
              (sum, n, i) =>
                lists.every((l) => listsOf(table, i + 1).includes(l)) ? sum + n : sum,
              0,
            ),
          );
      }),
    );
  });
});
