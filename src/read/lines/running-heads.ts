// Headers, footers and page numbers of a paged text: lines that come again at the edge of page after page.
// Invariant: only the first two and last two lines of a page can be running heads.
import type { Span } from "../reading.ts";
import type { Line } from "./split-lines.ts";

function key(text: string): string {
  return text.toLowerCase().replace(/\d+/g, "#").replace(/\s+/g, " ").slice(0, 120);
}

/** Numbers of the lines that are running heads. */
export function runningHeads(lines: readonly Line[], pages: readonly Span[]): ReadonlySet<number> {
  if (pages.length < 2) return new Set();
  const edges: number[] = [];
  let line = 0;
  for (const page of pages) {
    const own: number[] = [];
    while (line < lines.length && (lines[line]?.start ?? 0) < page.end) own.push(line++);
    edges.push(...new Set([...own.slice(0, 2), ...own.slice(-2)]));
  }
  const seen = new Map<string, number>();
  for (const at of edges) {
    const words = key(lines[at]?.text ?? "");
    seen.set(words, (seen.get(words) ?? 0) + 1);
  }
  const often = Math.max(2, pages.length * 0.4);
  return new Set(
    edges.filter(
      (at) =>
        /^\W*#?\W*$/.test(key(lines[at]?.text ?? "")) ||
        (seen.get(key(lines[at]?.text ?? "")) ?? 0) >= often,
    ),
  );
}
