// k-anonymity: rows of what would be shown of people without a name are made coarser until each is shared by at least k.
// Invariant: a function of the set of rows: their order changes nothing; every row that goes is shared, value for value, by k people.
// Method: full-domain generalisation with local recoding, after Sweeney, "Achieving k-anonymity privacy protection using
// generalization and suppression" (2002): values fewer than k people share step up first; then the column that tells most apart.

export const LEAST_K = 3;
export const USUAL_K = 5;

/** One column of a row: the value as exact as it may be, then coarser and coarser. After the last it is dropped. */
export type Ladder = readonly string[];

export interface Row {
  readonly id: string;
  /** By column; an empty ladder where nothing is known. */
  readonly columns: Readonly<Record<string, Ladder>>;
}

export interface Shown {
  readonly id: string;
  /** Of each column the step of its ladder that is shown; null: dropped, or never known. */
  readonly steps: Readonly<Record<string, number | null>>;
  /** How many people are shown exactly so. */
  readonly alike: number;
}

export interface ToldApart {
  readonly shown: readonly Shown[];
  /** Ids of those who could be told whatever is made coarser. */
  readonly held: readonly string[];
}

interface Working {
  readonly row: Row;
  readonly steps: number[];
}

/** `k`: at least 3; fewer is raised to it. `columns`: in the order in which ties are settled. */
export function coarsen(rows: readonly Row[], columns: readonly string[], k: number): ToldApart {
  const least = Math.max(LEAST_K, Math.floor(k));
  const all = rows.map((row): Working => ({ row, steps: columns.map(() => 0) }));
  dropRare(all, columns, least);
  const shown: Shown[] = [];
  let left = all;
  for (;;) {
    const groups = Map.groupBy(left, (one) => keyOf(one, columns));
    const small: Working[] = [];
    for (const group of groups.values())
      if (group.length >= least && group.some((one) => tellsSomething(one, columns)))
        shown.push(...group.map((one) => shownOf(one, columns, group.length)));
      else small.push(...group);
    left = small;
    const widest = widestColumn(left, columns);
    if (left.length < least || widest === null) break;
    for (const one of left) step(one, columns, widest);
  }
  return {
    shown: shown.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    held: left.map(({ row }) => row.id).toSorted(),
  };
}

const valueAt = ({ row, steps }: Working, columns: readonly string[], at: number): string | null =>
  row.columns[columns[at] as string]?.[steps[at] as number] ?? null;

const keyOf = (one: Working, columns: readonly string[]): string =>
  JSON.stringify(columns.map((_, at) => valueAt(one, columns, at)));

const tellsSomething = (one: Working, columns: readonly string[]): boolean =>
  columns.some((_, at) => valueAt(one, columns, at) !== null);

function step(one: Working, columns: readonly string[], at: number): void {
  const last = one.row.columns[columns[at] as string]?.length ?? 0;
  one.steps[at] = Math.min(last, (one.steps[at] as number) + 1);
}

/** A value that fewer than k people share is told one step coarser, until k share it or it is dropped. */
function dropRare(all: readonly Working[], columns: readonly string[], k: number): void {
  for (const at of columns.keys())
    for (;;) {
      const sharing = Map.groupBy(all, (one) => valueAt(one, columns, at));
      const rare = [...sharing].filter(([value, group]) => value !== null && group.length < k);
      if (rare.length === 0) break;
      for (const [, group] of rare) for (const one of group) step(one, columns, at);
    }
}

/** The column with the most different values among those left; null where nothing is left to make coarser. */
function widestColumn(left: readonly Working[], columns: readonly string[]): number | null {
  let widest: number | null = null;
  let most = 0;
  for (const at of columns.keys()) {
    const values = new Set(left.map((one) => valueAt(one, columns, at)));
    const different = values.has(null) ? values.size - 1 : values.size;
    if (different > most) [widest, most] = [at, different];
  }
  return widest;
}

function shownOf(one: Working, columns: readonly string[], alike: number): Shown {
  const steps = Object.fromEntries(
    columns.map((name, at) => [
      name,
      valueAt(one, columns, at) === null ? null : (one.steps[at] as number),
    ]),
  );
  return { id: one.row.id, steps, alike };
}
