// Lists of values for queries, in few lengths.
// Invariant: the same set of values comes out, so a query answers the same.

/** Repeats the last value up to a power of two: the engine then prepares a handful of statements instead of hundreds. */
export function padded<T>(list: readonly T[]): readonly T[] {
  const length = 2 ** Math.ceil(Math.log2(Math.max(1, list.length)));
  return [...list, ...Array.from({ length: length - list.length }, () => list.at(-1) as T)];
}
