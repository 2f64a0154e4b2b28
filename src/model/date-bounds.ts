// First and last day of one EDTF date, season or part of a year.
// Invariant: takes text the grammar has accepted; days are ISO text, so they sort as text.
// The bounds are worked out here because edtf 4.11.1 puts spring in January and ends its thirds of a year a month late.

/** First and last possible day; null where nothing is said. */
export interface Bounds {
  readonly min: string | null;
  readonly max: string | null;
}

export const unbounded: Bounds = { min: null, max: null };

/** First and last month of the codes 21–41 of ISO 8601-2, section 4.8; a month below 1 lies in the year before. */
const partMonths: Readonly<Record<string, readonly [number, number]>> = {
  "21": [3, 5],
  "22": [6, 8],
  "23": [9, 11],
  // Sources do not say which winter they mean: from December before to February after.
  "24": [0, 14],
  "25": [3, 5],
  "26": [6, 8],
  "27": [9, 11],
  "28": [0, 14],
  "29": [9, 11],
  "30": [0, 14],
  "31": [3, 5],
  "32": [6, 8],
  "33": [1, 3],
  "34": [4, 6],
  "35": [7, 9],
  "36": [10, 12],
  "37": [1, 4],
  "38": [5, 8],
  "39": [9, 12],
  "40": [1, 6],
  "41": [7, 12],
};

const pad = (n: number, width: number): string => String(n).padStart(width, "0");

/** Last day of a month, 1–12, in the Gregorian calendar. */
export function lastDay(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function monthSpan(year: number, from: number, to: number): Bounds {
  const [fromYear, fromMonth] = turn(year, from);
  const [toYear, toMonth] = turn(year, to);
  return {
    min: `${pad(fromYear, 4)}-${pad(fromMonth, 2)}-01`,
    max: `${pad(toYear, 4)}-${pad(toMonth, 2)}-${pad(lastDay(toYear, toMonth), 2)}`,
  };
}

function turn(year: number, month: number): [number, number] {
  if (month < 1) return [year - 1, month + 12];
  return month > 12 ? [year + 1, month - 12] : [year, month];
}

/** Lowest or highest number a masked part can stand for, within [low, high]. */
function fill(part: string, low: number, high: number, end: "min" | "max"): number {
  const n = Number(part.replaceAll("X", end === "min" ? "0" : "9"));
  return Math.min(Math.max(n, low), high);
}

/** Bounds of a single date as `2018`, `2018-03`, `201X`, `2018-XX-05`, `2018-34`; marks of doubt are set aside. */
export function boundsOf(date: string): Bounds {
  const plain = date.replace(/[?~%]/gu, "");
  const [year = "", month, day] = plain.slice(0, 10).split("-");
  if (year.length !== 4 || year === "XXXX") return unbounded;
  const first = fill(year, 1, 9999, "min");
  const last = fill(year, 1, 9999, "max");
  const part = month === undefined ? undefined : partMonths[month];
  if (part !== undefined)
    return { min: monthSpan(first, ...part).min, max: monthSpan(last, ...part).max };
  const firstMonth = fill(month ?? "XX", 1, 12, "min");
  const lastMonth = fill(month ?? "XX", 1, 12, "max");
  const end = lastDay(last, lastMonth);
  return {
    min: `${pad(first, 4)}-${pad(firstMonth, 2)}-${pad(fill(day ?? "XX", 1, 31, "min"), 2)}`,
    max: `${pad(last, 4)}-${pad(lastMonth, 2)}-${pad(fill(day ?? "XX", 1, end, "max"), 2)}`,
  };
}
