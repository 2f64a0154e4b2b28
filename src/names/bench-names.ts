// Measures how many names and pairs a second this machine reads and compares (`guwah bench names`).
// Invariant: the names are made up from lists of common names; the same seed gives the same names; nothing is read from disk.
import { compareNames } from "./compare-names.ts";
import { KNOWN_NAMES } from "./data/known-names.ts";
import { BANDS } from "./data/thresholds.ts";
import { prepareName } from "./prepare-name.ts";
import type { PreparedName } from "./prepare-name.ts";
import { forgetNames } from "./remember.ts";
import { scriptOf } from "./script.ts";

export type NamesBenchOptions = {
  /** How many made-up people; each is written twice. */
  readonly people?: number;
  /** How long each measurement runs, in milliseconds. */
  readonly runMs?: number;
  readonly seed?: number;
  /** Milliseconds from any fixed point; performance.now in earnest, a counter in tests. */
  readonly now?: () => number;
};

export type NamesBench = {
  readonly people: number;
  /** Names prepared beforehand; every batch brings people not met before. */
  readonly parsedPairsPerSecond: {
    readonly sameName: number;
    readonly unrelated: number;
    readonly mixed: number;
  };
  /** The same pairs again and again, as in a list where few words make up most names. */
  readonly seenPairsPerSecond: number;
  readonly rawPairsPerSecond: { readonly firstSeen: number; readonly seenWords: number };
  readonly preparedNamesPerSecond: { readonly firstSeen: number; readonly seenWords: number };
  readonly veryLikelyAmongSame: number;
  readonly veryLikelyAmongUnrelated: number;
};

type Pair = readonly [left: string, right: string];

// A small generator (mulberry32) so that every run and every machine sees the same people.
function randomFrom(seed: number): (below: number) => number {
  let state = seed | 0;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

const HAN = /\p{Script=Han}/u;
const SYLLABLES = [
  "ba",
  "sa",
  "tur",
  "gul",
  "men",
  "ner",
  "qa",
  "ri",
  "shat",
  "dol",
  "yar",
  "zat",
  "bek",
  "ile",
  "mu",
  "ken",
  "ay",
  "nur",
];

function madeUpPeople(count: number, seed: number): readonly Pair[] {
  const random = randomFrom(seed);
  const forms = KNOWN_NAMES.map((row) =>
    row[2].split(" ").filter((form) => scriptOf(form) !== "Mixed"),
  );
  const write = (given: readonly string[], father: readonly string[]): string => {
    const first = given[random(given.length)] ?? "";
    const same = father.filter((form) => scriptOf(form) === scriptOf(first));
    const second = same[random(Math.max(1, same.length))] ?? father[0] ?? "";
    return first + (HAN.test(first) ? "·" : " ") + second;
  };
  const invent = (): readonly string[] => {
    const name = Array.from(
      { length: 2 + random(2) },
      () => SYLLABLES[random(SYLLABLES.length)] ?? "",
    ).join("");
    return [name, name.replaceAll("q", "k"), name.replaceAll("u", "o")];
  };
  return Array.from({ length: count }, (): Pair => {
    // Every other person bears a rare, invented given name.
    const given = random(2) === 0 ? invent() : (forms[random(forms.length)] ?? []);
    const father = forms[random(forms.length)] ?? [];
    return [write(given, father), write(given, father)];
  });
}

type Prepared = readonly (readonly [PreparedName, PreparedName])[];
type Clock = { readonly now: () => number; readonly runMs: number };

// Only the work is timed, not what `setUp` prepares for it.
function perSecond<T>({ now, runMs }: Clock, setUp: () => T, work: (input: T) => number): number {
  let done = 0;
  let spent = 0;
  do {
    const input = setUp();
    const start = now();
    done += work(input);
    spent += now() - start;
  } while (spent < runMs);
  return Math.round((done / spent) * 1000);
}

function compareAll(list: Prepared): number {
  for (const [left, right] of list) compareNames(left, right);
  return list.length;
}

function compareRaw(pairs: readonly Pair[]): number {
  for (const [left, right] of pairs) compareNames(prepareName(left), prepareName(right));
  return pairs.length;
}

function prepareAll(pairs: readonly Pair[]): number {
  for (const [left, right] of pairs) {
    prepareName(left);
    prepareName(right);
  }
  return pairs.length * 2;
}

const prepared = (pairs: readonly Pair[]): Prepared =>
  pairs.map(([left, right]) => [prepareName(left), prepareName(right)] as const);

// Each name against another person's.
function shifted(list: Prepared): Prepared {
  return list.map(
    ([left], index) => [left, list[(index * 7919 + 13) % list.length]?.[1] ?? left] as const,
  );
}

function veryLikelyShare(list: Prepared): number {
  return (
    list.filter(([left, right]) => compareNames(left, right).score >= BANDS.veryLikely).length /
    list.length
  );
}

/**
 * Runs the bench. One core; the clock is the only thing that differs between machines.
 * @returns names and pairs per second: with names prepared beforehand, and from raw strings (first with empty memories)
 */
export async function benchNames(options: NamesBenchOptions = {}): Promise<NamesBench> {
  const { people = 2000, runMs = 1000, seed = 7, now = () => performance.now() } = options;
  const clock: Clock = { now, runMs };
  let batch = seed;
  const fresh = (): readonly Pair[] => madeUpPeople(people, batch++);
  const once = fresh();
  // Once to warm up, so that the compiler is not measured.
  perSecond(
    { now, runMs: runMs / 2 },
    () => [...prepared(once), ...shifted(prepared(once))],
    compareAll,
  );
  const mixedBatch = (): Prepared => {
    const list = prepared(fresh());
    return [...list, ...shifted(list)];
  };
  const emptied = (): readonly Pair[] => {
    forgetNames();
    return fresh();
  };
  return {
    people,
    parsedPairsPerSecond: {
      sameName: perSecond(clock, () => prepared(fresh()), compareAll),
      unrelated: perSecond(clock, () => shifted(prepared(fresh())), compareAll),
      mixed: perSecond(clock, mixedBatch, compareAll),
    },
    seenPairsPerSecond: perSecond(clock, () => prepared(once), compareAll),
    rawPairsPerSecond: {
      firstSeen: perSecond(clock, emptied, compareRaw),
      seenWords: perSecond(clock, () => once, compareRaw),
    },
    preparedNamesPerSecond: {
      firstSeen: perSecond(clock, emptied, prepareAll),
      seenWords: perSecond(clock, () => once, prepareAll),
    },
    veryLikelyAmongSame: veryLikelyShare(prepared(once)),
    veryLikelyAmongUnrelated: veryLikelyShare(shifted(prepared(once))),
  };
}
