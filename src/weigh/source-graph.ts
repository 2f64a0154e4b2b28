// The sources behind some claims, with titles, dates, and everything they repeat or have the same text as, as far as it goes.
import type { Body } from "../model/index.ts";
import type { Db } from "../store/index.ts";
import type { SourceNode } from "./origins.ts";
import { copyPairs, withCopies } from "./source-copies.ts";
import { withNamed } from "./source-names.ts";

export interface SourceFacts extends SourceNode {
  readonly kind: string;
}

/** Facts about these sources and about all they relay or have the text of, directly or through others. */
export async function sourceGraph(
  db: Db,
  ids: Iterable<string>,
): Promise<Map<string, SourceFacts>> {
  const graph = new Map<string, SourceFacts>();
  const pairs: Awaited<ReturnType<typeof copyPairs>> = [];
  let wanted = [...new Set(ids)];
  while (wanted.length > 0) {
    for (let i = 0; i < wanted.length; i += 400) {
      for (const facts of await readFacts(db, wanted.slice(i, i + 400))) graph.set(facts.id, facts);
    }
    const copies = await copyPairs(db, wanted);
    pairs.push(...copies);
    const relayed = wanted
      .flatMap((id) => graph.get(id)?.relays ?? [])
      .flatMap(({ source }) => source ?? []);
    const asked = new Set(wanted);
    wanted = [...new Set([...relayed, ...copies.map((pair) => pair.other)])].filter(
      (id) => !graph.has(id) && !asked.has(id),
    );
  }
  // Names after copies: only what a person pointed at tells a digest from a copy.
  return withNamed(withCopies(graph, pairs));
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
