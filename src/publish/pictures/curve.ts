// How many people were known after each source: a step curve, with each source in a list under it.
// Invariant: the curve stands level between two sources; nothing is drawn on beyond the last one.
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
import { fromNought, numberText, overTime, type Scale } from "./scales.ts";
import { shortened, textAt } from "./words.ts";

export interface CurveStep {
  readonly title: string;
  /** Day the source came, ISO. */
  readonly day: string;
  readonly people: number;
  readonly fresh: number;
  readonly together: number;
}

export interface CurvePicture {
  readonly kind: "curve";
  readonly words: PictureWords;
  readonly steps: readonly CurveStep[];
}

const left = margin + 54;
const right = pictureWidth - margin - 40;
const foot = 260;
/** More sources than this are in the table alone: the list says how many. */
const mostListed = 40;

export function drawCurve({ words, steps }: CurvePicture, scheme: Scheme): Picture {
  return framed(words, scheme, (colours) => {
    const x = bySource(steps);
    const up = fromNought(steps.map(({ together }) => together));
    const listed = list(steps, colours);
    return {
      height: foot + 40 + listed.height,
      drawn: [...grid(up, colours), ...curve(steps, { x, up, colours }), ...listed.drawn],
      table: {
        head: ["Source", "Came on", "People it speaks of", "New people", "Known by then"],
        rows: steps.map(({ title, day, people, fresh, together }) => [
          title,
          day,
          ...[people, fresh, together].map(numberText),
        ]),
      },
      summary: `${steps.length} sources, ${numberText(steps.at(-1)?.together ?? 0)} people known after the last.`,
    } satisfies Marks;
  });
}

/** By time where sources came over months; by their order where they came within some days. */
function bySource(steps: readonly CurveStep[]): (i: number) => number {
  const days = steps.map(({ day }) => Date.parse(day));
  const span = Math.max(...days) - Math.min(...days);
  const time = overTime(steps.map(({ day }) => day));
  const spread = span > 60 * 86_400_000;
  return (i) =>
    left +
    (right - left) *
      (spread ? time.at(days[i] ?? 0) : steps.length < 2 ? 0.5 : (i + 0.5) / steps.length);
}

interface Axes {
  readonly x: (i: number) => number;
  readonly up: Scale;
  readonly colours: Palette;
}

const heightAt = (up: Scale, people: number): number => foot - up.at(people) * (foot - 16);

function curve(steps: readonly CurveStep[], { x, up, colours }: Axes): Drawing[] {
  const path = steps
    .map(({ together }, i) =>
      i === 0 ? `M${x(0)} ${foot}V${heightAt(up, together)}` : `H${x(i)}V${heightAt(up, together)}`,
    )
    .join("");
  return [
    el("path", { d: path, fill: "none", stroke: colours.mark, "stroke-width": 2.5 }),
    ...steps.flatMap(({ together }, i) => [
      el("circle", { cx: x(i), cy: heightAt(up, together), r: 4, fill: colours.mark }),
      ...(steps.length > mostListed
        ? []
        : [
            textAt(String(i + 1), {
              x: x(i),
              y: heightAt(up, together) - 8,
              size: 11,
              fill: colours.ink,
              side: "middle",
            }),
          ]),
    ]),
  ];
}

function grid(up: Scale, { rule, quiet }: Palette): Drawing[] {
  return up.ticks.flatMap((tick) => {
    const y = heightAt(up, tick);
    return [
      el("line", { x1: left, x2: right, y1: y, y2: y, stroke: rule }),
      textAt(numberText(tick), { x: left - 8, y: y + 4, size: 11, fill: quiet, side: "right" }),
    ];
  });
}

function list(
  steps: readonly CurveStep[],
  { ink, quiet }: Palette,
): { readonly drawn: readonly Drawing[]; readonly height: number } {
  const head = `Each step is a source, in the order in which they came${steps.length > mostListed ? `; the first ${mostListed} of ${steps.length} are named` : ""}.`;
  const rows = steps.slice(0, mostListed).flatMap(({ title, day, fresh, together }, i) => {
    const y = foot + 48 + i * 19;
    return [
      textAt(String(i + 1), {
        x: margin + 20,
        y,
        size: 12.5,
        fill: ink,
        bold: true,
        side: "right",
      }),
      textAt(shortened(title, 12.5, 440), { x: margin + 30, y, size: 12.5, fill: ink }),
      textAt(`${day} · ${numberText(fresh)} new, ${numberText(together)} known`, {
        x: pictureWidth - margin,
        y,
        size: 12.5,
        fill: quiet,
        side: "right",
      }),
    ];
  });
  return {
    drawn: [textAt(head, { x: margin, y: foot + 26, size: 12.5, fill: quiet }), ...rows],
    height: Math.min(steps.length, mostListed) * 19 + 16,
  };
}
