// Text in a picture: lines that fit, and the direction of each by its own first letter.
// Invariant: nothing is cut off without a sign of it; no library measures, so widths are taken on the safe side.
import { type Drawing, el } from "./drawing.ts";

export const fontFamily =
  "Noto Sans, Noto Naskh Arabic, Noto Sans SC, Noto Sans CJK SC, sans-serif";

const wide =
  /[\u1100-\u11ff\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60\u{20000}-\u{3ffff}]/u;
const narrow = /[ .,:;'|!ilItfrj()[\]/-]/;
const rightToLeft = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;
const strong = /[\p{L}]/u;

/** Estimated width in pixels. */
export function widthOf(text: string, size: number): number {
  let em = 0;
  for (const c of text) em += wide.test(c) ? 1.02 : narrow.test(c) ? 0.36 : 0.6;
  return em * size;
}

/** The direction of the first letter that has one. */
export function isRightToLeft(text: string): boolean {
  const first = strong.exec(text)?.[0];
  return first !== undefined && rightToLeft.test(first);
}

/** Lines no wider than `width`; words are kept whole where they fit, Chinese may break anywhere. */
export function linesOf(text: string, size: number, width: number): string[] {
  const lines: string[] = [];
  let line = "";
  for (const piece of piecesOf(text)) {
    const longer = line + piece;
    if (line !== "" && widthOf(longer.trimEnd(), size) > width) {
      lines.push(line.trim());
      line = piece.trimStart();
    } else line = longer;
    while (widthOf(line.trimEnd(), size) > width) {
      const fits = fitting(line, size, width);
      lines.push(fits);
      line = line.slice(fits.length);
    }
  }
  if (line.trim() !== "") lines.push(line.trim());
  return lines;
}

/** The text, or as much of it as fits with an ellipsis; what it stands for is whole in the table. */
export function shortened(text: string, size: number, width: number): string {
  return widthOf(text, size) <= width ? text : `${fitting(text, size, width - size).trimEnd()}…`;
}

function fitting(text: string, size: number, width: number): string {
  let fits = "";
  let used = 0;
  for (const c of text) {
    used += widthOf(c, size);
    if (used > width && fits !== "") break;
    fits += c;
  }
  return fits;
}

function piecesOf(text: string): string[] {
  const pieces: string[] = [];
  let piece = "";
  for (const c of text.replaceAll(/\s+/g, " ").trim()) {
    if (wide.test(c)) {
      pieces.push(piece, c);
      piece = "";
    } else {
      piece += c;
      if (c === " ") {
        pieces.push(piece);
        piece = "";
      }
    }
  }
  return [...pieces, piece].filter((one) => one !== "");
}

export interface TextStyle {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly fill: string;
  readonly bold?: boolean;
  /** The side the text keeps to, whatever its own direction. */
  readonly side?: "left" | "right" | "middle";
}

/** One line of text; `side` is where it stands, the letters run by their own direction. */
export function textAt(
  text: string,
  { x, y, size, fill, bold, side = "left" }: TextStyle,
): Drawing {
  const turned = isRightToLeft(text);
  const anchor = side === "middle" ? "middle" : (side === "left") === turned ? "end" : "start";
  return el(
    "text",
    {
      x,
      y,
      "font-size": size,
      fill,
      "text-anchor": anchor,
      "font-weight": bold === true ? 600 : undefined,
      direction: turned ? "rtl" : undefined,
      "unicode-bidi": turned ? "embed" : undefined,
    },
    text,
  );
}
