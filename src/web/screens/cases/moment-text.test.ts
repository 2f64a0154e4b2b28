import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { MomentView } from "../../api/views.ts";
import { awayText, dayText, momentWords, todayIn } from "./moment-text.ts";

const hearing: MomentView = {
  day: "2026-03-03",
  time: "02:30",
  zone: "Asia/Almaty",
  startsAt: Date.UTC(2026, 2, 2, 21, 30),
  endsAt: Date.UTC(2026, 2, 2, 21, 30),
  doubt: null,
};

describe("a moment", () => {
  it("keeps the day of its place, and tells the reader's day where it is another", () => {
    expect(momentWords(hearing, "Europe/Berlin")).toEqual({
      there: "Tue 3 Mar 2026, 02:30",
      zone: "Asia/Almaty",
      here: "your time: Mon 2 Mar 2026, 22:30",
    });
    expect(momentWords(hearing, "Asia/Tashkent")).toEqual({
      there: "Tue 3 Mar 2026, 02:30",
      zone: "Asia/Almaty",
    });
    expect(momentWords(hearing, "Asia/Kolkata").here).toBe("your time: 03:00");
  });
  it("without an hour tells when the day begins for the reader", () => {
    const { time: _time, ...day } = hearing;
    const whole = { ...day, startsAt: Date.UTC(2026, 2, 2, 19), endsAt: Date.UTC(2026, 2, 3, 19) };
    expect(momentWords(whole, "Europe/Berlin").here).toBe("begins for you Mon 2 Mar 2026, 20:00");
    expect(momentWords(whole, "Asia/Almaty").here).toBeUndefined();
  });
  it("is counted in days of the place's calendar", () => {
    const now = Date.UTC(2026, 2, 2, 20);
    expect(awayText(hearing.day, todayIn("Asia/Almaty", now))).toBe("today");
    expect(awayText(hearing.day, todayIn("Europe/Berlin", now))).toBe("tomorrow");
    expect(todayIn("No/Where", now)).toBe("2026-03-02");
  });
  it("of any day within two centuries comes back as that day", () => {
    const days = fc.integer({ min: 0, max: 73_000 });
    fc.assert(
      fc.property(days, (n) => {
        const at = Date.UTC(1950, 0, 1) + n * 86_400_000;
        const iso = new Date(at).toISOString().slice(0, 10);
        expect(new Date(`${dayText(iso)} UTC`).toISOString().slice(0, 10)).toBe(iso);
      }),
    );
  });
});
