// Whose voice a claim carries: a person on file, somebody nobody has named, or the source that first had it.
// Invariant: a claim never gets a voice of its own that might be one already heard at the same root.
import type { OriginClaim } from "./origins.ts";
import type { Root } from "./source-roots.ts";

/** A claim with the roots of its source; `own`: its source repeats nobody. `words`: the speaker's, folded. */
export interface Told extends OriginClaim {
  readonly roots: readonly Root[];
  readonly own: boolean;
  readonly words: string;
}

export interface Voices {
  /** The keys of the origins this claim may have its word from. */
  behind(told: Told): readonly string[];
  /** The words that stand for each voice. */
  readonly labels: ReadonlyMap<string, string>;
}

interface Heard {
  /** Persons on file whose word came through this root, each with the words used for them in the root itself. */
  readonly persons: Map<string, { readonly all: Set<string>; readonly here: Set<string> }>;
  /** Speakers nobody has named, by their words in the root itself. */
  readonly unnamed: Set<string>;
}

/** Listens to all claims first, so that the order in which they came does not matter. */
export function hearVoices(claims: readonly Told[]): Voices {
  const heard = new Map<string, Heard>();
  const labels = new Map<string, string>();
  for (const { speaker, roots, own, words } of claims) {
    if (speaker === undefined) continue;
    for (const { key } of roots) {
      const at = heard.get(key) ?? { persons: new Map(), unnamed: new Set() };
      heard.set(key, at);
      if (speaker.person === undefined) {
        if (own) at.unnamed.add(words);
        continue;
      }
      const person = personKey(speaker.person);
      if (!labels.has(person)) labels.set(person, speaker.words);
      const known = at.persons.get(person) ?? { all: new Set(), here: new Set() };
      at.persons.set(person, known);
      known.all.add(words);
      if (own) known.here.add(words);
    }
  }
  const voicesAt = new Map([...heard].map(([root, at]) => [root, namedVoices(root, at)]));
  for (const { speaker, roots, own, words } of claims) {
    if (speaker === undefined || speaker.person !== undefined || !own) continue;
    for (const key of voicesAt.get(roots[0]?.key ?? "")?.get(words) ?? [])
      if (!labels.has(key)) labels.set(key, speaker.words);
  }
  const behind = ({ speaker, roots, words }: Told): string[] => {
    if (speaker?.person !== undefined) return [personKey(speaker.person)];
    const all = roots.map(({ key }) => ({ key, voices: voicesAt.get(key) ?? new Map() }));
    const same = speaker === undefined ? [] : all.flatMap(({ voices }) => voices.get(words) ?? []);
    if (same.length > 0) return same;
    // The source's own voice, and whoever speaks in a retelling, may be any voice heard at the root.
    return all.flatMap(({ key, voices }) =>
      voices.size === 0 ? [key] : [...voices.values()].flat(),
    );
  };
  return { behind, labels };
}

/** The voices at one root: the origins that each wording may stand for. */
function namedVoices(root: string, { persons, unnamed }: Heard): Map<string, string[]> {
  const voices = new Map<string, string[]>();
  const add = (words: string, key: string): void => {
    voices.set(words, [...(voices.get(words) ?? []), key]);
  };
  for (const [person, { all }] of persons) for (const words of all) add(words, person);
  // A person who is on file only through a retelling may be one of those the root itself leaves unnamed.
  const retold = [...persons].filter(([, { here }]) => here.size === 0).map(([person]) => person);
  const strangers = [...unnamed].filter((words) => !voices.has(words)).sort();
  for (const [i, words] of strangers.entries()) {
    if (i < retold.length) for (const person of retold) add(words, person);
    else add(words, `${words} in ${root}`);
  }
  return voices;
}

function personKey(person: string): string {
  return `person ${person}`;
}
