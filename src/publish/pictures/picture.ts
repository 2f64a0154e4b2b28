// What every picture has around its marks: title, caption, the day it is as of, and what it must not be read as.
// Invariant: these words are inside the drawing, so that a picture passed on alone still says them; a table says the same as the marks.
import { type Drawing, el } from "./drawing.ts";
import { type Palette, palettes, type Scheme } from "./palette.ts";
import { fontFamily, linesOf, textAt } from "./words.ts";

/** The words a picture never goes without. */
export interface PictureWords {
  readonly title: string;
  readonly caption: string;
  /** Day, ISO. */
  readonly asOf: string;
  /** What it must not be read as. */
  readonly caveat: string;
}

/** The same as the drawing in words: every datum, held back or not. */
export interface PictureTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export interface Picture {
  readonly title: string;
  readonly width: number;
  readonly height: number;
  readonly drawing: Drawing;
  readonly table: PictureTable;
}

export interface Marks {
  readonly height: number;
  readonly drawn: readonly Drawing[];
  readonly table: PictureTable;
  /** One sentence for those who do not see it. */
  readonly summary: string;
  /** Whose data lies under it, where its licence asks to be named. */
  readonly credit?: string;
}

export const pictureWidth = 800;
export const margin = 24;
/** The words for a figure that is not told. */
export const heldBack = "held back";

/** Draws a frame around marks that were laid out from (0, 0) downwards, `pictureWidth` wide. */
export function framed(
  words: PictureWords,
  scheme: Scheme,
  make: (colours: Palette) => Marks,
): Picture {
  const colours = palettes[scheme];
  const marks = make(colours);
  const drawn: Drawing[] = [];
  let y = margin;
  const say = (text: string, size: number, fill: string, bold = false): void => {
    for (const line of linesOf(text, size, pictureWidth - 2 * margin)) {
      y += size * 1.35;
      drawn.push(textAt(line, { x: margin, y: y - size * 0.35, size, fill, bold }));
    }
  };
  say(words.title, 20, colours.ink, true);
  y += 4;
  say(words.caption, 14, colours.quiet);
  y += 14;
  drawn.push(el("g", { transform: `translate(0 ${Math.round(y)})` }, ...marks.drawn));
  y = Math.round(y) + marks.height + 10;
  drawn.push(line(y, colours.rule));
  y += 6;
  say(`As of ${words.asOf}. ${words.caveat}`, 13, colours.ink);
  if (marks.credit !== undefined) say(marks.credit, 11, colours.quiet);
  const height = Math.ceil(y + margin / 2);
  const { title } = words;
  const description = `${marks.summary} As of ${words.asOf}. ${words.caveat}`;
  return {
    title,
    width: pictureWidth,
    height,
    table: marks.table,
    drawing: el(
      "svg",
      {
        xmlns: "http://www.w3.org/2000/svg",
        viewBox: `0 0 ${pictureWidth} ${height}`,
        width: pictureWidth,
        height,
        role: "img",
        "aria-label": `${title}. ${description}`,
        "font-family": fontFamily,
      },
      el("title", {}, title),
      el("desc", {}, description),
      el("rect", { width: pictureWidth, height, fill: colours.paper }),
      ...drawn,
    ),
  };
}

function line(y: number, stroke: string): Drawing {
  return el("line", { x1: margin, x2: pictureWidth - margin, y1: y, y2: y, stroke });
}
