// Which of several places is meant: the one nearest to what belongs to it.
// Invariant: where nothing tells them apart, none is chosen.
import type { Place } from "./find-quotation.ts";

/** Units between two places; they do not overlap. */
function gap(a: Place, b: Place): number {
  return Math.max(a.start - b.end, b.start - a.end);
}

/** The place nearest to this one that does not overlap it. */
export function nearestTo(places: readonly Place[], to: Place): Place | null {
  let best: Place | null = null;
  for (const place of places) {
    if (place.start < to.end && to.start < place.end) continue;
    if (best === null || gap(place, to) < gap(best, to)) best = place;
  }
  return best;
}

/**
 * The place that is meant and the anchor beside it (a speaker beside what they say): the two nearest to each other.
 * Without anchors (null) the place must be the only one. Null where nothing fits.
 */
export function pairOf(
  places: readonly Place[],
  anchors: readonly Place[] | null,
): { readonly place: Place; readonly anchor: Place | null } | null {
  const [first, second] = places;
  if (first === undefined) return null;
  if (anchors === null) return second === undefined ? { place: first, anchor: null } : null;
  let best: { readonly place: Place; readonly anchor: Place } | null = null;
  for (const place of places) {
    const anchor = nearestTo(anchors, place);
    if (anchor === null) continue;
    if (best === null || gap(place, anchor) < gap(best.place, best.anchor))
      best = { place, anchor };
  }
  return best;
}
