// One table of a count: people by row, with those of whom it is not known beside them.
// Invariant: where a person has one row, rows and not known add up to the people counted.
import type { Dimension, DimensionCode } from "./dimensions.ts";
import type { PersonFacts } from "./person-facts.ts";

export interface CountRow {
  readonly row: string;
  readonly label: string;
  /** Null: held back, because few people or a difference would tell. */
  readonly people: number | null;
}

export interface CountTable {
  readonly by: DimensionCode;
  readonly title: string;
  readonly rule: string;
  readonly several: boolean;
  readonly people: number | null;
  readonly rows: readonly CountRow[];
  /** People of whom it is not known. */
  readonly notKnown: number | null;
  /** Their share of the people, 0 to 1. */
  readonly shareNotKnown: number | null;
}

export function tabulate(dimension: Dimension, people: readonly PersonFacts[]): CountTable {
  const counts = new Map<string, number>();
  let notKnown = 0;
  for (const facts of people) {
    const rows = new Set(dimension.rowsOf(facts));
    if (rows.size === 0) notKnown += 1;
    for (const row of rows) counts.set(row, (counts.get(row) ?? 0) + 1);
  }
  const { code, title, rule, several, labelOf } = dimension;
  const inOrder = code === "year" || code === "age";
  return {
    by: code,
    title,
    rule,
    several,
    people: people.length,
    rows: [...counts]
      .sort(([a, m], [b, n]) => (inOrder || n === m ? (a < b ? -1 : 1) : n - m))
      .map(([row, n]) => ({ row, label: labelOf(row), people: n })),
    notKnown,
    shareNotKnown: people.length === 0 ? null : share(notKnown, people.length),
  };
}

function share(part: number, whole: number): number {
  return Math.round((part / whole) * 1_000) / 1_000;
}
