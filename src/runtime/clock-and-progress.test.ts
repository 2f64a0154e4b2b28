import { describe, expect, test } from "vitest";
import { fixedClock, isoTime } from "./clock.ts";
import { stopIfAborted, throttleProgress } from "./progress.ts";
import { movingClock, refused, testTime } from "./testing.ts";

describe("clock", () => {
  test("stands still, or steps", () => {
    const still = fixedClock(5);
    expect([still(), still()]).toEqual([5, 5]);
    const steps = fixedClock(5, 2);
    expect([steps(), steps(), steps()]).toEqual([5, 7, 9]);
  });

  test("writes UTC with milliseconds, sortable as text", () => {
    expect(isoTime(testTime)).toBe("2026-03-09T08:05:00.000Z");
    expect(isoTime(0)).toBe("1970-01-01T00:00:00.000Z");
    for (const bad of [Number.NaN, Number.POSITIVE_INFINITY, 1e15, -1e15, 9e15]) {
      expect(refused(() => isoTime(bad)).code).toBe("time-invalid");
    }
  });
});

describe("throttled progress", () => {
  const record = () => {
    const told: string[] = [];
    const { clock, forward } = movingClock();
    const progress = throttleProgress((done, _, step) => told.push(`${step} ${done}`), clock, 100);
    return { told, forward, progress };
  };

  test("tells the first, the last and one in every tenth of a second", () => {
    const { told, forward, progress } = record();
    for (let done = 1; done <= 1000; done++) {
      progress(done, 1000, "hash");
      forward(1);
    }
    expect(told[0]).toBe("hash 1");
    expect(told.at(-1)).toBe("hash 1000");
    expect(told).toHaveLength(11);
  });

  test("tells every change of step, and goes on when the clock is set back", () => {
    const { told, forward, progress } = record();
    progress(1, null, "read");
    progress(2, null, "read");
    progress(3, null, "write");
    forward(-10_000);
    progress(4, null, "write");
    expect(told).toEqual(["read 1", "write 3", "write 4"]);
  });
});

test("work stops at the next unit once the signal is aborted", () => {
  const abort = new AbortController();
  stopIfAborted(undefined);
  stopIfAborted(abort.signal);
  abort.abort();
  expect(refused(() => stopIfAborted(abort.signal))).toMatchObject({
    code: "cancelled",
    status: 499,
  });
});
