// Where candidate pairs are kept: derived data, worked out again at will, never in the ledger.
// Invariant: rows hold record ids, numbers and rule ids, no name and no value; left is the smaller id.
import type { Db, Engine, Tx } from "../store/index.ts";
import type { Reason } from "./matching/score-pair.ts";
import type { PairBand } from "./matching/rules.ts";
import { padded } from "./padded.ts";

declare module "../store/tables/rows.ts" {
  interface Tables {
    cache_candidates: CandidateRecord;
  }
}

export interface CandidateRecord {
  left: string;
  right: string;
  score: number;
  band: string;
  /** JSON of the reasons. */
  reasons: string;
  version: string;
  /** Score times how much hangs on it; what the queue is sorted by. */
  value: number;
}

export interface Candidate {
  readonly left: string;
  readonly right: string;
  readonly score: number;
  readonly band: PairBand;
  readonly reasons: readonly Reason[];
  readonly value: number;
}

const defined = new WeakMap<Engine, Promise<void>>();
const columns = ["left", "right", "score", "band", "reasons", "version", "value"] as const;

/** Makes the table where it is missing. */
export function candidatesReady(engine: Engine): Promise<void> {
  let made = defined.get(engine);
  if (made === undefined) {
    // "C" on PostgreSQL, so that pages are cut at the same ids on both engines.
    const text = engine.kind === "postgres" ? 'TEXT COLLATE "C"' : "TEXT";
    made = engine.define([
      `CREATE TABLE IF NOT EXISTS cache_candidates ("left" ${text} NOT NULL, "right" ${text} NOT NULL, score DOUBLE PRECISION NOT NULL,
        band TEXT NOT NULL, reasons TEXT NOT NULL, version TEXT NOT NULL, value DOUBLE PRECISION NOT NULL, PRIMARY KEY ("left", "right"))`,
      'CREATE INDEX IF NOT EXISTS cache_candidates_right ON cache_candidates ("right")',
      'CREATE INDEX IF NOT EXISTS cache_candidates_value ON cache_candidates (value, "left", "right")',
    ]);
    made.catch(() => defined.delete(engine));
    defined.set(engine, made);
  }
  return made;
}

/** Writes candidates, replacing those of the same pair. */
export async function keepCandidates(
  engine: Engine,
  tx: Tx,
  version: string,
  candidates: readonly Candidate[],
): Promise<void> {
  if (candidates.length === 0) return;
  await engine.bulk(tx, [
    {
      table: "cache_candidates",
      columns,
      types: ["text", "text", "real", "text", "text", "text", "real"],
      rows: candidates.map((c) => [
        c.left,
        c.right,
        c.score,
        c.band,
        JSON.stringify(c.reasons),
        version,
        c.value,
      ]),
      key: ["left", "right"],
    },
  ]);
}

/** Drops the candidates of these records; of all when none are named. */
export async function dropCandidates(tx: Tx | Db, records?: readonly string[]): Promise<void> {
  if (records === undefined) {
    await tx.deleteFrom("cache_candidates").execute();
    return;
  }
  for (let i = 0; i < records.length; i += 256) {
    const some = padded(records.slice(i, i + 256));
    await tx
      .deleteFrom("cache_candidates")
      .where((where) => where.or([where("left", "in", some), where("right", "in", some)]))
      .execute();
  }
}
