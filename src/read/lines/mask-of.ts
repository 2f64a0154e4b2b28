// The mask over a received text: from the page's markup when there is one, else from its lines.
// Invariant: spans in order, no overlap.
import { bodyOf } from "../page/page-body.ts";
import type { Page } from "../page/page-of.ts";
import type { MaskSpan, Received } from "../reading.ts";
import { classifyLines } from "./classify-lines.ts";
import { pageMask } from "./page-mask.ts";
import { joinWrapped } from "./join-wrapped.ts";
import { runningHeads } from "./running-heads.ts";
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
  if (!page) return bareMask(received, lines);
  const body = bodyOf(page);
  if (body.length === 0) return classifyLines(lines);
  return pageMask(lines, body, page, headline);
}

/** Running heads off, wrapped lines joined, then the line classifier. */
function bareMask({ text, pages }: Received, lines: readonly Line[]): MaskSpan[] {
  const heads = runningHeads(lines, pages ?? []);
  const kept = lines.filter((_, i) => !heads.has(i));
  const mask = classifyLines(joinWrapped(text, kept));
  if (heads.size === 0) return mask;
  // A paragraph that runs over a page's edge keeps its two halves; the head between them is furniture.
  const furniture = [...heads]
    .sort((a, b) => a - b)
    .map((i) => lines[i])
    .filter((line) => line !== undefined);
  let next = 0;
  const cut = mask.flatMap((span) => {
    while (next < furniture.length && (furniture[next]?.start ?? 0) < span.start) next++;
    return without(span, furniture, next);
  });
  const heading = furniture.map(({ start, end }) => ({ start, end, kind: "boilerplate" as const }));
  return [...cut, ...heading].sort((a, b) => a.start - b.start);
}

function without(span: MaskSpan, holes: readonly Line[], first: number): MaskSpan[] {
  const pieces: MaskSpan[] = [];
  let from = span.start;
  for (let i = first; (holes[i]?.end ?? span.end) < span.end; i++) {
    const hole = holes[i];
    if (!hole) break;
    pieces.push({ start: from, end: hole.start, kind: span.kind });
    from = hole.end;
  }
  return [...pieces, { start: from, end: span.end, kind: span.kind }];
}
