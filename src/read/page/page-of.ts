// A page's markup to its text: everything a reader could see, navigation included, block by block.
// Invariant: the same markup always gives the same text, so offsets survive reading the page again.
import { parseHTML } from "linkedom";
import { MAX_HTML_DEPTH, MAX_PARSED_DEPTH } from "../limits.ts";
import type { Span } from "../reading.ts";
import { BLOCKS, CONTAINERS, HIDDEN } from "./elements.ts";
import { limitDepth } from "./limit-depth.ts";

/** The words of one text node as they stand in the page's text. */
export interface TextRun extends Span {
  /** Mark on the element that holds the text node, to find it again after the cleaner moved things. */
  readonly mark: number;
  /** The text node's own data. */
  readonly data: string;
  /** Innermost container elements, outermost first: `main article p`. */
  readonly path: string;
  readonly linked: boolean;
}

export interface Page {
  readonly text: string;
  readonly runs: readonly TextRun[];
  readonly document: Document;
  /** Nested too deep for the cleaner, which recurses. */
  readonly tooDeep: boolean;
}

export const MARK = "data-guwah";

function isHidden(element: Element): boolean {
  if (HIDDEN.has(element.localName)) return true;
  if (element.hasAttribute("hidden")) return true;
  const style = element.getAttribute("style");
  return style !== null && /display\s*:\s*none|visibility\s*:\s*hidden/i.test(style);
}

/** Builds the text while walking; collapses white space as a browser does (CSS Text 3 §4). */
class TextBuilder {
  readonly parts: string[] = [];
  length = 0;
  private pendingSpace = false;
  private pendingBreaks = 0;

  break(lines: number): void {
    if (this.length > 0) this.pendingBreaks = Math.max(this.pendingBreaks, lines);
    this.pendingSpace = false;
  }

  add(data: string, preserve: boolean): Span | null {
    const words = preserve ? data.replace(/\r\n?/g, "\n") : data.replace(/[ \t\r\n\f]+/g, " ");
    const body = preserve ? words : words.trim();
    if (body === "") {
      if (words !== "") this.pendingSpace = true;
      return null;
    }
    if (this.pendingBreaks > 0) this.push("\n".repeat(this.pendingBreaks));
    else if (this.length > 0 && (this.pendingSpace || words.startsWith(" "))) this.push(" ");
    this.pendingBreaks = 0;
    const start = this.length;
    this.push(body);
    this.pendingSpace = !preserve && words.endsWith(" ");
    return { start, end: this.length };
  }

  private push(piece: string): void {
    this.parts.push(piece);
    this.length += piece.length;
  }
}

interface Place {
  readonly path: string;
  readonly linked: boolean;
  readonly preserve: boolean;
  readonly depth: number;
}

const ROOT: Place = { path: "", linked: false, preserve: false, depth: 0 };

function inside(place: Place, element: Element): Place {
  const name = element.localName;
  const path = CONTAINERS.has(name) ? `${place.path} ${name}`.trim() : place.path;
  return {
    path,
    linked: place.linked || name === "a",
    preserve: place.preserve || name === "pre",
    depth: place.depth + 1,
  };
}

function documentOf(html: string): Document {
  const source = /<(?:html|body|!doctype)\b/i.test(html)
    ? html
    : `<html><body>${html}</body></html>`;
  const parse = (markup: string): Document =>
    (parseHTML(markup) as unknown as { document: Document }).document;
  try {
    return parse(source);
  } catch (cause) {
    if (!(cause instanceof RangeError)) throw cause;
    // The parser puts every word of a class on the stack; no page has that many. Only the cleaner reads classes.
    return parse(source.replace(/(\s)class(?=\s*=)/gi, "$1data-class"));
  }
}

/** Parses the markup and walks it without recursion. Never runs scripts, never fetches. */
export function pageOf(html: string): Page {
  const document = documentOf(limitDepth(html, MAX_PARSED_DEPTH));
  const builder = new TextBuilder();
  const runs: TextRun[] = [];
  let marks = 0;
  let deepest = 0;
  const root = document.body ?? document.documentElement;
  // The parser cuts text at each character reference; the cleaner glues it together again.
  root?.normalize();
  const places = new Map<Node, Place>();
  let node: Node | null = root?.firstChild ?? null;
  if (root) places.set(root, ROOT);
  while (node && node !== root) {
    const parent = node.parentNode as Element;
    const place = places.get(parent) ?? ROOT;
    let down: Node | null = null;
    if (node.nodeType === 3) {
      const data = (node as Text).data;
      const span = builder.add(data, place.preserve);
      if (span) {
        if (!parent.hasAttribute?.(MARK)) parent.setAttribute?.(MARK, String(++marks));
        const mark = Number(parent.getAttribute?.(MARK) ?? 0);
        runs.push({ ...span, mark, data, path: place.path, linked: place.linked });
      }
    } else if (node.nodeType === 1 && !isHidden(node as Element)) {
      const element = node as Element;
      const lines = BLOCKS.get(element.localName);
      if (lines !== undefined) builder.break(lines);
      deepest = Math.max(deepest, place.depth + 1);
      places.set(element, inside(place, element));
      down = element.firstChild;
      if (!down && lines !== undefined) builder.break(lines);
    }
    if (down) {
      node = down;
      continue;
    }
    while (node && node !== root && !node.nextSibling) {
      node = node.parentNode;
      const lines = node && node !== root ? BLOCKS.get((node as Element).localName) : undefined;
      if (lines !== undefined) builder.break(lines);
    }
    if (!node || node === root) break;
    node = node.nextSibling;
  }
  return { text: builder.parts.join(""), runs, document, tooDeep: deepest > MAX_HTML_DEPTH };
}
