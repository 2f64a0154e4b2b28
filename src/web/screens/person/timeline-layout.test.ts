import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DrawnDate, RelatedView } from "../../api/views.ts";
import { dayOf, isMoment, layOut } from "./timeline-layout.ts";

const now = Date.UTC(2021, 5, 1);
const date = (min: string | null, max: string | null): DrawnDate => ({
  edtf: "",
  text: "",
  min,
  max,
});

function event(
  id: string,
  schema: "Episode" | "Act",
  from: DrawnDate | null,
  to: DrawnDate | null,
  kind = "camp",
): RelatedView {
  const value = { kind: "code" as const, vocabulary: "episode-kind", code: kind };
  const headline = {
    text: kind,
    value,
    state: "single" as const,
    why: "",
    pinned: false,
    claims: [],
    origins: [],
  };
  const property = {
    name: "kind",
    label: "",
    group: "what",
    many: false,
    sealed: false,
    headlines: [headline],
    others: [],
    denials: [],
    claims: [],
  };
  return { id, schema, label: `invented ${id}`, records: [id], properties: [property], from, to };
}

describe("laying a story out on its line", () => {
  it("keeps the sure middle apart from the ends nobody knows exactly", () => {
    const line = layOut(
      [event("a", "Episode", date("2018-02-01", "2018-04-30"), date("2019-05-01", "2019-09-30"))],
      1000,
      now,
    );
    const bar = line?.bars[0];
    expect(bar).toBeDefined();
    if (bar === undefined) return;
    expect(bar.earliest).toBeLessThan(bar.begun);
    expect(bar.begun).toBeLessThan(bar.on);
    expect(bar.on).toBeLessThan(bar.latest);
    expect(bar.openEnd).toBe(false);
  });

  it("draws a stretch without an end up to today and says that the end is open", () => {
    const line = layOut([event("a", "Episode", date("2018-03-01", "2018-03-31"), null)], 1000, now);
    expect(line?.bars[0]).toMatchObject({ openEnd: true, point: false });
    expect(line?.bars[0]?.latest).toBeCloseTo(line?.today ?? -1, 0);
  });

  it("knows a moment from a stretch", () => {
    expect(isMoment(event("a", "Act", date("2017-10-01", "2017-10-31"), null))).toBe(true);
    expect(
      isMoment(event("a", "Episode", date("2017-10-01", "2017-10-31"), null, "sentenced")),
    ).toBe(true);
    expect(isMoment(event("a", "Episode", date("2017-10-01", "2017-10-31"), null, "camp"))).toBe(
      false,
    );
  });

  it("sets what has no date apart and draws nothing when nothing has one", () => {
    expect(layOut([event("a", "Act", null, null)], 800, now)).toBeNull();
    const line = layOut(
      [event("a", "Act", null, null), event("b", "Act", date("2018-01-01", "2018-01-01"), null)],
      800,
      now,
    );
    expect(line?.undated.map((e) => e.id)).toEqual(["a"]);
    expect(line?.bars.map((b) => b.id)).toEqual(["b"]);
  });

  it("never lets two bars of one row cover each other, and orders every bar's four points", () => {
    const day = fc
      .integer({ min: Date.UTC(2014, 0, 1) / 86_400_000, max: Date.UTC(2021, 0, 1) / 86_400_000 })
      .map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10));
    const span = fc.tuple(day, day).map(([a, b]) => (a < b ? date(a, b) : date(b, a)));
    const any = fc.record({
      schema: fc.constantFrom("Episode" as const, "Act" as const),
      from: fc.option(span),
      to: fc.option(span),
    });
    fc.assert(
      fc.property(
        fc.array(any, { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 320, max: 1400 }),
        (events, width) => {
          const line = layOut(
            events.map((e, i) => event(String(i), e.schema, e.from, e.to)),
            width,
            now,
          );
          for (const bar of line?.bars ?? []) {
            expect(bar.earliest).toBeLessThanOrEqual(bar.begun);
            expect(bar.begun).toBeLessThanOrEqual(bar.on);
            expect(bar.on).toBeLessThanOrEqual(bar.latest);
            expect(bar.earliest).toBeGreaterThanOrEqual(0);
            expect(bar.latest).toBeLessThanOrEqual(width + 1);
            for (const other of line?.bars ?? []) {
              if (other.id === bar.id || other.row !== bar.row) continue;
              expect(bar.latest <= other.earliest || other.latest <= bar.earliest).toBe(true);
            }
          }
        },
      ),
    );
  });

  it("reads ISO days and refuses anything else", () => {
    expect(dayOf("1970-01-02")).toBe(1);
    expect(dayOf("soon")).toBeNull();
    expect(dayOf(null)).toBeNull();
  });
});
