// How far a long step has come, told at a pace people and sockets can follow, and how to stop it.
// Invariant: the last word always comes through; a stopped step ends in a coded error.
import type { Clock } from "./clock.ts";
import { RuntimeError } from "./errors.ts";

/**
 * Told by a long step as it goes: `done` of `total` units (null when not known), and a code for
 * what is being done, such as `hash` or `entries`; never a name or a file's title.
 */
export type Progress = (done: number, total: number | null, step: string) => void;

/** For callers who do not care. */
export const noProgress: Progress = () => {};

/**
 * Passes on at most one report per `everyMs`, plus every first report of a step and every last
 * one (done = total), so that a loop may report each item.
 */
export function throttleProgress(report: Progress, clock: Clock, everyMs = 100): Progress {
  let toldAt = Number.NEGATIVE_INFINITY;
  let toldStep: string | null = null;
  return (done, total, step) => {
    // Read the clock only where it decides: it costs more than the rest of this.
    if (step === toldStep && done !== total) {
      const now = clock();
      // A clock set back must not silence the step.
      if (now >= toldAt && now - toldAt < everyMs) return;
    }
    toldAt = clock();
    toldStep = step;
    report(done, total, step);
  };
}

/** Throws RuntimeError `cancelled` once the signal is aborted; call it between units of work. */
export function stopIfAborted(signal: AbortSignal | undefined): void {
  if (!signal?.aborted) return;
  throw new RuntimeError(
    "cancelled",
    "Expected to finish, was cancelled. What was acknowledged is kept; start again for the rest.",
  );
}
