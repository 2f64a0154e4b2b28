// Whether a disappearance is still within the three months in which it is urgent.
// Invariant: days only, no hours and no time zone; where the day is not known the earliest counts, so that nobody is late.
import type { Days } from "../../model/index.ts";

export interface Urgency {
  readonly state: "urgent" | "perhaps" | "standard" | "unknown";
  /** The last day that is certainly within three months, as an ISO day. */
  readonly until: string | null;
}

const months = 3;

/** `today`: an ISO day. Source of the period: WGEID, methods of work (docs/submissions.md). */
export function urgencyOf({ min, max }: Days, today: string): Urgency {
  if (min === null) return { state: "unknown", until: null };
  const until = addMonths(min, months);
  if (today <= until) return { state: "urgent", until };
  const atLatest = max === null ? null : addMonths(max, months);
  return { state: atLatest === null || today <= atLatest ? "perhaps" : "standard", until };
}

/** The same day some months on; the last day of a month that is too short. */
export function addMonths(day: string, count: number): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  const target = new Date(Date.UTC(year, month - 1 + count, 1));
  const last = new Date(
    Date.UTC(target.getUTCFullYear(), target.getUTCMonth() + 1, 0),
  ).getUTCDate();
  target.setUTCDate(Math.min(date, last));
  return target.toISOString().slice(0, 10);
}
