// How fast a whole ledger is checked: an import of invented people of as many rows as make so many entries.
// Invariant: the check is `checkLedger` itself, in this process; nothing of it is left out.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createGuwah } from "../app.ts";
import { benchImport } from "../collect/index.ts";
import { collectDeps } from "../server/index.ts";
import type { Progress } from "../runtime/index.ts";
import { checkLedger } from "../store/index.ts";
import { benchPort, makeBenchVault, quietConfig, rounded, watchMemory } from "./measure.ts";

/** A row of the invented table makes a record and 12 claims. */
const entriesPerRow = 13;

export async function benchCheck(
  entries: number,
  progress: Progress,
): Promise<Record<string, unknown>> {
  const folder = await mkdtemp(join(tmpdir(), "guwah-bench-"));
  const { app, holding } = await createGuwah({
    config: quietConfig(join(folder, "vault")),
    webFolder: null,
    port: () => benchPort,
  });
  try {
    const asked = await holding.asked(await makeBenchVault(app));
    progress(0, null, "import");
    await benchImport(collectDeps(holding, asked), Math.ceil(entries / entriesPerRow));
    const memory = watchMemory("check");
    const started = performance.now();
    const report = await checkLedger(asked.vault.ledger.deps, progress);
    const seconds = (performance.now() - started) / 1_000;
    return {
      clean: report.clean,
      entries: report.entries,
      rows: report.rows,
      seconds: rounded(seconds),
      entriesPerSecond: Math.round(report.entries / seconds),
      peakMemoryMb: memory.stop()["check"],
    };
  } finally {
    await holding.lock();
    holding.sessions.close();
    await rm(folder, { recursive: true, force: true });
  }
}
