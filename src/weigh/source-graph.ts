// The sources behind some claims, with titles, dates, and everything they repeat, as far down as it goes.
import type { Body } from "../model/index.ts";
import type { Db } from "../store/index.ts";
import type { SourceNode } from "./origins.ts";

export interface SourceFacts extends SourceNode {
  readonly kind: string;
  readonly publisher?: string;
  readonly published?: string;
}

/** Facts about these sources and about all they relay, directly or through others. */
export async function sourceGraph(
  db: Db,
  ids: Iterable<string>,
): Promise<Map<string, SourceFacts>> {
  const graph = new Map<string, SourceFacts>();
  let wanted = [...new Set(ids)];
  while (wanted.length > 0) {
    for (let i = 0; i < wanted.length; i += 400) {
      for (const facts of await readFacts(db, wanted.slice(i, i + 400))) graph.set(facts.id, facts);
    }
    const next = wanted
      .flatMap((id) => graph.get(id)?.relays ?? [])
      .flatMap(({ source }) => (source === undefined || graph.has(source) ? [] : [source]));
    wanted = [...new Set(next)].filter((id) => !wanted.includes(id));
  }
  return graph;
}

async function readFacts(db: Db, ids: readonly string[]): Promise<SourceFacts[]> {
  const rows = await db
    .selectFrom("sources")
    .leftJoin("source_descriptions", "source_descriptions.id", "sources.id")
    .select(["sources.id", "sources.kind", "sources.title", "source_descriptions.body"])
    .where("sources.id", "in", [...ids])
    .execute();
  return rows.map((row) => {
    const described = row.body === null ? null : (JSON.parse(row.body) as Body<"source.described">);
    const publisher = described?.publisher?.value;
    const published = described?.published?.value;
    return {
      id: row.id,
      kind: described?.kind ?? row.kind,
      title: described?.headline?.value ?? row.title ?? "",
      relays: (described?.relays ?? []).map(({ source, words }) =>
        source === undefined ? { words } : { source, words },
      ),
      ...(publisher === undefined ? {} : { publisher }),
      ...(published === undefined ? {} : { published }),
    };
  });
}
