// Dates and times as people read them; the exact one is in the title.
import type { ReactNode } from "react";
import { locale, t } from "../messages/index.ts";

const day = new Intl.DateTimeFormat(locale, { day: "numeric", month: "short", year: "numeric" });
const dayUtc = new Intl.DateTimeFormat(locale, {
  day: "numeric",
  month: "short",
  year: "numeric",
  timeZone: "UTC",
});
const monthUtc = new Intl.DateTimeFormat(locale, {
  month: "long",
  year: "numeric",
  timeZone: "UTC",
});
const full = new Intl.DateTimeFormat(locale, { dateStyle: "medium", timeStyle: "medium" });
const clock = new Intl.DateTimeFormat(locale, { hour: "2-digit", minute: "2-digit" });

/** `just now`, `4 min ago`, `today 14:02`, `11 May 2019`; `at` and `now` in milliseconds since 1970. */
export function agoText(at: number, now: number = Date.now()): string {
  const minutes = Math.floor((now - at) / 60_000);
  if (minutes < 1) return t("parts.justNow");
  if (minutes < 60) return t("parts.minutesAgo", { count: minutes });
  const then = new Date(at);
  if (then.toDateString() === new Date(now).toDateString())
    return t("parts.todayAt", { time: clock.format(then) });
  return day.format(then);
}

export function DateText({ at }: { readonly at: number }): ReactNode {
  const date = new Date(at);
  return (
    <time dateTime={date.toISOString()} title={full.format(date)}>
      {agoText(at)}
    </time>
  );
}

/** The day on which something was done, for paper, where "yesterday" says nothing. */
export function dayText(at: number): string {
  return edtfText(new Date(at).toISOString().slice(0, 10));
}

/** A plain EDTF day, month or year in words; anything richer is the server's to word and comes back as it is. */
export function edtfText(edtf: string): string {
  const plain = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?$/.exec(edtf);
  if (plain === null) return edtf;
  const [, year = "", month, dayOf] = plain;
  if (month === undefined) return year;
  const date = new Date(
    Date.UTC(Number(year), Number(month) - 1, dayOf === undefined ? 1 : Number(dayOf)),
  );
  if (Number.isNaN(date.getTime())) return edtf;
  return (dayOf === undefined ? monthUtc : dayUtc).format(date);
}

/** `12:40`, or `1:02:05` from an hour on. */
export function clockText(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const s = String(whole % 60).padStart(2, "0");
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return `${minutes}:${s}`;
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, "0")}:${s}`;
}

const units = ["B", "kB", "MB", "GB", "TB"] as const;

/** A size in bytes as `3.4 MB`. */
export function sizeText(bytes: number): string {
  let size = bytes;
  let unit = 0;
  while (size >= 1000 && unit < units.length - 1) {
    size /= 1000;
    unit += 1;
  }
  const digits = unit === 0 || size >= 100 ? 0 : 1;
  return `${new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(size)} ${units[unit] ?? ""}`;
}
