// Who is on which lists: every combination with its people, as a matrix of dots beside bars (UpSet; Lex et al. 2014).
// Invariant: all 2^k−1 combinations are drawn, those of nobody too.
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
import { fromNought, numberText } from "./scales.ts";
import { shortened, textAt } from "./words.ts";

export interface OverlapPicture {
  readonly kind: "overlap";
  readonly words: PictureWords;
  readonly lists: readonly string[];
  readonly patterns: readonly { readonly lists: readonly string[]; readonly people: number }[];
}

const rowHeight = 26;
const column = 30;
const right = pictureWidth - margin - 64;

export function drawOverlap({ words, lists, patterns }: OverlapPicture, scheme: Scheme): Picture {
  return framed(words, scheme, (colours) => {
    const top = lists.length * 20 + 18;
    const left = margin + lists.length * column + 16;
    const scale = fromNought(patterns.map(({ people }) => people));
    const rows = patterns.flatMap((pattern, i) => {
      const y = top + i * rowHeight + rowHeight / 2;
      const end = left + scale.at(pattern.people) * (right - left);
      return [
        ...dots(lists, pattern.lists, y, colours),
        el("rect", {
          x: left,
          y: y - 7,
          width: Math.max(1, end - left),
          height: 14,
          fill: colours.mark,
        }),
        textAt(numberText(pattern.people), {
          x: end + 8,
          y: y + 4.5,
          size: 13,
          fill: colours.ink,
          bold: true,
        }),
      ];
    });
    return {
      height: top + patterns.length * rowHeight + 8,
      drawn: [...heads(lists, top, colours), ...rows],
      table: {
        head: ["On exactly these lists", "People"],
        rows: patterns.map((pattern) => [pattern.lists.join(" + "), numberText(pattern.people)]),
      },
      summary: `${lists.length} lists and all ${patterns.length} combinations of them.`,
    } satisfies Marks;
  });
}

const middleOf = (i: number): number => margin + i * column + column / 2;

/** Names of the lists, each led down to its column. */
function heads(lists: readonly string[], top: number, { ink, rule }: Palette): Drawing[] {
  return lists.flatMap((list, i) => {
    const y = 12 + i * 20;
    const x = middleOf(i);
    return [
      el("path", {
        d: `M${x} ${top}V${y - 4}H${margin + lists.length * column + 8}`,
        fill: "none",
        stroke: rule,
      }),
      textAt(shortened(list, 13, 480), {
        x: margin + lists.length * column + 14,
        y,
        size: 13,
        fill: ink,
      }),
    ];
  });
}

function dots(
  lists: readonly string[],
  on: readonly string[],
  y: number,
  { mark, rule, paper }: Palette,
): Drawing[] {
  const filled = lists.flatMap((list, i) => (on.includes(list) ? [middleOf(i)] : []));
  const [first, last] = [filled[0] ?? 0, filled.at(-1) ?? 0];
  return [
    el("line", { x1: first, x2: last, y1: y, y2: y, stroke: mark, "stroke-width": 2 }),
    ...lists.map((list, i) =>
      el("circle", {
        cx: middleOf(i),
        cy: y,
        r: on.includes(list) ? 6.5 : 4,
        fill: on.includes(list) ? mark : paper,
        stroke: on.includes(list) ? mark : rule,
      }),
    ),
  ];
}
