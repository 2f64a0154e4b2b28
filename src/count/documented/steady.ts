// The same rule across releases: a figure for the public moves only when at least five people moved it.
// Invariant: one person who comes, goes or changes rows alters nothing that is published.
import { leastPeople } from "./suppress.ts";
import type { ReportingDelay } from "./discovery.ts";
import type { CountTable } from "./tabulate.ts";

/** The true numbers behind what was last published, for members only: without them the next table could not be held against it. */
export interface Basis {
  readonly people: number;
  readonly tables: readonly {
    readonly by: string;
    readonly rows: readonly (readonly [string, number])[];
    readonly notKnown: number;
  }[];
  readonly delay: ReportingDelay | null;
}

/** Each number as last published, unless it has since moved by `least` people or more. Rows nobody is in any more are kept until then. */
export function steadied(
  table: CountTable,
  basis: Basis | null,
  labelOf: (row: string) => string = (row) => row,
): CountTable {
  const least = leastPeople;
  const before = basis?.tables.find(({ by }) => by === table.by);
  if (basis === null || before === undefined) return table;
  const was = new Map(before.rows);
  const now = new Map(table.rows.map((row) => [row.row, row]));
  const held = (old: number, fresh: number): number =>
    Math.abs(fresh - old) < least ? old : fresh;
  const rows = [...new Set([...was.keys(), ...now.keys()])]
    .sort()
    .map((row) => ({
      row,
      label: labelOf(row),
      people: held(was.get(row) ?? 0, now.get(row)?.people ?? 0),
    }))
    .filter(({ people }) => people > 0);
  const people = held(basis.people, table.people ?? 0);
  const notKnown = held(before.notKnown, table.notKnown ?? 0);
  return { ...table, people, rows, notKnown };
}

/** What the next tables are held against. */
export function basisOf(tables: readonly CountTable[], delay: ReportingDelay | null): Basis {
  return {
    people: tables[0]?.people ?? 0,
    tables: tables.map(({ by, rows, notKnown }) => ({
      by,
      rows: rows.map(({ row, people }) => [row, people ?? 0] as const),
      notKnown: notKnown ?? 0,
    })),
    delay,
  };
}

/** The delay as last published, unless five people or more have come or gone since. */
export function steadiedDelay(
  delay: ReportingDelay,
  basis: Basis | null,
  least = leastPeople,
): ReportingDelay {
  const before = basis?.delay ?? null;
  if (before === null) return delay;
  return Math.abs(delay.people - before.people) < least ? before : delay;
}
