// Which of a page's words are the article: Mozilla Readability on linkedom, mapped back onto the text.
// Invariant: the result is spans of the page's own text. The cleaner takes the document apart, so whatever
// else is wanted from it must be read first.
import { Readability } from "@mozilla/readability";
import type { Span } from "../reading.ts";
import { MARK, type Page, type TextRun } from "./page-of.ts";

/**
 * Spans of the article's text nodes, in order; empty when the cleaner finds none or the page is too deep for it.
 */
export function bodyOf(page: Page): Span[] {
  if (page.tooDeep) return [];
  let root: Element | null | undefined;
  try {
    root = new Readability<Element>(page.document, {
      serializer: (node) => node as Element,
      keepClasses: true,
      charThreshold: 250,
    }).parse()?.content;
  } catch {
    // The cleaner trusts markup more than hostile markup deserves; the line rules take over.
    return [];
  }
  return root ? matched(root, page) : [];
}

/** How far ahead of the last match the next piece is looked for; bounded so that time grows with the page only. */
const WINDOW = 6000;
/** A word or two could stand anywhere; only the very next place counts. */
const SHORT_WINDOW = 240;

function indexWithin(text: string, words: string, from: number, window: number): number {
  const at = text.slice(from, from + window + words.length).indexOf(words);
  return at < 0 ? -1 : from + at;
}

/** Where each marked element's words begin in the text. */
function starts(runs: readonly TextRun[]): Map<number, number> {
  const found = new Map<number, number>();
  for (const { mark, start } of runs) if (!found.has(mark)) found.set(mark, start);
  return found;
}

function markedStart(node: Text, marks: ReadonlyMap<number, number>): number | undefined {
  let up = node.parentNode as Element | null;
  for (
    let steps = 0;
    up?.getAttribute && steps < 4;
    steps++, up = up.parentNode as Element | null
  ) {
    const start = marks.get(Number(up.getAttribute(MARK) ?? 0));
    if (start !== undefined) return start;
  }
  return undefined;
}

/** The cleaner glues, splits and re-parses text nodes, so pieces are found again by their words, in order. */
function matched(root: Element, { text, runs }: Page): Span[] {
  const marks = starts(runs);
  const spans: Span[] = [];
  let cursor = 0;
  for (const node of textNodes(root)) {
    const words = node.data.replace(/[ \t\r\n\f]+/g, " ").trim();
    const window = words.length < 12 ? SHORT_WINDOW : WINDOW;
    const marked = markedStart(node, marks);
    const near =
      marked !== undefined && (marked > cursor || marked < cursor - WINDOW)
        ? indexWithin(text, words, marked, window)
        : -1;
    const at = near >= 0 ? near : indexWithin(text, words, cursor, window);
    if (at < 0) continue;
    cursor = at + words.length;
    spans.push({ start: at, end: cursor });
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
