// Turns the sound rules into two tables the comparison looks numbers up in.
// Invariant: symmetric; a sound against itself costs nothing; a pair never costs more than losing both.
import { OPEN_ABJAD, OPEN_LATIN_AND_CYRILLIC } from "./data/open-letters.ts";
import type { OpenLetterRow } from "./data/open-letters.ts";
import { OPEN_CHINESE } from "./data/open-chinese.ts";
import { LIKENESS } from "./data/sound-likeness.ts";
import { SOUNDS } from "./data/sounds.ts";

/** How a spelling treats vowels: written in full, left out (Arabic, Persian), or added (Chinese). */
export const FULL = 0;
export const ABJAD = 1;
export const CHINESE = 2;
export type Writing = typeof FULL | typeof ABJAD | typeof CHINESE;

const UNRELATED = 100;

const OPEN: readonly OpenLetterRow[] = [...OPEN_LATIN_AND_CYRILLIC, ...OPEN_ABJAD, ...OPEN_CHINESE];

export const SYMBOLS: readonly string[] = [
  ...SOUNDS.map((row) => row[0]),
  ...OPEN.map((row) => row[0]),
];
export const SYMBOL_COUNT = SYMBOLS.length;
/** Rows of the tables are this many bits apart. */
export const SYMBOL_BITS = 8;

const INDEX = new Map(SYMBOLS.map((symbol, index) => [symbol, index]));

/** The number of a symbol of the internal alphabet; -1 when it is none. */
export function symbolIndex(symbol: string): number {
  return INDEX.get(symbol) ?? -1;
}

function basePairs(): number[][] {
  const base = SOUNDS.map((_, a) => SOUNDS.map((__, b): number => (a === b ? 0 : UNRELATED)));
  for (const group of LIKENESS) {
    for (const [pair, cost] of group.rows) {
      const a = symbolIndex(pair[0] ?? "");
      const b = symbolIndex(pair[1] ?? "");
      const rowA = base[a];
      const rowB = base[b];
      if (rowA === undefined || rowB === undefined) continue;
      rowA[b] = cost;
      rowB[a] = cost;
    }
  }
  return base;
}

/** The sounds a symbol may stand for, with what choosing each costs. */
type Choice = { readonly sound: number; readonly cost: number };

export const CHOICES: readonly (readonly Choice[])[] = [
  ...SOUNDS.map((_, index) => [{ sound: index, cost: 0 }]),
  ...OPEN.map((row) =>
    row[1]
      .split(" ")
      .map((item) => ({ sound: symbolIndex(item.charAt(0)), cost: Number(item.slice(1)) })),
  ),
];

/** The rule id of each open letter; undefined for plain sounds. */
export const OPEN_RULES: readonly (string | undefined)[] = [
  ...SOUNDS.map(() => undefined),
  ...OPEN.map((row) => row[5]),
];

const BASE = basePairs();

/** Cost of hearing two plain sounds as one. */
export function likeness(a: number, b: number): number {
  return BASE[a]?.[b] ?? UNRELATED;
}

// For each symbol, the cheapest way to reach each plain sound.
function reach(): number[][] {
  return CHOICES.map((choices) =>
    SOUNDS.map((_, target) =>
      Math.min(UNRELATED, ...choices.map((choice) => choice.cost + likeness(choice.sound, target))),
    ),
  );
}

function gapTable(): Uint8Array {
  const table = new Uint8Array(3 << SYMBOL_BITS);
  const rows = [
    ...SOUNDS.map((row) => [row[1], row[2], row[3]] as const),
    ...OPEN.map((row) => [row[2], row[3], row[4]] as const),
  ];
  rows.forEach((costs, symbol) => {
    costs.forEach((cost, writing) => {
      table[(writing << SYMBOL_BITS) | symbol] = cost;
    });
  });
  return table;
}

/** What losing a symbol costs, by the writing of the other side: GAPS[(writing << SYMBOL_BITS) | symbol]. */
export const GAPS: Uint8Array = gapTable();

function pairTable(): Uint8Array {
  const table = new Uint8Array(SYMBOL_COUNT << SYMBOL_BITS);
  const reachable = reach();
  for (let a = 0; a < SYMBOL_COUNT; a++) {
    for (let b = 0; b < SYMBOL_COUNT; b++) {
      let cost = a === b ? 0 : UNRELATED;
      for (const choice of CHOICES[b] ?? []) {
        cost = Math.min(cost, (reachable[a]?.[choice.sound] ?? UNRELATED) + choice.cost);
      }
      table[(a << SYMBOL_BITS) | b] = cost;
    }
  }
  for (let a = 0; a < SYMBOL_COUNT; a++) {
    for (let b = a + 1; b < SYMBOL_COUNT; b++) {
      const least = Math.min(
        table[(a << SYMBOL_BITS) | b] ?? 0,
        table[(b << SYMBOL_BITS) | a] ?? 0,
      );
      table[(a << SYMBOL_BITS) | b] = least;
      table[(b << SYMBOL_BITS) | a] = least;
    }
  }
  return table;
}

/** What reading one symbol as another costs: PAIRS[(a << SYMBOL_BITS) | b]. */
export const PAIRS: Uint8Array = pairTable();
