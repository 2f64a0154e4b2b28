import { describe, expect, it } from "vitest";
import { hasReminder, isComplete, momentOf, newDeadline, withReminder } from "./deadline-draft.ts";

describe("a deadline that is typed", () => {
  const draft = newDeadline({ kind: "hearing", day: "2026-03-09", zone: " Asia/Almaty " });
  it("needs what happens, a day and a zone that clocks know", () => {
    expect(isComplete(draft)).toBe(true);
    for (const wrong of [
      { kind: "" },
      { day: "" },
      { zone: "" },
      { zone: "+05:00" },
      { zone: "Almaty" },
    ])
      expect(isComplete({ ...draft, ...wrong })).toBe(false);
  });
  it("is sent as a wall time, with an hour only where one was said", () => {
    expect(momentOf(draft)).toEqual({ day: "2026-03-09", zone: "Asia/Almaty" });
    expect(momentOf({ ...draft, time: "09:30" })).toEqual({
      day: "2026-03-09",
      time: "09:30",
      zone: "Asia/Almaty",
    });
  });
  it("takes a reminder once, and lets it go", () => {
    const twice = withReminder(withReminder(draft, 14, true), 14, true);
    expect(twice.reminders.filter((one) => one === 14 * 1_440)).toHaveLength(1);
    expect(hasReminder(withReminder(twice, 14, false), 14)).toBe(false);
  });
});
