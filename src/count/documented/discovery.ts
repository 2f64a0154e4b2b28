// How the count grew, and how long it took until anybody heard: two curves that say what a count cannot be read as.
// Invariant: a person is new once, with the first source that speaks of them.
import type { PersonFacts } from "./person-facts.ts";

export interface DiscoveryStep {
  readonly source: string;
  readonly title: string;
  /** Day the source came into the vault, ISO. */
  readonly day: string;
  readonly people: number;
  /** Of those, people no earlier source spoke of. */
  readonly fresh: number;
  readonly together: number;
}

export interface SourceArrival {
  readonly id: string;
  readonly title: string;
  readonly day: string;
}

/** New people with each source, in the order in which sources came. A curve that still climbs says that many are missing. */
export function discoveryOf(
  people: readonly PersonFacts[],
  arrivals: readonly SourceArrival[],
): DiscoveryStep[] {
  const bySource = new Map<string, PersonFacts[]>();
  for (const facts of people)
    for (const source of facts.sources) {
      const speaks = bySource.get(source);
      if (speaks === undefined) bySource.set(source, [facts]);
      else speaks.push(facts);
    }
  const known = new Set<string>();
  return arrivals.flatMap(({ id, title, day }) => {
    const spoken = bySource.get(id) ?? [];
    if (spoken.length === 0) return [];
    const before = known.size;
    for (const facts of spoken) known.add(facts.id);
    const fresh = known.size - before;
    return [{ source: id, title, day, people: spoken.length, fresh, together: known.size }];
  });
}

export interface ReportingDelay {
  /** People of whom both days are known. */
  readonly people: number;
  /** Null: held back. */
  readonly notKnown: number | null;
  /** Days from the last day on which they may have been taken to the first report. */
  readonly median: number | null;
  readonly quarter: number | null;
  readonly threeQuarters: number | null;
}

/** Days until the first report, at least as long as this: from the last day on which the taking may have been. */
export function delayOf(people: readonly PersonFacts[]): ReportingDelay {
  const days = people
    .flatMap(({ taken, reported }) =>
      taken === null || reported === null
        ? []
        : [Math.max(0, Math.round((Date.parse(reported) - Date.parse(taken.last)) / 86_400_000))],
    )
    .sort((a, b) => a - b);
  const at = (share: number): number | null =>
    days[Math.min(days.length - 1, Math.floor(days.length * share))] ?? null;
  return {
    people: days.length,
    notKnown: people.length - days.length,
    median: at(0.5),
    quarter: at(0.25),
    threeQuarters: at(0.75),
  };
}
