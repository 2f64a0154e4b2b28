// From a wall time as it was told ("half past nine in Almaty") to the instant it stands for.
// Invariant: nothing throws; where clocks leave a doubt the earlier instant counts, because being early to a hearing harms
// nobody, and the doubt is said. Computed at reading, never stored: governments change their clocks after a day was set.
// The search among offsets follows Temporal (TC39 proposal, GetPossibleEpochNanoseconds); offsets come from ICU through Intl.
import type { Body } from "../../model/index.ts";

export type Moment = Body<"deadline.set">["at"];

/** `skipped`: clocks jump over it. `twice`: clocks go back and it comes again. `unknown-zone`: read as UTC here. */
export type Doubt = "skipped" | "twice" | "unknown-zone";

/** Instants in milliseconds since 1970. Without an hour: from the first moment of the day to its last. */
export interface Resolved {
  readonly startsAt: number;
  readonly endsAt: number;
  readonly doubt: Doubt | null;
}

const dayMs = 86_400_000;
const halfDayMs = dayMs / 2;
const formats = new Map<string, Intl.DateTimeFormat>();

/** Whether this machine knows a zone of this name. */
export function isZone(zone: string): boolean {
  return formatOf(zone) !== null;
}

export function resolveMoment({ day, time, zone, fold }: Moment): Resolved {
  const known = isZone(zone) ? zone : "UTC";
  const unknown = known === zone ? null : ("unknown-zone" as const);
  if (time !== undefined) {
    const { instants, doubt } = instantsAt(wallMs(day, time), known);
    const at = instants[fold === "second" ? instants.length - 1 : 0] as number;
    const settled = doubt === "twice" && fold !== undefined;
    return { startsAt: at, endsAt: at, doubt: unknown ?? (settled ? null : doubt) };
  }
  const midnight = wallMs(day, "00:00");
  const startsAt = firstMoment(midnight, known);
  const endsAt = Math.max(lastMidnight(midnight + dayMs, known), startsAt);
  return { startsAt, endsAt, doubt: unknown ?? (startsAt === endsAt ? "skipped" : null) };
}

/** What the clocks and the calendar of a zone show at an instant; of UTC where nobody knows the zone. */
export function wallTimeAt(ms: number, zone: string): { day: string; time: string } {
  const iso = new Date(ms + offsetAt(ms, isZone(zone) ? zone : "UTC")).toISOString();
  return { day: iso.slice(0, 10), time: iso.slice(11, 16) };
}

/** A wall time as if its clocks were UTC's: a number to count with, no instant. */
function wallMs(day: string, time: string): number {
  return Date.parse(`${day}T${time}:00Z`);
}

/** Every instant at which clocks there show this; for a time they skip, the instant an hour (or whatever is skipped) before. */
function instantsAt(wall: number, zone: string): { instants: number[]; doubt: Doubt | null } {
  const offsets = offsetsAround(wall, zone);
  const instants = offsets
    .map((offset) => wall - offset)
    .filter((ms) => ms + offsetAt(ms, zone) === wall)
    .toSorted((a, b) => a - b);
  if (instants.length > 0) return { instants, doubt: instants.length > 1 ? "twice" : null };
  return { instants: [wall - Math.max(...offsets)], doubt: "skipped" };
}

function firstMoment(midnight: number, zone: string): number {
  const { instants, doubt } = instantsAt(midnight, zone);
  return doubt === "skipped" ? jumpOver(midnight, zone) : (instants[0] as number);
}

/** Where midnight comes twice, the day before ends with the second. */
function lastMidnight(midnight: number, zone: string): number {
  const { instants, doubt } = instantsAt(midnight, zone);
  return doubt === "skipped" ? jumpOver(midnight, zone) : (instants.at(-1) as number);
}

/** The instant at which clocks jump over this wall time. */
function jumpOver(wall: number, zone: string): number {
  const offsets = offsetsAround(wall, zone);
  let [before, after] = [wall - Math.max(...offsets), wall - Math.min(...offsets)];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (middle + offsetAt(middle, zone) < wall) before = middle;
    else after = middle;
  }
  return after;
}

function offsetsAround(wall: number, zone: string): number[] {
  const looks = [-dayMs, -halfDayMs, 0, halfDayMs, dayMs];
  return [...new Set(looks.map((by) => offsetAt(wall + by, zone)))];
}

/** How far clocks are ahead of UTC, in milliseconds. */
function offsetAt(ms: number, zone: string): number {
  const parts = formatOf(zone)?.formatToParts(ms) ?? [];
  const name = parts.find(({ type }) => type === "timeZoneName")?.value ?? "";
  const found = /([+-])(\d\d):(\d\d)(?::(\d\d))?$/.exec(name);
  if (found === null) return 0;
  const [, sign, hours, minutes, seconds = "0"] = found;
  const ahead = (Number(hours) * 3_600 + Number(minutes) * 60 + Number(seconds)) * 1_000;
  return sign === "-" ? -ahead : ahead;
}

function formatOf(zone: string): Intl.DateTimeFormat | null {
  const kept = formats.get(zone);
  if (kept !== undefined) return kept;
  // An offset is no zone: it does not say what its clocks will do in spring.
  if (!/^[A-Za-z]/.test(zone)) return null;
  try {
    const format = new Intl.DateTimeFormat("en", { timeZone: zone, timeZoneName: "longOffset" });
    formats.set(zone, format);
    return format;
  } catch {
    return null;
  }
}
