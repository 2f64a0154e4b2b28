// The mask over a received text: from the page's markup when there is one, else from its lines.
// Invariant: spans in order, no overlap.
import { bodyOf } from "../page/page-body.ts";
import type { Page } from "../page/page-of.ts";
import type { MaskSpan, Received } from "../reading.ts";
import { classifyLines } from "./classify-lines.ts";
import { pageMask } from "./page-mask.ts";
import { splitLines } from "./split-lines.ts";

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
