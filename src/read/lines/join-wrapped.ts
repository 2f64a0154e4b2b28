// Text whose lines were cut at a fixed width (PDF, old mail): its lines joined into paragraphs.
// Invariant: only neighbours are joined; offsets still point into the text as received.
import { isByline, isDateLine, isHard } from "./line-patterns.ts";
import { countWords, type Line } from "./split-lines.ts";

/** Most lines a paragraph is joined from; a longer one is cut there. */
const MAX_JOINED = 60;
const TERMINAL = /[.!?…。！？؟:][\])"”’»]*$/u;

/** Whether most lines end at about the same width and in the middle of a sentence. */
function isWrapped(lines: readonly Line[]): boolean {
  const long = lines.filter(({ text }) => text.length >= 40);
  if (long.length < 6) return false;
  const open = long.filter(({ text }) => !TERMINAL.test(text)).length;
  const widths = long.map(({ text }) => text.length).sort((a, b) => a - b);
  const middle = widths[widths.length >> 1] ?? 0;
  const near = widths.filter((width) => Math.abs(width - middle) <= middle * 0.25).length;
  return open >= long.length * 0.4 && middle <= 130 && near >= long.length * 0.6;
}

function joins(last: Line, next: Line, width: number): boolean {
  if (next.gap > 0 || isHard(next.text) || isDateLine(next.text) || isByline(last.text))
    return false;
  if (/^\p{Ll}/u.test(next.text)) return true;
  // A full line that ends a sentence goes on; a short one ends the paragraph.
  return last.text.length >= width * 0.8 && !/^(?:[•*–—-]\s|\d{1,2}[.)]\s)/.test(next.text);
}

/** The same lines with those of one paragraph made one; unchanged when the text is not wrapped. */
export function joinWrapped(text: string, lines: readonly Line[]): Line[] {
  if (!isWrapped(lines)) return [...lines];
  const width = Math.max(
    ...lines
      .slice(0, 400)
      .map((line) => line.text.length)
      .filter((length) => length <= 140),
    1,
  );
  const joined: Line[] = [];
  let first: Line | undefined;
  let last: Line | undefined;
  let count = 0;
  const flush = (): void => {
    if (!first || !last) return;
    const words = text.slice(first.start, last.end);
    joined.push({
      start: first.start,
      end: last.end,
      text: words,
      gap: first.gap,
      words: countWords(words.slice(0, 4000)),
    });
  };
  for (const line of lines) {
    if (first && last && count < MAX_JOINED && joins(last, line, width)) {
      last = line;
      count++;
      continue;
    }
    flush();
    first = line;
    last = line;
    count = 1;
  }
  flush();
  return joined;
}
