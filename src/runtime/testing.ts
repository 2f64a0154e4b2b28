// Factories for tests that need something to run with.
// Invariant: nothing here reads the real clock or real chance.
import { fixedClock } from "./clock.ts";
import type { Clock } from "./clock.ts";
import { GuwahError } from "./errors.ts";
import { seededIds } from "./ids.ts";
import type { Ids } from "./ids.ts";
import { createLog } from "./log.ts";
import type { Log } from "./log.ts";

/** A day in an invented spring. */
export const testTime = Date.UTC(2026, 2, 9, 8, 5);

export const testClock: Clock = fixedClock(testTime);

/** A clock that a test sets forward. */
export function movingClock(start = testTime): { clock: Clock; forward: (ms: number) => void } {
  let now = start;
  return {
    clock: () => now,
    forward: (ms) => {
      now += ms;
    },
  };
}

export function testIds(seed = "test"): Ids {
  return seededIds(seed, testClock);
}

/** A log whose lines a test can read. */
export function recordingLog(clock: Clock = testClock): { log: Log; lines: string[] } {
  const lines: string[] = [];
  return { log: createLog({ write: (line) => lines.push(line) }, clock, "debug"), lines };
}

/** The GuwahError that `run` throws; fails loudly when it throws nothing or something else. */
export function refused(run: () => unknown): GuwahError {
  try {
    run();
  } catch (error) {
    if (error instanceof GuwahError) return error;
    throw error;
  }
  throw new Error("expected a GuwahError, nothing was thrown");
}
