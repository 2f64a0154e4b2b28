// Which of a page's words are the article: Mozilla Readability on linkedom, mapped back onto the text.
// Invariant: the page is only read; the result is spans of the page's own text.
import { Readability } from "@mozilla/readability";
import { parseHTML } from "linkedom";
import type { Span } from "../reading.ts";
import { MARK, type Page, type TextRun } from "./page-of.ts";

/**
 * Spans of the article's text nodes, in order; empty when the cleaner finds none or the page is too deep for it.
 * Readability renames, unwraps and re-parses elements, so nodes are found again by the mark on their nearest
 * kept ancestor and their own data.
 */
export function bodyOf(page: Page): Span[] {
  if (page.tooDeep) return [];
  const copy = parseHTML(page.document.toString()) as unknown as { document: Document };
  let root: Element | null | undefined;
  try {
    root = new Readability<Element>(copy.document, {
      serializer: (node) => node as Element,
      keepClasses: true,
      charThreshold: 250,
    }).parse()?.content;
  } catch {
    // The cleaner trusts markup more than hostile markup deserves; the line rules take over.
    return [];
  }
  return root ? matched(root, page.runs) : [];
}

function matched(root: Element, runs: readonly TextRun[]): Span[] {
  const byMark = new Map<number, TextRun[]>();
  for (const run of runs) {
    const list = byMark.get(run.mark);
    if (list) list.push(run);
    else byMark.set(run.mark, [run]);
  }
  const spans: Span[] = [];
  const used = new Set<TextRun>();
  for (const node of textNodes(root)) {
    for (
      let up = node.parentNode as Element | null;
      up && up.getAttribute;
      up = up.parentNode as Element | null
    ) {
      const mark = Number(up.getAttribute(MARK) ?? 0);
      const run = byMark
        .get(mark)
        ?.find((candidate) => candidate.data === node.data && !used.has(candidate));
      if (!run) continue;
      used.add(run);
      spans.push({ start: run.start, end: run.end });
      break;
    }
  }
  return spans.sort((a, b) => a.start - b.start);
}

function* textNodes(root: Element): Generator<Text> {
  let node: Node | null = root.firstChild;
  while (node) {
    if (node.nodeType === 3 && (node as Text).data.trim() !== "") yield node as Text;
    if (node.firstChild) {
      node = node.firstChild;
      continue;
    }
    while (node && node !== root && !node.nextSibling) node = node.parentNode;
    node = node && node !== root ? node.nextSibling : null;
  }
}
