// Small instruments the benches share.

/** The settings of a vault that nobody will keep. */
export function quietConfig(home: string) {
  return { home, databaseUrl: null, idleMinutes: 24 * 60 };
}

/** The most memory this process held until `stop`, in MB, threads included. */
export function watchMemory(): { stop: () => number } {
  let peak = process.memoryUsage.rss();
  const timer = setInterval(() => {
    peak = Math.max(peak, process.memoryUsage.rss());
  }, 50);
  return {
    stop: () => {
      clearInterval(timer);
      return Math.round(peak / 2 ** 20);
    },
  };
}

/** The value below which `share` per cent of the values lie (nearest rank). */
export function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return rounded(sorted[Math.max(0, Math.ceil((share / 100) * sorted.length) - 1)] ?? 0);
}

export function rounded(value: number): number {
  return Math.round(value * 100) / 100;
}
