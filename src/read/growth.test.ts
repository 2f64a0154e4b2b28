// The measurement of growth itself, on a machine made up for it that disturbs many of the measurements, and on this one.
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { growth, LINEAR, type Measure } from "./testing-growth.ts";

/** A machine on which work of this cost takes up to ten times as long, whenever `disturbed` says so. */
function machine(
  cost: (size: number) => number,
  disturbed: readonly number[],
): { prepare: (size: number) => () => void; measure: Measure } {
  let running = 0;
  let turn = 0;
  return {
    prepare: (size) => () => void (running = cost(size)),
    measure: (work) => {
      work();
      // Never twice in a row: something else has the processor now and then, not always.
      const factor = turn % 2 === 0 ? 1 : (disturbed[(turn >> 1) % disturbed.length] ?? 1);
      turn++;
      return running * factor;
    },
  };
}
const factors = fc.array(fc.double({ min: 1, max: 10, noNaN: true }), {
  minLength: 1,
  maxLength: 12,
});
const grownOn = (cost: (size: number) => number, disturbed: readonly number[]): number => {
  const { prepare, measure } = machine(cost, disturbed);
  return growth(prepare, 8_000, measure);
};

describe("on a machine that is busy with other things", () => {
  test("work that grows with the text is told from work that grows with its square", () => {
    fc.assert(
      fc.property(factors, (disturbed) => {
        expect(grownOn((size) => size, disturbed)).toBeLessThan(LINEAR);
        expect(grownOn((size) => size * Math.log2(size), disturbed)).toBeLessThan(LINEAR);
        expect(grownOn((size) => (size * size) / 8_000, disturbed)).toBeGreaterThan(LINEAR);
        expect(grownOn((size) => size ** 1.8 / 1_000, disturbed)).toBeGreaterThan(LINEAR);
      }),
    );
  });
});

describe("on this machine", () => {
  const adding = (steps: (size: number) => number) => (size: number) => (): void => {
    let found = 0;
    for (let i = 0, end = steps(size); i < end; i++) found += i ^ size;
    expect(found).not.toBe(-1);
  };

  test("a rule that looks at everything for everything is caught", () => {
    expect(growth(adding((size) => (size / 8) ** 2))).toBeGreaterThan(LINEAR);
  });

  test("a rule that looks once at everything is not", () => {
    expect(growth(adding((size) => size * 100))).toBeLessThan(LINEAR);
  });
});
