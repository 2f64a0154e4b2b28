// The story of a person: every episode and act in the order of time, with what is sure and what is only possible.
// Invariant: a pure function of the file; the order in which records came in changes nothing.
import { isMomentKind, type Span, spanOf } from "../../model/index.ts";
import { drawnDate, headlineValue } from "../related-records.ts";
import type { RecordFile, RelatedView } from "../views.ts";
import { kindOf, stretchesOf } from "./stretches.ts";
import type { StoryEvent, StoryFinding, StoryView } from "./views.ts";

/** The story a file tells. */
export function storyOf(file: RecordFile): StoryView {
  const episodeOf = new Map(
    file.related
      .filter(({ schema }) => schema === "Episode")
      .flatMap(({ id, records }) => records.map((record) => [record, id] as const)),
  );
  const events = file.related
    .filter(({ schema }) => schema === "Episode" || schema === "Act")
    .map((event): StoryEvent => {
      const episode = headlineValue(event.properties, "episode");
      return {
        ...event,
        span: spanOf(event.from, event.to, isMoment(event)),
        during: episode?.kind === "ref" ? (episodeOf.get(episode.record) ?? null) : null,
      };
    })
    .sort(byTime);
  const episodes = events.filter(({ schema }) => schema === "Episode");
  return {
    id: file.id,
    number: file.number,
    label: file.label,
    status: file.status,
    news: file.status?.news ?? null,
    events,
    stretches: stretchesOf(episodes),
    involvements: file.related
      .filter(({ schema }) => schema === "Involvement")
      .toSorted((a, b) => (a.id < b.id ? -1 : 1)),
    findings: findingsOf(file, events),
    seq: file.seq,
  };
}

/** Acts are moments; an episode is one when its kind is. */
function isMoment(event: RelatedView): boolean {
  return event.schema !== "Episode" || isMomentKind(kindOf(event));
}

/** By the first day it may have begun, then by the last; what has only an end stands where it ends, what has no date last. */
function byTime(a: StoryEvent, b: StoryEvent): number {
  const [left, right] = [key(a), key(b)];
  return left < right ? -1 : left > right ? 1 : 0;
}

function key({ id, span }: StoryEvent): string {
  const first = span?.earliest ?? span?.begun ?? span?.on ?? span?.latest ?? "~";
  return [first, span?.begun ?? "~", span?.latest ?? "~", id].join("|");
}

function findingsOf(file: RecordFile, events: readonly StoryEvent[]): StoryFinding[] {
  const deaths = events.filter((event) => event.schema === "Episode" && kindOf(event) === "died");
  const died = latest(deaths.map(({ span }) => span?.latest ?? null));
  const born = drawnDate(file.properties, "birthDate")?.min ?? null;
  return events.flatMap(({ id, span }): StoryFinding[] => {
    if (span === null) return [];
    const found: StoryFinding["kind"][] = [];
    if (span.backwards) found.push("ends-before-it-begins");
    if (died !== null && beginsAfter(span, died)) found.push("after-death");
    if (born !== null && (span.latest ?? span.begun ?? born) < born) found.push("before-birth");
    return found.map((kind) => ({ kind, event: id }));
  });
}

/** Only where every telling of the death has a day is anything after it. */
function latest(days: readonly (string | null)[]): string | null {
  if (days.length === 0 || days.includes(null)) return null;
  return (days as string[]).reduce((a, b) => (a > b ? a : b));
}

function beginsAfter(span: Span, day: string): boolean {
  return span.earliest !== null && span.earliest > day;
}
