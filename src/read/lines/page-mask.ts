// The mask over a page's text: the cleaner's article, minus the furniture it lets through.
// Invariant: one mask span for each line, in order; a line outside the cleaner's article is never body.
import type { Page, TextRun } from "../page/page-of.ts";
import type { MaskKind, MaskSpan, Span } from "../reading.ts";
import { endsSentence } from "./classify-lines.ts";
import { isByline, isCaption, isDateLine, isHard, isInline, isSoft } from "./line-patterns.ts";
import { knownOutlet } from "./outlets.ts";
import type { Line } from "./split-lines.ts";

interface Placed {
  readonly line: Line;
  readonly path: string;
  /** Share of the line's characters that the cleaner kept. */
  readonly kept: number;
  /** Share of the line's characters inside links. */
  readonly linked: number;
}

function covered(
  line: Line,
  spans: readonly Span[],
  from: number,
  counts: (span: Span) => boolean,
): number {
  let sum = 0;
  for (let i = from; i < spans.length; i++) {
    const span = spans[i];
    if (!span || span.start >= line.end) break;
    if (counts(span))
      sum += Math.max(0, Math.min(span.end, line.end) - Math.max(span.start, line.start));
  }
  return sum / Math.max(1, line.end - line.start);
}

function place(lines: readonly Line[], body: readonly Span[], runs: readonly TextRun[]): Placed[] {
  let from = 0;
  let run = 0;
  return lines.map((line) => {
    while (from < body.length && (body[from]?.end ?? 0) <= line.start) from++;
    while (run < runs.length && (runs[run]?.end ?? 0) <= line.start) run++;
    return {
      line,
      path: runs[run]?.path ?? "",
      kept: covered(line, body, from, () => true),
      linked: covered(line, runs, run, (span) => (span as TextRun).linked),
    };
  });
}

function words(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

function isTitle({ line, path }: Placed, title: string): boolean {
  const own = words(line.text.slice(0, 400));
  if (own.length <= 8) return false;
  return (
    title === own ||
    (title.startsWith(own) && own.length > title.length * 0.6 && /\bh[12]\b/.test(path))
  );
}

const COMMENTS =
  /^(?:\d+\s+)?(?:comments?|responses?|leave a (?:reply|comment)|post a comment|join the (?:conversation|discussion)|отзывы|комментарии|добавить (?:отзыв|комментарий)|пікірлер|yorumlar|评论|about the author|you may also like|related (?:articles?|posts?|stories|coverage)|more (?:from|on|stories)|recommended(?: for you)?|most (?:read|popular))\b.{0,40}$/i;
const LIST_ITEM = /\b(?:li|h[1-6]|td|th|blockquote)\b/;

function kindOf(placed: Placed): MaskKind {
  const { line, path, kept, linked } = placed;
  if (kept < 0.5)
    return isDateLine(line.text) ? "date" : isByline(line.text) ? "byline" : "boilerplate";
  if (/\bfigcaption\b/.test(path) || isCaption(line.text)) return "caption";
  if (isHard(line.text) || isInline(line.text) || /\b(?:nav|button|label)\b/.test(path))
    return "boilerplate";
  if (isDateLine(line.text)) return "date";
  if (isByline(line.text)) return "byline";
  if (line.words <= 4 && knownOutlet(line.text)) return "publisher";
  // A line that is nothing but a link, and no sentence, leads somewhere else.
  if (linked > 0.9 && !endsSentence(line.text) && line.words < 25) return "boilerplate";
  if (line.words <= 3 && isSoft(line.text)) return "boilerplate";
  return "body";
}

function isProse({ line, linked }: Placed): boolean {
  return (endsSentence(line.text) && line.words >= 6 && linked < 0.6) || line.words >= 25;
}

/** Lines at the edges of the article that are no sentences (a share count, a section name) are not its text. */
function trimEdges(mask: MaskKind[], placed: readonly Placed[]): void {
  const first = placed.findIndex((one, i) => mask[i] === "body" && isProse(one));
  const last = placed.findLastIndex((one, i) => mask[i] === "body" && isProse(one));
  if (first < 0) return;
  const weigh = (from: number, to: number): number =>
    placed.reduce(
      (sum, { line }, i) => sum + (mask[i] === "body" && i >= from && i < to ? line.words : 0),
      0,
    );
  const whole = weigh(0, placed.length);
  // A page of tables or verses has few sentences: what is trimmed must be little against what stays.
  const small = {
    before: weigh(0, first) <= whole * 0.15,
    after: weigh(last + 1, placed.length) <= whole * 0.15,
  };
  placed.forEach((one, i) => {
    if (
      mask[i] !== "body" ||
      (i >= first && i <= last) ||
      !(i < first ? small.before : small.after)
    )
      return;
    if (i < first || !LIST_ITEM.test(one.path) || one.linked > 0.5) mask[i] = "boilerplate";
  });
}

/** Everything after the heading of the comments is other people's. */
function cutComments(mask: MaskKind[], placed: readonly Placed[]): void {
  const half =
    placed.reduce((sum, { line }, i) => sum + (mask[i] === "body" ? line.words : 0), 0) / 2;
  let seen = 0;
  let cut = false;
  placed.forEach(({ line }, i) => {
    if (mask[i] === "body") seen += line.words;
    if (!cut && seen > half && line.words <= 8 && COMMENTS.test(line.text)) cut = true;
    if (cut && mask[i] === "body") mask[i] = "boilerplate";
  });
}

export function pageMask(
  lines: readonly Line[],
  body: readonly Span[],
  page: Page,
  headline: string | undefined,
): MaskSpan[] {
  const title = words(headline ?? "");
  const placed = place(lines, body, page.runs);
  const mask = placed.map(kindOf);
  const titled = title === "" ? -1 : placed.findIndex((one) => isTitle(one, title));
  if (titled >= 0) mask[titled] = "headline";
  cutComments(mask, placed);
  trimEdges(mask, placed);
  return placed.map(({ line }, i) => ({
    start: line.start,
    end: line.end,
    kind: mask[i] ?? "boilerplate",
  }));
}
