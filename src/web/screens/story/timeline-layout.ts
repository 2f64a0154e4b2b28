// Where a story stands on its line: every bar has a sure middle and, where a date is not exact, faded ends.
// Invariant: nothing is drawn more exactly than the dates allow; an end nobody knows never looks like an end. Versions of
// one stretch stand under each other in one block, and nothing else stands between them.
import type { StoryStretch } from "../../api/views.ts";
import type { TimelineEvent } from "./events.ts";

export interface TimelineMark {
  readonly id: string;
  /** Pixels: first and last possible. */
  readonly from: number;
  readonly to: number;
}

export interface TimelineBar {
  readonly event: TimelineEvent;
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
  /** Where its label begins and ends; a label near the end of the line is moved back to fit. */
  readonly labelAt: number;
  readonly labelEnd: number;
  readonly label: string;
  /** Dated acts done during it. */
  readonly marks: readonly TimelineMark[];
}

/** Versions of one stretch, drawn as one block. */
export interface TimelineBlock {
  readonly id: string;
  readonly from: number;
  readonly to: number;
  readonly row: number;
  readonly rows: number;
  readonly conflict: boolean;
}

export interface Timeline {
  readonly width: number;
  readonly rows: number;
  readonly bars: readonly TimelineBar[];
  readonly blocks: readonly TimelineBlock[];
  readonly ticks: readonly { readonly day: number; readonly x: number; readonly month: boolean }[];
  /** Where today stands, when the line reaches it. */
  readonly today: number | null;
  readonly fromYear: number;
  readonly toYear: number;
  /** Events without any date, to be listed beside the line. */
  readonly undated: readonly TimelineEvent[];
}

const dayMs = 86_400_000;
const gap = 10;

/** Days since 1970 of an ISO day, or null. */
export function dayOf(iso: string | null | undefined): number | null {
  if (iso === null || iso === undefined) return null;
  const time = Date.parse(`${iso.slice(0, 10)}T00:00:00Z`);
  return Number.isNaN(time) ? null : time / dayMs;
}

interface Placed {
  readonly event: TimelineEvent;
  readonly earliest: number;
  readonly begun: number;
  readonly on: number;
  readonly latest: number;
  readonly openStart: boolean;
  readonly openEnd: boolean;
  readonly point: boolean;
}

function place(event: TimelineEvent, today: number): Placed | null {
  const { span } = event;
  if (span === null) return null;
  const [earliestDay, begunDay] = [dayOf(span.earliest), dayOf(span.begun)];
  const [onDay, latestDay] = [dayOf(span.on), dayOf(span.latest)];
  const start = earliestDay ?? begunDay;
  const end = latestDay ?? onDay;
  if (start === null && end === null) return null;
  if (span.moment) {
    const first = start ?? end ?? 0;
    const last = begunDay ?? end ?? first;
    const days = { earliest: first, begun: last, on: last, latest: last };
    return { event, ...days, openStart: false, openEnd: false, point: true };
  }
  const earliest = start ?? (end ?? 0) - 365;
  const begun = begunDay ?? start ?? end ?? 0;
  // Sources may contradict each other: an end before the beginning is drawn as no length, never backwards.
  const latest = Math.max(end ?? Math.max(today, begun), earliest);
  const sureFrom = Math.min(Math.max(begun, earliest), latest);
  const on = Math.min(Math.max(onDay ?? sureFrom, sureFrom), latest);
  const days = { earliest, begun: sureFrom, on, latest };
  return { event, ...days, openStart: start === null, openEnd: end === null, point: false };
}

/**
 * Lays events out on a line of `width` pixels, in as few rows as their labels allow.
 * `now` in milliseconds since 1970; `letter` is the mean width of a letter in pixels.
 */
export function layOut(
  events: readonly TimelineEvent[],
  width: number,
  now: number,
  { stretches = [], letter = 7.4 }: { stretches?: readonly StoryStretch[]; letter?: number } = {},
): Timeline | null {
  const today = Math.floor(now / dayMs);
  const all = events.map((event) => place(event, today));
  const undated = events.filter((event, i) => all[i] === null && event.during === null);
  const placed = all.flatMap((one) => one ?? []);
  if (placed.length === 0) return null;
  const scale = scaleOf(placed, width);
  const { own, during } = marksOf(placed);
  const boxes = own
    .toSorted((a, b) => a.earliest - b.earliest)
    .map((one) => boxOf(one, scale, during.get(one.event.id) ?? [], letter));
  const { bars, blocks, rows } = pack(boxes, stretches);
  return {
    width,
    rows,
    bars: bars.toSorted((a, b) => a.row - b.row || a.earliest - b.earliest),
    blocks,
    ticks: ticksOf(scale),
    today: today >= scale.startDay && today <= scale.endDay ? scale.x(today) : null,
    fromYear: scale.fromYear,
    toYear: scale.toYear - 1,
    undated,
  };
}

interface Scale {
  readonly width: number;
  readonly startDay: number;
  readonly endDay: number;
  readonly fromYear: number;
  readonly toYear: number;
  readonly x: (day: number) => number;
}

function scaleOf(placed: readonly Placed[], width: number): Scale {
  const first = placed.reduce((min, p) => Math.min(min, p.earliest), Infinity);
  const last = placed.reduce((max, p) => Math.max(max, p.latest), -Infinity);
  const fromYear = new Date((first - 20) * dayMs).getUTCFullYear();
  const toYear = new Date(last * dayMs).getUTCFullYear() + 1;
  const startDay = Date.UTC(fromYear, 0, 1) / dayMs;
  const endDay = Date.UTC(toYear, 0, 1) / dayMs;
  const x = (day: number): number =>
    Math.round(((day - startDay) / (endDay - startDay)) * width * 10) / 10;
  return { width, startDay, endDay, fromYear, toYear, x };
}

/** Acts whose episode stands on the line are marks on its bar; everything else has a bar of its own. */
function marksOf(placed: readonly Placed[]): { own: Placed[]; during: Map<string, Placed[]> } {
  const drawn = new Set(placed.filter(({ event }) => event.during === null).map((p) => p.event.id));
  const isMark = ({ event }: Placed): boolean => event.during !== null && drawn.has(event.during);
  const during = Map.groupBy(placed.filter(isMark), ({ event }) => event.during ?? "");
  return { own: placed.filter((p) => !isMark(p)), during };
}

type Box = Omit<TimelineBar, "row"> & { readonly left: number; readonly right: number };

function boxOf(p: Placed, { x, width }: Scale, acts: readonly Placed[], letter: number): Box {
  const label = short(
    [p.event.label, p.event.detail].filter((part) => part !== undefined).join(" · "),
  );
  const labelWidth = label.length * letter + 22;
  const left = x(p.earliest);
  const labelAt = Math.max(0, Math.min(p.point ? left - 5 : left, width - labelWidth));
  return {
    event: p.event,
    earliest: left,
    begun: x(p.begun),
    on: x(p.on),
    latest: x(p.latest),
    openStart: p.openStart,
    openEnd: p.openEnd,
    point: p.point,
    label,
    labelAt,
    labelEnd: labelAt + labelWidth,
    marks: acts.map(({ event, earliest, latest }) => ({
      id: event.id,
      from: x(earliest),
      to: x(latest),
    })),
    left: Math.min(left, labelAt),
    right: Math.max(x(p.latest), labelAt + labelWidth) + gap,
  };
}

const longest = 46;
const short = (text: string): string =>
  text.length > longest ? `${text.slice(0, longest - 1).toWellFormed()}…` : text;

/** Each block goes into the first rows that are free for the whole of it. */
function pack(
  boxes: readonly Box[],
  stretches: readonly StoryStretch[],
): { bars: TimelineBar[]; blocks: TimelineBlock[]; rows: number } {
  const groupOf = new Map(
    stretches
      .filter(({ episodes }) => episodes.length > 1)
      .flatMap((stretch) => stretch.episodes.map((id) => [id, stretch] as const)),
  );
  const groups = [...Map.groupBy(boxes, ({ event }) => groupOf.get(event.id)?.id ?? event.id)];
  const bars: TimelineBar[] = [];
  const blocks: TimelineBlock[] = [];
  const free: number[] = [];
  for (const [id, group] of groups) {
    const left = group.reduce((min, box) => Math.min(min, box.left), Infinity);
    const right = group.reduce((max, box) => Math.max(max, box.right), -Infinity);
    const row = firstFree(free, left, group.length);
    for (const [i, { left: _left, right: _right, ...bar }] of group.entries()) {
      free[row + i] = right;
      bars.push({ ...bar, row: row + i });
    }
    const stretch = groupOf.get(group[0]?.event.id ?? "");
    if (group.length > 1)
      blocks.push({
        id,
        from: left,
        to: right - gap,
        row,
        rows: group.length,
        conflict: (stretch?.differs.length ?? 0) > 0,
      });
  }
  return { bars, blocks, rows: free.length };
}

function firstFree(free: readonly number[], left: number, rows: number): number {
  for (let row = 0, run = 0; row < free.length; row++) {
    run = (free[row] ?? 0) <= left ? run + 1 : 0;
    if (run === rows) return row - rows + 1;
  }
  // The last rows may be free already; a block that does not fit begins there and goes on below.
  let row = free.length;
  while (row > 0 && (free[row - 1] ?? 0) <= left) row--;
  return row;
}

function ticksOf({ fromYear, toYear, width, x }: Scale): Timeline["ticks"] {
  const years = toYear - fromYear;
  const perYear = width / years;
  const months = perYear >= 900 ? 1 : perYear >= 320 ? 3 : 12;
  const step = Math.max(1, Math.ceil(64 / perYear));
  return Array.from({ length: years + 1 }, (_, i) => fromYear + i)
    .filter((year) => (year - fromYear) % step === 0)
    .flatMap((year) =>
      Array.from({ length: 12 / months }, (_, i) => Date.UTC(year, i * months, 1) / dayMs),
    )
    .map((day) => ({ day, x: x(day), month: new Date(day * dayMs).getUTCMonth() > 0 }))
    .filter((tick) => tick.x <= width);
}
