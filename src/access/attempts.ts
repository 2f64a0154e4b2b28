// Slows down guessing: wrong tries wait longer and longer, one try at a time.
// Invariant: nothing is written; a right passphrase ends the count; tries of one vault queue, so that a hundred at once
// are no faster than one after another and never take a hundred times the memory.
import { setTimeout as delay } from "node:timers/promises";
import { AccessError } from "./errors.ts";

export type Sleep = (ms: number) => Promise<unknown>;

export interface Attempts {
  /** Runs one try in its turn. A try that gives null has failed: the answer comes after the delay. */
  attempt<T>(vault: string, attempt: () => Promise<T | null>): Promise<T | null>;
}

const firstDelayMs = 1_000;
const longestDelayMs = 30_000;
/** More waiting tries than a household of mistakes can make. */
const longestQueue = 8;

/** In memory only: a restart forgets the count, but the half second of each try remains. */
export function createAttempts(sleep: Sleep = (ms) => delay(ms)): Attempts {
  const vaults = new Map<string, { failures: number; waiting: number; tail: Promise<unknown> }>();
  return {
    async attempt(vault, attempt) {
      const state = vaults.get(vault) ?? { failures: 0, waiting: 0, tail: Promise.resolve() };
      vaults.set(vault, state);
      if (state.waiting >= longestQueue) {
        throw new AccessError(
          "access/too-many-attempts",
          "Too many tries are waiting. Wait half a minute, then try once more.",
        );
      }
      state.waiting += 1;
      const mine = state.tail.then(async () => {
        const found = await attempt();
        if (found === null) {
          await sleep(Math.min(longestDelayMs, firstDelayMs * 2 ** state.failures));
          state.failures += 1;
        } else {
          state.failures = 0;
        }
        return found;
      });
      state.tail = mine.catch(() => null);
      try {
        return await mine;
      } finally {
        state.waiting -= 1;
      }
    },
  };
}
