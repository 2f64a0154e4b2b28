// Sources that are named but not pointed at: "according to the Birch Post", while an article of the Birch Post is in the
// vault. Invariant: whoever is repeated by name may be any source here of that publisher; so a name never adds an origin
// beside them, and never joins two of them into one.
import { isSameBody } from "../collect/index.ts";
import type { SourceNode } from "./source-roots.ts";

/** The nodes, those that repeat somebody by name alone leading also to that publisher's sources among them. */
export function withNamed<N extends SourceNode>(nodes: ReadonlyMap<string, N>): Map<string, N> {
  const published = [...nodes.values()].filter((node) => node.publisher !== undefined);
  return new Map(
    [...nodes].map(([id, node]) => {
      const meant = node.relays.flatMap(({ source, words }) =>
        source !== undefined || words === ""
          ? []
          : published
              .filter((one) => one.id !== id && isSameBody(one.publisher ?? "", words))
              .map((one) => ({ source: one.id, words })),
      );
      return [id, meant.length === 0 ? node : { ...node, relays: [...node.relays, ...meant] }];
    }),
  );
}
