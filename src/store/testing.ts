// Ledgers for tests, on the real engines. Everything they hold is invented.
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { randomBytes } from "node:crypto";
import type {
  BatchId,
  ClaimId,
  DeviceId,
  Draft,
  MemberId,
  RecordId,
  SourceId,
  Value,
} from "../model/index.ts";
import { draft } from "../model/index.ts";
import type { Derivation, Projection } from "./projection.ts";
import type { Engine } from "./engine.ts";
import { type Ledger, openLedger } from "./ledger.ts";
import { openPostgres } from "./postgres/engine.ts";
import { postgresUrl } from "./postgres-testing.ts";
import { openSqlcipher } from "./sqlcipher/engine.ts";
import { prepareTables } from "./rebuild.ts";
import { claimTables } from "./tables/claims.ts";
import { peopleTables } from "./tables/people.ts";
import { sourceTables } from "./tables/sources.ts";

export const engineKinds = ["sqlcipher", "postgres"] as const;

export interface TestLedger {
  readonly engine: Engine;
  readonly ledger: Ledger;
  readonly author: MemberId;
  /** Closes the engine and opens the same database again. */
  reopen(): Promise<TestLedger>;
  /** Closes and removes everything. */
  end(): Promise<void>;
}

const tick = { value: Date.UTC(2026, 0, 1) };

/** A fresh ledger on one of the engines, with room for more projections than the store's own. */
export async function openTestLedger(
  kind: Engine["kind"],
  more: { projections?: readonly Projection[]; derivations?: readonly Derivation[] } = {},
): Promise<TestLedger> {
  const key = randomBytes(32);
  const sealKey = randomBytes(32);
  const folder = await mkdtemp(join(tmpdir(), "guwah-test-"));
  const schema = `t_${randomBytes(6).toString("hex")}`;
  const open = (): Promise<Engine> =>
    kind === "sqlcipher"
      ? openSqlcipher(join(folder, "vault.db"), key)
      : openPostgres(postgresUrl(), schema);
  const start = async (): Promise<TestLedger> => {
    const engine = await open();
    const ledger = openLedger({
      engine,
      clock: () => (tick.value += 1_000),
      device: id("dev") as DeviceId,
      sealKey,
      projections: [claimTables, sourceTables, peopleTables, ...(more.projections ?? [])],
      derivations: more.derivations ?? [],
    });
    await prepareTables(ledger.deps);
    return {
      engine,
      ledger,
      author: id("mem") as MemberId,
      reopen: async () => {
        await engine.close();
        return start();
      },
      end: async () => {
        if (kind === "postgres")
          await engine.define([`DROP SCHEMA ${schema} CASCADE`]).catch(() => {});
        await engine.close().catch(() => {});
        await rm(folder, { recursive: true, force: true });
      },
    };
  };
  return start();
}

let counter = 0;
/** Ids that sort in the order they were made. */
export function id(prefix: string): string {
  counter += 1;
  return `${prefix}_${`0000000000000000000000000${counter.toString(32).toUpperCase()}`.slice(-26)}`;
}
export const newRecord = (): RecordId => id("rec") as RecordId;
export const newSource = (): SourceId => id("src") as SourceId;
export const newBatch = (): BatchId => id("bat") as BatchId;

export function aSource(
  source: SourceId = newSource(),
  title = "Invented Courier, page 1",
): Draft<"source.added"> {
  return draft("source.added", source, { id: source, kind: "article", title });
}
export function aPerson(
  record: RecordId,
  source: SourceId,
  label = "Aysha Invented",
): Draft<"record.added"> {
  return draft("record.added", record, { id: record, schema: "Person", source, label });
}
/** A claim that this person has this name (or, given a value, this value). */
export function aClaim(
  record: RecordId,
  source: SourceId,
  property = "name",
  value: Value = { kind: "name", text: "Aysha Invented" },
  more: Partial<Draft<"claim.added">["body"]> = {},
): Draft<"claim.added"> {
  const claim = id("clm") as ClaimId;
  return draft("claim.added", record, {
    id: claim,
    record,
    schema: "Person",
    property,
    value,
    source,
    review: "proposed",
    ...more,
  });
}
export { postgresUrl } from "./postgres-testing.ts";
export { testPlace, type TestPlace, testVault, type TestVault } from "./vault-testing.ts";
