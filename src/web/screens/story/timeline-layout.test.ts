import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { spanOf } from "../../../model/index.ts";
import type { DayBounds } from "../../../model/index.ts";
import type { StoryStretch } from "../../api/views.ts";
import type { TimelineEvent } from "./events.ts";
import { dayOf, layOut } from "./timeline-layout.ts";

const now = Date.UTC(2021, 5, 1);
const date = (min: string | null, max: string | null): DayBounds => ({ min, max });

interface More {
  readonly moment?: boolean;
  readonly during?: string;
}

function event(
  id: string,
  from: DayBounds | null,
  to: DayBounds | null,
  { moment = false, during }: More = {},
): TimelineEvent {
  return {
    id,
    label: `invented ${id}`,
    when: "",
    state: "single",
    span: spanOf(from, to, moment),
    about: false,
    during: during ?? null,
  };
}

const stretch = (id: string, ...episodes: readonly string[]): StoryStretch => ({
  id,
  kind: "camp",
  episodes,
  differs: ["place"],
});

describe("laying a story out on its line", () => {
  it("keeps the sure middle apart from the ends nobody knows exactly", () => {
    const from = date("2018-02-01", "2018-04-30");
    const [bar] =
      layOut([event("a", from, date("2019-05-01", "2019-09-30"))], 1000, now)?.bars ?? [];
    expect(bar).toBeDefined();
    if (bar === undefined) return;
    expect(bar.earliest).toBeLessThan(bar.begun);
    expect(bar.begun).toBeLessThan(bar.on);
    expect(bar.on).toBeLessThan(bar.latest);
    expect(bar.openEnd).toBe(false);
  });

  it("draws a stretch without an end up to today and says that the end is open", () => {
    const line = layOut([event("a", date("2018-03-01", "2018-03-31"), null)], 1000, now);
    expect(line?.bars[0]).toMatchObject({ openEnd: true, point: false });
    expect(line?.bars[0]?.latest).toBeCloseTo(line?.today ?? -1, 0);
  });

  it("marks acts on the bar of their episode, and gives the others bars of their own", () => {
    const camp = event("a", date("2018-03-01", "2018-03-31"), date("2019-05-01", "2019-05-31"));
    const beaten = event("b", date("2018-05-02", "2018-05-02"), null, {
      moment: true,
      during: "a",
    });
    const undated = event("c", null, null, { moment: true, during: "a" });
    const alone = event("d", date("2018-06-01", "2018-06-30"), null, { moment: true });
    const lost = event("e", date("2018-06-01", "2018-06-30"), null, {
      moment: true,
      during: "gone",
    });
    const line = layOut([camp, beaten, undated, alone, lost], 1000, now);
    expect(line?.bars.map((bar) => [bar.event.id, bar.marks.map(({ id }) => id)])).toEqual(
      expect.arrayContaining([
        ["a", ["b"]],
        ["d", []],
        ["e", []],
      ]),
    );
    // An act without a date is told with its episode, not as an event nobody can place.
    expect(line?.undated).toEqual([]);
  });

  it("sets what has no date apart and draws nothing when nothing has one", () => {
    expect(layOut([event("a", null, null)], 800, now)).toBeNull();
    const dated = event("b", date("2018-01-01", "2018-01-01"), null, { moment: true });
    const line = layOut([event("a", null, null), dated], 800, now);
    expect(line?.undated.map((e) => e.id)).toEqual(["a"]);
    expect(line?.bars.map((b) => b.event.id)).toEqual(["b"]);
  });

  it("never lets two bars of one row cover each other, and keeps the versions of a stretch together", () => {
    const day = fc
      .integer({ min: Date.UTC(2014, 0, 1) / 86_400_000, max: Date.UTC(2021, 0, 1) / 86_400_000 })
      .map((n) => new Date(n * 86_400_000).toISOString().slice(0, 10));
    const span = fc.tuple(day, day).map(([a, b]) => (a < b ? date(a, b) : date(b, a)));
    const any = fc.record({ moment: fc.boolean(), from: fc.option(span), to: fc.option(span) });
    fc.assert(
      fc.property(
        fc.array(any, { minLength: 1, maxLength: 12 }),
        fc.integer({ min: 320, max: 1400 }),
        fc.nat(5),
        (events, width, versions) => {
          const made = events.map((e, i) => event(String(i), e.from, e.to, e));
          const stretches = [stretch("0", ...made.slice(0, versions).map(({ id }) => id))];
          const line = layOut(made, width, now, { stretches });
          const bars = line?.bars ?? [];
          for (const bar of bars) {
            expect(bar.earliest).toBeLessThanOrEqual(bar.begun);
            expect(bar.begun).toBeLessThanOrEqual(bar.on);
            expect(bar.on).toBeLessThanOrEqual(bar.latest);
            expect(bar.earliest).toBeGreaterThanOrEqual(0);
            expect(bar.latest).toBeLessThanOrEqual(width + 1);
            for (const other of bars) {
              if (other === bar || other.row !== bar.row) continue;
              expect(bar.latest <= other.earliest || other.latest <= bar.earliest).toBe(true);
            }
          }
          for (const block of line?.blocks ?? []) {
            const within = bars.filter(
              (bar) =>
                bar.row >= block.row &&
                bar.row < block.row + block.rows &&
                bar.earliest <= block.to &&
                bar.latest >= block.from,
            );
            expect(within.map((bar) => stretches[0]?.episodes.includes(bar.event.id))).toEqual(
              Array.from({ length: block.rows }, () => true),
            );
          }
        },
      ),
    );
  });

  it("marks months when there is room for them", () => {
    const events = [event("a", date("2018-03-01", "2018-03-31"), date("2019-05-01", "2019-05-31"))];
    expect(layOut(events, 600, now)?.ticks.some(({ month }) => month)).toBe(false);
    expect(layOut(events, 6000, now)?.ticks.some(({ month }) => month)).toBe(true);
  });

  it("reads ISO days and refuses anything else", () => {
    expect(dayOf("1970-01-02")).toBe(1);
    expect(dayOf("soon")).toBeNull();
    expect(dayOf(null)).toBeNull();
  });
});
