// Lists of people made of the vault's sources, and how they overlap: who is on which, after records were judged the same.
// Invariant: a person is on a list through a claim of one of its own sources, never through a source that repeats them.
import { mostLists, type OverlapTable } from "../estimate/table.ts";
import { CountError } from "../errors.ts";
import type { PersonFacts } from "./person-facts.ts";

export interface NamedList {
  readonly name: string;
  /** Ids of the sources the list is made of. */
  readonly sources: readonly string[];
}

/** Throws CountError `count/not-a-table` unless there are 2 to 5 lists with names and sources of their own. */
export function overlapOfLists(
  people: readonly Pick<PersonFacts, "sources">[],
  lists: readonly NamedList[],
): OverlapTable {
  const named = new Set(lists.map(({ name }) => name));
  const all = lists.flatMap(({ sources }) => sources);
  if (lists.length < 2 || lists.length > mostLists || named.size < lists.length)
    throw new CountError(
      "count/not-a-table",
      `Expected 2 to ${mostLists} lists with names of their own.`,
    );
  if (new Set(all).size < all.length || lists.some(({ sources }) => sources.length === 0))
    throw new CountError(
      "count/not-a-table",
      "Expected every list to have sources, and none twice.",
    );
  const bit = new Map(
    lists.flatMap(({ sources }, i) => sources.map((source) => [source, 1 << i] as const)),
  );
  const counts = Array.from({ length: 1 << lists.length }, () => 0);
  for (const { sources } of people) {
    const pattern = sources.reduce((on, source) => on | (bit.get(source) ?? 0), 0);
    if (pattern !== 0) counts[pattern] = (counts[pattern] ?? 0) + 1;
  }
  return { lists: lists.map(({ name }) => name), counts };
}

/** Pairs of lists of which a source of one repeats, directly or through others, a source of the other. */
export function derivedLists(
  lists: readonly NamedList[],
  relays: ReadonlyMap<string, readonly string[]>,
): (readonly [string, string])[] {
  const reached = lists.map(({ sources }) => {
    const all = new Set(sources);
    // A set gives what is added during the walk.
    for (const source of all) for (const next of relays.get(source) ?? []) all.add(next);
    return all;
  });
  const leads = (from: number, to: number): boolean =>
    lists[to]?.sources.some((source) => reached[from]?.has(source)) === true;
  return lists.flatMap(({ name }, i) =>
    lists.flatMap((other, j) =>
      j > i && (leads(i, j) || leads(j, i)) ? [[name, other.name] as const] : [],
    ),
  );
}
