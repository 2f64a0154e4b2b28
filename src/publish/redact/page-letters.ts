// The letters of a PDF page with where they stand: what a box covers, and where words are.
// Invariant: searching and checking read the same letters, folded in the same way.
import type { PDFPage, Rect } from "mupdf";
import type { Box } from "./boxes.ts";

interface Letter {
  readonly c: string;
  readonly rect: Rect;
}

export const rectOf = ({ x, y, width, height }: Box): Rect => [x, y, x + width, y + height];

/** Lines in reading order, each a list of letters. */
export function linesOf(page: PDFPage): Letter[][] {
  const lines: Letter[][] = [];
  let line: Letter[] = [];
  const structured = page.toStructuredText("preserve-whitespace");
  structured.walk({
    onChar(c, _origin, _font, _size, [ax, ay, bx, by, cx, cy, dx, dy]) {
      const [x0, y0] = [Math.min(ax, bx, cx, dx), Math.min(ay, by, cy, dy)];
      const [x1, y1] = [Math.max(ax, bx, cx, dx), Math.max(ay, by, cy, dy)];
      line.push({ c, rect: [x0, y0, x1, y1] });
    },
    endLine() {
      lines.push(line);
      line = [];
    },
  });
  structured.destroy();
  return lines;
}

/** One case, one form of each letter, no signs without a width. */
const foldLetter = (c: string): string =>
  c
    .normalize("NFKC")
    .replace(/\p{Cf}/gu, "")
    .toLowerCase()
    .replace(/\s/gu, " ");

/** Folded words, one space between them. */
export const fold = (text: string): string =>
  [...text.normalize("NFC")].map(foldLetter).join("").replace(/ +/g, " ").trim();

const covers = ([x0, y0, x1, y1]: Rect, { rect }: Letter): boolean => {
  const [x, y] = [(rect[0] + rect[2]) / 2, (rect[1] + rect[3]) / 2];
  return x > x0 && x < x1 && y > y0 && y < y1;
};

/** Whether the middle of any letter that can be seen lies in the box. */
export function hasLettersUnder(page: PDFPage, box: Rect): boolean {
  return linesOf(page).some((line) =>
    line.some((letter) => foldLetter(letter.c).trim() !== "" && covers(box, letter)),
  );
}

/**
 * What a box covers that would tell somebody's name or number if it stood elsewhere too: covered lines of up to four words, words with
 * capital letters that follow one another, and numbers of four digits or more. Words a box only touches are not among them.
 */
export function tellingUnder(page: PDFPage, box: Rect): string[] {
  const found = new Set<string>();
  for (const line of linesOf(page)) {
    const words = wordsOf(line)
      .filter((word) => word.every((letter) => covers(box, letter)))
      .map((word) => word.map((letter) => letter.c).join(""));
    if (words.length > 0 && words.length <= 4) found.add(words.join(" "));
    let run: string[] = [];
    for (const word of [...words, ""]) {
      if (/^\p{Lu}/u.test(word)) run.push(word);
      else {
        if (run.length > 1) found.add(run.join(" "));
        run = [];
      }
      if (/\d{4}/.test(word)) found.add(word);
    }
  }
  return [...found].map(fold).filter(isTelling);
}

function wordsOf(line: readonly Letter[]): Letter[][] {
  const words: Letter[][] = [[]];
  for (const letter of line) {
    if (/[\p{L}\p{M}\p{N}]/u.test(letter.c)) words.at(-1)?.push(letter);
    else words.push([]);
  }
  return words.filter((word) => word.length > 0);
}

/** Not a word or two letters that stand everywhere; two Chinese characters can be a name. */
const isTelling = (words: string): boolean =>
  words.replace(/[^\p{L}\p{N}]/gu, "").length >= (/\p{Script=Han}/u.test(words) ? 2 : 3);

/** Boxes around these words wherever they stand on the page, one for each line they run over. */
export function findOnPage(page: PDFPage, words: string): Rect[] {
  const wanted = fold(words);
  if (wanted === "") return [];
  let text = "";
  const at: (Letter & { readonly line: number })[] = [];
  linesOf(page).forEach((letters, line) => {
    for (const letter of [...letters, { c: " ", rect: [0, 0, 0, 0] as Rect }]) {
      for (const c of foldLetter(letter.c)) {
        if (c === " " && (text === "" || text.endsWith(" "))) continue;
        text += c;
        for (let i = 0; i < c.length; i++) at.push({ ...letter, line });
      }
    }
  });
  const found: Rect[] = [];
  for (let from = text.indexOf(wanted); from !== -1; from = text.indexOf(wanted, from + 1)) {
    const byLine = new Map<number, Rect>();
    for (const { rect, line } of at.slice(from, from + wanted.length)) {
      if (rect[2] <= rect[0]) continue;
      const [x0, y0, x1, y1] = byLine.get(line) ?? rect;
      byLine.set(line, [
        Math.min(x0, rect[0]),
        Math.min(y0, rect[1]),
        Math.max(x1, rect[2]),
        Math.max(y1, rect[3]),
      ]);
    }
    found.push(...byLine.values());
  }
  return found;
}
