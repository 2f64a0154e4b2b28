// Weeks and months of the calendar, counted on ISO days.
// Invariant: what is shown covers its days without a gap, whatever the day it is asked for.
export type Span = "week" | "month";

export interface Days {
  readonly from: string;
  readonly to: string;
}

const dayMs = 86_400_000;
const iso = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

/** The week (from Monday) or the month this ISO day is in. */
export function daysAround(day: string, span: Span): Days {
  const at = new Date(`${day}T00:00:00Z`);
  if (span === "week") {
    const monday = at.getTime() - ((at.getUTCDay() + 6) % 7) * dayMs;
    return { from: iso(monday), to: iso(monday + 6 * dayMs) };
  }
  const [year, month] = [at.getUTCFullYear(), at.getUTCMonth()];
  return { from: iso(Date.UTC(year, month, 1)), to: iso(Date.UTC(year, month + 1, 0)) };
}

/** The first day of the week or month after (or before) these days. */
export function stepFrom({ from, to }: Days, span: Span, by: 1 | -1): string {
  const next = by === 1 ? Date.parse(to) + dayMs : Date.parse(from) - dayMs;
  return daysAround(iso(next), span).from;
}

/** Whether the words are an ISO day the calendar can show. */
export function isDay(words: string | undefined): words is string {
  if (words === undefined || !/^(?:19|20|21)\d\d-\d\d-\d\d$/.test(words)) return false;
  const at = Date.parse(words);
  return !Number.isNaN(at) && iso(at) === words;
}
