// Which lists share how many people: what a reader looks at before any model.
import { listsOf, type OverlapTable, sizeOf } from "./table.ts";

export interface ListTotal {
  readonly list: string;
  readonly people: number;
  /** Of those, people no other list has. */
  readonly alone: number;
}

export interface PairOverlap {
  readonly lists: readonly [string, string];
  readonly first: number;
  readonly second: number;
  readonly both: number;
}

export interface PatternCount {
  readonly lists: readonly string[];
  readonly people: number;
}

/** The total of each list, each pair's overlap, and all 2^k−1 combinations, the largest first. */
export function overlapsOf(table: OverlapTable): {
  readonly totals: readonly ListTotal[];
  readonly pairs: readonly PairOverlap[];
  readonly patterns: readonly PatternCount[];
} {
  const on = (mask: number): number =>
    table.counts.reduce(
      (sum, count, pattern) => ((pattern & mask) === mask ? sum + count : sum),
      0,
    );
  const totals = table.lists.map((list, i) => ({
    list,
    people: on(1 << i),
    alone: table.counts[1 << i] ?? 0,
  }));
  const pairs = table.lists.flatMap((first, i) =>
    table.lists.slice(i + 1).map((second, d): PairOverlap => {
      const j = i + 1 + d;
      return {
        lists: [first, second],
        first: on(1 << i),
        second: on(1 << j),
        both: on((1 << i) | (1 << j)),
      };
    }),
  );
  const patterns = table.counts
    .map((people, pattern) => ({ pattern, people }))
    .slice(1)
    .sort(
      (a, b) =>
        b.people - a.people || sizeOf(a.pattern) - sizeOf(b.pattern) || a.pattern - b.pattern,
    )
    .map(({ pattern, people }) => ({ lists: listsOf(table, pattern), people }));
  return { totals, pairs, patterns };
}
