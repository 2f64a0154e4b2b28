// k-anonymity over every release of an audience: whoever lays all of them beside each other cannot tell fewer than k people apart.
// Invariant: people with one history of rows (shown so, shown otherwise, not shown) are k or more, in what has been released and in
// what is released now; those who cannot be brought under it stay. The order of people changes nothing.
// Method: k-anonymity of the histories, after Xiao and Tao, "m-invariance" (SIGMOD 2007), with suppression in place of made-up rows.
import { coarsen, LEAST_K, type Row, type Shown, type ToldApart } from "./told-apart.ts";

export interface AcrossRow extends Row {
  /** Rows of different sets are told apart at sight, and hide nobody of another set. */
  readonly set: string;
  /** What earlier releases showed of them, one after the other; empty for nobody seen yet. */
  readonly history: string;
  /** Decides who stays so that somebody else is not missed alone; tells nothing to anybody without the vault's key. */
  readonly lot: string;
}

export interface AcrossReleases extends ToldApart {
  /** Ids that stay because of what earlier releases showed. */
  readonly byDifference: readonly string[];
}

/** `gone`: how many with each history are not to be shown now, whatever the reason. */
export function coarsenAcross(
  rows: readonly AcrossRow[],
  columns: readonly string[],
  k: number,
  gone: ReadonlyMap<string, number>,
): AcrossReleases {
  const least = Math.max(LEAST_K, Math.floor(k));
  const shown: Shown[] = [];
  const held: string[] = [];
  const byDifference: string[] = [];
  for (const [history, all] of Map.groupBy(rows, (row) => row.history)) {
    const groups: Shown[][] = [];
    let missing = gone.get(history) ?? 0;
    for (const set of Map.groupBy(all, (row) => row.set).values()) {
      const told = coarsen(set, columns, least);
      groups.push(...groupsOf(told.shown, set, columns));
      held.push(...told.held);
      missing += told.held.length;
    }
    // Nobody knows how many were never shown.
    const stay = history === "" ? [] : companions(groups, missing, least, all);
    byDifference.push(...stay);
    const stays = new Set(stay);
    for (const group of groups) {
      const left = group.filter(({ id }) => !stays.has(id));
      shown.push(...left.map((one) => ({ ...one, alike: left.length })));
    }
  }
  return {
    shown: shown.toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    held: [...held, ...byDifference].toSorted(),
    byDifference: byDifference.toSorted(),
  };
}

/** Who must stay as well, so that those who are missing from a history are k or more, and those left of each row too. */
function companions(
  groups: readonly (readonly Shown[])[],
  missing: number,
  k: number,
  rows: readonly AcrossRow[],
): string[] {
  if (missing === 0 || missing >= k) return [];
  const lots = new Map(rows.map(({ id, lot }) => [id, lot]));
  const byLot = (group: readonly Shown[]): string[] =>
    group
      .map(({ id }) => id)
      .toSorted((a, b) => ((lots.get(a) as string) < (lots.get(b) as string) ? -1 : 1));
  const sorted = groups
    .map(byLot)
    .toSorted((a, b) => a.length - b.length || ((a[0] as string) < (b[0] as string) ? -1 : 1));
  const wanted = k - missing;
  const large = sorted.find((group) => group.length >= k + wanted);
  return large?.slice(0, wanted) ?? sorted[0] ?? [];
}

/** Those shown value for value alike. */
function groupsOf(
  shown: readonly Shown[],
  rows: readonly Row[],
  columns: readonly string[],
): Shown[][] {
  const ladders = new Map(rows.map((row) => [row.id, row.columns]));
  const key = ({ id, steps }: Shown): string =>
    JSON.stringify(
      columns.map((name) => {
        const at = steps[name] ?? null;
        return at === null ? null : (ladders.get(id)?.[name]?.[at] ?? null);
      }),
    );
  return [...Map.groupBy(shown, key).values()];
}
