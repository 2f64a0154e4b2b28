// Small cells of a table for the public: held back, with others so that no difference gives them away, the rest in fives.
// Invariant: what is held back in a table is never one cell alone nor fewer than `least` people together, unless the whole table is.
import type { CountTable } from "./tabulate.ts";

/** Cells of fewer people than this are held back (the usual threshold of statistical offices). */
export const leastPeople = 5;
const step = 5;

/**
 * Primary suppression of cells of 1 to `least − 1` people, complementary suppression of the next smallest, and the rest rounded
 * down to fives: one rule in every release, so that two of them differ by a step or not at all.
 * Source: OECD glossary (threshold, complementary suppression), Handbook on Statistical Disclosure Control for frequency tables.
 */
export function forPublic(table: CountTable, least = leastPeople): CountTable {
  const cells = [...table.rows.map(({ people }) => people ?? 0), table.notKnown ?? 0];
  const held = table.several ? smallOnes(cells, least) : heldCells(cells, least);
  const shown = (cell: number): number | null =>
    held.has(cell) ? null : Math.floor((cells[cell] ?? 0) / step) * step;
  const everything = cells.every((n, i) => n === 0 || held.has(i));
  const people = table.people ?? 0;
  const last = cells.length - 1;
  return {
    ...table,
    people:
      people < least || (everything && !table.several) ? null : Math.floor(people / step) * step,
    rows: table.rows.map((row, i) => ({ ...row, people: shown(i) })),
    notKnown: shown(last),
    shareNotKnown: held.has(last) || people < least ? null : tenth(table.shareNotKnown),
  };
}

function smallOnes(cells: readonly number[], least: number): Set<number> {
  return new Set(cells.flatMap((n, i) => (n > 0 && n < least ? [i] : [])));
}

/** The small cells and, where they could be worked out from the total, the next smallest ones. */
function heldCells(cells: readonly number[], least: number): Set<number> {
  const held = smallOnes(cells, least);
  if (held.size === 0) return held;
  const others = cells
    .map((n, i) => ({ n, i }))
    .filter(({ n, i }) => n > 0 && !held.has(i))
    .sort((a, b) => a.n - b.n || a.i - b.i);
  const together = (): number => [...held].reduce((sum, i) => sum + (cells[i] ?? 0), 0);
  while ((held.size < 2 || together() < least) && others.length > 0)
    held.add(others.shift()?.i as number);
  return held;
}

function tenth(value: number | null): number | null {
  return value === null ? null : Math.round(value * 10) / 10;
}
