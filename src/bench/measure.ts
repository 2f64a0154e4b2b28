// Small instruments the benches share.

/** The settings of a vault that nobody will keep. */
export function quietConfig(home: string) {
  return { home, databaseUrl: null, idleMinutes: 24 * 60 };
}

/** The most memory this process held in each phase, in MB, threads included; `phase` begins the next one. */
export function watchMemory(first: string): {
  phase: (name: string) => void;
  stop: () => Record<string, number>;
} {
  const peaks: Record<string, number> = {};
  let name = first;
  const look = (): void => {
    const now = Math.round(process.memoryUsage.rss() / 2 ** 20);
    peaks[name] = Math.max(peaks[name] ?? 0, now);
  };
  const timer = setInterval(look, 25);
  return {
    phase: (next) => {
      look();
      name = next;
    },
    stop: () => {
      look();
      clearInterval(timer);
      return peaks;
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
