// How many independent origins stand behind some claims: the walk over speakers and relays to the roots.
// Invariant: when in doubt, two claims share an origin. Ten outlets citing one relative are one; an outlet that
// repeats another is never an origin of its own. The count may be too low, never too high.
import { foldName } from "../names/index.ts";

/** A source as the walk sees it: what it repeats, by id where the vault holds it, else by its words. */
export interface SourceNode {
  readonly id: string;
  readonly title: string;
  readonly relays: readonly { readonly source?: string; readonly words: string }[];
}

/** A claim as the walk sees it. */
export interface OriginClaim {
  readonly claim: string;
  readonly source: string;
  /** Who said it: the person (cluster) where known, else the words that stand for the speaker. */
  readonly speaker?: { readonly person?: string | undefined; readonly words: string } | undefined;
}

export interface Origin {
  readonly key: string;
  readonly label: string;
  readonly kind: "speaker" | "source";
  readonly claims: readonly string[];
  /** Sources that carry this origin's word, less the first. */
  readonly retellings: number;
  /** From the claim's source down to the root. */
  readonly chain: readonly { readonly source: string; readonly title: string }[];
}

interface Root {
  readonly key: string;
  readonly label: string;
  readonly chain: readonly { readonly source: string; readonly title: string }[];
}

/** Groups claims by independent origin, most claims first. Claims whose roots overlap share one. */
export function originsOf(
  claims: readonly OriginClaim[],
  sources: ReadonlyMap<string, SourceNode>,
): Origin[] {
  const groups = new Map<
    string,
    {
      roots: Set<string>;
      label: string;
      kind: Origin["kind"];
      claims: string[];
      sources: Set<string>;
      chain: Root["chain"];
    }
  >();
  for (const { claim, source, speaker } of claims) {
    const roots = rootsOf(source, sources);
    const keys =
      speaker === undefined ? roots.map((root) => root.key) : speakerKeys(speaker, roots);
    const overlapping = [...groups].filter(([, group]) => keys.some((key) => group.roots.has(key)));
    const chain = roots[0]?.chain ?? [];
    const merged =
      overlapping[0]?.[1] ??
      ({
        roots: new Set(),
        label: speaker?.words ?? roots[0]?.label ?? "",
        kind: speaker === undefined ? "source" : "speaker",
        claims: [],
        sources: new Set(),
        chain,
      } as const);
    const into = merged as {
      roots: Set<string>;
      label: string;
      kind: Origin["kind"];
      claims: string[];
      sources: Set<string>;
      chain: Root["chain"];
    };
    for (const [key, group] of overlapping.slice(1)) {
      for (const root of group.roots) into.roots.add(root);
      into.claims.push(...group.claims);
      for (const s of group.sources) into.sources.add(s);
      groups.delete(key);
    }
    for (const key of keys) into.roots.add(key);
    into.claims.push(claim);
    into.sources.add(source);
    if (chain.length > into.chain.length) into.chain = chain;
    if (overlapping.length === 0) groups.set(keys[0] ?? source, into);
  }
  return [...groups]
    .map(([key, g]) => ({
      key,
      label: g.label,
      kind: g.kind,
      claims: g.claims,
      retellings: g.sources.size - 1,
      chain: g.chain,
    }))
    .sort((a, b) => b.claims.length - a.claims.length || (a.key < b.key ? -1 : 1));
}

/** A known person is one origin wherever they speak; an unnamed speaker is one only within the source that first heard them. */
function speakerKeys(
  speaker: NonNullable<OriginClaim["speaker"]>,
  roots: readonly Root[],
): string[] {
  if (speaker.person !== undefined) return [`person ${speaker.person}`];
  const words = foldName(speaker.words);
  return roots.map((root) => `${words} in ${root.key}`);
}

/** The sources at which the walk over relays ends. A circle of outlets citing each other is one root. */
function rootsOf(source: string, sources: ReadonlyMap<string, SourceNode>): Root[] {
  const roots: Root[] = [];
  const seen = new Set<string>();
  const walk = (id: string, chain: Root["chain"]): void => {
    if (seen.has(id)) return;
    seen.add(id);
    const node = sources.get(id);
    const here = [...chain, { source: id, title: node?.title ?? "" }];
    const relays = node?.relays ?? [];
    for (const { source: next, words } of relays) {
      if (next !== undefined) walk(next, here);
      else
        roots.push({
          key: `words ${foldName(words)}`,
          label: words,
          chain: [...here, { source: "", title: words }],
        });
    }
    if (relays.length === 0)
      roots.push({ key: `source ${id}`, label: node?.title ?? "", chain: here });
  };
  walk(source, []);
  if (roots.length > 0) return roots;
  // Nothing but a circle: name it by its smallest member, so that every way in gives the same root.
  const smallest = [...seen].sort()[0] ?? source;
  return [
    {
      key: `source ${smallest}`,
      label: sources.get(smallest)?.title ?? "",
      chain: [{ source, title: sources.get(source)?.title ?? "" }],
    },
  ];
}
