// How many claims each source carries, counted once and then only on from there.
// Invariant: claims are written once and never moved, so a count up to an entry stays true; a new opening counts anew.
import { sql } from "kysely";
import type { Engine } from "../store/index.ts";

interface Counted {
  upTo: number;
  readonly bySource: Map<string, number>;
}

const counts = new WeakMap<Engine, Promise<Counted>>();

/** Claims by source, withdrawn and rejected ones included: what was ever taken from it. */
export async function claimCounts(engine: Engine): Promise<ReadonlyMap<string, number>> {
  const before =
    counts.get(engine) ?? Promise.resolve({ upTo: -1, bySource: new Map<string, number>() });
  // One after the other, so that no claim is counted twice.
  const now = before.then((known) => countOn(engine, known));
  counts.set(
    engine,
    now.catch(() => before),
  );
  return (await now).bySource;
}

async function countOn({ db }: Engine, known: Counted): Promise<Counted> {
  const last = await db
    .selectFrom("claims")
    .select("seq")
    .orderBy("seq", "desc")
    .limit(1)
    .executeTakeFirst();
  if (last === undefined || last.seq <= known.upTo) return known;
  const rows = await db
    .selectFrom("claims")
    .select(["source", sql<number>`count(*)`.as("n"), sql<number>`max(seq)`.as("last")])
    // The first count can walk an index on the source; later ones walk the few new rows.
    .$if(known.upTo >= 0, (query) => query.where("seq", ">", known.upTo))
    .groupBy("source")
    .execute();
  const bySource = new Map(known.bySource);
  for (const { source, n } of rows) bySource.set(source, (bySource.get(source) ?? 0) + Number(n));
  return { upTo: Math.max(...rows.map((r) => Number(r.last))), bySource };
}
