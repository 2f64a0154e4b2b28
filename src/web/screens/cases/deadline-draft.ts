// A deadline as somebody types it, and what of it is sent.
// Invariant: a wall time and a zone, as they were told; no instant is ever sent.
import type { DeadlineView } from "../../api/views.ts";
import { readerZone } from "./moment-text.ts";

export interface DeadlineDraft {
  readonly kind: string;
  readonly title: string;
  readonly day: string;
  readonly time: string;
  readonly zone: string;
  /** Minutes before. */
  readonly reminders: readonly number[];
  /** The claim it is taken from, and the proceeding that claim belongs to. */
  readonly claim?: string;
  readonly proceeding?: string;
}

const dayMinutes = 1_440;
/** Reminders that can be chosen, in days before. */
export const reminderDays: readonly number[] = [1, 3, 7, 14, 30];

export function newDeadline(given: Partial<DeadlineDraft> = {}): DeadlineDraft {
  return {
    kind: "",
    title: "",
    day: "",
    time: "",
    zone: readerZone(),
    reminders: [1, 3, 7].map((days) => days * dayMinutes),
    ...given,
  };
}

export function draftOf({ kind, title, at, reminders }: DeadlineView): DeadlineDraft {
  return {
    kind,
    title: title ?? "",
    day: at.day,
    time: at.time ?? "",
    zone: at.zone,
    reminders,
  };
}

export function withReminder(draft: DeadlineDraft, days: number, on: boolean): DeadlineDraft {
  const others = draft.reminders.filter((minutes) => minutes !== days * dayMinutes);
  return { ...draft, reminders: on ? [...others, days * dayMinutes] : others };
}

export const hasReminder = (
  { reminders }: Pick<DeadlineDraft, "reminders">,
  days: number,
): boolean => reminders.includes(days * dayMinutes);

/** Whether all that must be said is. The zone is tried, not looked up: machines know different lists. */
export function isComplete({ kind, day, zone }: DeadlineDraft): boolean {
  return kind !== "" && day !== "" && isZone(zone.trim());
}

function isZone(zone: string): boolean {
  if (!/^[A-Za-z]/.test(zone)) return false;
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return true;
  } catch {
    return false;
  }
}

/** The moment as the server takes it. */
export function momentOf({ day, time, zone }: Pick<DeadlineDraft, "day" | "time" | "zone">) {
  return { day, zone: zone.trim(), ...(time === "" ? {} : { time }) };
}

/** The moment a deadline had, as the server takes it back. */
export function momentBefore({ day, time, zone, fold, words }: DeadlineView["at"]) {
  return {
    day,
    zone,
    ...(time === undefined ? {} : { time }),
    ...(fold === undefined ? {} : { fold }),
    ...(words === undefined ? {} : { words }),
  };
}
