// Small instruments the benches share.

/** The settings of a vault that nobody will keep. */
export function quietConfig(home: string) {
  return { home, databaseUrl: null, idleMinutes: 24 * 60 };
}

/** The port an application is told it serves on when no socket is opened. */
export const benchPort = 4824;

/** Makes a vault of nobody's over the application's own address; gives the token of its session. */
export async function makeBenchVault(app: {
  request(path: string, init: RequestInit): Response | Promise<Response>;
}): Promise<string> {
  const response = await app.request(`http://127.0.0.1:${benchPort}/api/vault`, {
    method: "POST",
    headers: { "X-Guwah": "1", "Content-Type": "application/json", Host: `127.0.0.1:${benchPort}` },
    body: JSON.stringify({
      vaultName: "Bench",
      memberName: "Bench",
      passphrase: "benchmark of invented people only",
    }),
  });
  if (!response.ok) throw new Error(`the server answered ${response.status}`);
  return ((await response.json()) as { token: string }).token;
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
