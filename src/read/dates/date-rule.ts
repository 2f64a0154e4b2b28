// A rule for dates in running text: a name, a pattern, whether it leans on the day of publication, and its value.
// Invariant: a pattern is linear and its value is EDTF or nothing.
import { monthShifted, shifted, type Day } from "./relative-date.ts";
import { monthNumber } from "./written-date.ts";

export type Unit = "day" | "week" | "month" | "year";

export type DateRule = readonly [
  rule: string,
  pattern: RegExp,
  relative: boolean,
  edtf: (match: RegExpMatchArray, from: Day) => string | null,
];

export const YEAR = "((?:1[89]|20)\\d\\d)";
const two = (value: number): string => String(value).padStart(2, "0");

export function count(word: string, numbers: string): number {
  const at = numbers.split(" ").indexOf(word.toLowerCase());
  return at >= 0 ? at + 1 : Number(word);
}

export function monthOf(year: number | string, word: string): string | null {
  const month = /^\d+$/.test(word) ? Number(word) : monthNumber(word);
  return month >= 1 && month <= 12 ? `${year}-${two(month)}` : null;
}

/** News looks back: a day more than a month ahead is last year's. */
export function dayOf(from: Day, month: number, day: number): string | null {
  if (month < 1 || month > 12 || day < 1 || day > 31) return null;
  return `${month > from.month + 1 ? from.year - 1 : from.year}-${two(month)}-${two(day)}`;
}

export function ago(from: Day, many: number, unit: Unit): string | null {
  if (!(many > 0 && many < 1000)) return null;
  if (unit === "day") return shifted(from, -many);
  if (unit === "week") return `${shifted(from, -many * 7)}~`;
  return unit === "month" ? monthShifted(from, -many) : String(from.year - many);
}
