// Wall times and instants: held against another implementation over zones and years, and over every change of clocks by hand.
import { CalendarDateTime, fromAbsolute, toZoned } from "@internationalized/date";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isZone, type Moment, resolveMoment, wallTimeAt } from "./wall-time.ts";

const zones = Intl.supportedValuesOf("timeZone");
const zone = fc.constantFrom(...zones);
const instant = fc.integer({ min: Date.UTC(1972, 0, 1), max: Date.UTC(2037, 11, 31) });
const iso = (ms: number): string => new Date(ms).toISOString();
const at = (day: string, time: string | undefined, zone: string, fold?: "first" | "second") =>
  resolveMoment({
    day,
    zone,
    ...(time === undefined ? {} : { time }),
    ...(fold === undefined ? {} : { fold }),
  });

/** The instants at which clocks of a zone change within a year, to the minute. */
function changesIn(zone: string, year: number): number[] {
  const offset = (ms: number): number => fromAbsolute(ms, zone).offset;
  const changes: number[] = [];
  for (let ms = Date.UTC(year, 0, 1); ms < Date.UTC(year + 1, 0, 1); ms += 86_400_000) {
    if (offset(ms) === offset(ms + 86_400_000)) continue;
    let [low, high] = [ms, ms + 86_400_000];
    while (high - low > 1_000) {
      const middle = (low + high) / 2;
      if (offset(middle) === offset(low)) low = middle;
      else high = middle;
    }
    changes.push(Math.round(high / 60_000) * 60_000);
  }
  return changes;
}

function agrees(moment: Moment): void {
  const [year = 0, month = 0, day = 0] = moment.day.split("-").map(Number);
  const [hour = 0, minute = 0] = (moment.time ?? "0:0").split(":").map(Number);
  const wall = new CalendarDateTime(year, month, day, hour, minute);
  const other = (which: "earlier" | "later"): number =>
    toZoned(wall, moment.zone, which).toDate().getTime();
  const mine = resolveMoment(moment);
  const said = `${moment.day} ${moment.time} ${moment.zone}`;
  expect([said, iso(mine.startsAt)]).toEqual([said, iso(other("earlier"))]);
  expect([said, mine.doubt === null]).toEqual([said, other("earlier") === other("later")]);
  if (mine.doubt === "twice")
    expect(resolveMoment({ ...moment, fold: "second" }).startsAt).toBe(other("later"));
}

describe("a wall time", () => {
  it.each([
    // Kazakhstan became one zone on 1 March 2024; an hour less from then on.
    ["2026-03-05", "09:30", "Asia/Almaty", "2026-03-05T04:30:00.000Z"],
    ["2024-02-29", "09:30", "Asia/Almaty", "2024-02-29T03:30:00.000Z"],
    ["2026-07-01", "14:00", "Europe/Istanbul", "2026-07-01T11:00:00.000Z"],
    ["2026-07-01", "10:00", "Asia/Urumqi", "2026-07-01T04:00:00.000Z"],
    ["2026-07-01", "10:00", "Asia/Shanghai", "2026-07-01T02:00:00.000Z"],
    ["2026-07-01", "10:00", "Asia/Kathmandu", "2026-07-01T04:15:00.000Z"],
    ["2026-01-15", "09:00", "Europe/Stockholm", "2026-01-15T08:00:00.000Z"],
    ["2026-07-15", "09:00", "Europe/Stockholm", "2026-07-15T07:00:00.000Z"],
  ])("%s %s in %s is %s", (day, time, where, instantThen) => {
    expect(iso(at(day, time, where).startsAt)).toBe(instantThen);
    expect(at(day, time, where).doubt).toBeNull();
  });

  it("that clocks skip counts as early as it can, and says so", () => {
    const skipped = at("2026-03-29", "02:30", "Europe/Berlin");
    expect(skipped.doubt).toBe("skipped");
    expect(iso(skipped.startsAt)).toBe("2026-03-29T00:30:00.000Z");
  });

  it("that comes twice counts the first time, unless somebody says which", () => {
    const twice = at("2026-10-25", "02:30", "Europe/Berlin");
    expect(twice.doubt).toBe("twice");
    expect(iso(twice.startsAt)).toBe("2026-10-25T00:30:00.000Z");
    const second = at("2026-10-25", "02:30", "Europe/Berlin", "second");
    expect(second.doubt).toBeNull();
    expect(iso(second.startsAt)).toBe("2026-10-25T01:30:00.000Z");
    expect(at("2026-10-25", "02:30", "Europe/Berlin", "first").doubt).toBeNull();
  });

  it("of a zone nobody knows here is read as UTC, says so, and does not throw", () => {
    const lost = at("2026-03-05", "09:30", "Mars/Olympus");
    expect([lost.doubt, iso(lost.startsAt)]).toEqual(["unknown-zone", "2026-03-05T09:30:00.000Z"]);
    expect(isZone("+05:00")).toBe(false);
    expect(isZone("")).toBe(false);
  });

  it("agrees with another implementation in every zone, at any hour", () => {
    fc.assert(
      fc.property(zone, instant, (where, ms) => {
        agrees({ zone: where, ...wallTimeAt(ms, where) });
      }),
      { numRuns: 1_500 },
    );
  });

  it("agrees around every change of clocks", () => {
    const year = fc.integer({ min: 1985, max: 2030 });
    const around = fc.integer({ min: -200, max: 200 });
    fc.assert(
      fc.property(zone, year, around, (where, changed, minutes) => {
        for (const ms of changesIn(where, changed)) {
          // The wall as both sides of the change would show it.
          const before = wallTimeAt(ms - 60_000, where);
          const wall = Date.parse(`${before.day}T${before.time}Z`) + minutes * 60_000;
          const [day = "", time = ""] = iso(wall).slice(0, 16).split("T");
          agrees({ zone: where, day, time });
        }
      }),
      { numRuns: 60 },
    );
  });

  it("leads back to itself wherever it is in no doubt", () => {
    fc.assert(
      fc.property(zone, instant, (where, ms) => {
        const wall = wallTimeAt(ms, where);
        const { startsAt, doubt } = at(wall.day, wall.time, where);
        if (doubt !== null) return;
        expect(wallTimeAt(startsAt, where)).toEqual(wall);
        expect(startsAt).toBe(Math.floor(ms / 60_000) * 60_000);
      }),
    );
  });
});

describe("a day without an hour", () => {
  it("lasts from its first moment there to its last", () => {
    const day = at("2026-03-09", undefined, "Europe/Istanbul");
    expect(iso(day.startsAt)).toBe("2026-03-08T21:00:00.000Z");
    expect(iso(day.endsAt)).toBe("2026-03-09T21:00:00.000Z");
  });

  it("has 23 hours or 25 when clocks change", () => {
    const hours = ({ startsAt, endsAt }: { startsAt: number; endsAt: number }): number =>
      (endsAt - startsAt) / 3_600_000;
    expect(hours(at("2026-03-29", undefined, "Europe/Berlin"))).toBe(23);
    expect(hours(at("2026-10-25", undefined, "Europe/Berlin"))).toBe(25);
  });

  it("begins later where clocks jump over midnight, and may not exist at all", () => {
    // Cairo, 26 April 2024: 00:00 became 01:00.
    const cairo = at("2024-04-26", undefined, "Africa/Cairo");
    expect([iso(cairo.startsAt), cairo.doubt]).toEqual(["2024-04-25T22:00:00.000Z", null]);
    // Samoa crossed the date line and had no 30 December 2011.
    const apia = at("2011-12-30", undefined, "Pacific/Apia");
    expect(apia.doubt).toBe("skipped");
    expect(iso(apia.startsAt)).toBe("2011-12-30T10:00:00.000Z");
    expect(apia.endsAt).toBe(apia.startsAt);
  });

  it("holds every instant that clocks of the place show on it, and the next day begins where it ends", () => {
    fc.assert(
      fc.property(zone, instant, (where, ms) => {
        const { day } = wallTimeAt(ms, where);
        const { startsAt, endsAt } = at(day, undefined, where);
        expect(startsAt <= ms && ms < endsAt).toBe(true);
        expect(wallTimeAt(startsAt, where).day).toBe(day);
        const next = iso(Date.parse(day) + 86_400_000).slice(0, 10);
        expect(at(next, undefined, where).startsAt <= endsAt).toBe(true);
      }),
      { numRuns: 600 },
    );
  });

  it("never throws, whatever the day", () => {
    for (const day of ["0001-01-01", "9999-12-31", "1900-02-28"]) {
      const { startsAt, endsAt } = at(day, undefined, "Asia/Almaty");
      expect(Number.isFinite(startsAt) && endsAt > startsAt).toBe(true);
    }
  });
});
