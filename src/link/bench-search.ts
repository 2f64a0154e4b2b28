// Measures search by name across scripts in a vault of invented people (`guwah bench search`).
// Invariant: a real encrypted vault filled through the ledger, in a temporary folder that is removed; queries are other spellings
// of people in it, by the rules of inventing/, never the spelling the vault holds.
import { randomBytes } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type ClaimId,
  type DeviceId,
  draft,
  type Draft,
  type MemberId,
  type RecordId,
  type SourceId,
} from "../model/index.ts";
import { createIds, noProgress, type Progress, systemClock } from "../runtime/index.ts";
import {
  claimTables,
  type Db,
  openLedger,
  openSqlcipher,
  peopleTables,
  prepareTables,
  sourceTables,
} from "../store/index.ts";
import { nameStock } from "./inventing/name-stock.ts";
import {
  inventPerson,
  type InventedPerson,
  renderName,
  type Script,
  stockFor,
  SCRIPTS,
} from "./inventing/invent-people.ts";
import { chanceFrom, zipf } from "./inventing/random.ts";
import { nameTokenTable } from "./name-tokens.ts";
import { refreshNameIndex } from "./name-index.ts";
import { findByName } from "./find-by-name.ts";

export interface SearchBenchOptions {
  readonly size?: number;
  readonly queries?: number;
  readonly progress?: Progress;
  readonly seed?: number;
}

const perAppend = 4_000;

interface Filled {
  /** For each true name (given and father's name as sounds, and the given name alone) the records that bear it. */
  readonly bearers: ReadonlyMap<string, readonly string[]>;
  readonly people: readonly (InventedPerson & {
    readonly record: string;
    readonly script: Script;
  })[];
}

const trueName = (person: InventedPerson): string => `${person.given} ${person.father}`;
/** A query of one word asks for everyone of that given name. */
const askedName = (person: InventedPerson, query: string): string =>
  /[\s·]/u.test(query) ? trueName(person) : person.given;

async function fill(
  ledger: ReturnType<typeof openLedger>,
  size: number,
  seed: number,
  progress: Progress,
): Promise<Filled> {
  const chance = chanceFrom(seed);
  const stock = nameStock(stockFor(size));
  const rank = zipf(stock.length, 12);
  const ids = createIds(systemClock);
  const author = ids.next<MemberId>("mem");
  const source = ids.next<SourceId>("src");
  const bearers = new Map<string, string[]>();
  const people: Filled["people"][number][] = [];
  let drafts: Draft[] = [
    draft("source.added", source, { id: source, kind: "list", title: "Invented list" }),
  ];
  for (let i = 0; i < size; i++) {
    const person = inventPerson(chance, stock, rank);
    const script = chance.pick(SCRIPTS);
    const text = renderName(person, script, chance);
    const record = ids.next<RecordId>("rec");
    drafts.push(
      draft("record.added", record, { id: record, schema: "Person", source, label: text }),
      draft("claim.added", record, {
        id: ids.next<ClaimId>("clm"),
        record,
        schema: "Person",
        property: "name",
        value: { kind: "name", text },
        source,
        review: "accepted",
      }),
    );
    for (const name of [trueName(person), person.given]) {
      const same = bearers.get(name);
      if (same === undefined) bearers.set(name, [record]);
      else same.push(record);
    }
    if (chance.below(size) < 4_000) people.push({ ...person, record, script });
    if (drafts.length >= perAppend || i === size - 1) {
      await ledger.append(author, drafts);
      drafts = [];
      progress(i + 1, size, "people");
    }
  }
  return { bearers, people };
}

const quantile = (sorted: readonly number[], share: number): number =>
  Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) * 10) /
  10;

/** Fills a vault and asks it. recall@10: the record sought, or where more than ten bear its very name any of them, is among the first ten. */
export async function benchSearch(
  options: SearchBenchOptions = {},
): Promise<Record<string, unknown>> {
  const { size = 1_000_000, queries = 1_000, progress = noProgress, seed = 11 } = options;
  const folder = await mkdtemp(join(tmpdir(), "guwah-bench-search-"));
  const engine = await openSqlcipher(join(folder, "vault.db"), randomBytes(32));
  try {
    const ids = createIds(systemClock);
    const ledger = openLedger({
      engine,
      clock: systemClock,
      device: ids.next<DeviceId>("dev"),
      sealKey: randomBytes(32),
      projections: [claimTables, sourceTables, peopleTables, nameTokenTable],
      derivations: [],
    });
    await prepareTables(ledger.deps);
    const filled = await fill(ledger, size, seed, progress);
    const begun = performance.now();
    await refreshNameIndex(engine.db, { progress });
    const indexSeconds = (performance.now() - begun) / 1000;
    return {
      people: size,
      indexSeconds: Math.round(indexSeconds * 10) / 10,
      ...(await ask(engine.db, filled, queries, seed, progress)),
    };
  } finally {
    await engine.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function ask(
  db: Db,
  { bearers, people }: Filled,
  queries: number,
  seed: number,
  progress: Progress,
): Promise<Record<string, unknown>> {
  const chance = chanceFrom(seed + 1);
  const times: number[] = [];
  const missed: Record<string, number> = {};
  let strict = 0;
  let found = 0;
  for (let i = 0; i < queries; i++) {
    const person = chance.pick(people);
    const others = SCRIPTS.filter((script) => script !== person.script);
    const script = chance.pick(others);
    const query = renderName(person, script, chance);
    const begun = performance.now();
    const hits = (await findByName(db, query, 10)).map((hit) => hit.record);
    times.push(performance.now() - begun);
    const same = bearers.get(askedName(person, query)) ?? [];
    const hit = hits.includes(person.record);
    if (hit) strict++;
    if (hit || (same.length > 10 && hits.some((record) => same.includes(record)))) found++;
    else missed[`${script}→${person.script}`] = (missed[`${script}→${person.script}`] ?? 0) + 1;
    progress(i + 1, queries, "queries");
  }
  times.sort((a, b) => a - b);
  return {
    queries,
    p50Ms: quantile(times, 0.5),
    p95Ms: quantile(times, 0.95),
    p99Ms: quantile(times, 0.99),
    recallAt10: Math.round((found / queries) * 1_000) / 1_000,
    recallAt10Strict: Math.round((strict / queries) * 1_000) / 1_000,
    missed: Object.fromEntries(
      Object.entries(missed)
        .sort((a, b) => b[1] - a[1])
        .slice(0, 12),
    ),
  };
}
