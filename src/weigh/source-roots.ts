// Where a source has its word from: the walk over what it repeats, down to those who repeat nobody.
// Invariant: the roots of a source contain the roots of everything it repeats, from wherever one enters a circle.
import { foldName } from "../names/index.ts";

/** A source as the walk sees it: what it repeats, by id where the vault holds it, else by its words. */
export interface SourceNode {
  readonly id: string;
  readonly title: string;
  readonly relays: readonly { readonly source?: string; readonly words: string }[];
}

export interface Step {
  readonly source: string;
  readonly title: string;
}

export interface Root {
  readonly key: string;
  readonly label: string;
  /** From the source down to the root, both included. */
  readonly chain: readonly Step[];
}

/** The roots of a source, nearest first. A source that repeats nobody is its own. */
export function rootsOf(source: string, sources: ReadonlyMap<string, SourceNode>): Root[] {
  const chains = chainsFrom(source, sources);
  const roots = new Map<string, Root>();
  const add = (key: string, label: string, chain: readonly Step[]): void => {
    if (!roots.has(key)) roots.set(key, { key, label, chain });
  };
  for (const [id, chain] of chains) {
    const relays = sources.get(id)?.relays ?? [];
    if (relays.length === 0) add(rootKey(id), sources.get(id)?.title ?? "", chain);
    for (const { source: next, words } of relays) {
      if (next === undefined)
        add(`words ${foldName(words)}`, words, [...chain, { source: "", title: words }]);
    }
  }
  for (const id of circleRoots([...chains.keys()], sources))
    add(rootKey(id), sources.get(id)?.title ?? "", chains.get(id) ?? []);
  return [...roots.values()];
}

export function rootKey(source: string): string {
  return `source ${source}`;
}

/** Every source that can be reached, with the shortest way to it. */
function chainsFrom(
  source: string,
  sources: ReadonlyMap<string, SourceNode>,
): Map<string, readonly Step[]> {
  const step = (id: string): Step => ({ source: id, title: sources.get(id)?.title ?? "" });
  const chains = new Map<string, readonly Step[]>([[source, [step(source)]]]);
  // A Map gives what is added during the walk, so this is a breadth-first search.
  for (const [id, chain] of chains) {
    for (const { source: next } of sources.get(id)?.relays ?? [])
      if (next !== undefined && !chains.has(next)) chains.set(next, [...chain, step(next)]);
  }
  return chains;
}

/** Circles that lead nowhere else, each by its smallest member: outlets that have it from each other only. */
function circleRoots(
  reachable: readonly string[],
  sources: ReadonlyMap<string, SourceNode>,
): string[] {
  const next = (id: string): string[] =>
    (sources.get(id)?.relays ?? []).flatMap(({ source }) => source ?? []);
  const endsSomewhere = new Set(
    reachable.filter((id) => (sources.get(id)?.relays ?? []).every((r) => r.source === undefined)),
  );
  for (const id of reachable)
    if (sources.get(id)?.relays.some((r) => r.source === undefined)) endsSomewhere.add(id);
  for (let before = -1; before !== endsSomewhere.size;) {
    before = endsSomewhere.size;
    for (const id of reachable)
      if (next(id).some((other) => endsSomewhere.has(other))) endsSomewhere.add(id);
  }
  const lost = reachable.filter((id) => !endsSomewhere.has(id));
  const reach = new Map(lost.map((id) => [id, new Set(chainsFrom(id, sources).keys())]));
  return lost.filter((id) =>
    [...(reach.get(id) ?? [])].every((other) => id <= other && reach.get(other)?.has(id) === true),
  );
}
