import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayOf, numberScale, timeScale } from "./chart-scale.ts";

describe("the axis of numbers", () => {
  it("begins at nought, and is logarithmic only where numbers span more than thirtyfold", () => {
    expect(numberScale([412, 1_146])).toMatchObject({ kind: "linear", min: 0 });
    expect(numberScale([100, 3_000])).toMatchObject({ kind: "linear" });
    expect(numberScale([100, 3_001])).toMatchObject({ kind: "log", min: 100, max: 10_000 });
    expect(numberScale([0, 1_000_000])).toMatchObject({ kind: "linear", min: 0 });
  });

  it("has room for a single nought", () => {
    expect(numberScale([0]).at(0)).toBe(0);
  });

  it("holds every number it was made for, with a few rising ticks", () => {
    const usual = fc.integer({ min: 0, max: 1e12 }).map((n) => n / 100);
    const any = fc.oneof(usual, fc.double({ noNaN: true, noDefaultInfinity: true }));
    const numbers = fc.array(any, { minLength: 1 });
    fc.assert(
      fc.property(numbers, (values) => {
        const scale = numberScale(values);
        for (const value of values) {
          expect(scale.at(value)).toBeGreaterThanOrEqual(-1e-9);
          expect(scale.at(value)).toBeLessThanOrEqual(1 + 1e-9);
        }
        expect(scale.ticks.length).toBeGreaterThan(0);
        expect(scale.ticks.length).toBeLessThan(9);
        expect(scale.ticks).toEqual([...new Set(scale.ticks)].sort((a, b) => a - b));
      }),
      { examples: [[[Number.MIN_VALUE]], [[-Number.MIN_VALUE]]] },
    );
  });
});

describe("the axis of days", () => {
  it("has ticks at years or months, never more than fit", () => {
    const scale = timeScale([dayOf("2017-03-01"), dayOf("2020-01-01")], 6);
    expect(scale.ticks.map((tick) => new Date(tick).toISOString().slice(0, 10))).toEqual([
      "2017-01-01",
      "2018-01-01",
      "2019-01-01",
      "2020-01-01",
    ]);
  });

  it("holds every day, also a single one, of any year", () => {
    const day = fc
      .date({ min: new Date("0001-01-01"), max: new Date("9999-12-31"), noInvalidDate: true })
      .map((date) => date.getTime());
    fc.assert(
      fc.property(
        fc.array(day, { minLength: 1 }),
        fc.integer({ min: 3, max: 12 }),
        (days, most) => {
          const scale = timeScale(days, most);
          for (const one of days) {
            expect(scale.at(one)).toBeGreaterThan(0);
            expect(scale.at(one)).toBeLessThan(1);
          }
          expect(scale.ticks.length).toBeLessThanOrEqual(most);
          for (const tick of scale.ticks) expect(scale.at(tick)).toBeLessThanOrEqual(1);
        },
      ),
    );
  });
});
