// A file of Uwazi, Bayanat, OpenEvSys or FollowTheMoney becomes records and proposed claims, as one batch that can be undone.
// Invariant: importing a series again updates and never duplicates; nothing is written for a file that cannot be read to its end.
import { type BatchId, draft, type SourceId } from "../../model/index.ts";
import { noProgress, type Progress, stopIfAborted } from "../../runtime/index.ts";
import { cleanLine } from "../clean-line.ts";
import type { CollectDeps } from "../deps.ts";
import { CollectError } from "../errors.ts";
import { batchItems } from "../list-batches.ts";
import { mayAdd } from "../may-add.ts";
import { standingBatches } from "../table/known-rows.ts";
import type { BatchItem, DryRun, RowOutcome } from "../views.ts";
import type { ForeignFormat } from "./foreign-record.ts";
import { openForeign } from "./open-foreign.ts";
import { foreignDrafts, planForeign, type PlannedForeign } from "./plan-foreign.ts";

export interface ForeignInput {
  readonly source: string;
  /** Files of one series point at and update each other's records; the source's own where it is left out. */
  readonly series?: string;
  readonly signal?: AbortSignal;
  readonly progress?: Progress;
}

export interface ForeignRun extends DryRun {
  readonly format: ForeignFormat;
  readonly leftOut: Readonly<Record<string, number>>;
}

type Deps = Pick<CollectDeps, "ledger" | "files" | "ids" | "actor" | "sealed">;

/** Which program's file a source is; null: none that is known. */
export async function recogniseForeign(
  deps: Pick<Deps, "ledger" | "files">,
  source: string,
): Promise<ForeignFormat | null> {
  return (await openForeign(deps, source))?.format ?? null;
}

/** What an import would do, with nothing written. Throws AccessError, CollectError `not-foreign` and those of tables. */
export async function dryRunForeign(deps: Deps, input: ForeignInput): Promise<ForeignRun> {
  const { format, leftOut, plans } = await planned(deps, input);
  const counts: Record<RowOutcome, number> = { add: 0, update: 0, unchanged: 0, fail: 0 };
  let warnings = 0;
  for (const { outcome, problems } of plans) {
    counts[outcome] += 1;
    if (outcome !== "fail") warnings += problems.length;
  }
  const reports = plans
    .toSorted((a, b) => order(a) - order(b))
    .slice(0, 500)
    .map(({ record, outcome, problems, changes }) => ({
      row: record.row,
      outcome,
      label: record.label,
      problems: problems.slice(0, 50),
      changes: changes.slice(0, 50),
    }));
  return { format, leftOut, rows: plans.length, ...counts, warnings, reports };
}

/** What went wrong comes first. */
const order = ({ outcome, problems }: PlannedForeign): number =>
  outcome === "fail" ? 0 : problems.length > 0 ? 1 : outcome === "update" ? 2 : 3;

const running = new WeakMap<object, Set<string>>();
const entriesAtOnce = 2_000;

/** Throws as dryRunForeign, and `series-busy`. What was acknowledged before a throw is kept, and finished by importing again. */
export async function importForeign(deps: Deps, input: ForeignInput): Promise<BatchItem> {
  const series = seriesOf(input);
  const { engine } = deps.ledger.deps;
  const busy = running.get(engine) ?? new Set();
  running.set(engine, busy);
  if (busy.has(series))
    throw new CollectError(
      "series-busy",
      "This series is being imported already. Wait until that is done, or cancel it.",
    );
  busy.add(series);
  try {
    return await write(deps, input, series);
  } finally {
    busy.delete(series);
  }
}

async function write(deps: Deps, input: ForeignInput, series: string): Promise<BatchItem> {
  const { plans } = await planned(deps, input);
  const { ledger, ids, actor } = deps;
  const { progress = noProgress, signal } = input;
  const batch = ids.next<BatchId>("bat");
  const source = input.source as SourceId;
  const mapping = { schema: "Person", columns: [] };
  await ledger.append(actor.member, [
    draft("batch.started", batch, { id: batch, source, mapping, series }),
  ]);
  const counts = { rows: 0, added: 0, updated: 0, unchanged: 0, failed: 0 };
  let drafts: ReturnType<typeof foreignDrafts> = [];
  for (const plan of plans) {
    counts[countOf[plan.outcome]] += 1;
    counts.rows += 1;
    drafts.push(...foreignDrafts(plan, { ids, source, batch }));
    if (drafts.length < entriesAtOnce) continue;
    stopIfAborted(signal);
    await ledger.append(actor.member, drafts);
    drafts = [];
    progress(counts.rows, plans.length, "rows");
  }
  if (drafts.length > 0) await ledger.append(actor.member, drafts);
  await ledger.append(actor.member, [draft("batch.finished", batch, { id: batch, ...counts })]);
  const [item] = await batchItems(ledger.deps.engine.db, { id: batch });
  if (item === undefined)
    throw new CollectError(
      "batch-unknown",
      "The batch was written but is not listed. Run `guwah check`.",
    );
  return item;
}

const countOf = {
  add: "added",
  update: "updated",
  unchanged: "unchanged",
  fail: "failed",
} as const;

const seriesOf = ({ series, source }: ForeignInput): string => cleanLine(series ?? "") || source;

async function planned(deps: Deps, input: ForeignInput) {
  mayAdd(deps.actor);
  const { db } = deps.ledger.deps.engine;
  const file = await openForeign(deps, input.source);
  if (file === null)
    throw new CollectError(
      "not-foreign",
      "Expected a file of Uwazi, Bayanat, OpenEvSys or FollowTheMoney; this is none. See docs/imports.md.",
    );
  const batches = await standingBatches(db, seriesOf(input));
  const plans = await planForeign({ db, ids: deps.ids, sealed: deps.sealed, batches }, file);
  return { format: file.format, leftOut: file.leftOut, plans };
}
