// What an import would do, row by row, with nothing written.
import type { Mapping } from "../../model/index.ts";
import { noProgress, type Progress, stopIfAborted } from "../../runtime/index.ts";
import { cleanLine } from "../clean-line.ts";
import type { CollectDeps } from "../deps.ts";
import { mayAdd } from "../may-add.ts";
import type { DryRun, RowOutcome, RowReport } from "../views.ts";
import { useTable } from "./column-uses.ts";
import { standingBatches } from "./known-rows.ts";
import { openTable } from "./open-table.ts";
import { type PlannedRow, plannedChunks } from "./row-chunks.ts";

export interface ImportInput {
  readonly source: string;
  readonly mapping: Mapping;
  /** Batches of one series update each other's rows by key and never duplicate them. */
  readonly series: string;
  readonly signal?: AbortSignal;
  readonly progress?: Progress;
}

type Deps = Pick<CollectDeps, "ledger" | "files" | "actor" | "sealed">;

/** Throws AccessError, CollectError (what is wrong with the table or the mapping), RuntimeError `cancelled`. */
export async function dryRun(deps: Deps, input: ImportInput): Promise<DryRun> {
  mayAdd(deps.actor);
  const { progress = noProgress, signal } = input;
  const { db } = deps.ledger.deps.engine;
  const table = await openTable(deps, input.source, input.mapping);
  const use = useTable(table.columns, input.mapping);
  const batches = await standingBatches(db, cleanLine(input.series) || input.source);
  const counts: Record<RowOutcome, number> = { add: 0, update: 0, unchanged: 0, fail: 0 };
  const shown = new Reports();
  let rows = 0;
  let warnings = 0;
  for await (const chunk of plannedChunks({ db, batches, sealed: deps.sealed }, table, use)) {
    stopIfAborted(signal);
    for (const row of chunk) {
      counts[row.plan.outcome] += 1;
      if (row.plan.outcome !== "fail") warnings += row.problems.length;
      shown.add(row);
    }
    rows += chunk.length;
    progress(rows, null, "rows");
  }
  progress(rows, rows, "rows");
  return { rows, ...counts, warnings, reports: shown.all() };
}

/** The first reports of each kind; what went wrong has the most room. */
const room = { fail: 150, problem: 150, update: 100, add: 50, unchanged: 50 } as const;

class Reports {
  readonly #left: Record<keyof typeof room, number> = { ...room };
  readonly #reports: RowReport[] = [];

  add({ read, plan, problems }: PlannedRow): void {
    const kind = plan.outcome !== "fail" && problems.length > 0 ? "problem" : plan.outcome;
    if (this.#left[kind] === 0) return;
    this.#left[kind] -= 1;
    this.#reports.push({
      row: read.row,
      outcome: plan.outcome,
      label: read.label,
      problems: problems.slice(0, 50),
      changes: plan.changes.slice(0, 50),
    });
  }

  all(): RowReport[] {
    return this.#reports;
  }
}
