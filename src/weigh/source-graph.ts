// The sources behind some claims, with titles, dates, and everything they repeat or have the same text as, as far as it goes.
import type { Body } from "../model/index.ts";
import type { Db } from "../store/index.ts";
import type { SourceNode } from "./origins.ts";
import { copyPairs, withCopies } from "./source-copies.ts";
import { withNamed } from "./source-names.ts";

export interface SourceFacts extends SourceNode {
  readonly kind: string;
}

/** Facts as they were read, before copies and names lead from one to another. */
export interface RawGraph {
  readonly nodes: ReadonlyMap<string, SourceFacts>;
  readonly pairs: Awaited<ReturnType<typeof copyPairs>>;
}

/** Facts about these sources and about all they relay or have the text of, directly or through others. */
export async function sourceGraph(
  db: Db,
  ids: Iterable<string>,
): Promise<Map<string, SourceFacts>> {
  const wanted = [...ids];
  return graphOf(await readGraph(db, wanted), wanted);
}

/** Reads what the graphs of these sources are made of. */
export async function readGraph(db: Db, ids: Iterable<string>): Promise<RawGraph> {
  const nodes = new Map<string, SourceFacts>();
  const pairs: Awaited<ReturnType<typeof copyPairs>> = [];
  let wanted = [...new Set(ids)];
  while (wanted.length > 0) {
    for (let i = 0; i < wanted.length; i += 400) {
      for (const facts of await readFacts(db, wanted.slice(i, i + 400))) nodes.set(facts.id, facts);
    }
    const copies = await copyPairs(db, wanted);
    pairs.push(...copies);
    const asked = new Set(wanted);
    wanted = nextSources(wanted, nodes, copies).filter((id) => !nodes.has(id) && !asked.has(id));
  }
  return { nodes, pairs };
}

/** The graph of some of the sources that were read: only what they lead to counts, whatever else was read with them. */
export function graphOf(raw: RawGraph, ids: Iterable<string>): Map<string, SourceFacts> {
  const copies = Map.groupBy(raw.pairs, (pair) => pair.source);
  const reached = new Set(ids);
  // A set gives what is added during the walk.
  for (const id of reached)
    for (const next of nextSources([id], raw.nodes, copies.get(id) ?? [])) reached.add(next);
  const nodes = new Map<string, SourceFacts>();
  for (const id of reached) {
    const facts = raw.nodes.get(id);
    if (facts !== undefined) nodes.set(id, facts);
  }
  const pairs = [...reached].flatMap((id) => copies.get(id) ?? []);
  // Names after copies: only what a person pointed at tells a digest from a copy.
  return withNamed(withCopies(nodes, pairs));
}

function nextSources(
  ids: readonly string[],
  nodes: ReadonlyMap<string, SourceFacts>,
  copies: RawGraph["pairs"],
): string[] {
  const relayed = ids.flatMap((id) => nodes.get(id)?.relays ?? []);
  return [
    ...new Set([...relayed.flatMap(({ source }) => source ?? []), ...copies.map((c) => c.other)]),
  ];
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
