// Which episodes tell of the same stretch of a story, and in what they contradict each other.
// Invariant: a function of the set of episodes; the order in which they came in changes nothing. Nothing is merged.
import { comparable, overlaps, type Span, type Value } from "../../model/index.ts";
import { headlineValue } from "../related-records.ts";
import type { StoryEvent, StoryStretch } from "./views.ts";

/** What two tellings of one stretch can differ in. */
const compared = ["from", "to", "place", "facility", "destination", "holder", "sentence"] as const;

/** The stretches of these episodes, each episode in exactly one. */
export function stretchesOf(episodes: readonly StoryEvent[]): StoryStretch[] {
  const sorted = episodes.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const byKind = [...Map.groupBy(sorted, kindOf)];
  const place = new Map(episodes.map((one, i) => [one.id, i]));
  return byKind
    .flatMap(([kind, ofKind]) =>
      groups(ofKind).map((group) => ({
        id: group[0]?.id ?? "",
        kind,
        episodes: group.map(({ id }) => id),
        differs: compared.filter((name) => differ(group, name)),
      })),
    )
    .sort((a, b) => (place.get(a.id) ?? 0) - (place.get(b.id) ?? 0));
}

export function kindOf(episode: Pick<StoryEvent, "properties">): string | null {
  const value = headlineValue(episode.properties, "kind");
  return value?.kind === "code" ? value.code : null;
}

function groups(episodes: readonly StoryEvent[]): StoryEvent[][] {
  const made: StoryEvent[][] = [];
  const left = new Set(episodes);
  for (const first of episodes) {
    if (!left.delete(first)) continue;
    const group = [first];
    for (const one of group)
      for (const other of left)
        if (sameStretch(one, other)) {
          left.delete(other);
          group.push(other);
        }
    made.push(group.sort((a, b) => (a.id < b.id ? -1 : 1)));
  }
  return made;
}

/**
 * Two episodes of one kind tell of one stretch unless one may have followed the other. Without any date nobody can say.
 * A stretch whose kind is not stated is compared with none.
 */
function sameStretch(a: StoryEvent, b: StoryEvent): boolean {
  if (a.span === null || b.span === null || kindOf(a) === null) return false;
  if (meet(a.span.earliest, a.span.begun, b.span.earliest, b.span.begun)) return true;
  if (a.span.moment && b.span.moment) return false;
  if (meet(a.span.on, a.span.latest, b.span.on, b.span.latest)) return true;
  return !mayFollow(a.span, b.span) && !mayFollow(b.span, a.span);
}

function meet(
  fromA: string | null,
  toA: string | null,
  fromB: string | null,
  toB: string | null,
): boolean {
  if (fromA === null || toA === null || fromB === null || toB === null) return false;
  return fromA <= toB && fromB <= toA;
}

/** Whether the second may have begun when the first was over. What is not said to have ended has not. */
function mayFollow(first: Span, second: Span): boolean {
  if (first.on === null && first.latest === null) return false;
  return first.on === null || second.begun === null || first.on <= second.begun;
}

function differ(group: readonly StoryEvent[], name: string): boolean {
  const values = group.flatMap((one) => headlineValue(one.properties, name) ?? []);
  return values.some((a, i) => values.slice(i + 1).some((b) => !agree(a, b)));
}

/** Dates agree where they may mean the same day; everything else where it says the same. */
function agree(a: Value, b: Value): boolean {
  if (a.kind === "date" && b.kind === "date") return overlaps(a.edtf, b.edtf);
  return comparable(a) === comparable(b);
}
