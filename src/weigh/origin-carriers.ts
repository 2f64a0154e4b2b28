// The way from an origin to the claims, as it is drawn: every source on it once, each with what it has its word from.
// Invariant: following `from` ends at a carrier without one; no carrier leads back to itself.
import { foldName } from "../names/index.ts";
import type { Root, SourceNode, Step } from "./source-roots.ts";

/** A source that carries the word of an origin. */
export interface Carrier {
  /** Its id, or the words that stand for a source the vault does not hold. */
  readonly key: string;
  readonly source?: string;
  readonly title: string;
  readonly publisher?: string;
  readonly published?: string;
  /** The claims it makes itself; a source in between may make none. */
  readonly claims: readonly string[];
  /** The carrier it has its word from, and how; a root has none. */
  readonly from?: string;
  readonly how?: "repeats" | "same-text";
  /** For the same text: how much of it stands there (0 to 1). */
  readonly share?: number;
}

interface Member {
  readonly claim: string;
  readonly source: string;
  readonly roots: readonly Root[];
}

/** The carriers of these claims, each root before what has its word from it. `keys` are the origin's own. */
export function carriersOf(
  members: readonly Member[],
  keys: ReadonlySet<string>,
  sources: ReadonlyMap<string, SourceNode>,
): Carrier[] {
  const claims = Map.groupBy(members, (member) => member.source);
  const placed = new Map<string, Step & { readonly from?: string }>();
  const inOrder = [...claims].sort(([a], [b]) => (a < b ? -1 : 1));
  for (const [source, [first]] of inOrder) {
    const roots = first?.roots ?? [];
    const chain = (roots.find((root) => keys.has(root.key)) ?? roots[0])?.chain ?? [
      { source, title: sources.get(source)?.title ?? "" },
    ];
    for (const [i, step] of chain.entries()) {
      // What is placed already leads to a root; going on from there could lead in a circle.
      if (placed.has(keyOf(step))) break;
      const next = chain[i + 1];
      placed.set(keyOf(step), next === undefined ? step : { ...step, from: keyOf(next) });
    }
  }
  const carrier = (
    key: string,
    { from, how, share, source, title }: Step & { from?: string },
  ): Carrier => {
    const { publisher, published } = sources.get(source) ?? {};
    return {
      key,
      title,
      ...(source === "" ? {} : { source }),
      ...(publisher === undefined ? {} : { publisher }),
      ...(published === undefined ? {} : { published }),
      claims: (claims.get(source) ?? []).map((member) => member.claim),
      ...(from === undefined ? {} : { from, how: how ?? "repeats" }),
      ...(share === undefined ? {} : { share }),
    };
  };
  const drawn: Carrier[] = [];
  const below = Map.groupBy(placed, ([, step]) => step.from ?? "");
  const queue = [""];
  for (const key of queue) {
    for (const [child, step] of below.get(key) ?? []) {
      drawn.push(carrier(child, step));
      queue.push(child);
    }
  }
  return drawn;
}

function keyOf({ source, title }: Step): string {
  return source === "" ? `words ${foldName(title)}` : source;
}
