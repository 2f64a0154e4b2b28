// Proves that the vault says what was written: every leaf, seal and number, the root, every projection row.
// Invariant: it trusts nothing in the database but the seal key it was given, and it writes nothing.
import { timingSafeEqual } from "node:crypto";
import { TreeFrontier } from "../proof/index.ts";
import type { Progress } from "../runtime/index.ts";
import type { LedgerDeps } from "./ledger.ts";
import { leafOf, sealIsRight } from "./leaf.ts";
import { projector } from "./projection.ts";
import { entryOf, entryPages } from "./read-entries.ts";
import { type Range, RowCheck } from "./check-rows.ts";
import type { Db, Tx } from "./engine.ts";
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

/**
 * Verifies ledger and tables. Expected outcomes (damage) are in the report; only a lost engine throws.
 * Work may go on meanwhile: the bulk is walked beside the writers, the last entries and the tables in which the latest
 * row wins are compared with the writers held off.
 */
export async function checkLedger(
  deps: LedgerDeps,
  progress: Progress = () => {},
): Promise<CheckReport> {
  const walk = new LedgerWalk(deps, progress);
  const { db } = deps.engine;
  await walk.upTo(db, (await stateOf(db))?.size ?? 0);
  return deps.engine.exclusively(async (tx) => {
    const state = await stateOf(tx);
    await walk.upTo(tx, Number.MAX_SAFE_INTEGER);
    return walk.finish(tx, state);
  });
}

type State = { readonly size: number; readonly root: Uint8Array; readonly seal: Uint8Array };

function stateOf(db: Db | Tx): Promise<State | undefined> {
  return db
    .selectFrom("ledger_state")
    .select(["size", "root", "seal"])
    .where("one", "=", 1)
    .executeTakeFirst();
}

/** How far the ledger has been walked, and what that far makes of it. */
class LedgerWalk {
  readonly #deps: LedgerDeps;
  readonly #progress: Progress;
  readonly #found = new Findings();
  readonly #rows: RowCheck;
  readonly #rowsOf: ReturnType<typeof projector>;
  readonly #emptied: number[] = [];
  readonly #erased = new Set<number>();
  #frontier = TreeFrontier.empty();
  #next = 0;
  #count = 0;

  constructor(deps: LedgerDeps, progress: Progress) {
    this.#deps = deps;
    this.#progress = progress;
    this.#rows = new RowCheck(deps, this.#found);
    this.#rowsOf = projector(deps.projections);
  }

  /** Checks the entries below `end` that were not checked yet, and the rows they made. */
  async upTo(db: Db | Tx, end: number): Promise<void> {
    for await (const page of entryPages(db, this.#next, end)) {
      const last = page.at(-1) as EntryRow;
      // The engine reads the rows of this page while its leaves are hashed here.
      const reading = this.#rows.fetch(db, this.#next, last.seq);
      reading.catch(() => {});
      for (const row of page) this.#entry(row);
      this.#frontier = this.#frontier.appendAll(page.map((row) => row.leaf));
      const actual = await reading;
      for (const row of page) this.#rowsOfEntry(row, actual);
      this.#rows.endOfRange(actual);
      this.#count += page.length;
      this.#progress(this.#count, end === Number.MAX_SAFE_INTEGER ? this.#count : end, "entries");
    }
  }

  #entry(row: EntryRow): void {
    if (row.seq > this.#next) this.#found.add({ kind: "removed", seq: this.#next });
    this.#next = row.seq + 1;
    checkEntry(this.#deps, row, this.#found);
  }

  #rowsOfEntry(row: EntryRow, actual: Range): void {
    const entry = entryOfSafely(row);
    if (entry === null) {
      if (row.body === null) this.#emptied.push(row.seq);
      return;
    }
    if (entry.kind === "erased") for (const seq of entry.body.seqs) this.#erased.add(seq);
    this.#rows.expect(row.seq, this.#rowsOf(entry), actual);
  }

  /** What is left when every entry was walked: rows of no entry, the state, and the tables without ledger order. */
  async finish(tx: Tx, state: State | undefined): Promise<CheckReport> {
    const found = this.#found;
    this.#rows.endOfRange(await this.#rows.fetch(tx, this.#next, Number.MAX_SAFE_INTEGER));
    for (const seq of this.#emptied)
      if (!this.#erased.has(seq)) found.add({ kind: "emptied", seq });
    checkState(this.#deps, state, this.#frontier, this.#next, found);
    const rows = await this.#rows.latestTables(tx);
    await this.#rows.derivedTables(tx);
    return {
      clean: found.count === 0,
      entries: this.#count,
      rows,
      root: this.#frontier.root().toString("hex"),
      problems: found.first(),
      problemCount: found.count,
    };
  }
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
  state: State | undefined,
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
