// `guwah bench store`: a vault of invented people at full size, through the same doors as real work.
// Invariant: it lives in a temporary folder of its own and is removed; no figure comes from a smaller run.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createGuwah } from "../app.ts";
import { benchImport } from "../collect/index.ts";
import type { PeoplePage } from "../link/index.ts";
import { collectDeps, listen, type Listening } from "../server/index.ts";
import type { CheckReport } from "../store/index.ts";
import type { Bench } from "./bench.ts";
import { percentile, quietConfig, rounded, watchMemory } from "./measure.ts";

const passphrase = "benchmark of invented people only";
const fullSize = 100_000;
const filesAsked = 300;

/** Rows × 12 columns imported, checked, replayed, opened again, and read over HTTP. */
export const benchStore: Bench = async ({ size = fullSize, progress }) => {
  const folder = await mkdtemp(join(tmpdir(), "guwah-bench-"));
  const memory = watchMemory("create");
  const step = (name: string): void => {
    memory.phase(name);
    progress(0, null, name);
  };
  let server: Listening | null = null;
  const { app, holding } = await createGuwah({
    config: quietConfig(join(folder, "vault")),
    webFolder: null,
    port: () => server?.port ?? 0,
  });
  try {
    server = await listen(app, 0);
    const ask = asker(server.port);
    const { token } = await ask<{ token: string }>("/api/vault", {
      vaultName: "Bench",
      memberName: "Bench",
      passphrase,
    });
    step("import");
    const imported = await benchImport(collectDeps(holding, await holding.asked(token)), size);
    step("check");
    const checked = await timedJob<CheckReport>(ask.as(token), "/api/check");
    step("rebuild");
    const rebuilt = await timedJob<{ rows: number }>(ask.as(token), "/api/rebuild");
    step("open");
    const { opened, reader } = await reopen(ask, token);
    step("files");
    const file = await readFiles(reader, filesAsked);
    const peaks = memory.stop();
    return {
      rows: size,
      claims: imported.claims,
      importClaimsPerSecond: imported.claimsPerSecond,
      importSeconds: imported.seconds,
      checkClean: checked.result.clean,
      checkEntriesPerSecond: Math.round(checked.result.entries / checked.seconds),
      rebuildClaimsPerSecond: Math.round(imported.claims / rebuilt.seconds),
      unlockAndFirstAnswerSeconds: opened,
      personFileMs: file,
      peakMemoryMb: Math.max(...Object.values(peaks)),
      peakMemoryMbByPhase: peaks,
    };
  } finally {
    await holding.lock();
    holding.sessions.close();
    await server?.close();
    await rm(folder, { recursive: true, force: true });
  }
};

type Ask = <T>(path: string, body?: unknown) => Promise<T>;

/** Asks over real HTTP; `as` signs in. */
function asker(port: number): Ask & { as: (token: string) => Ask } {
  const make =
    (token: string | null): Ask =>
    async (path, body) => {
      const headers = {
        "X-Guwah": "1",
        "Content-Type": "application/json",
        ...(token === null ? {} : { Authorization: `Bearer ${token}` }),
      };
      const init =
        body === undefined ? { headers } : { headers, method: "POST", body: JSON.stringify(body) };
      const response = await fetch(`http://127.0.0.1:${port}${path}`, init);
      if (!response.ok) throw new Error(`the server answered ${response.status} at ${path}`);
      return (await response.json()) as never;
    };
  return Object.assign(make(null), { as: make });
}

async function timedJob<T>(ask: Ask, path: string): Promise<{ result: T; seconds: number }> {
  const started = performance.now();
  const { job } = await ask<{ job: string }>(path, {});
  for (;;) {
    const view = await ask<{ state: string; result: T }>(`/api/jobs/${job}`);
    if (view.state === "done") {
      return { result: view.result, seconds: (performance.now() - started) / 1_000 };
    }
    if (view.state !== "running") throw new Error(`the job ended as ${view.state}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** Locks, then times from the passphrase (key stretching included) to the first page answered. */
async function reopen(
  ask: Ask & { as: (token: string) => Ask },
  token: string,
): Promise<{ opened: number; reader: Ask }> {
  await ask.as(token)("/api/lock", {});
  const started = performance.now();
  const again = await ask<{ token: string }>("/api/unlock", { passphrase });
  const reader = ask.as(again.token);
  await reader("/api/people/list", { limit: 50 });
  return { opened: rounded((performance.now() - started) / 1_000), reader };
}

/** Reads files of people spread over the whole list. */
async function readFiles(ask: Ask, count: number): Promise<Record<string, number>> {
  const ids: string[] = [];
  let cursor: string | null = null;
  do {
    const page: PeoplePage = await ask<PeoplePage>("/api/people/list", {
      limit: 200,
      ...(cursor === null ? {} : { cursor }),
    });
    ids.push(...page.items.map((person) => person.id));
    cursor = ids.length < 4_000 ? page.next : null;
  } while (cursor !== null);
  const times: number[] = [];
  for (let i = 0; i < count; i++) {
    const id = ids[Math.floor((i * ids.length) / count)];
    const started = performance.now();
    await ask(`/api/records/${id}`);
    times.push(performance.now() - started);
  }
  return { p50: percentile(times, 50), p95: percentile(times, 95), asked: count };
}
