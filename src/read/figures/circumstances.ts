// Where and when a figure holds, as far as its own sentence says: `in Sarn`, `as of March 2018`.
// Invariant: a place or a date outside the sentence is never borrowed; an open span of time dates nothing.
import type { DateSuggestion, MentionSuggestion, Span, Unmarked } from "../reading.ts";
import type { Sentence } from "../statements/sentence.ts";

export interface Circumstances {
  readonly place?: Span;
  readonly asOf?: string;
}

/** Farthest characters from a figure to what it may be tied to. */
const REACH = 160;

type Named = Unmarked<MentionSuggestion>;
type Dated = Unmarked<DateSuggestion>;

const WHERE =
  /(?:^|\s)(?:in|across|throughout|from|inside|around|near|within|outside|at)\s+(?:the\s+|(?:northern|southern|eastern|western|central|north\w*|south\w*|far\s+\w+)\s+|China['’]s\s+)*$/i;
const AS_OF = /(?:as of|by|up to|until|at the end of|in|on|during|at|since|from)\s+(?:the\s+)?$/i;

/** Items of a list sorted by place that lie inside a sentence; binary search. */
function inside<T extends Span>(sorted: readonly T[], { start, end }: Span): T[] {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  const found: T[] = [];
  for (let item = sorted[low]; item && item.end <= end && found.length < 24; item = sorted[++low])
    found.push(item);
  return found;
}

function distance(span: Span, other: Span): number {
  return other.start >= span.end
    ? other.start - span.end
    : Math.max(0, span.start - other.end) + 40;
}

function nearest<T extends Span>(span: Span, items: readonly T[]): T | undefined {
  let best: T | undefined;
  for (const item of items) if (!best || distance(span, item) < distance(span, best)) best = item;
  return best && distance(span, best) <= REACH ? best : undefined;
}

/** A look-up of circumstances. `mentions` and `dates` are in order of place. */
export function circumstancesOf(
  text: string,
  mentions: readonly Named[],
  dates: readonly Dated[],
): (figure: Span, sentence: Sentence) => Circumstances {
  const places = mentions.filter(({ type }) => type === "place");
  const known = dates.filter(({ edtf }) => edtf !== null && !edtf.includes(".."));
  return (figure, sentence) => {
    const apart = <T extends Span>(item: T): boolean =>
      item.end <= figure.start || item.start >= figure.end;
    const english = sentence.language === "en";
    const before = (span: Span): string =>
      text.slice(Math.max(sentence.start, span.start - 40), span.start);
    const where = inside(places, sentence).filter(
      (place) => apart(place) && (!english || WHERE.test(before(place))),
    );
    const when = inside(known, sentence).filter(
      (date) => apart(date) && (!english || date.relative || AS_OF.test(before(date))),
    );
    const place = english || where.length === 1 ? nearest(figure, where) : undefined;
    const date = english || when.length === 1 ? nearest(figure, when) : undefined;
    return {
      ...(place ? { place: { start: place.start, end: place.end } } : {}),
      ...(date?.edtf ? { asOf: date.edtf } : {}),
    };
  };
}
