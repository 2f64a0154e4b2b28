// The mask over a received text: from the page's markup when there is one, else from its lines.
// Invariant: spans in order, no overlap.
import { bodyOf } from "../page/page-body.ts";
import type { Page } from "../page/page-of.ts";
import type { MaskSpan, Received, Span } from "../reading.ts";
import { classifyLines } from "./classify-lines.ts";
import { isByline, isCaption, isDateLine, isHard } from "./line-patterns.ts";
import { splitLines, type Line } from "./split-lines.ts";

/** Mask of bare text, or of a page when `page` is what the text came from. */
export function maskOf(
  received: Received,
  page: Page | null,
  headline: string | undefined,
): MaskSpan[] {
  const { text, kind } = received;
  const lines = splitLines(text);
  if (kind === "vtt" || kind === "srt")
    return lines.map(({ start, end }) => ({ start, end, kind: "body" as const }));
  if (!page) return classifyLines(lines);
  const body = bodyOf(page);
  if (body.length === 0) return classifyLines(lines);
  return pageMask(lines, body, page, headline);
}

function overlap(line: Line, spans: readonly Span[], from: number): number {
  let sum = 0;
  for (let i = from; i < spans.length; i++) {
    const span = spans[i];
    if (!span || span.start >= line.end) break;
    sum += Math.max(0, Math.min(span.end, line.end) - Math.max(span.start, line.start));
  }
  return sum;
}

function words(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

function pageMask(
  lines: readonly Line[],
  body: readonly Span[],
  page: Page,
  headline: string | undefined,
): MaskSpan[] {
  const title = words(headline ?? "");
  let from = 0;
  let run = 0;
  let titled = false;
  return lines.map((line): MaskSpan => {
    while (from < body.length && (body[from]?.end ?? 0) <= line.start) from++;
    while (run < page.runs.length && (page.runs[run]?.end ?? 0) <= line.start) run++;
    const path = page.runs[run]?.path ?? "";
    const kept = overlap(line, body, from) >= (line.end - line.start) * 0.5;
    const range = { start: line.start, end: line.end };
    const own = words(line.text.slice(0, 400));
    if (
      !titled &&
      own !== "" &&
      own.length > 8 &&
      (title === own ||
        (title.startsWith(own) && own.length > title.length * 0.6 && /\bh[12]\b/.test(path)))
    ) {
      titled = true;
      return { ...range, kind: "headline" };
    }
    if (!kept) {
      if (isDateLine(line.text)) return { ...range, kind: "date" };
      if (isByline(line.text)) return { ...range, kind: "byline" };
      return { ...range, kind: "boilerplate" };
    }
    if (/\bfigcaption\b/.test(path) || isCaption(line.text)) return { ...range, kind: "caption" };
    if (isHard(line.text)) return { ...range, kind: "boilerplate" };
    if (isDateLine(line.text)) return { ...range, kind: "date" };
    if (isByline(line.text)) return { ...range, kind: "byline" };
    return { ...range, kind: "body" };
  });
}
