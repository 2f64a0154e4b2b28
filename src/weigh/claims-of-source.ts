// Which claims people entered one by one from a source. Claims have no index on their source, so that imports stay quick;
// what was entered by hand is little, and is looked through once and then only on from there.
// Invariant: ids only; what stands is asked of the tables each time, so an erased or withdrawn claim does not come back.
import type { Engine } from "../store/index.ts";

interface Known {
  readonly upTo: number;
  readonly bySource: ReadonlyMap<string, readonly string[]>;
}

const known = new WeakMap<Engine, Promise<Known>>();

/** Records with claims that came from this source by hand and rest on a passage of it; imported rows are left out. */
export async function recordsFrom(engine: Engine, source: string): Promise<readonly string[]> {
  const before =
    known.get(engine) ??
    Promise.resolve<Known>({ upTo: -1, bySource: new Map<string, string[]>() });
  const now = before.then((seen) => readOn(engine, seen));
  known.set(
    engine,
    now.catch(() => before),
  );
  return (await now).bySource.get(source) ?? [];
}

async function readOn({ db }: Engine, { upTo, bySource }: Known): Promise<Known> {
  const last = await db
    .selectFrom("claims")
    .select("seq")
    .orderBy("seq", "desc")
    .limit(1)
    .executeTakeFirst();
  if (last === undefined || last.seq <= upTo) return { upTo, bySource };
  const rows = await db
    .selectFrom("claims")
    .select(["source", "record"])
    .distinct()
    .where("seq", ">", upTo)
    .where("seq", "<=", last.seq)
    .where("batch", "is", null)
    .where("passage", "is not", null)
    .execute();
  const next = new Map([...bySource].map(([source, records]) => [source, new Set(records)]));
  for (const { source, record } of rows) {
    const records = next.get(source) ?? new Set();
    next.set(source, records.add(record));
  }
  return {
    upTo: last.seq,
    bySource: new Map([...next].map(([source, records]) => [source, [...records]])),
  };
}
