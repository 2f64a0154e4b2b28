// One calendar point from tokens, and the EDTF text for it and for what lies before and after it.
// Invariant: every token is used once or the point is not understood.
import { boundsOf, lastDay } from "./date-bounds.ts";
import { fullYear } from "./date-tokens.ts";
import type { DateParts, Token } from "./date-words.ts";

type Draft = { -readonly [K in keyof DateParts]: DateParts[K] } & { decade?: number };
export type Point = Readonly<Draft>;

/** Sets a part once; false where it is set already. */
type Setter = <K extends keyof Draft>(key: K, value: Draft[K]) => boolean;

/** The point these tokens name, possibly without a year; null where they clash or something is left over. */
export function pointOf(tokens: readonly Token[]): Point | null {
  const draft: Draft = {};
  const loose: number[] = [];
  const set: Setter = (key, value) => {
    if (draft[key] !== undefined) return false;
    draft[key] = value;
    return true;
  };
  for (let at = 0; at < tokens.length;) {
    const used = take(tokens, at, set, loose);
    if (used === 0) return null;
    at += used;
  }
  return placeLoose(draft, loose) ? draft : null;
}

/** Takes the token at `at`, with the word beside it that says what it counts; how many were used, 0 where it does not fit. */
function take(tokens: readonly Token[], at: number, set: Setter, loose: number[]): number {
  const token = tokens[at]!;
  switch (token.is) {
    case "number":
    case "ordinal":
      return takeNumber(token, tokens[at + 1], set, loose);
    case "unit":
      return takeUnit(token.unit, tokens[at + 1], set);
    case "month":
      return Number(set("month", token.n));
    case "season":
      return Number(set("part", token.n));
    case "third":
      return Number(set("third", token.n));
    case "decade":
      return Number(token.n > 0 && set("decade", token.n));
    case "date":
      return Number(
        Object.entries(token.options[0] ?? {}).every(([key, n]) => set(key as keyof Draft, n)),
      );
    default:
      return 0;
  }
}

function takeNumber(
  token: Extract<Token, { is: "number" } | { is: "ordinal" }>,
  beside: Token | undefined,
  set: Setter,
  loose: number[],
): number {
  const { n } = token;
  const long = token.is === "number" && token.digits > 2;
  if (beside?.is === "unit" && !long && (beside.unit === "quarter" || beside.unit === "half")) {
    return setPart(set, beside.unit, n) ? 2 : 0;
  }
  if (token.is !== "number") return 0;
  if (beside?.is === "decade" && beside.n === 0) return set("decade", n) ? 2 : 0;
  if (beside?.is === "unit" && beside.unit === "year")
    return set("year", long ? n : shortYear(n)) ? 2 : 0;
  if (long) return Number(set("year", n));
  if (beside?.is === "unit" && (beside.unit === "month" || beside.unit === "day"))
    return set(beside.unit, n) ? 2 : 0;
  loose.push(n);
  return 1;
}

/** "Q4" puts the quarter first; "the year", "the month of" say nothing of their own. */
function takeUnit(unit: string, beside: Token | undefined, set: Setter): number {
  if (unit === "quarter" && beside?.is === "number" && beside.digits === 1)
    return setPart(set, unit, beside.n) ? 2 : 0;
  return Number(unit !== "quarter" && unit !== "half");
}

function setPart(set: Setter, unit: "quarter" | "half", n: number): boolean {
  return (
    n >= 1 && n <= (unit === "quarter" ? 4 : 2) && set("part", (unit === "quarter" ? 32 : 39) + n)
  );
}

const shortYear = (n: number): number => fullYear(String(n).padStart(2, "0"));

/** Numbers of one or two figures that no word explains: the day, then a short year. */
function placeLoose(draft: Draft, loose: readonly number[]): boolean {
  for (const n of loose) {
    if (draft.day === undefined && draft.part === undefined && n <= 31) draft.day = n;
    else if (draft.year === undefined && draft.month !== undefined) draft.year = shortYear(n);
    else return false;
  }
  const { year, month, day, part, third, decade } = draft;
  const exact = [year, month, day, part].filter((n) => n !== undefined);
  if (decade !== undefined) return exact.length === 0;
  if (part !== undefined) return month === undefined && day === undefined;
  return third === undefined || day === undefined;
}

const pad = (n: number, width = 2): string => String(n).padStart(width, "0");

/** EDTF of a point with a year; null without one, or where there is no such day. */
export function edtfOf(point: Point): string | null {
  const { year, month, day, part, third, decade } = point;
  if (decade !== undefined)
    return decade >= 1000 && decade <= 2190 && decade % 10 === 0
      ? `${String(decade).slice(0, 3)}X`
      : null;
  if (year === undefined || year < 1000 || year > 2199) return null;
  if (part !== undefined) return `${year}-${part}`;
  if (month === undefined && day !== undefined) return null;
  if (month === undefined) return third === undefined ? String(year) : `${year}-${36 + third}`;
  if (month < 1 || month > 12) return null;
  const monthText = `${year}-${pad(month)}`;
  if (third !== undefined)
    return `[${monthText}-${["01", "11", "21"][third - 1]}..${monthText}-${third < 3 ? third * 10 : lastDay(year, month)}]`;
  if (day === undefined) return monthText;
  return day >= 1 && day <= lastDay(year, month) ? `${monthText}-${pad(day)}` : null;
}

/** Its first and last day, month or year, in the words sets and intervals may hold: no seasons, no sets. */
export function endsOf(point: Point): { readonly first: string; readonly last: string } | null {
  const edtf = edtfOf(point);
  if (edtf === null) return null;
  if (edtf.startsWith("[")) return { first: edtf.slice(1, 11), last: edtf.slice(13, 23) };
  if (point.part === undefined && point.third === undefined && point.decade === undefined)
    return { first: edtf, last: edtf };
  const { min, max } = boundsOf(edtf);
  const length = point.decade === undefined ? 7 : 4;
  return { first: min!.slice(0, length), last: max!.slice(0, length) };
}

/** The year, month or day next to one, `by` +1 or −1. */
export function neighbour(edtf: string, by: 1 | -1): string {
  const [year = 0, month, day] = edtf.split("-").map(Number);
  if (month === undefined) return pad(year + by, 4);
  const moved = new Date(
    Date.UTC(year, month - 1 + (day === undefined ? by : 0), day === undefined ? 1 : day + by),
  );
  return moved.toISOString().slice(0, day === undefined ? 7 : 10);
}
