import { describe, expect, it } from "vitest";
import { createDemoClock } from "./demo-clock.ts";

describe("the time of the demonstration", () => {
  it("is the same every time, and moves on as it is read, not as it is looked at", () => {
    const [one, two] = [createDemoClock(), createDemoClock()];
    expect([one.clock(), one.peek(), one.peek()]).toEqual([two.clock(), two.peek(), two.peek()]);
    expect(one.peek()).toBe(one.peek());
    expect(one.clock()).toBeGreaterThan(two.peek());
  });

  it("goes on to the next sitting, and never back", () => {
    const time = createDemoClock();
    let before = time.clock();
    for (let i = 0; i < 300; i++) {
      if (i % 7 === 0) time.nextSitting();
      const now = time.clock();
      expect(now).toBeGreaterThan(before);
      before = now;
    }
    expect(new Date(before).toISOString()).toMatch(/^2026-01-2/);
  });

  it("follows the real clock in the end, but not into the past", () => {
    const time = createDemoClock();
    const written = time.clock();
    let real = written - 1_000;
    time.follow(() => real);
    expect(time.clock()).toBe(written);
    real = written + 5_000;
    expect([time.clock(), time.peek()]).toEqual([real, real]);
  });
});
