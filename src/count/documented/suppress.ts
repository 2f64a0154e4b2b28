// Tables for the public: small cells are held back, with others so that no difference gives them away, the rest goes in fives.
// Invariant: of a cell held back a reader can neither say how few people it is nor that it is few; no row shows that it exists.
import type { ReportingDelay } from "./discovery.ts";
import type { CountTable } from "./tabulate.ts";

/** Cells of fewer people than this are held back (the usual threshold of statistical offices). */
export const leastPeople = 5;
const step = 5;

/** The row every table for the public ends with, whether anything is held back or not. */
export const otherRows = "not-listed";

/**
 * Primary suppression of cells of 1 to `least − 1` people, then of the next smallest until the audit of `protects` passes; what is
 * shown is rounded down to fives. Rows held back are not listed: which rows there are would tell, and so would their order.
 * Source: Hundepool et al., Statistical Disclosure Control (2012), chapters 4 and 5: threshold rule, audit by feasibility intervals.
 */
export function forPublic(table: CountTable, least = leastPeople): CountTable {
  // Of two equal cells the same one is held back, whatever order they came in.
  const ordered = table.rows.toSorted((a, b) => (a.row < b.row ? -1 : 1));
  const cells = [...ordered.map(({ people }) => people ?? 0), table.notKnown ?? 0];
  const held = table.several ? smallOnes(cells, least) : heldCells(cells, least);
  const shown = (cell: number): number | null =>
    held.has(cell) ? null : rounded(cells[cell] ?? 0);
  const whole = table.people ?? 0;
  const people = whole < least ? null : rounded(whole);
  const notKnown = people === null ? null : shown(cells.length - 1);
  const rows = ordered
    .map((row, i) => ({ ...row, people: shown(i) }))
    .filter((row) => row.people !== null && row.people > 0);
  return {
    ...table,
    people,
    rows: [
      ...(inOrder(table) ? rows : rows.sort(byShown)),
      { row: otherRows, label: "Not listed: none, or too few", people: null },
    ],
    notKnown,
    // Of the shown numbers alone: a share of the true ones would narrow both.
    shareNotKnown: notKnown === null || people === null ? null : tenth(notKnown / people),
  };
}

/** A middle of fewer people than this is nearly somebody's own number of days. */
const leastForMiddle = 20;
const month = 30;

/** Delays for the public: in months of 30 days, of 20 people or more; people in fives, as in the tables. */
export function delayForPublic(delay: ReportingDelay): ReportingDelay | null {
  const { people, notKnown, median, quarter, threeQuarters } = delay;
  if (people < leastForMiddle) return null;
  const inMonths = (days: number | null): number | null =>
    days === null ? null : Math.round(days / month) * month;
  return {
    people: rounded(people),
    // Beside the people of both days it would add up to the total.
    notKnown: notKnown === null || notKnown < leastPeople ? null : rounded(notKnown),
    median: inMonths(median),
    quarter: inMonths(quarter),
    threeQuarters: inMonths(threeQuarters),
  };
}

function rounded(people: number): number {
  return Math.floor(people / step) * step;
}

function inOrder({ by }: CountTable): boolean {
  return by === "year" || by === "age";
}

type Row = CountTable["rows"][number];

function byShown(a: Row, b: Row): number {
  return (b.people ?? 0) - (a.people ?? 0) || (a.row < b.row ? -1 : 1);
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
  while (!protects(cells, held, least)) {
    const next = others.shift();
    if (next === undefined) return held;
    held.add(next.i);
  }
  return held;
}

/**
 * Whether a reader who knows the rule, every shown number and how many cells are held back must still think each of these
 * anything from one person to `least`: the interval of a cell is the total less what is shown less the others held back.
 */
function protects(cells: readonly number[], held: ReadonlySet<number>, least: number): boolean {
  const total = rounded(cells.reduce((sum, n) => sum + n, 0));
  const seen = cells.filter((n, i) => n > 0 && !held.has(i)).map(rounded);
  const most = total + step - 1 - sum(seen);
  const fewest = total - sum(seen) - seen.length * (step - 1);
  const small = [...held].filter((i) => (cells[i] ?? 0) < least).length;
  // What is held back beside a small cell is no larger than the smallest shown one; taken at its least, since the reader knows the rule.
  const largest = seen.length === 0 ? total : Math.min(...seen);
  const besides = (small - 1) * (least - 1) + (held.size - small) * largest;
  return held.size > 1 && most - (held.size - 1) >= least && fewest - besides <= 1;
}

function sum(of: readonly number[]): number {
  return of.reduce((all, n) => all + n, 0);
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
