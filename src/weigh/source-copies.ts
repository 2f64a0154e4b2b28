// Sources that carry nearly the same text, put into the graph of sources.
// Invariant: a pair counts unless a person described that one of them repeats the other: a digest that says what it
// repeats does not make one origin of all it repeats. Only a person's word can so raise the count.
import { carryCopies, type CopyPair, copiesOf } from "../collect/index.ts";
import type { Db, Engine } from "../store/index.ts";
import { isEarlier, type SourceNode } from "./source-roots.ts";

/** Nearly the same text is no entry of the ledger: who counts origins in an older copy of it takes the pairs along. */
export async function takeCopiesAlong(from: Db, to: Engine): Promise<void> {
  return carryCopies(from, to);
}

/** The pairs of nearly the same text that these sources belong to. */
export async function copyPairs(db: Db, ids: readonly string[]): Promise<CopyPair[]> {
  return copiesOf(db, ids);
}

/**
 * The nodes with their copies. Of many that are alike, each leads to one nearer to the earliest of them, and back; that
 * says as much as all pairs, and grows with the number of sources only.
 */
export function withCopies<N extends SourceNode>(
  nodes: ReadonlyMap<string, N>,
  pairs: readonly CopyPair[],
): Map<string, N> {
  const beside = new Map<string, Map<string, number>>();
  for (const { source, other, share } of pairs) {
    if (!nodes.has(source) || !nodes.has(other)) continue;
    if (leadsTo(nodes, source, other) || leadsTo(nodes, other, source)) continue;
    const near = beside.get(source) ?? new Map<string, number>();
    near.set(other, share);
    beside.set(source, near);
  }
  const copies = new Map<string, { source: string; share: number }[]>();
  const link = (from: string, to: string): void => {
    copies.set(from, [
      ...(copies.get(from) ?? []),
      { source: to, share: beside.get(from)?.get(to) ?? 0 },
    ]);
  };
  const seen = new Set<string>();
  const inOrder = [...beside.keys()].sort((a, b) =>
    isEarlier(nodes.get(a), nodes.get(b)) ? -1 : 1,
  );
  for (const first of inOrder) {
    if (seen.has(first)) continue;
    seen.add(first);
    const queue = [first];
    for (const at of queue) {
      for (const next of [...(beside.get(at)?.keys() ?? [])].sort()) {
        if (seen.has(next)) continue;
        seen.add(next);
        queue.push(next);
        link(at, next);
        link(next, at);
      }
    }
  }
  return new Map(
    [...nodes].map(([id, node]) => {
      const own = copies.get(id);
      return [id, own === undefined ? node : { ...node, copies: own }];
    }),
  );
}

/** Whether a person described that the one repeats the other, directly or through others. */
function leadsTo(nodes: ReadonlyMap<string, SourceNode>, from: string, to: string): boolean {
  const reached = new Set([from]);
  for (const id of reached) {
    if (id === to) return true;
    for (const { source } of nodes.get(id)?.relays ?? [])
      if (source !== undefined) reached.add(source);
  }
  return false;
}
