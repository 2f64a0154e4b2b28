// Several models of how many people there are in all, each with its interval, on one axis.
// Invariant: never one model alone where there are several, none larger or brighter than another, and the people seen are marked.
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
import { fromNought, numberText, type Scale } from "./scales.ts";
import { linesOf, textAt } from "./words.ts";

export interface DrawnModel {
  /** Why it stands here: "all pairs", "best by BIC". */
  readonly label: string;
  readonly model: string;
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
}

export interface ModelsPicture {
  readonly kind: "models";
  readonly words: PictureWords;
  /** People on at least one list. */
  readonly observed: number;
  readonly models: readonly DrawnModel[];
  /** The assumptions with their answers, told under the picture. */
  readonly assumptions: readonly { readonly statement: string; readonly answer: string }[];
}

const left = margin + 230;
const right = pictureWidth - margin - 30;
const rowHeight = 50;

export function drawModels(
  { words, observed, models, assumptions }: ModelsPicture,
  scheme: Scheme,
): Picture {
  return framed(words, scheme, (colours) => {
    const scale = fromNought([observed, ...models.map(({ high }) => high)]);
    const foot = 20 + models.length * rowHeight;
    const under = answers(assumptions, foot + 44, colours);
    return {
      height: foot + 44 + under.height,
      drawn: [
        ...axis(scale, foot, observed, colours),
        ...models.flatMap((model, i) => modelMarks(model, 20 + i * rowHeight, scale, colours)),
        ...under.drawn,
      ],
      table: {
        head: ["Model", "Terms", "People in all", "95 % interval"],
        rows: [
          ...models.map(({ label, model, estimate, low, high }) => [
            label,
            model,
            numberText(estimate),
            `${numberText(low)} to ${numberText(high)}`,
          ]),
          ["on at least one list", "", numberText(observed), ""],
        ],
      },
      summary: `${models.length} models side by side; ${numberText(observed)} people are on at least one list.`,
    } satisfies Marks;
  });
}

function modelMarks(one: DrawnModel, top: number, scale: Scale, c: Palette): Drawing[] {
  const at = (value: number): number => left + scale.at(value) * (right - left);
  const y = top + 30;
  const [low, middle, high] = [at(one.low), at(one.estimate), at(one.high)];
  return [
    textAt(one.label, { x: margin, y: top + 22, size: 13, fill: c.ink, bold: true }),
    textAt(linesOf(one.model, 11.5, left - margin - 16)[0] ?? "", {
      x: margin,
      y: top + 39,
      size: 11.5,
      fill: c.quiet,
    }),
    el("path", {
      d: `M${low} ${y}H${high}M${low} ${y - 6}v12M${high} ${y - 6}v12`,
      fill: "none",
      stroke: c.mark,
      "stroke-width": 2,
    }),
    el("circle", { cx: middle, cy: y, r: 5, fill: c.paper, stroke: c.mark, "stroke-width": 2 }),
    textAt(`${numberText(one.estimate)} (${numberText(one.low)}–${numberText(one.high)})`, {
      x: Math.min(right - 70, Math.max(left + 70, (low + high) / 2)),
      y: y - 11,
      size: 12,
      fill: c.ink,
      side: "middle",
    }),
  ];
}

function axis(scale: Scale, foot: number, observed: number, c: Palette): Drawing[] {
  const seen = left + scale.at(observed) * (right - left);
  return [
    ...scale.ticks.flatMap((tick) => {
      const x = left + scale.at(tick) * (right - left);
      return [
        el("line", { x1: x, x2: x, y1: 16, y2: foot, stroke: c.rule }),
        textAt(numberText(tick), { x, y: foot + 15, size: 11, fill: c.quiet, side: "middle" }),
      ];
    }),
    el("line", {
      x1: seen,
      x2: seen,
      y1: 14,
      y2: foot,
      stroke: c.ink,
      "stroke-width": 1.5,
      "stroke-dasharray": "6 4",
    }),
    textAt(`on at least one list: ${numberText(observed)}`, {
      x: Math.min(right - 90, Math.max(left + 70, seen)),
      y: 10,
      size: 11.5,
      fill: c.ink,
      side: "middle",
    }),
  ];
}

function answers(
  assumptions: ModelsPicture["assumptions"],
  top: number,
  c: Palette,
): { readonly drawn: readonly Drawing[]; readonly height: number } {
  const lines = ["None of these is the number of people. Each holds only if these do:"].concat(
    assumptions.flatMap(({ statement, answer }) =>
      linesOf(`${answer}: ${statement}`, 12, pictureWidth - 2 * margin),
    ),
  );
  return {
    height: lines.length * 17,
    drawn: lines.map((text, i) =>
      textAt(text, { x: margin, y: top + i * 17, size: 12, fill: c.ink, bold: i === 0 }),
    ),
  };
}
