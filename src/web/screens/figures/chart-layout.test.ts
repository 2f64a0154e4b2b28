// Where estimates stand on the chart. The estimates are invented.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Estimate } from "../../api/views.ts";
import { drawable, type Frame, layOut } from "./chart-layout.ts";

const frame: Frame = { width: 600, height: 320, left: 60, right: 16, top: 16, bottom: 30 };

interface Given {
  readonly low: number | null;
  readonly high: number | null;
  readonly hedge?: Estimate["amount"]["hedge"];
  readonly min?: string | null;
  readonly max?: string | null;
}

let made = 0;
function estimate({ low, high, hedge = "exact", min = "2018-12-01", max = min }: Given): Estimate {
  made += 1;
  const edtf = min ?? max ?? "..";
  return {
    id: `e${made}`,
    body: "words an invented body",
    amount: { low, high, hedge },
    date: { kind: "as-of", edtf, text: edtf, min, max },
    methods: [],
    sayings: [],
    origins: [],
    denials: [],
  };
}

const chart = (...estimates: Estimate[]) => layOut(estimates, frame, () => "800K–1.2M");

describe("the chart of estimates", () => {
  it("draws what has a day and a number, and leaves the rest to the table", () => {
    const drawn = estimate({ low: 5, high: 5 });
    const undated = estimate({ low: 5, high: 5, min: null, max: null });
    const wordless = estimate({ low: null, high: null, hedge: "vague" });
    expect(drawable([undated, drawn, wordless, { ...drawn, date: null }])).toEqual([drawn]);
    expect(chart(undated)).toBeNull();
  });

  it("leaves open the end that the words leave open", () => {
    const found = chart(
      estimate({ low: 5, high: null, hedge: "at-least", min: "2017-01-01" }),
      estimate({ low: null, high: 9, hedge: "at-most", min: "2018-01-01" }),
      estimate({ low: 6, high: null, hedge: "vague", min: "2019-01-01" }),
      estimate({ low: 6, high: 8, hedge: "range", min: "2020-01-01" }),
    );
    expect(found?.marks.map((mark) => [mark.open, mark.hollow])).toEqual([
      ["up", false],
      ["down", false],
      [null, true],
      [null, false],
    ]);
  });

  it("draws a date as wide as it is uncertain", () => {
    const [day, year] =
      chart(
        estimate({ low: 5, high: 5, min: "2018-06-01" }),
        estimate({ low: 9, high: 9, min: "2019-01-01", max: "2019-12-31" }),
      )?.marks ?? [];
    expect(day?.fromX).toBe(day?.toX);
    expect((year?.toX ?? 0) - (year?.fromX ?? 0)).toBeGreaterThan(50);
  });

  const end = fc.integer({ min: 0, max: 5_000_000 });
  const any = fc.array(
    fc
      .record({ a: end, b: end, year: fc.integer({ min: 2014, max: 2024 }) })
      .map(({ a, b, year }) =>
        estimate({
          low: Math.min(a, b),
          high: Math.max(a, b),
          hedge: "range",
          min: `${year}-06-01`,
        }),
      ),
    { minLength: 1, maxLength: 30 },
  );

  it("draws each range from its own low to its own high end, inside the frame", () => {
    fc.assert(
      fc.property(any, (estimates) => {
        const found = chart(...estimates);
        expect(found?.marks.map((mark) => mark.estimate)).toEqual(estimates);
        for (const mark of found?.marks ?? []) {
          const { low, high } = mark.estimate.amount;
          expect(mark.lowY).toBeCloseTo(found?.y(low ?? 0) ?? 0);
          expect(mark.highY).toBeCloseTo(found?.y(high ?? 0) ?? 0);
          expect(mark.highY).toBeGreaterThanOrEqual(frame.top - 0.01);
          expect(mark.lowY).toBeLessThanOrEqual(frame.height - frame.bottom + 0.01);
        }
      }),
    );
  });

  it("puts no mark on another, and no label on a label", () => {
    fc.assert(
      fc.property(any, (estimates) => {
        const marks = chart(...estimates)?.marks ?? [];
        const places = marks.map((m) => `${m.x.toFixed(2)} ${m.lowY.toFixed(2)} ${m.highY}`);
        expect(new Set(places).size).toBe(places.length);
        const labels = marks.flatMap((mark) => mark.label ?? []);
        for (const [i, a] of labels.entries())
          for (const b of labels.slice(i + 1))
            expect(
              a.anchor !== b.anchor || Math.abs(a.x - b.x) > 60 || Math.abs(a.y - b.y) > 14.9,
            ).toBe(true);
      }),
    );
  });
});
