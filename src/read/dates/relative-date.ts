// Dates told from the day of publication: `last month`, `November 27`, `three days ago`, `on Tuesday`.
// Invariant: without that day there is no answer, only the words.
import { monthNumber } from "./written-date.ts";

export interface Day {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const NUMBERS: Readonly<Record<string, number>> = {
  a: 1,
  an: 1,
  one: 1,
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  nine: 9,
  ten: 10,
};
const WEEKDAYS = ["sunday", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday"];
const SEASONS: Readonly<Record<string, number>> = {
  spring: 21,
  summer: 22,
  autumn: 23,
  fall: 23,
  winter: 24,
};
const DAY_MS = 86_400_000;

export function shifted({ year, month, day }: Day, days: number): string {
  return new Date(Date.UTC(year, month - 1, day) + days * DAY_MS).toISOString().slice(0, 10);
}

export function monthShifted({ year, month }: Day, months: number): string {
  const index = year * 12 + month - 1 + months;
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, "0")}`;
}

/** EDTF of a relative expression matched by the rule, or null. */
export function resolveRelative(
  rule: string,
  m: RegExpMatchArray,
  from: Day | null,
): string | null {
  if (!from) return null;
  if (rule === "month, year told") {
    const year = (m[2] ?? "").toLowerCase() === "last" ? from.year - 1 : from.year;
    return `${year}-${String(monthNumber(m[1] ?? "")).padStart(2, "0")}`;
  }
  if (rule === "month alone") {
    const month = monthNumber(m[1] ?? "");
    return `${month > from.month ? from.year - 1 : from.year}-${String(month).padStart(2, "0")}`;
  }
  if (rule === "month and day") {
    const month = monthNumber(m[1] ?? m[4] ?? "");
    const day = Number(m[2] ?? m[3]);
    if (day < 1 || day > 31) return null;
    // News looks back; a day more than a month ahead is last year's.
    const year = month > from.month + 1 ? from.year - 1 : from.year;
    return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
  }
  return rule === "time before now" ? beforeNow(m, from) : null;
}

function beforeNow(m: RegExpMatchArray, from: Day): string | null {
  const [, count, unit, which, what, , plain, weekday] = m.map((part) => part?.toLowerCase());
  if (unit) {
    const many = NUMBERS[count ?? ""] ?? Number(count);
    if (unit === "day") return shifted(from, -many);
    if (unit === "week") return `${shifted(from, -many * 7)}~`;
    return unit === "month" ? monthShifted(from, -many) : String(from.year - many);
  }
  if (what && which) return told(which, what, from);
  if (plain) return shifted(from, plain === "yesterday" ? -1 : plain === "tomorrow" ? 1 : 0);
  if (weekday) {
    const today = new Date(Date.UTC(from.year, from.month - 1, from.day)).getUTCDay();
    const back = (today - WEEKDAYS.indexOf(weekday) + 7) % 7;
    return shifted(from, -back);
  }
  return String(from.year);
}

function told(which: string, what: string, from: Day): string | null {
  const step = which === "last" ? -1 : which === "next" ? 1 : 0;
  if (what === "year") return String(from.year + step);
  if (what === "month") return monthShifted(from, step);
  if (what === "week") return `${shifted(from, step * 7)}~`;
  const season = SEASONS[what];
  if (season)
    return `${step === -1 ? from.year - (from.month <= (season - 20) * 3 ? 1 : 0) : from.year}-${season}`;
  const month = monthNumber(what);
  if (!month) return null;
  const year = step === -1 ? (month >= from.month ? from.year - 1 : from.year) : from.year;
  return `${year}-${String(month).padStart(2, "0")}`;
}
