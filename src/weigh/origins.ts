// How many independent origins stand behind some claims: the walk over speakers and relays to the roots.
// Invariant: when in doubt, two claims share an origin. Ten outlets citing one relative are one; an outlet that
// repeats another, or carries nearly the same text, is never an origin of its own. The count may be too low, never too
// high, and depends on nothing but the set of claims: a retelling more changes nothing.
import { foldName } from "../names/index.ts";
import { type Carrier, carriersOf } from "./origin-carriers.ts";
import { type Root, rootKey, rootsOf, type SourceNode, type Step } from "./source-roots.ts";
import { hearVoices, type Told, type Voices } from "./voices.ts";
import { voicedCopies } from "./voiced-copies.ts";

export type { SourceNode } from "./source-roots.ts";

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
  readonly chain: readonly Step[];
  /** Every source on the way from a claim to the root, each once, the root first. */
  readonly carriers: readonly Carrier[];
}

/** Groups claims by independent origin, most claims first. */
export function originsOf(
  claims: readonly OriginClaim[],
  sources: ReadonlyMap<string, SourceNode>,
): Origin[] {
  const known = new Map<string, Root[]>();
  const rooted = claims
    .toSorted((a, b) => (a.claim < b.claim ? -1 : 1))
    .map((claim): Told => {
      const roots = known.get(claim.source) ?? rootsOf(claim.source, sources);
      known.set(claim.source, roots);
      const direct = roots.length === 1 && roots[0]?.key === rootKey(claim.source);
      const { relays = [], copies = [] } = sources.get(claim.source) ?? {};
      const own = direct && relays.length === 0 && copies.length === 0;
      return { ...claim, roots, own, words: foldName(claim.speaker?.words ?? "") };
    });
  const voiced = voicedCopies(rooted, sources);
  const told = rooted.map((one) => (voiced.has(one.source) ? { ...one, own: true } : one));
  const voices = hearVoices(told);
  const possible = told.map((one) => ({ one, keys: new Set(voices.behind(one)) }));
  return groupsOf(possible)
    .map((group) => originOf(group, voices, sources))
    .sort((a, b) => b.claims.length - a.claims.length || (a.key < b.key ? -1 : 1));
}

/** A claim, and the origins of which it has its word from at least one. */
interface Possible {
  readonly one: Told;
  readonly keys: ReadonlySet<string>;
}

interface Group {
  readonly keys: Set<string>;
  readonly members: Told[];
}

/**
 * A claim that may come from any origin of another claim, and from more besides, adds none: it joins that one.
 * What is left shares an origin where it overlaps.
 */
function groupsOf(possible: readonly Possible[]): Group[] {
  const [only, another] = possible;
  if (only !== undefined && another === undefined)
    return [{ keys: new Set(only.keys), members: [only.one] }];
  const distinct = [
    ...new Map(possible.map(({ keys }) => [[...keys].sort().join("\n"), keys])).values(),
  ];
  const groups: Group[] = [];
  const joining: Possible[] = [];
  for (const each of possible) {
    const contained = distinct.some(
      (keys) => keys.size < each.keys.size && keys.isSubsetOf(each.keys),
    );
    if (contained) {
      joining.push(each);
      continue;
    }
    const overlapping = groups.filter((group) => !group.keys.isDisjointFrom(each.keys));
    const [first, ...rest] = overlapping;
    const into = first ?? { keys: new Set<string>(), members: [] };
    if (first === undefined) groups.push(into);
    for (const group of rest) {
      for (const key of group.keys) into.keys.add(key);
      into.members.push(...group.members);
      groups.splice(groups.indexOf(group), 1);
    }
    for (const key of each.keys) into.keys.add(key);
    into.members.push(each.one);
  }
  const inOrder = groups.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
  for (const { one, keys } of joining)
    inOrder.find((group) => !group.keys.isDisjointFrom(keys))?.members.push(one);
  return groups;
}

function keyOf(group: Group): string {
  return [...group.keys].sort()[0] ?? "";
}

function originOf(group: Group, voices: Voices, sources: ReadonlyMap<string, SourceNode>): Origin {
  const key = keyOf(group);
  const members = group.members.toSorted((a, b) => (a.claim < b.claim ? -1 : 1));
  const chains = members.map((m) => m.roots[0]?.chain ?? []);
  const longest = Math.max(...chains.map((chain) => chain.length));
  const speaker = voices.labels.get(key);
  const root = members.flatMap((m) => m.roots).find((r) => r.key === key);
  return {
    key,
    label: speaker ?? root?.label ?? "",
    kind: speaker === undefined ? "source" : "speaker",
    claims: members.map((m) => m.claim),
    retellings: new Set(members.map((m) => m.source)).size - 1,
    chain: chains.find((chain) => chain.length === longest) ?? [],
    carriers: carriersOf(members, group.keys, sources),
  };
}
