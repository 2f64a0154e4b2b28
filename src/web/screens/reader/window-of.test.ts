import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { heightOf, pagesOf, scrollTo, windowOf } from "./window-of.ts";

const row = 34;
describe("rows of a long table", () => {
  it("draws nothing of an empty table", () => {
    expect(windowOf(0, 600, 0, row)).toEqual({ first: 1, last: 0, above: 0, below: 0 });
  });

  it("reaches the first and the last of five million rows", () => {
    const total = 5_000_000;
    expect(windowOf(0, 600, total, row).first).toBe(1);
    expect(windowOf(heightOf(total, row), 600, total, row).last).toBe(total);
  });

  it("keeps the space for all rows whole and draws few of them, wherever it is scrolled to", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 5_000_000 }),
        fc.integer({ min: 1, max: 2_000 }),
        fc.double({ min: 0, max: 1, noNaN: true }),
        (total, view, part) => {
          const height = heightOf(total, row);
          const { first, last, above, below } = windowOf(height * part, view, total, row);
          expect(first).toBeGreaterThanOrEqual(1);
          expect(last).toBeLessThanOrEqual(total);
          expect(last - first).toBeLessThan(view / row + 26);
          expect(above).toBeGreaterThanOrEqual(0);
          expect(below).toBeGreaterThanOrEqual(0);
          const drawn = (last - first + 1) * row;
          if (drawn <= height) expect(above + drawn + below).toBeCloseTo(height, 3);
        },
      ),
    );
  });

  it("shows a row one goes to", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3_000_000 }), fc.nat(), (total, some) => {
        const wanted = (some % total) + 1;
        const { first, last } = windowOf(scrollTo(wanted, 600, total, row), 600, total, row);
        expect(first).toBeLessThanOrEqual(wanted);
        expect(last).toBeGreaterThanOrEqual(wanted);
      }),
    );
  });

  it("asks for the pages that hold the drawn rows", () => {
    expect(pagesOf(1, 40, 100)).toEqual([0]);
    expect(pagesOf(95, 205, 100)).toEqual([0, 1, 2]);
    expect(pagesOf(1, 0, 100)).toEqual([]);
  });
});
