// Estimates held against figures in the literature, against closed forms, and against made populations of known size.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chapman } from "./chapman.ts";
import { estimateHidden } from "./estimate-hidden.ts";
import { fitModel } from "./fit-model.ts";
import { allPairs, hierarchicalModels } from "./hierarchical-models.ts";
import { readOverlapTable } from "./read-table.ts";
import { observed, type OverlapTable } from "./table.ts";

describe("published tables", () => {
  /** Hepatitis A at a college in Taiwan, 1995, three lists of 271 students (Chao et al., Statistics in Medicine 20, 2001, table II). */
  it("hepatitis A: independent lists give 388 people, all pairs 1,313", () => {
    const found = estimateHidden(
      readOverlapTable(
        "P,Q,E,n\n1,1,1,28\n1,1,0,21\n1,0,1,17\n1,0,0,69\n0,1,1,18\n0,1,0,55\n0,0,1,63\n",
      ),
    );
    expect(found.observed).toBe(271);
    expect([found.independence?.estimate, found.allPairs?.estimate]).toEqual([388, 1_313]);
    expect(found.allPairs?.deviance).toBe(0);
    // Both fit nearly as well as the best: that is said in words, too.
    expect(found.warnings.join(" ")).toContain("range from 388 to 1313");
    expect(found.warnings.join(" ")).toContain("more than 10 times the people seen");
  });

  /** Known diabetics of Casale Monferrato, 1988, four lists of 2,069 (Bruno et al., Diabetes Care 17, 1994): five pairs, 2,771 people. */
  it("diabetes: the model with the five pairs gives 2,771 people, and is the best by AIC", () => {
    const found = estimateHidden(
      readOverlapTable(
        "A,B,C,D,n\n1,1,1,1,58\n1,1,1,0,157\n1,1,0,1,18\n1,1,0,0,104\n1,0,1,1,46\n1,0,1,0,650\n1,0,0,1,12\n1,0,0,0,709\n0,1,1,1,14\n0,1,1,0,20\n0,1,0,1,7\n0,1,0,0,74\n0,0,1,1,8\n0,0,1,0,182\n0,0,0,1,10\n",
      ),
    );
    expect(found.observed).toBe(2_069);
    expect(found.bestByAic).toMatchObject({ model: "[A B][A C][B C][B D][C D]", estimate: 2_771 });
    expect(found.bestByAic?.deviance).toBeCloseTo(7.6, 1);
  });
});

describe("closed forms", () => {
  const cell = fc.integer({ min: 1, max: 5_000 });
  const three = fc.array(cell, { minLength: 7, maxLength: 7 });
  const tableOf = (cells: readonly number[]): OverlapTable => ({
    lists: ["A", "B", "C"],
    counts: [0, ...cells],
  });

  /** Fienberg, Biometrika 59 (1972): hidden = n₁₁₁ n₁₀₀ n₀₁₀ n₀₀₁ / (n₁₁₀ n₁₀₁ n₀₁₁). */
  it("three lists with all pairs have nobody's estimate but the product", () => {
    fc.assert(
      fc.property(three, (cells) => {
        const table = tableOf(cells);
        const [a, b, ab, c, ac, bc, abc] = cells as [
          number,
          number,
          number,
          number,
          number,
          number,
          number,
        ];
        const hidden = (abc * a * b * c) / (ab * ac * bc);
        const fit = fitModel(table, allPairs(3));
        const found = (fit?.estimate ?? 0) - observed(table);
        expect(Math.abs(found - hidden) / hidden).toBeLessThan(1e-4);
        expect(fit?.deviance).toBeLessThan(1e-4);
      }),
    );
  });

  it("one pair of three lists is two lists, of which one is either of the pair (Petersen)", () => {
    fc.assert(
      fc.property(three, (cells) => {
        const [a, b, ab, c, ac, bc, abc] = cells as [
          number,
          number,
          number,
          number,
          number,
          number,
          number,
        ];
        const pair = a + b + ab + ac + bc + abc;
        const both = ac + bc + abc;
        const whole = (pair * (c + both)) / both;
        const fit = fitModel(tableOf(cells), [0b011]);
        expect(Math.abs((fit?.estimate ?? 0) - whole) / whole).toBeLessThan(1e-4);
      }),
    );
  });
});

/** The same dice every time (mulberry32). */
function dice(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** `people` drawn onto lists; with `pair`, whoever is on the first list comes onto the second with that chance instead. */
function drawn(people: number, chances: readonly number[], roll: () => number, pair?: number) {
  const counts = Array.from({ length: 1 << chances.length }, () => 0);
  for (let i = 0; i < people; i++) {
    let pattern = 0;
    for (const [list, chance] of chances.entries())
      if (roll() < (list === 1 && pair !== undefined && (pattern & 1) === 1 ? pair : chance))
        pattern |= 1 << list;
    counts[pattern] = (counts[pattern] ?? 0) + 1;
  }
  counts[0] = 0;
  return { lists: chances.map((_, i) => `L${i}`), counts } satisfies OverlapTable;
}

describe("made populations of known size", () => {
  const people = 1_000;
  const covered = (of: (roll: () => number) => { low: number; high: number } | null): number => {
    let inside = 0;
    for (let run = 1; run <= 400; run++) {
      const found = of(dice(run * 7_919));
      if (found !== null && found.low <= people && people <= found.high) inside += 1;
    }
    return inside / 400;
  };

  it("lie in the 95 % interval about 95 times of 100, for two lists and for three", () => {
    const two = covered((roll) => {
      const { counts } = drawn(people, [0.3, 0.25], roll);
      const both = counts[3] ?? 0;
      return chapman({ first: (counts[1] ?? 0) + both, second: (counts[2] ?? 0) + both, both });
    });
    const three = covered((roll) => fitModel(drawn(people, [0.3, 0.25, 0.2], roll), []));
    const paired = covered((roll) => fitModel(drawn(people, [0.3, 0.2, 0.25], roll, 0.5), [0b011]));
    for (const share of [two, three, paired]) {
      expect(share).toBeGreaterThan(0.9);
      expect(share).toBeLessThan(0.995);
    }
  });

  it("are missed where lists depend and the model says that they do not: why there is never one model alone", () => {
    const wrong = covered((roll) => fitModel(drawn(people, [0.3, 0.2, 0.25], roll, 0.5), []));
    expect(wrong).toBeLessThan(0.5);
  });
});

describe("any table", () => {
  const cell = fc.oneof(fc.constant(0), fc.nat(3), fc.nat(1_000), fc.nat(999_999_999));

  it("gives numbers or a reason: nothing infinite, nothing below the people seen, more terms never a worse fit", () => {
    const models = hierarchicalModels(3);
    fc.assert(
      fc.property(fc.array(cell, { minLength: 7, maxLength: 7 }), (cells) => {
        const table = { lists: ["A", "B", "C"], counts: [0, ...cells] };
        const found = estimateHidden(table, { everyModel: true });
        if (found.refused.length > 0) {
          expect([found.models.length, found.bestByBic, found.bestByAic]).toEqual([0, null, null]);
          expect(found.refused.every(({ reason }) => reason.length > 20)).toBe(true);
          return;
        }
        expect(found.models.length + found.modelsWithoutMaximum).toBe(models.length);
        for (const one of found.models) {
          const { estimate, low, high, deviance, aic, bic } = one;
          expect([estimate, low, high, deviance, aic, bic].every(Number.isFinite)).toBe(true);
          expect(low).toBeGreaterThanOrEqual(found.observed - 1);
          expect(low <= estimate && estimate <= high).toBe(true);
        }
        const fits = models.map((model) => ({ model, fit: fitModel(table, model) }));
        for (const { model, fit } of fits)
          for (const larger of fits)
            if (fit !== null && larger.fit !== null && model.every((t) => larger.model.includes(t)))
              expect(larger.fit.deviance).toBeLessThanOrEqual(
                fit.deviance + 1e-6 * found.observed + 1e-6,
              );
      }),
    );
  });
});
