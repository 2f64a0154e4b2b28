// Quotations of a text, by its marks. A quotation that is opened again at the head of the next paragraph
// goes on there; one that is never closed ends with its paragraph.
// Invariant: quotations come in order, never overlap, and finding them takes one pass.
import { MAX_QUOTE_UNITS } from "../limits.ts";
import type { Span } from "../reading.ts";

export interface Quotation extends Span {
  /** Range between the marks. */
  readonly inner: Span;
  readonly closed: boolean;
  /** Number of the quotation this one goes on with, when a paragraph opens it again. */
  readonly continues: number;
}

const PAIRS: Readonly<Record<string, string>> = {
  "“": "”",
  "„": "“”",
  "«": "»",
  "「": "」",
  "『": "』",
  "‘": "’",
  "‹": "›",
  '"': '"',
  "'": "'",
  "＂": "＂",
};

const WORD = /[\p{L}\p{N}]/u;

function opens(text: string, at: number, from: number): boolean {
  const mark = text[at] ?? "";
  const before = at > from ? (text[at - 1] ?? "") : " ";
  const after = text[at + 1] ?? " ";
  if (mark === '"' || mark === "＂") return !/\s/.test(after) && !/[.,!?]/.test(before);
  if (mark === "'" || mark === "‘") return /[\s(—–\-:"“[]/.test(before) && WORD.test(after);
  return true;
}

function closes(text: string, at: number, open: string): boolean {
  const after = text[at + 1] ?? " ";
  const before = text[at - 1] ?? " ";
  // An apostrophe inside or at the end of a word is not a closing mark unless the word ends there.
  if (open === "'" || open === "‘") return !WORD.test(after) && !/\s/.test(before);
  return true;
}

/** Quotations inside the given paragraphs. */
export function findQuotes(text: string, paragraphs: readonly Span[]): Quotation[] {
  const found: Quotation[] = [];
  let unclosed = -1;
  for (const paragraph of paragraphs) {
    let open: { at: number; mark: string; continues: number } | null = null;
    const close = (end: number, closed: boolean): void => {
      if (!open) return;
      const innerEnd = closed ? end - 1 : end;
      found.push({
        start: open.at,
        end,
        inner: { start: open.at + 1, end: Math.max(open.at + 1, innerEnd) },
        closed,
        continues: open.continues,
      });
      unclosed = closed ? -1 : found.length - 1;
      open = null;
    };
    const before = unclosed;
    unclosed = -1;
    for (let i = paragraph.start; i < paragraph.end; i++) {
      const mark = text[i] ?? "";
      if (open) {
        const held: { at: number; mark: string; continues: number } = open;
        if ((PAIRS[held.mark] ?? "").includes(mark) && closes(text, i, held.mark))
          close(i + 1, true);
        else if (i - held.at > MAX_QUOTE_UNITS) open = null;
        // A single mark that runs into a double one was an apostrophe.
        else if ((held.mark === "'" || held.mark === "‘") && (mark === "“" || mark === '"'))
          open = { at: i, mark, continues: -1 };
        // A new opening mark of the same kind: the earlier one was never closed.
        else if (mark === held.mark && mark !== PAIRS[mark] && mark !== "„" && mark !== "‘")
          open = { ...held, at: i };
        continue;
      }
      if (mark in PAIRS && opens(text, i, paragraph.start)) {
        const atHead = i === paragraph.start;
        open = { at: i, mark, continues: atHead ? before : -1 };
      }
    }
    if (open) {
      const held: { at: number; mark: string; continues: number } = open;
      if (held.mark === "'" || held.mark === "‘") open = null;
      else close(paragraph.end, false);
    }
  }
  return found;
}

/** Number of the quotation at an offset, -1 outside; binary search, O(log n). */
export function quoteIndex(quotes: readonly Quotation[]): (offset: number) => number {
  return (offset) => {
    let low = 0;
    let high = quotes.length - 1;
    while (low <= high) {
      const middle = (low + high) >> 1;
      const quote = quotes[middle];
      if (!quote) return -1;
      if (offset < quote.start) high = middle - 1;
      else if (offset >= quote.end) low = middle + 1;
      else return middle;
    }
    return -1;
  };
}
