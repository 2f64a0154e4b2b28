// A moment as it was told, with its zone, and what the reader's own clocks show then.
// Invariant: the day on the calendar of the place comes first, whatever clock the reader looks at.
import type { MomentView } from "../../api/views.ts";
import { locale, t } from "../../messages/index.ts";

const dayForm = { weekday: "short", day: "numeric", month: "short", year: "numeric" } as const;
const utc = new Intl.DateTimeFormat(locale, { ...dayForm, timeZone: "UTC" });

/** An ISO day as `Mon 2 Mar 2026`. */
export function dayText(day: string): string {
  const at = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(at) ? day : utc.format(at).replace(",", "");
}

/** The time zone of the reader's own clocks. */
export function readerZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** The day and hour that clocks of a zone show at an instant (milliseconds since 1970). */
function shown(at: number, zone: string): { readonly day: string; readonly time: string } {
  // Sweden writes ISO days.
  const [day = "", time = ""] = new Intl.DateTimeFormat("sv-SE", {
    timeZone: zone,
    year: "numeric",
    month: "2-digit",
    day: "2-digit",
    hour: "2-digit",
    minute: "2-digit",
  })
    .format(at)
    .split(" ");
  return { day, time };
}

interface MomentWords {
  /** The day and hour there, without its zone. */
  readonly there: string;
  readonly zone: string;
  /** What the reader's clocks show; undefined where they show the same. */
  readonly here?: string;
}

/** `zone`: the reader's. */
export function momentWords(at: MomentView, zone: string = readerZone()): MomentWords {
  const there = at.time === undefined ? dayText(at.day) : `${dayText(at.day)}, ${at.time}`;
  const own = shown(at.startsAt, zone);
  const same = own.day === at.day && own.time === (at.time ?? "00:00");
  if (same) return { there, zone: at.zone };
  const moment = own.day === at.day ? own.time : `${dayText(own.day)}, ${own.time}`;
  return {
    there,
    zone: at.zone,
    here: t(at.time === undefined ? "moment.from" : "moment.here", { moment }),
  };
}

/** The day a calendar in this zone shows at `now`. */
export function todayIn(zone: string, now: number = Date.now()): string {
  try {
    return shown(now, zone).day;
  } catch {
    return shown(now, "UTC").day;
  }
}

/** `in 2 days`, counted on the calendar of the place. Both are ISO days. */
export function awayText(day: string, today: string): string {
  const days = Math.round((Date.parse(day) - Date.parse(today)) / 86_400_000);
  if (days === 0) return t("moment.today");
  if (days === 1) return t("moment.tomorrow");
  if (days === -1) return t("moment.yesterday");
  return days > 0 ? t("moment.in", { count: days }) : t("moment.ago", { count: -days });
}
