// When a text was published: its date line, its address, its file name.
// Invariant: a date from a file name is always a low proposal and says so.
import { edtfDay } from "../dates/iso-date.ts";
import { monthNumber, writtenDates } from "../dates/written-date.ts";
import type { MaskSpan, Suggestion } from "../reading.ts";
import { isDateLine } from "./line-patterns.ts";
import type { Hints } from "./find-publisher.ts";

function fromLines(text: string, mask: readonly MaskSpan[]): Suggestion[] {
  const found: Suggestion[] = [];
  const body = mask.findIndex(({ kind }) => kind === "body");
  const last = mask.findLastIndex(({ kind }) => kind === "body");
  mask.forEach((line, i) => {
    const near = Math.abs(i - body) <= 6 || (i > last && i - last <= 6 && stands(text, line));
    const dated = line.kind === "date" || line.kind === "byline" || line.kind === "dateline";
    if (!dated && !(line.kind === "boilerplate" && near)) return;
    const words = text.slice(line.start, Math.min(line.end, line.start + 200));
    const [date] = writtenDates(words);
    if (!date) return;
    const start = line.start + date.at;
    const rule = dated
      ? `${line.kind === "date" ? "date line" : line.kind}`
      : "date beside the article";
    const confidence =
      line.kind === "date" ? (i < body ? 0.95 : near ? 0.8 : 0.7) : dated ? 0.85 : 0.55;
    found.push({ value: date.edtf, span: { start, end: start + date.length }, rule, confidence });
  });
  return found;
}

/** A line of its own below the article that is a date and nothing else. */
function stands(text: string, { start, end }: MaskSpan): boolean {
  return end - start <= 90 && isDateLine(text.slice(start, end).trim());
}

const COMPACT = /(?<!\d)((?:19|20)\d\d)[-_.]?(\d\d)[-_.]?(\d\d)(?!\d)/;

function fromName(text: string, mask: readonly MaskSpan[], name: string): Suggestion[] {
  const match = COMPACT.exec(name.slice(0, 200));
  const value = match ? edtfDay(Number(match[1]), Number(match[2]), Number(match[3])) : null;
  if (!value) return [];
  const day = dayInBody(text, mask, value);
  if (day)
    return [
      { value, span: day, rule: "file name, also the same day in the text", confidence: 0.7 },
    ];
  return [{ value, span: null, rule: "file name", confidence: 0.5 }];
}

/** `November 27` in the article when the file name says 2019-11-27. */
function dayInBody(
  text: string,
  mask: readonly MaskSpan[],
  value: string,
): { start: number; end: number } | null {
  const month = Number(value.slice(5, 7));
  const day = Number(value.slice(8, 10));
  for (const { start, end, kind } of mask) {
    if (kind !== "body") continue;
    const words = text.slice(start, Math.min(end, start + 4000));
    for (const match of words.matchAll(
      /(?<![\p{L}\p{N}])(?:(\p{L}{3,14})\.?\s+(\d{1,2})|(\d{1,2})\.?\s+(\p{L}{3,14}))(?![\p{L}\p{N}])/gu,
    )) {
      if (monthNumber(match[1] ?? match[4] ?? "") === month && Number(match[2] ?? match[3]) === day)
        return { start: start + match.index, end: start + match.index + match[0].length };
    }
  }
  return null;
}

function fromUrl(url: string): Suggestion[] {
  const match =
    /\/((?:19|20)\d\d)\/?[-/]?(\d{1,2})\/?[-/]?(\d{1,2})(?:\/|[-_.]|$)/.exec(url.slice(0, 500)) ??
    /[-/](20\d\d)-?(\d\d)-?(\d\d)(?:\D|$)/.exec(url.slice(0, 500));
  const value = match ? edtfDay(Number(match[1]), Number(match[2]), Number(match[3])) : null;
  return value ? [{ value, span: null, rule: "address", confidence: 0.8 }] : [];
}

/** The best proposal for the day of publication. `first` are proposals from the page's own markup. */
export function findDate(
  text: string,
  mask: readonly MaskSpan[],
  hints: Hints,
  first: readonly Suggestion[] = [],
): Suggestion | undefined {
  const all = [
    ...first,
    ...fromLines(text, mask),
    ...(hints.url ? fromUrl(hints.url) : []),
    ...(hints.name ? fromName(text, mask, hints.name) : []),
  ];
  let best: Suggestion | undefined;
  for (const one of all) {
    const agreeing =
      new Set(all.filter((other) => other.value === one.value).map(({ rule }) => rule)).size - 1;
    const confidence = Math.min(0.97, one.confidence + agreeing * 0.05);
    if (!best || confidence > best.confidence) best = { ...one, confidence };
  }
  return best;
}
