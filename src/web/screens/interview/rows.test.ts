// Rows of a transcript: nothing is lost between the two tracks and the screen. Words are our own.
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lineAt, linesOf, segmentsOf, timeShown, timeTyped, withLineAt } from "./rows.ts";

const track = fc.uniqueArray(fc.integer({ min: 0, max: 500 }), { maxLength: 8 }).chain((starts) =>
  fc.tuple(
    ...starts
      .toSorted((a, b) => a - b)
      .map((at) =>
        fc.record({
          fromMs: fc.constant(at * 100),
          toMs: fc.integer({ min: at * 100, max: at * 100 + 9_000 }),
          text: fc.stringMatching(/^[a-zк-я]{1,12}$/),
        }),
      ),
  ),
);

describe("rows", () => {
  it("give back both tracks, word for word and start for start", () => {
    fc.assert(
      fc.property(track, track, (original, translation) => {
        const lines = linesOf(original, translation);
        expect(segmentsOf(lines, "original")).toEqual(original);
        const said = (segments: readonly { fromMs: number; text: string }[]) =>
          segments.map(({ fromMs, text }) => [fromMs, text]);
        expect(said(segmentsOf(lines, "translation"))).toEqual(said(translation));
      }),
    );
  });

  it("begin where one types, end the one before, and are begun once only", () => {
    const first = withLineAt([], 1_000);
    const second = withLineAt(first.lines, 3_000);
    expect(second.lines.map(({ fromMs, toMs }) => [fromMs, toMs])).toEqual([
      [1_000, 3_000],
      [3_000, 7_000],
    ]);
    const between = withLineAt(second.lines, 2_000);
    expect(between.lines.map(({ fromMs, toMs }) => [fromMs, toMs])).toEqual([
      [1_000, 2_000],
      [2_000, 3_000],
      [3_000, 7_000],
    ]);
    const again = withLineAt(between.lines, 2_000);
    expect(again).toEqual({ lines: between.lines, key: between.key });
    expect(lineAt(between.lines, 2_500)?.key).toBe(between.key);
    expect(lineAt(between.lines, 9_000)).toBeUndefined();
  });

  it.each([
    ["0:05", 5_000],
    ["1:02:03.5", 3_723_500],
    ["12", 12_000],
    ["2:75", null],
    ["75:00", null],
    ["soon", null],
  ])("read the time %s as %s", (text, ms) => {
    expect(timeTyped(text)).toBe(ms);
  });

  it("show a time so that it is read back", () => {
    fc.assert(
      fc.property(fc.nat(99 * 3_600_000), (ms) => {
        expect(timeTyped(timeShown(ms))).toBe(ms);
      }),
    );
  });
});
