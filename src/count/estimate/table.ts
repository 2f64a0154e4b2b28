// A table of overlaps: for each combination of lists, how many people are on exactly those lists.
// Invariant: every combination but the empty one has a count (0 where nobody was seen); a list is a bit of the pattern.

export interface OverlapTable {
  /** Names of the lists; list `i` is bit `1 << i` of a pattern. */
  readonly lists: readonly string[];
  /** `counts[pattern]`: people on exactly the lists of the pattern. `counts[0]` is 0: nobody has seen them. */
  readonly counts: readonly number[];
}

/** The most lists a table may have: with six, more than seven million models would be tried. */
export const mostLists = 5;

/** The names of the lists of a pattern. */
export function listsOf(table: Pick<OverlapTable, "lists">, pattern: number): string[] {
  return table.lists.filter((_, i) => (pattern >> i) & 1);
}

/** People on at least one list. */
export function observed(table: OverlapTable): number {
  return table.counts.reduce((sum, count) => sum + count, 0);
}

/** How many lists a pattern or a term holds. */
export function sizeOf(pattern: number): number {
  let size = 0;
  for (let rest = pattern; rest !== 0; rest &= rest - 1) size += 1;
  return size;
}
