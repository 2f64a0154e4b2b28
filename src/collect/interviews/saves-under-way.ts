// Saving that has begun in this process. Who loads a page anew reads what that page sent on being left, not what stood before.
// Invariant: nothing is remembered of a save that ended.

const running = new Map<string, Set<Promise<unknown>>>();

/** Does the work; until it ends, `savesEnded` of the same source waits for it. */
export async function underWay<T>(source: string, work: () => Promise<T>): Promise<T> {
  const doing = work();
  const all = running.get(source) ?? new Set();
  running.set(source, all.add(doing));
  try {
    return await doing;
  } finally {
    all.delete(doing);
    if (all.size === 0) running.delete(source);
  }
}

/** Resolves when the saves of this source that have begun are over, however they end. */
export async function savesEnded(source: string): Promise<void> {
  await Promise.allSettled(running.get(source) ?? new Set<Promise<unknown>>());
}
