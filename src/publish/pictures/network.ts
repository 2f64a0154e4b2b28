// A network where somebody else laid it out: points with names, lines with what they say.
// Invariant: what kind of tie it is stands in the table and is drawn by the dash of its line, never by colour alone.
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
import { shortened, textAt } from "./words.ts";

export interface NetworkPicture {
  readonly kind: "network";
  readonly words: PictureWords;
  /** Size of the layout, in its own pixels. */
  readonly width: number;
  readonly height: number;
  readonly nodes: readonly { readonly x: number; readonly y: number; readonly label: string }[];
  /** Ends are numbers of nodes. */
  readonly edges: readonly { readonly from: number; readonly to: number; readonly label: string }[];
}

const dashes = [undefined, "6 4", "2 4", "10 4 2 4"];

export function drawNetwork(input: NetworkPicture, scheme: Scheme): Picture {
  const { words, nodes, edges } = input;
  return framed(words, scheme, (colours) => {
    const scale = (pictureWidth - 2 * margin) / Math.max(1, input.width);
    const kinds = [...new Set(edges.map(({ label }) => label))];
    const height = input.height * scale;
    return {
      height: height + kinds.length * 20 + 10,
      drawn: [
        el(
          "g",
          { transform: `translate(${margin} 0)` },
          ...edges.map(({ from, to, label }) =>
            el("line", {
              x1: (nodes[from]?.x ?? 0) * scale,
              y1: (nodes[from]?.y ?? 0) * scale,
              x2: (nodes[to]?.x ?? 0) * scale,
              y2: (nodes[to]?.y ?? 0) * scale,
              stroke: colours.quiet,
              "stroke-width": 1.5,
              "stroke-dasharray": dashes[kinds.indexOf(label) % dashes.length],
            }),
          ),
          ...nodes.flatMap((node) => nodeMarks(node, scale, colours)),
        ),
        ...legend(kinds, height, colours),
      ],
      table: {
        head: ["Who", "Tie", "Who"],
        rows: [
          ...edges.map(({ from, to, label }) => [
            nodes[from]?.label ?? "",
            label,
            nodes[to]?.label ?? "",
          ]),
          ...nodes
            .filter((_, i) => edges.every(({ from, to }) => from !== i && to !== i))
            .map(({ label }) => [label, "", ""]),
        ],
      },
      summary: `${nodes.length} people and ${edges.length} ties.`,
    } satisfies Marks;
  });
}

function nodeMarks(
  { x, y, label }: NetworkPicture["nodes"][number],
  scale: number,
  c: Palette,
): Drawing[] {
  const [cx, cy] = [x * scale, y * scale];
  return [
    el("circle", { cx, cy, r: 6, fill: c.mark, stroke: c.paper, "stroke-width": 1.5 }),
    textAt(shortened(label, 11.5, 150), {
      x: cx,
      y: cy + 19,
      size: 11.5,
      fill: c.ink,
      side: "middle",
    }),
  ];
}

function legend(kinds: readonly string[], top: number, c: Palette): Drawing[] {
  return kinds.flatMap((kind, i) => {
    const y = top + 14 + i * 20;
    return [
      el("line", {
        x1: margin,
        x2: margin + 44,
        y1: y,
        y2: y,
        stroke: c.quiet,
        "stroke-width": 1.5,
        "stroke-dasharray": dashes[i % dashes.length],
      }),
      textAt(kind, { x: margin + 54, y: y + 4, size: 12, fill: c.ink }),
    ];
  });
}
