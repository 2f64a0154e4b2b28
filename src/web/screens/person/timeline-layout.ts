// Where a story stands on its line: every bar has a sure middle and, where a date is not exact, faded ends.
// Invariant: nothing is drawn more exactly than the dates allow; an end nobody knows never looks like an end.
import type { DrawnDate, RelatedView } from "../../api/views.ts";

export interface TimelineBar {
  readonly id: string;
  readonly label: string;
  readonly row: number;
  /** Pixels: first possible, surely begun, surely still on, last possible. */
  readonly earliest: number;
  readonly begun: number;
  readonly on: number;
  readonly latest: number;
  readonly openStart: boolean;
  readonly openEnd: boolean;
  /** One moment, however well it is dated: drawn as a mark with a whisker. */
  readonly point: boolean;
}

export interface Timeline {
  readonly width: number;
  readonly rows: number;
  readonly bars: readonly TimelineBar[];
  readonly years: readonly { readonly year: number; readonly x: number }[];
  /** Where today stands, when the line reaches it. */
  readonly today: number | null;
  readonly fromYear: number;
  readonly toYear: number;
  /** Events without any date, to be listed beside the line. */
  readonly undated: readonly RelatedView[];
}

const dayMs = 86_400_000;
/** Kinds of episode that happen at one moment and have no end. */
const moments = new Set([
  "summoned",
  "searched",
  "passport-taken",
  "taken",
  "sentenced",
  "transferred",
  "deported",
  "released",
  "escaped",
  "acquitted",
  "died",
]);

/** Days since 1970 of an ISO day, or null. */
export function dayOf(iso: string | null | undefined): number | null {
  if (iso === null || iso === undefined) return null;
  const time = Date.parse(`${iso.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(time) ? null : time / dayMs;
}

/** Acts are moments; an episode is one when its kind is. */
export function isMoment(event: RelatedView): boolean {
  if (event.to !== null) return false;
  const kind = event.properties.find((property) => property.name === "kind")?.headlines[0]?.value;
  return event.schema !== "Episode" || (kind?.kind === "code" && moments.has(kind.code));
}

const bounds = (date: DrawnDate | null) => ({ min: dayOf(date?.min), max: dayOf(date?.max) });

interface Placed {
  readonly event: RelatedView;
  readonly days: {
    readonly earliest: number;
    readonly begun: number;
    readonly on: number;
    readonly latest: number;
  };
  readonly openStart: boolean;
  readonly openEnd: boolean;
  readonly point: boolean;
}

function place(event: RelatedView, lastDay: number): Placed | null {
  const from = bounds(event.from);
  const to = bounds(event.to);
  const start = from.min ?? from.max;
  const end = to.max ?? to.min;
  if (start === null && end === null) return null;
  const begun = from.max ?? start ?? end ?? 0;
  if (isMoment(event))
    return {
      event,
      days: { earliest: start ?? begun, begun, on: begun, latest: begun },
      openStart: false,
      openEnd: false,
      point: true,
    };
  const earliest = start ?? (end ?? 0) - 365;
  // Sources may contradict each other: an end before the beginning is drawn as no length, never backwards.
  const latest = Math.max(end ?? Math.max(lastDay, begun), earliest);
  const sureFrom = Math.min(Math.max(begun, earliest), latest);
  const on = Math.min(Math.max(to.min ?? sureFrom, sureFrom), latest);
  return {
    event,
    days: { earliest, begun: sureFrom, on, latest },
    openStart: start === null,
    openEnd: end === null,
    point: false,
  };
}

/**
 * Lays events out on a line of `width` pixels, in as few rows as their labels allow.
 * `now` in milliseconds since 1970; `letter` is the mean width of a letter in pixels.
 */
export function layOut(
  events: readonly RelatedView[],
  width: number,
  now: number,
  letter = 7.4,
): Timeline | null {
  const nowDay = Math.floor(now / dayMs);
  const dated = events.flatMap(
    (event) => bounds(event.from).min ?? bounds(event.from).max ?? bounds(event.to).max ?? [],
  );
  const undated = events.filter((event) => place(event, nowDay) === null);
  if (dated.length === 0) return null;
  const placed = events
    .flatMap((event) => place(event, nowDay) ?? [])
    .sort((a, b) => a.days.earliest - b.days.earliest);
  const first = Math.min(...placed.map((p) => p.days.earliest));
  const last = Math.max(...placed.map((p) => p.days.latest));
  const fromYear = new Date((first - 20) * dayMs).getUTCFullYear();
  const toYear = new Date(last * dayMs).getUTCFullYear() + 1;
  const startDay = Date.UTC(fromYear, 0, 1) / dayMs;
  const endDay = Date.UTC(toYear, 0, 1) / dayMs;
  const x = (day: number): number =>
    Math.round(((day - startDay) / (endDay - startDay)) * width * 10) / 10;
  const free: number[] = [];
  const bars = placed.map((p): TimelineBar => {
    const { earliest, begun, on, latest } = p.days;
    const left = x(earliest);
    const labelWidth = p.event.label.length * letter + 12;
    // A label near the end of the line is moved back to fit, and takes room from there.
    const takes = {
      from: Math.min(left, Math.max(0, width - labelWidth)),
      to: Math.max(x(latest), left + labelWidth) + 10,
    };
    const found = free.findIndex((until) => until <= takes.from);
    const row = found === -1 ? free.length : found;
    free[row] = takes.to;
    return {
      id: p.event.id,
      label: p.event.label,
      row,
      earliest: left,
      begun: x(begun),
      on: x(on),
      latest: x(latest),
      openStart: p.openStart,
      openEnd: p.openEnd,
      point: p.point,
    };
  });
  const step = Math.max(1, Math.ceil((toYear - fromYear) / Math.max(1, Math.floor(width / 64))));
  const years = Array.from({ length: toYear - fromYear + 1 }, (_, i) => fromYear + i)
    .filter((year) => (year - fromYear) % step === 0)
    .map((year) => ({ year, x: x(Date.UTC(year, 0, 1) / dayMs) }));
  return {
    width,
    rows: free.length,
    bars,
    years,
    today: nowDay >= startDay && nowDay <= endDay ? x(nowDay) : null,
    fromYear,
    toYear: toYear - 1,
    undated,
  };
}
