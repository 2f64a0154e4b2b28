// What a count asks of the vault besides files: the sources with their kinds and days of arrival, how long the ledger is,
// and what was last told the public.
import type { Body } from "../../model/index.ts";
import type { Db } from "../../store/index.ts";
import type { SourceArrival } from "./discovery.ts";
import type { Basis } from "./steady.ts";

export async function readArrivals(db: Db): Promise<{
  readonly entries: number;
  readonly kinds: ReadonlyMap<string, string>;
  /** The sources each source repeats, as people described it. */
  readonly relays: ReadonlyMap<string, readonly string[]>;
  /** In the order in which they came. */
  readonly sources: readonly SourceArrival[];
}> {
  const entries = await ledgerSize(db);
  const rows = await db
    .selectFrom("sources")
    .innerJoin("entries", "entries.seq", "sources.seq")
    .leftJoin("source_descriptions", "source_descriptions.id", "sources.id")
    .select([
      "sources.id",
      "sources.kind",
      "sources.title",
      "entries.at",
      "source_descriptions.body",
    ])
    .orderBy("sources.seq")
    .execute();
  const described = rows.map((row) => ({
    ...row,
    said: row.body === null ? null : (JSON.parse(row.body) as Body<"source.described">),
  }));
  return {
    entries,
    kinds: new Map(described.map(({ id, kind, said }) => [id, said?.kind ?? kind])),
    relays: new Map(
      described.map(({ id, said }) => [id, (said?.relays ?? []).flatMap((r) => r.source ?? [])]),
    ),
    sources: described.map(({ id, title, at, said }) => ({
      id,
      title: said?.headline?.value ?? title ?? "",
      day: new Date(at).toISOString().slice(0, 10),
    })),
  };
}

/** How many entries the ledger has. */
export async function ledgerSize(db: Db): Promise<number> {
  const last = await db
    .selectFrom("entries")
    .select("seq")
    .orderBy("seq", "desc")
    .limit(1)
    .executeTakeFirst();
  return last === undefined ? 0 : last.seq + 1;
}

/** The true numbers behind what was last told the public; null: nothing was yet. */
export async function lastBasis(db: Db): Promise<Basis | null> {
  const row = await db
    .selectFrom("saved_counts")
    .select("body")
    .where("audience", "=", "public")
    .orderBy("seq", "desc")
    .limit(1)
    .executeTakeFirst();
  const body = row === undefined ? null : (JSON.parse(row.body) as Body<"count.saved">);
  return body?.basis ?? null;
}
