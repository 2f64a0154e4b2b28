// Ids: a prefix that says what is named, and a ULID that sorts by time of making.
// Invariant: one factory never gives an id twice nor one that sorts before an earlier one, even
// when the clock is set back; the id carries a time and chance, nothing about what it names.
import { createHash, randomFillSync } from "node:crypto";
import { fixedClock, systemClock } from "./clock.ts";
import type { Clock } from "./clock.ts";
import { RuntimeError } from "./errors.ts";

/** Makes ids; passed to whatever needs them, so that tests can foresee them. */
export type Ids = {
  /**
   * `<prefix>_<26 signs>`, such as `rec_01J9Z3…`. The prefix is 2 to 8 lower-case letters.
   * Throws RuntimeError `prefix-invalid`, or `time-invalid` when the clock gives no time.
   */
  readonly next: <Id extends string = string>(prefix: string) => Id;
};

/** Fills the array with chance (or what a test wants to stand for it). */
export type FillRandom = (bytes: Uint8Array) => void;

// Crockford's base 32: no I, L, O, U, so that a spelled-out id is not misread.
const SIGNS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
// Two signs for every ten bits, looked up instead of computed: half a million ids a second.
const PAIRS = Array.from({ length: 1024 }, (_, n) => sign(n >> 5) + sign(n & 31));

const POOL_BYTES = 8192;
const DRAW_BYTES = 14;
const COUNTER_LIMIT = 2 ** 30;
const ID = /^[a-z]{2,8}_[0-7][0-9A-HJKMNP-TV-Z]{25}$/;

/** Ids for real use. Source: the ULID specification (48 bits of time, 80 of chance, monotonic). */
export function createIds(clock: Clock = systemClock): Ids {
  return makeIds(clock, (bytes) => void randomFillSync(bytes));
}

/**
 * The same ids on every run for the same seed, for tests and the demonstration vault.
 * Never for a real vault: two of them would give the same ids to different things.
 */
export function seededIds(seed: string, clock: Clock = fixedClock(Date.UTC(2020, 0, 1))): Ids {
  let block = 0;
  return makeIds(clock, (bytes) => {
    for (let at = 0; at < bytes.length; at += 32) {
      const chance = createHash("sha256").update(`${seed}\n${block++}`).digest();
      bytes.set(chance.subarray(0, Math.min(32, bytes.length - at)), at);
    }
  });
}

/** Whether a text has the form of an id, and of that prefix where one is given. */
export function isId(text: string, prefix?: string): boolean {
  return ID.test(text) && (prefix === undefined || text.startsWith(`${prefix}_`));
}

/** When an id was made, in milliseconds since 1970; null for a text that is no id. */
export function idTime(id: string): number | null {
  if (!isId(id)) return null;
  let ms = 0;
  for (const c of id.slice(-26, -16)) ms = ms * 32 + SIGNS.indexOf(c);
  return ms;
}

function makeIds(clock: Clock, fill: FillRandom): Ids {
  const known = new Set<string>();
  const pool = new Uint8Array(POOL_BYTES);
  let left = 0;
  let time = Number.NEGATIVE_INFINITY;
  let head = "";
  let counter = 0;

  // 50 bits of chance stay for the millisecond; 29 more start a counter with room to grow.
  const startMillisecond = (ms: number): void => {
    requireTime(ms);
    if (left < DRAW_BYTES) {
      fill(pool);
      left = POOL_BYTES;
    }
    const draw = pool.subarray(POOL_BYTES - left);
    left -= DRAW_BYTES;
    const word = (i: number): number => (draw[2 * i] as number) * 256 + (draw[2 * i + 1] as number);
    time = ms;
    head = timeSigns(ms);
    for (let i = 0; i < 5; i++) head += PAIRS[word(i) & 1023] as string;
    counter = (word(5) & 0x3fff) * 0x8000 + (word(6) & 0x7fff);
  };

  return {
    next<Id extends string = string>(prefix: string): Id {
      if (!known.has(prefix)) {
        requirePrefix(prefix);
        known.add(prefix);
      }
      const now = clock();
      if (!(now <= time)) startMillisecond(now);
      else if (++counter >= COUNTER_LIMIT) startMillisecond(time + 1);
      const tail =
        (PAIRS[counter >>> 20] as string) +
        (PAIRS[(counter >>> 10) & 1023] as string) +
        (PAIRS[counter & 1023] as string);
      return `${prefix}_${head}${tail}` as Id;
    },
  };
}

function timeSigns(ms: number): string {
  let signs = "";
  for (let rest = ms, i = 0; i < 10; i++) {
    signs = sign(rest % 32) + signs;
    rest = Math.floor(rest / 32);
  }
  return signs;
}

function sign(n: number): string {
  return SIGNS[n] as string;
}

function requireTime(ms: number): void {
  if (Number.isSafeInteger(ms) && ms >= 0 && ms < 2 ** 48) return;
  throw new RuntimeError(
    "time-invalid",
    `Expected whole milliseconds since 1970, got ${ms}. Check the machine's clock.`,
  );
}

function requirePrefix(prefix: string): void {
  if (/^[a-z]{2,8}$/.test(prefix)) return;
  throw new RuntimeError(
    "prefix-invalid",
    "Expected a prefix of 2 to 8 lower-case letters, got something else. Take one from the model.",
  );
}
