// Time as an argument, so that tests and replays decide what time it is.
// Invariant: times are whole milliseconds since 1970-01-01 UTC everywhere inside; text only at the edges.
import { RuntimeError } from "./errors.ts";

/** Says what time it is, in whole milliseconds since 1970 UTC. */
export type Clock = () => number;

/** The machine's clock. It may jump; do not measure durations with it. */
export const systemClock: Clock = () => Date.now();

/** A clock that stands still at `ms`, or moves on by `stepMs` each time it is read. */
export function fixedClock(ms: number, stepMs = 0): Clock {
  let now = ms - stepMs;
  return () => {
    now += stepMs;
    return now;
  };
}

/** `2026-03-09T08:05:00.000Z`. Throws RuntimeError `time-invalid` outside the years 0 to 9999. */
export function isoTime(ms: number): string {
  const text = Number.isFinite(ms) && Math.abs(ms) <= 8.64e15 ? new Date(ms).toISOString() : "";
  // Years beyond four digits are written with a sign and would sort wrongly as text.
  if (!/^\d{4}-/.test(text)) {
    throw new RuntimeError(
      "time-invalid",
      `Expected milliseconds within the years 0 to 9999, got ${ms}. Check the clock.`,
    );
  }
  return text;
}
