// Bare text to a mask: which lines are the article, which are the page around it.
// Invariant: mask spans come in order, do not overlap, and cover every non-blank line.
// Method: score each line by how much it reads like a sentence, take the run with the highest sum
// (Kadane), then mend its edges by datelines, dates and captions.
import type { MaskKind, MaskSpan } from "../reading.ts";
import {
  datelineLength,
  isCommentBy,
  isCommentHead,
  isByline,
  isCaption,
  isDateLine,
  isHard,
  isInline,
  isSoft,
} from "./line-patterns.ts";
import type { Line } from "./split-lines.ts";

const TERMINAL = /[.!?…。！？؟:;][\])"”’»'」』]*$/u;

export function endsSentence(line: string): boolean {
  return TERMINAL.test(line);
}

/** Share of the words longer than three letters that begin with a capital. */
function titleShare(line: string): number {
  const words = line.match(/[\p{L}][\p{L}\p{M}'’-]{3,}/gu) ?? [];
  return words.length === 0
    ? 0
    : words.filter((word) => /^\p{Lu}/u.test(word)).length / words.length;
}

/** Points of a line that is never part of an article. */
const HARD = -40;
/** Most that one stretch of other lines may cost. */
const GAP = 22;

function score(line: Line): number {
  if (isInline(line.text)) return -1;
  if (isHard(line.text)) return HARD;
  if (isDateLine(line.text) || isCaption(line.text)) return -1;
  if (isByline(line.text)) return -6;
  const soft = isSoft(line.text) ? -8 : 0;
  if (endsSentence(line.text)) return soft + Math.min(line.words, 40) - (line.words < 4 ? 4 : 0);
  if (line.words >= 20) return soft + Math.min(line.words, 40) / 2;
  return soft - 4 - (line.words < 4 ? 1 : 0);
}

/** Line readers' comments begin at, or the number of lines when there are none. */
function commentsFrom(lines: readonly Line[]): number {
  let words = 0;
  const byLines = lines.filter(({ text }) => isCommentBy(text)).length;
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i];
    if (!line) continue;
    // An interview has speakers on lines of their own too, but no comment count before them.
    if (
      words >= 40 &&
      ((isCommentHead(line.text) && (words >= 150 || /\d/.test(line.text))) ||
        (byLines >= 2 && isCommentBy(line.text) && /\d/.test(line.text)))
    )
      return i;
    if (endsSentence(line.text)) words += line.words;
  }
  return lines.length;
}

/** First and last line of the run that reads most like an article, or null when nothing does. */
function bodyRun(all: readonly Line[]): { first: number; last: number } | null {
  const lines = all.slice(0, commentsFrom(all));
  let best = 0;
  let bestRun: { first: number; last: number } | null = null;
  let sum = 0;
  let first = 0;
  let gap = 0;
  lines.forEach((line, i) => {
    if (sum <= 0) {
      sum = 0;
      first = i;
    }
    const value = score(line);
    // A table or a list of teasers inside an article must not tear it in two, however long it is.
    gap = value > 0 ? 0 : value <= HARD ? gap : gap + value;
    sum += value > 0 || value <= HARD || gap >= -GAP ? value : 0;
    if (sum > best) {
      best = sum;
      bestRun = { first, last: i };
    }
  });
  return bestRun;
}

function bodyStart(lines: readonly Line[], first: number, last: number): number {
  const near = Math.min(last, first + 6);
  for (let i = first; i <= near; i++) if (datelineLength(lines[i]?.text ?? "") > 0) return i;
  for (let i = near; i >= first; i--) {
    const text = lines[i]?.text ?? "";
    // A date on its own line near the top parts the standfirst from the article, unless the article is above it.
    const above = lines.slice(first, i).reduce((sum, line) => sum + line.words, 0);
    if ((isDateLine(text) || isByline(text)) && above < 45 && i < last) return i + 1;
  }
  let start = first;
  while (start < last) {
    const line = lines[start];
    if (!line || (endsSentence(line.text) && !isCaption(line.text)) || line.words >= 20) break;
    start++;
  }
  const title = lines[start];
  if (
    start === 0 &&
    title &&
    start < last &&
    title.words >= 4 &&
    title.words <= 25 &&
    titleShare(title.text) >= 0.75
  )
    return 1;
  return start;
}

function kindInside(line: Line): MaskKind {
  if (isHard(line.text) || isInline(line.text)) return "boilerplate";
  if (isCaption(line.text)) return "caption";
  if (isByline(line.text)) return "byline";
  if (isDateLine(line.text)) return "date";
  return "body";
}

function headlineScore(line: Line, distance: number): number {
  if (
    line.words < 3 ||
    line.words > 32 ||
    isCaption(line.text) ||
    isSoft(line.text) ||
    isHard(line.text)
  )
    return -1;
  if (isDateLine(line.text) || isByline(line.text)) return -1;
  const full = /[.;:,]["”’»]?$/.test(line.text) ? -6 : 0;
  const length = line.words >= 5 ? 4 : 1;
  return 6 + full + length + titleShare(line.text) * 5 - distance * 0.8;
}

function headlineIndex(lines: readonly Line[], start: number): number {
  let best = 0;
  let found = -1;
  for (let i = start - 1; i >= Math.max(0, start - 12); i--) {
    const line = lines[i];
    if (!line) continue;
    const value = headlineScore(line, start - 1 - i);
    if (value > best) {
      best = value;
      found = i;
    }
  }
  return found;
}

function kindBefore(
  line: Line,
  i: number,
  headline: number,
  start: number,
  hasDateline: boolean,
): MaskKind {
  if (i === headline) return "headline";
  if (isDateLine(line.text)) return "date";
  if (i < headline) return isByline(line.text) && headline - i <= 2 ? "byline" : "boilerplate";
  if (headline < 0) return "boilerplate";
  if (isByline(line.text)) return "byline";
  if (isHard(line.text)) return "boilerplate";
  if (isCaption(line.text)) return "caption";
  if (line.words >= 6 && start - headline <= 6) return hasDateline ? "caption" : "standfirst";
  return "boilerplate";
}

/** Three or more lines in a row that are no sentences, inside the article: teasers of other pages. */
function teasers(lines: readonly Line[], first: number, last: number): ReadonlySet<number> {
  const found = new Set<number>();
  let row: number[] = [];
  for (let i = first; i <= last + 1; i++) {
    const line = lines[i];
    const teaser =
      i <= last &&
      line &&
      !endsSentence(line.text) &&
      line.words >= 3 &&
      line.words <= 22 &&
      !isCaption(line.text);
    if (teaser) row.push(i);
    else {
      if (row.length >= 3) for (const one of row) found.add(one);
      row = [];
    }
  }
  return found;
}

/** The mask over bare text. */
export function classifyLines(lines: readonly Line[]): MaskSpan[] {
  const run = bodyRun(lines);
  if (!run)
    return lines.map((line) => ({
      ...range(line),
      kind: lines.length <= 3 && !isHard(line.text) ? kindInside(line) : ("boilerplate" as const),
    }));
  const start = bodyStart(lines, run.first, run.last);
  const headline = headlineIndex(lines, start);
  const hasDateline = datelineLength(lines[start]?.text ?? "") > 0;
  const mask: MaskSpan[] = [];
  const aside = teasers(lines, start, run.last);
  lines.forEach((line, i) => {
    if (i < start)
      mask.push({ ...range(line), kind: kindBefore(line, i, headline, start, hasDateline) });
    else if (i > run.last)
      mask.push({
        ...range(line),
        kind: isByline(line.text) && i <= run.last + 2 ? "byline" : "boilerplate",
      });
    else {
      const cut = i === start ? datelineLength(line.text) : 0;
      if (cut > 0) mask.push({ start: line.start, end: line.start + cut, kind: "dateline" });
      mask.push({
        start: line.start + cut,
        end: line.end,
        kind: aside.has(i) ? "boilerplate" : kindInside(line),
      });
    }
  });
  return mask;
}

function range(line: Line): { start: number; end: number } {
  return { start: line.start, end: line.end };
}
