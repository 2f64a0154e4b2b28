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
  "“": '”"',
  "„": "“”",
  "«": "»",
  "「": "」",
  "『": "』",
  "‘": "’",
  "‹": "›",
  '"': '"”',
  "'": "'",
  "＂": "＂",
  "''": "''",
};

/** Longest row of straight marks read as one: exported tables write each mark twice, some twice again. */
const MAX_ROW = 8;

/** Typewriters and some wire copy write a double mark as two single ones; exported tables repeat straight marks. */
function markAt(text: string, at: number): string {
  const mark = text[at] ?? "";
  if (mark === '"' && text[at + 1] === '"') {
    let end = at + 2;
    while (text[end] === '"' && end - at < MAX_ROW) end++;
    return end - at === 3 ? mark : text.slice(at, end);
  }
  if ((mark === "'" || mark === "`") && text[at + 1] === mark) return "''";
  return mark;
}

const MARKS = new Set([...Object.keys(PAIRS), ...Object.values(PAIRS).join(""), "`"]);
const WORD = /[\p{L}\p{N}]/u;

function opens(text: string, at: number, from: number): boolean {
  const mark = markAt(text, at);
  const before = at > from ? (text[at - 1] ?? "") : " ";
  const after = text[at + mark.length] ?? " ";
  if (mark === "''") return !/\s/.test(after) && !WORD.test(before);
  if (mark.length > 1) return !WORD.test(before);
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

interface Open {
  readonly at: number;
  readonly mark: string;
  readonly continues: number;
}

function isSingle(mark: string): boolean {
  return mark === "'" || mark === "‘";
}

/** What the next mark does to an open quotation: closes it, replaces it, drops it, or nothing. */
function step(
  text: string,
  held: Open,
  at: number,
  mark: string,
): "close" | "drop" | "replace" | "stay" {
  const ends = PAIRS[held.mark] ?? "";
  const row = held.mark.length > 1 && held.mark.startsWith('"');
  const fits =
    held.mark === "''" || row
      ? mark === ends || (row && mark === held.mark)
      : mark.length === 1 && ends.includes(mark);
  if (fits && closes(text, at, held.mark)) return "close";
  if (at - held.at > MAX_QUOTE_UNITS) return "drop";
  // A row that runs into a plain mark opened nothing.
  if (row && mark === '"') return "replace";
  // A single mark that runs into a double one was an apostrophe.
  if (isSingle(held.mark) && ["“", '"', "''"].includes(mark)) return "replace";
  // A new opening mark of the same kind: the earlier one was never closed.
  return mark === held.mark && !ends.includes(mark) && mark !== "„" && !isSingle(mark)
    ? "replace"
    : "stay";
}

function quotation(held: Open, end: number, width: number): Quotation {
  const start = held.at + held.mark.length;
  const inner = { start, end: Math.max(start, end - width) };
  return { start: held.at, end, inner, closed: width > 0, continues: held.continues };
}

/** A quotation goes on at the head of a paragraph, unless a new speaker is named there (`“OFFICER: …`). */
function goesOn(text: string, at: number, paragraph: Span): boolean {
  return (
    at === paragraph.start && !/^.{1,2}\p{Lu}[\p{Lu} .’'-]{0,40}:/u.test(text.slice(at, at + 50))
  );
}

/** Quotations of one paragraph. `before` is the number of an unclosed one it may go on with. */
function quotesIn(text: string, paragraph: Span, before: number): Quotation[] {
  const found: Quotation[] = [];
  let open: Open | null = null;
  // Curly quotations inside a straight one close themselves.
  let inner = 0;
  for (let i = paragraph.start; i < paragraph.end; i++) {
    if (!MARKS.has(text[i] ?? "")) continue;
    const mark = markAt(text, i);
    if (open?.mark === '"' && (mark === "“" || (mark === "”" && inner > 0)))
      inner += mark === "“" ? 1 : -1;
    else if (open === null) {
      inner = 0;
      if ((mark in PAIRS || mark.startsWith('""')) && opens(text, i, paragraph.start))
        open = { at: i, mark, continues: goesOn(text, i, paragraph) ? before : -1 };
    } else {
      const does = step(text, open, i, mark);
      if (does === "close") found.push(quotation(open, i + mark.length, mark.length));
      if (does === "replace") open = { at: i, mark, continues: -1 };
      else if (does !== "stay") open = null;
    }
    i += mark.length - 1;
  }
  if (
    open !== null &&
    !isSingle(open.mark) &&
    !open.mark.startsWith('""') &&
    paragraph.end - open.at <= MAX_QUOTE_UNITS
  )
    found.push(quotation(open, paragraph.end, 0));
  return found;
}

/** Quotations inside the given paragraphs. */
export function findQuotes(text: string, paragraphs: readonly Span[]): Quotation[] {
  const found: Quotation[] = [];
  let unclosed = -1;
  for (const paragraph of paragraphs) {
    for (const quote of quotesIn(text, paragraph, unclosed)) found.push(quote);
    const last = found.at(-1);
    unclosed = last && !last.closed && last.end === paragraph.end ? found.length - 1 : -1;
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
