// A table of a count as bars or dots, a row each, with those not known at its foot.
// Invariant: a cell held back has no length, no place on the axis and no number; it is an empty box with words.
import { type Drawing, el } from "./drawing.ts";
import type { Palette, Scheme } from "./palette.ts";
import {
  framed,
  heldBack,
  margin,
  type Marks,
  type Picture,
  type PictureWords,
  pictureWidth,
} from "./picture.ts";
import { fromNought, numberText, type Scale } from "./scales.ts";
import { shortened, textAt } from "./words.ts";

export interface BarRow {
  readonly label: string;
  /** Null: held back. */
  readonly people: number | null;
  /** The row of those of whom it is not known. */
  readonly unknown?: boolean;
}

export interface BarsPicture {
  readonly kind: "bars" | "dots";
  readonly words: PictureWords;
  /** What the rows are of: "Place". */
  readonly by: string;
  readonly rows: readonly BarRow[];
}

const rowHeight = 28;
const labels = 236;
const left = margin + labels + 12;
const right = pictureWidth - margin - 70;

export function barsPicture({ kind, words, by, rows }: BarsPicture, scheme: Scheme): Picture {
  return framed(words, scheme, (colours) => {
    const scale = fromNought(rows.flatMap(({ people }) => people ?? []));
    const height = rows.length * rowHeight + 26;
    return {
      height,
      drawn: [
        ...axis(scale, height - 20, colours),
        ...rows.flatMap((row, i) => rowMarks(row, i * rowHeight, { kind, scale, colours })),
      ],
      table: {
        head: [by, "People"],
        rows: rows.map(({ label, people }) => [label, shown(people)]),
      },
      summary: summaryOf(by, rows),
    } satisfies Marks;
  });
}

export function shown(people: number | null): string {
  return people === null ? heldBack : numberText(people);
}

function summaryOf(by: string, rows: readonly BarRow[]): string {
  const held = rows.filter(({ people }) => people === null).length;
  return `People by ${by.toLowerCase()}, ${rows.length} rows${held === 0 ? "" : `, ${held} of them held back`}.`;
}

interface RowStyle {
  readonly kind: BarsPicture["kind"];
  readonly scale: Scale;
  readonly colours: Palette;
}

function rowMarks(row: BarRow, top: number, { kind, scale, colours }: RowStyle): Drawing[] {
  const middle = top + rowHeight / 2;
  const name = textAt(shortened(row.label, 13, labels), {
    x: left - 12,
    y: middle + 4.5,
    size: 13,
    fill: row.unknown === true ? colours.quiet : colours.ink,
    side: "right",
  });
  if (row.people === null) return [name, ...heldMarks(middle, colours)];
  const end = left + scale.at(row.people) * (right - left);
  const number = textAt(numberText(row.people), {
    x: end + (kind === "dots" ? 12 : 8),
    y: middle + 4.5,
    size: 13,
    fill: colours.ink,
    bold: true,
  });
  // Those not known are drawn hollow: they are no category.
  const paint =
    row.unknown === true
      ? {
          fill: colours.paper,
          stroke: colours.mark,
          "stroke-width": 1.5,
          "stroke-dasharray": "4 3",
        }
      : { fill: colours.mark };
  const mark =
    kind === "bars"
      ? el("rect", { x: left, y: middle - 8, width: Math.max(1, end - left), height: 16, ...paint })
      : el(
          "g",
          {},
          stem(middle, end, colours),
          el("circle", { cx: end, cy: middle, r: 6, ...paint }),
        );
  return [name, mark, number];
}

function stem(y: number, end: number, { rule }: Palette): Drawing {
  return el("line", { x1: left, x2: end, y1: y, y2: y, stroke: rule, "stroke-width": 2 });
}

/** A box of always the same size, crossed with strokes, so that nothing can be read off it. */
function heldMarks(middle: number, { quiet, paper }: Palette): Drawing[] {
  const strokes = [0, 8, 16, 24].map((x) => `M${left + x} ${middle + 7}l8 -14`).join("");
  return [
    el("rect", { x: left, y: middle - 7, width: 32, height: 14, fill: paper, stroke: quiet }),
    el("path", { d: strokes, stroke: quiet, fill: "none" }),
    textAt(heldBack, { x: left + 40, y: middle + 4.5, size: 13, fill: quiet }),
  ];
}

function axis(scale: Scale, foot: number, { rule, quiet }: Palette): Drawing[] {
  return scale.ticks.flatMap((tick) => {
    const x = left + scale.at(tick) * (right - left);
    return [
      el("line", { x1: x, x2: x, y1: 0, y2: foot, stroke: rule }),
      textAt(numberText(tick), { x, y: foot + 15, size: 11, fill: quiet, side: "middle" }),
    ];
  });
}
