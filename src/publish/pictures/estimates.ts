// What has been said of a number, in the order of its dates: each with its range, unit, words and speaker.
// Invariant: no line joins two estimates, nothing is averaged, and only estimates of one unit share an axis.
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
import { linesOf, shortened, textAt, widthOf } from "./words.ts";

export interface DrawnEstimate {
  readonly quantity: string;
  readonly unit: string;
  /** The number as its speaker put it. */
  readonly words: string;
  readonly low: number | null;
  readonly high: number | null;
  /** As a code or in the words of a release: `exact`, `about`, `at-least`, `more-than`, `at-most`, `less-than`, `range`, `vague`. */
  readonly hedge: string;
  readonly speaker: string;
  readonly asOf: { readonly text: string; readonly min: string | null } | null;
  /** How many statements stand against it. */
  readonly denials: number;
}

export interface EstimatesPicture {
  readonly kind: "estimates";
  readonly words: PictureWords;
  readonly estimates: readonly DrawnEstimate[];
}

const lineHeight = 17;
const left = margin + 300;
const right = pictureWidth - margin - 90;
const wide = left - margin - 16;

/** The words beside a mark, whole: who, when, how it was put, and what stands against it. */
function besides(one: DrawnEstimate): { readonly text: string; readonly loud: boolean }[] {
  const parts = [
    { text: `${one.asOf?.text ?? "not dated"} · ${one.speaker}`, loud: true },
    { text: `“${shortened(one.words, 12, wide * 3)}”`, loud: false },
    ...(one.denials === 0 ? [] : [{ text: `✕ denied or contested: ${one.denials}`, loud: false }]),
  ];
  return parts.flatMap(({ text, loud }) =>
    linesOf(text, loud ? 13 : 12, wide).map((line) => ({ text: line, loud })),
  );
}

function heightOf(one: DrawnEstimate): number {
  return besides(one).length * lineHeight + 12;
}

export function drawEstimates({ words, estimates }: EstimatesPicture, scheme: Scheme): Picture {
  return framed(words, scheme, (colours) => {
    const groups = [
      ...Map.groupBy(estimates.toSorted(byDate), ({ quantity, unit }) => `${quantity}\n${unit}`),
    ].map(([, group]) => group);
    const drawn: Drawing[] = [];
    let y = 0;
    for (const group of groups) {
      const made = groupMarks(group, y, colours);
      drawn.push(...made.drawn);
      y += made.height;
    }
    return {
      height: y,
      drawn,
      table: {
        head: ["As of", "Number", "What is counted", "Said by", "In which words", "Against it"],
        rows: groups
          .flat()
          .map((one) => [
            one.asOf?.text ?? "not dated",
            amountText(one),
            countedText(one),
            one.speaker,
            one.words,
            one.denials === 0 ? "" : String(one.denials),
          ]),
      },
      summary: `${estimates.length} estimates by ${new Set(estimates.map(({ speaker }) => speaker)).size} speakers, each for itself.`,
    } satisfies Marks;
  });
}

function countedText({ quantity, unit }: DrawnEstimate): string {
  return unit === "" ? quantity : `${quantity} (${unit})`;
}

function byDate(a: DrawnEstimate, b: DrawnEstimate): number {
  const [first, second] = [a.asOf?.min ?? "~", b.asOf?.min ?? "~"];
  return first < second ? -1 : first > second ? 1 : 0;
}

function groupMarks(
  group: readonly DrawnEstimate[],
  top: number,
  colours: Palette,
): { readonly drawn: readonly Drawing[]; readonly height: number } {
  const [first] = group;
  const heading = linesOf(
    first === undefined ? "" : countedText(first),
    14,
    pictureWidth - 2 * margin,
  );
  const scale = fromNought(group.flatMap(({ low, high }) => [low ?? high ?? 0, high ?? low ?? 0]));
  const start = top + 6 + heading.length * 19;
  let foot = start;
  const tops = group.map((one) => {
    const at = foot;
    foot += heightOf(one);
    return at;
  });
  const grid = scale.ticks.flatMap((tick) => {
    const x = left + scale.at(tick) * (right - left);
    return [
      el("line", { x1: x, x2: x, y1: start, y2: foot, stroke: colours.rule }),
      textAt(numberText(tick), { x, y: foot + 14, size: 11, fill: colours.quiet, side: "middle" }),
    ];
  });
  const headings = heading.map((line, i) =>
    textAt(line, { x: margin, y: top + 14 + i * 19, size: 14, fill: colours.ink, bold: true }),
  );
  const rows = group.flatMap((one, i) => estimateMarks(one, tops[i] ?? start, scale, colours));
  return { drawn: [...headings, ...grid, ...rows], height: foot + 34 - top };
}

function estimateMarks(
  one: DrawnEstimate,
  top: number,
  scale: Scale,
  colours: Palette,
): readonly Drawing[] {
  const words = besides(one).map(({ text, loud }, i) =>
    textAt(text, {
      x: margin,
      y: top + 16 + i * lineHeight,
      size: loud ? 13 : 12,
      fill: loud ? colours.ink : colours.quiet,
    }),
  );
  if (one.low === null && one.high === null)
    return [...words, textAt("no number", { x: left, y: top + 22, size: 13, fill: colours.quiet })];
  const [from, to] = [one.low ?? one.high ?? 0, one.high ?? one.low ?? 0].map(
    (value) => left + scale.at(value) * (right - left),
  ) as [number, number];
  const y = top + 17;
  const hollow = soft.has(one.hedge);
  const paint = {
    fill: hollow ? colours.paper : colours.mark,
    stroke: colours.mark,
    "stroke-width": 2,
  };
  const ends = [...new Set([from, to])].map((cx) => el("circle", { cx, cy: y, r: 5, ...paint }));
  const open = openTo(one, from, to);
  return [
    ...words,
    el("line", { x1: from, x2: to, y1: y, y2: y, stroke: colours.mark, "stroke-width": 3 }),
    ...(open === null ? [] : [arrow(open, y, colours)]),
    ...ends,
    textAt(amountText(one), {
      ...amountPlace(amountText(one), Math.max(to, open?.x ?? 0) + 12, y),
      size: amountSize,
      fill: colours.ink,
      bold: true,
    }),
  ];
}

const amountSize = 12.5;

/** Beside the mark; under it, at the edge, where it would not fit there. */
function amountPlace(text: string, x: number, y: number) {
  const edge = pictureWidth - margin;
  return x + widthOf(text, amountSize) <= edge
    ? { x, y: y + 4.5 }
    : { x: edge, y: y + 20, side: "right" as const };
}

/** As claims and as releases name them. */
const soft = new Set(["about", "vague", "in the order of"]);

interface Open {
  readonly from: number;
  readonly x: number;
}

/** Where the words leave an end open, an arrow leads on from it. */
function openTo({ low, high }: DrawnEstimate, from: number, to: number): Open | null {
  if (high === null) return { from: to, x: to + 26 };
  if (low === null) return { from, x: from - 26 };
  return null;
}

function arrow({ from, x }: Open, y: number, { mark }: Palette): Drawing {
  const back = x > from ? -6 : 6;
  return el("path", {
    d: `M${from} ${y}H${x}m${back} -5L${x} ${y}l${back} 5`,
    fill: "none",
    stroke: mark,
    "stroke-width": 2,
  });
}

const hedges: Readonly<Record<string, string>> = {
  about: "about ",
  vague: "in the order of ",
  "at-least": "at least ",
  "more-than": "more than ",
  "at-most": "at most ",
  "less-than": "less than ",
};

/** How the number is hedged, also where its words alone left an end open: "dozens or more" is no exact number. */
function hedgeOf({ low, high, hedge }: DrawnEstimate): string {
  const words = hedges[hedge] ?? hedges[hedge.replaceAll(" ", "-")] ?? "";
  if (words !== "" || (low !== null && high !== null)) return words;
  return high === null ? "at least " : "at most ";
}

function amountText(one: DrawnEstimate): string {
  const { low, high } = one;
  if (low === null && high === null) return "no number";
  const [least, most] = [low ?? high ?? 0, high ?? low ?? 0];
  return `${hedgeOf(one)}${numberText(least)}${least === most ? "" : `–${numberText(most)}`}`;
}
