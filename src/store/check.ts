// Proves that the vault says what was written: every leaf, seal and number, the root, every projection row.
// Invariant: it trusts nothing in the database but the seal key it was given, and it writes nothing.
import { timingSafeEqual } from "node:crypto";
import { TreeFrontier } from "../proof/index.ts";
import type { Progress } from "../runtime/index.ts";
import type { LedgerDeps } from "./ledger.ts";
import { leafOf, sealIsRight } from "./leaf.ts";
import { projector } from "./projection.ts";
import { entryOf, entryPages } from "./read-entries.ts";
import { RowCheck } from "./check-rows.ts";
import type { EntryRow } from "./tables/rows.ts";

export type ProblemKind =
  /** The entry's text, time, author, kind or subject is not what its leaf commits to. */
  | "changed"
  /** A number is missing from the ledger. */
  | "removed"
  /** An entry that nobody holding the vault's key wrote at this place. */
  | "inserted"
  /** Content is gone although no erasure entry says so. */
  | "emptied"
  | "root"
  | "row-changed"
  | "row-missing"
  | "row-extra"
  | "file-missing"
  | "file-damaged";

export interface Problem {
  readonly kind: ProblemKind;
  /** The ledger entry concerned, where there is one. */
  readonly seq?: number;
  readonly table?: string;
  readonly file?: string;
}

export interface CheckReport {
  readonly clean: boolean;
  readonly entries: number;
  readonly rows: number;
  readonly root: string;
  /** The first problems found, in ledger order; at most 200. */
  readonly problems: readonly Problem[];
  readonly problemCount: number;
}

/** Verifies ledger and tables. Expected outcomes (damage) are in the report; only a lost engine throws. */
export async function checkLedger(
  deps: LedgerDeps,
  progress: Progress = () => {},
): Promise<CheckReport> {
  const found = new Findings();
  const state = await deps.engine.db
    .selectFrom("ledger_state")
    .selectAll()
    .where("one", "=", 1)
    .executeTakeFirst();
  const total = state?.size ?? 0;
  const rowsOf = projector(deps.projections);
  const rowCheck = new RowCheck(deps, found);
  const emptied: number[] = [];
  const erased = new Set<number>();
  let frontier = TreeFrontier.empty();
  let next = 0;
  let count = 0;
  let from = 0;
  for await (const page of entryPages(deps.engine.db)) {
    const last = page.at(-1) as EntryRow;
    // The engine reads the rows of this page while its leaves are hashed here.
    const reading = rowCheck.fetch(from, last.seq);
    reading.catch(() => {});
    from = last.seq + 1;
    for (const row of page) {
      if (row.seq > next) found.add({ kind: "removed", seq: next });
      next = row.seq + 1;
      checkEntry(deps, row, found);
    }
    frontier = frontier.appendAll(page.map((row) => row.leaf));
    const actual = await reading;
    for (const row of page) {
      const entry = entryOfSafely(row);
      if (entry === null) {
        if (row.body === null) emptied.push(row.seq);
        continue;
      }
      if (entry.kind === "erased") for (const seq of entry.body.seqs) erased.add(seq);
      rowCheck.expect(row.seq, rowsOf(entry), actual);
    }
    rowCheck.endOfRange(actual);
    count += page.length;
    progress(count, total, "entries");
  }
  rowCheck.endOfRange(await rowCheck.fetch(from, Number.MAX_SAFE_INTEGER));
  for (const seq of emptied) if (!erased.has(seq)) found.add({ kind: "emptied", seq });
  checkState(deps, state, frontier, next, found);
  const rows = await rowCheck.latestTables();
  await rowCheck.derivedTables();
  return {
    clean: found.count === 0,
    entries: count,
    rows,
    root: frontier.root().toString("hex"),
    problems: found.first(),
    problemCount: found.count,
  };
}

function checkEntry(deps: LedgerDeps, row: EntryRow, found: Findings): void {
  if (row.body !== null && row.salt !== null) {
    const leaf = leafOf(row.salt, { ...row, body: row.body });
    if (row.leaf.length !== leaf.length || !timingSafeEqual(leaf, row.leaf)) {
      found.add({ kind: "changed", seq: row.seq });
      return;
    }
  }
  if (!sealIsRight(deps.sealKey, row.seq, row.leaf, row.seal))
    found.add({ kind: "inserted", seq: row.seq });
}

function checkState(
  deps: LedgerDeps,
  state: { size: number; root: Uint8Array; seal: Uint8Array } | undefined,
  frontier: TreeFrontier,
  next: number,
  found: Findings,
): void {
  if (state === undefined) {
    if (next > 0) found.add({ kind: "root" });
    return;
  }
  if (next < state.size) found.add({ kind: "removed", seq: next });
  const root = frontier.root();
  const rootRight = state.root.length === root.length && timingSafeEqual(root, state.root);
  const sealRight = sealIsRight(deps.sealKey, state.size, state.root, state.seal);
  // A wrong root with every entry in place means that an entry was put in and resealed, or the state was edited.
  if (!rootRight || !sealRight || frontier.size !== state.size) found.add({ kind: "root" });
}

/** A body edited into something that is not JSON was already named as changed. */
function entryOfSafely(row: EntryRow): ReturnType<typeof entryOf> {
  try {
    return entryOf(row);
  } catch {
    return null;
  }
}

/** Keeps the first 200 problems in ledger order, and counts all. */
export class Findings {
  readonly #kept: Problem[] = [];
  count = 0;
  add(problem: Problem): void {
    this.count += 1;
    if (this.#kept.length < 200) this.#kept.push(problem);
  }
  first(): readonly Problem[] {
    return [...this.#kept].sort((a, b) => (a.seq ?? Infinity) - (b.seq ?? Infinity));
  }
}
