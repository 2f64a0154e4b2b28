// People, or what happened to one, along the years: sure time is solid, doubt is hollow, an open end is an arrow.
// Invariant: every row is there; one without a date stands at its place in the list and says so.
import { type Drawing, el } from "./drawing.ts";
import type { Palette, Scheme } from "./palette.ts";
import {
  framed,
  margin,
  type Marks,
  type Picture,
  type PictureWords,
  pictureWidth,
} from "./picture.ts";
import { overTime, type Scale } from "./scales.ts";
import { shortened, textAt } from "./words.ts";

/** Earliest and latest day it may mean, ISO; null is open or not known. */
export interface DrawnDate {
  readonly text: string;
  readonly min: string | null;
  readonly max: string | null;
}

export interface TimelineRow {
  readonly label: string;
  /** What it is: "Re-education camp". */
  readonly note: string;
  readonly from: DrawnDate | null;
  readonly to: DrawnDate | null;
}

export interface TimelinePicture {
  readonly kind: "timeline";
  readonly words: PictureWords;
  readonly rows: readonly TimelineRow[];
}

const left = margin + 250;
const right = pictureWidth - margin - 26;
const rowHeight = 34;

export function drawTimeline({ words, rows }: TimelinePicture, scheme: Scheme): Picture {
  return framed(words, scheme, (colours) => {
    const days = rows.flatMap(({ from, to }) =>
      [from?.min, from?.max, to?.min, to?.max].filter((day) => typeof day === "string"),
    );
    const scale = overTime(days);
    const foot = rows.length * rowHeight + 4;
    return {
      height: foot + 26,
      drawn: [
        ...axis(scale, foot, colours),
        ...rows.flatMap((row, i) => rowMarks(row, i * rowHeight, scale, colours)),
      ],
      table: {
        head: ["Who", "What", "From", "Until"],
        rows: rows.map(({ label, note, from, to }) => [
          label,
          note,
          from?.text ?? "not known",
          to?.text ?? "not known",
        ]),
      },
      summary: `${rows.length} rows; hollow is where dates leave a doubt, an arrow where no end is known.`,
    } satisfies Marks;
  });
}

function rowMarks(row: TimelineRow, top: number, scale: Scale, c: Palette): Drawing[] {
  const y = top + rowHeight / 2;
  return [
    textAt(shortened(row.label, 13, left - margin - 14), {
      x: margin,
      y: y - 1,
      size: 13,
      fill: c.ink,
    }),
    textAt(shortened(`${row.note} · ${spanText(row)}`, 11.5, left - margin - 14), {
      x: margin,
      y: y + 13,
      size: 11.5,
      fill: c.quiet,
    }),
    ...(timeMarks(row, y, scale, c) ?? [
      textAt("no date", { x: left + 6, y: y + 4, size: 12, fill: c.quiet }),
    ]),
  ];
}

function spanText({ from, to }: TimelineRow): string {
  if (from === null && to === null) return "not dated";
  return to === null ? `from ${from?.text ?? ""}` : `${from?.text ?? "?"} – ${to.text}`;
}

function timeMarks(
  { from, to }: TimelineRow,
  y: number,
  scale: Scale,
  c: Palette,
): Drawing[] | null {
  const x = (day: string): number => left + scale.at(Date.parse(day)) * (right - left);
  const starts = [from?.min ?? from?.max, from?.max ?? from?.min].flatMap((day) =>
    day ? [x(day)] : [],
  );
  const ends = [to?.min ?? to?.max, to?.max ?? to?.min].flatMap((day) => (day ? [x(day)] : []));
  const [earliest, latest] = [starts[0] ?? ends[0], ends.at(-1) ?? starts.at(-1)];
  if (earliest === undefined || latest === undefined) return null;
  const sureFrom = starts.at(-1) ?? latest;
  const sureTo = ends[0] ?? sureFrom;
  const marks = [
    el("rect", {
      x: earliest,
      y: y - 7,
      width: Math.max(4, latest - earliest),
      height: 14,
      fill: c.paper,
      stroke: c.mark,
      "stroke-width": 1.5,
      "stroke-dasharray": "4 3",
    }),
  ];
  if (sureTo > sureFrom)
    marks.push(
      el("rect", { x: sureFrom, y: y - 7, width: sureTo - sureFrom, height: 14, fill: c.mark }),
    );
  if (ends.length === 0)
    marks.push(
      el("path", {
        d: `M${latest + 2} ${y}h16m-5 -5l5 5l-5 5`,
        fill: "none",
        stroke: c.mark,
        "stroke-width": 1.5,
      }),
    );
  return marks;
}

function axis(scale: Scale, foot: number, c: Palette): Drawing[] {
  return scale.ticks.flatMap((tick) => {
    const x = left + scale.at(tick) * (right - left);
    return [
      el("line", { x1: x, x2: x, y1: 0, y2: foot, stroke: c.rule }),
      textAt(String(new Date(tick).getUTCFullYear()), {
        x,
        y: foot + 15,
        size: 11,
        fill: c.quiet,
        side: "middle",
      }),
    ];
  });
}
