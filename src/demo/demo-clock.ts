// The time at which the invented members did their work: weeks in early 2026, the same on every machine.
// Invariant: never goes back; once the vault is made, it follows the real clock, so that what a visitor does comes after.
import type { Clock } from "../runtime/index.ts";

const start = Date.UTC(2026, 0, 12, 8, 40);
const minuteMs = 60_000;

export interface DemoClock {
  /** Moves on a little at each reading, as a person working would. */
  readonly clock: Clock;
  /** The same time without moving on, for ids. */
  readonly peek: Clock;
  /** On to the next time someone sits down to work: the next morning, noon or afternoon. */
  nextSitting(): void;
  /** From now on the given clock, but never before what was already written. */
  follow(real: Clock): void;
}

const sittings = [8 * 60 + 40, 11 * 60 + 5, 15 * 60 + 20];

export function createDemoClock(): DemoClock {
  let now = start;
  let sitting = 0;
  let real: Clock | null = null;
  const read = (): number => {
    if (real !== null) now = Math.max(now, real());
    return now;
  };
  return {
    clock() {
      if (real === null) now += 47_000;
      return read();
    },
    peek: read,
    nextSitting() {
      sitting += 1;
      const day = Math.floor(sitting / sittings.length);
      const minute = sittings[sitting % sittings.length] ?? 0;
      const planned = Date.UTC(2026, 0, 12) + day * 24 * 60 * minuteMs + minute * minuteMs;
      now = Math.max(now, planned);
    },
    follow(clock) {
      real = clock;
    },
  };
}
