// Of sources that carry nearly the same text, the one whose speakers count: the others only repeat it.
// Invariant: which one depends on what the sources say, never on which came first; a copy more adds no voice.
import type { Root, SourceNode } from "./source-roots.ts";
import type { Told } from "./voices.ts";

/** The sources, one of each circle of copies, that name the most unnamed speakers in their own words. */
export function voicedCopies(
  told: readonly Told[],
  sources: ReadonlyMap<string, SourceNode>,
): Set<string> {
  const circles = new Map<string, Map<string, Set<string>>>();
  for (const { source, roots, speaker, words } of told) {
    const { relays = [], copies = [] } = sources.get(source) ?? {};
    const [root] = roots;
    if (roots.length !== 1 || root === undefined || relays.length > 0 || copies.length === 0)
      continue;
    // Where no way leads back from the root, all of them only repeat it.
    if (!reachedFrom(root, sources).has(source)) continue;
    const circle = circles.get(root.key) ?? new Map<string, Set<string>>();
    circles.set(root.key, circle);
    const unnamed = circle.get(source) ?? new Set<string>();
    circle.set(source, unnamed);
    if (speaker !== undefined && speaker.person === undefined) unnamed.add(words);
  }
  const voiced = new Set<string>();
  for (const circle of circles.values()) {
    const ranked = [...circle]
      .map(([source, unnamed]) => ({
        source,
        n: unnamed.size,
        text: [...unnamed].sort().join("\n"),
      }))
      .sort((a, b) => b.n - a.n || (a.text < b.text ? -1 : a.text > b.text ? 1 : 0));
    // Several that name the very same speakers are one as good as the other.
    for (const one of ranked) if (one.text === ranked[0]?.text) voiced.add(one.source);
  }
  return voiced;
}

/** Every source a root leads to; a root that repeats nobody leads to none but itself. */
function reachedFrom({ chain }: Root, sources: ReadonlyMap<string, SourceNode>): Set<string> {
  const reached = new Set([chain.at(-1)?.source ?? ""]);
  for (const id of reached) {
    const { relays = [], copies = [] } = sources.get(id) ?? {};
    for (const { source } of [...relays, ...copies]) if (source !== undefined) reached.add(source);
  }
  return reached;
}
