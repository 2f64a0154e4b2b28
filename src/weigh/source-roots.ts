// Where a source has its word from: the walk over what it repeats, down to those who repeat nobody.
// Invariant: the roots of a source contain the roots of everything it repeats, from wherever one enters a circle.
// Two sources with nearly the same text repeat each other for all we know: a circle, and so one root.
import { foldName } from "../names/index.ts";

/** A source as the walk sees it: what it repeats, by id where the vault holds it, else by its words. */
export interface SourceNode {
  readonly id: string;
  readonly title: string;
  readonly publisher?: string;
  /** EDTF; of sources that have it from each other, the earliest stands for all. */
  readonly published?: string;
  readonly relays: readonly { readonly source?: string; readonly words: string }[];
  /** Sources that carry nearly the same text, and how much of this one stands there (0 to 1). */
  readonly copies?: readonly { readonly source: string; readonly share: number }[];
}

export interface Step {
  /** Empty where the vault does not hold it: then the title is the words that stand for it. */
  readonly source: string;
  readonly title: string;
  /** How it has its word from the next step; the last step, the root, has none. */
  readonly how?: "repeats" | "same-text";
  /** For the same text: how much of it stands in the next step's source (0 to 1). */
  readonly share?: number;
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
    if (isRoot(sources.get(id))) add(rootKey(id), sources.get(id)?.title ?? "", chain);
    for (const { source: next, words } of sources.get(id)?.relays ?? []) {
      if (next === undefined)
        add(`words ${foldName(words)}`, words, [
          ...from(chain, { how: "repeats" }),
          { source: "", title: words },
        ]);
    }
  }
  for (const id of circleRoots([...chains.keys()], sources))
    add(rootKey(id), sources.get(id)?.title ?? "", chains.get(id) ?? []);
  return [...roots.values()];
}

export function rootKey(source: string): string {
  return `source ${source}`;
}

type Edge = { readonly to: string } & Pick<Step, "how" | "share">;

/** The sources this one may have its word from: what it repeats, then what carries the same text. */
function edgesOf(node: SourceNode | undefined): Edge[] {
  const repeats = (node?.relays ?? []).flatMap(({ source }) =>
    source === undefined ? [] : [{ to: source, how: "repeats" as const }],
  );
  const copies = (node?.copies ?? []).map(({ source, share }) => ({
    to: source,
    how: "same-text" as const,
    share,
  }));
  return [...repeats, ...copies];
}

function isRoot(node: SourceNode | undefined): boolean {
  return (node?.relays ?? []).length === 0 && (node?.copies ?? []).length === 0;
}

/** A chain whose last step now leads on. */
function from(chain: readonly Step[], how: Pick<Step, "how" | "share">): Step[] {
  return chain.map((step, i) => (i === chain.length - 1 ? { ...step, ...how } : step));
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
    for (const { to, ...how } of edgesOf(sources.get(id)))
      if (!chains.has(to)) chains.set(to, [...from(chain, how), step(to)]);
  }
  return chains;
}

/** Circles that lead nowhere else, each by its earliest member: outlets that have it from each other only. */
function circleRoots(
  reachable: readonly string[],
  sources: ReadonlyMap<string, SourceNode>,
): string[] {
  const next = (id: string): string[] => edgesOf(sources.get(id)).map(({ to }) => to);
  const endsSomewhere = new Set(
    reachable.filter(
      (id) =>
        isRoot(sources.get(id)) ||
        sources.get(id)?.relays.some((r) => r.source === undefined) === true,
    ),
  );
  for (let before = -1; before !== endsSomewhere.size;) {
    before = endsSomewhere.size;
    for (const id of reachable)
      if (next(id).some((other) => endsSomewhere.has(other))) endsSomewhere.add(id);
  }
  const lost = reachable.filter((id) => !endsSomewhere.has(id));
  const reach = new Map(lost.map((id) => [id, new Set(chainsFrom(id, sources).keys())]));
  return lost.filter((id) =>
    [...(reach.get(id) ?? [])].every(
      (other) =>
        isEarlier(sources.get(id), sources.get(other)) && reach.get(other)?.has(id) === true,
    ),
  );
}

/** By date of publication, undated ones last, then by id. A source is no later than itself. */
export function isEarlier(a: SourceNode | undefined, b: SourceNode | undefined): boolean {
  const [one, other] = [a?.published ?? "~", b?.published ?? "~"];
  return one === other ? (a?.id ?? "") <= (b?.id ?? "") : one < other;
}
