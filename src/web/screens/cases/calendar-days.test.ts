import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { daysAround, isDay, type Span, stepFrom } from "./calendar-days.ts";

const day = fc
  .integer({ min: 0, max: 60_000 })
  .map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10));
const span = fc.constantFrom<Span>("week", "month");

describe("the days of the calendar", () => {
  it("hold the day they were asked for, and follow each other without a gap", () => {
    fc.assert(
      fc.property(day, span, (asked, of) => {
        const days = daysAround(asked, of);
        expect(days.from <= asked && asked <= days.to).toBe(true);
        const after = daysAround(stepFrom(days, of, 1), of);
        expect(Date.parse(after.from) - Date.parse(days.to)).toBe(86_400_000);
        expect(daysAround(stepFrom(after, of, -1), of)).toEqual(days);
      }),
    );
  });
  it("begin weeks on Monday", () => {
    expect(daysAround("2026-03-01", "week")).toEqual({ from: "2026-02-23", to: "2026-03-01" });
    expect(daysAround("2024-02-10", "month")).toEqual({ from: "2024-02-01", to: "2024-02-29" });
  });
  it("are days that exist", () => {
    for (const not of [undefined, "2026-02-30", "2026-2-3", "9999-01-01", "<b>"])
      expect(isDay(not)).toBe(false);
    expect(isDay("2026-02-28")).toBe(true);
  });
});
