// One demonstration vault for a whole test file: it takes seconds to make, and tests only read it.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { CreatedVault } from "../access/index.ts";
import { caseBoard, caseTables, consentTables, proceedingTables } from "../act/index.ts";
import { clusters, nameTokenTable } from "../link/index.ts";
import { createIds, type Progress, systemClock } from "../runtime/index.ts";
import { claimTables, peopleTables, sourceTables } from "../store/index.ts";
import { episodePlaceTable } from "../weigh/index.ts";
import { buildDemo, type BuildDemoDeps } from "./build-demo.ts";

export interface TestDemo {
  readonly home: string;
  readonly made: CreatedVault;
  /** How far it said it had come. */
  readonly steps: readonly { readonly done: number; readonly total: number | null }[];
  end(): Promise<void>;
}

export async function demoHome(): Promise<{
  home: string;
  deps: BuildDemoDeps;
  end: () => Promise<void>;
}> {
  const parent = await mkdtemp(join(tmpdir(), "guwah-demo-"));
  const home = join(parent, "vault");
  const deps: BuildDemoDeps = {
    home,
    databaseUrl: null,
    clock: systemClock,
    ids: createIds(),
    projections: [
      claimTables,
      sourceTables,
      peopleTables,
      nameTokenTable,
      episodePlaceTable,
      consentTables,
      caseTables,
      proceedingTables,
    ],
    derivations: [clusters, caseBoard],
  };
  return { home, deps, end: () => rm(parent, { recursive: true, force: true }) };
}

export async function openTestDemo(): Promise<TestDemo> {
  const { home, deps, end } = await demoHome();
  const steps: { done: number; total: number | null }[] = [];
  const report: Progress = (done, total) => void steps.push({ done, total });
  const made = await buildDemo(deps, report);
  return {
    home,
    made,
    steps,
    async end() {
      await made.vault.close();
      await end();
    },
  };
}
