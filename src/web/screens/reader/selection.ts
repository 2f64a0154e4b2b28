// From what is selected in the window to offsets of the received text, and back.
// Invariant: the answer never leaves the text it was asked for, and white space at its ends is not part of it.
import { useEffect, useState } from "react";
import type { RefObject } from "react";
import type { Span } from "./spans.ts";

/** A selected passage, and where it stands in the window. */
export interface Selected extends Span {
  readonly x: number;
  readonly y: number;
}

/** The offset of a boundary point inside `root`, or null outside the text. */
function offsetAt(root: HTMLElement, node: Node, offset: number): number | null {
  if (node.nodeType === Node.TEXT_NODE) {
    const at = node.parentElement?.closest<HTMLElement>("[data-at]");
    if (at !== null && at !== undefined && root.contains(at))
      return Number(at.dataset["at"]) + offset;
  }
  // Between elements: the next run that begins at or after this point, else the end of the last one before it.
  const point = document.createRange();
  point.setStart(node, offset);
  let before: number | null = null;
  for (const run of root.querySelectorAll<HTMLElement>("[data-at]")) {
    const start = Number(run.dataset["at"]);
    if (point.comparePoint(run, 0) >= 0) return before ?? start;
    before = start + (run.textContent?.length ?? 0);
  }
  return before;
}

/** Cuts white space off both ends; null where nothing is left. */
export function trimmed(text: string, start: number, end: number): Span | null {
  let from = Math.max(0, Math.min(start, end));
  let to = Math.min(text.length, Math.max(start, end));
  while (from < to && /\s/.test(text[from] ?? "")) from++;
  while (to > from && /\s/.test(text[to - 1] ?? "")) to--;
  return to > from ? { start: from, end: to } : null;
}

/** Offsets in a text area count every line end as one letter; the text may hold two. */
export function fromTextArea(text: string, offset: number): number {
  if (!text.includes("\r")) return offset;
  let at = 0;
  for (let seen = 0; seen < offset && at < text.length; seen++)
    at += text[at] === "\r" && text[at + 1] === "\n" ? 2 : 1;
  return at;
}

/** What is selected inside `root`, as it changes. */
export function useSelected(
  root: RefObject<HTMLElement | null>,
  text: string,
): [Selected | null, () => void] {
  const [selected, setSelected] = useState<Selected | null>(null);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const look = (): void => setSelected(selectedIn(root.current, text));
    const later = (): void => {
      clearTimeout(timer);
      timer = setTimeout(look, 120);
    };
    document.addEventListener("selectionchange", later);
    return () => {
      clearTimeout(timer);
      document.removeEventListener("selectionchange", later);
    };
  }, [root, text]);
  const clear = (): void => {
    document.getSelection()?.removeAllRanges();
    setSelected(null);
  };
  return [selected, clear];
}

function selectedIn(root: HTMLElement | null, text: string): Selected | null {
  const selection = document.getSelection();
  if (root === null || selection === null || selection.isCollapsed || selection.rangeCount === 0)
    return null;
  const range = selection.getRangeAt(0);
  if (!root.contains(range.commonAncestorContainer)) return null;
  const start = offsetAt(root, range.startContainer, range.startOffset);
  const end = offsetAt(root, range.endContainer, range.endOffset);
  const span = start === null || end === null ? null : trimmed(text, start, end);
  if (span === null) return null;
  const box = range.getBoundingClientRect();
  return { ...span, x: box.left + box.width / 2, y: box.top };
}
