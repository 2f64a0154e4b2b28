// Dates written as numbers in machine places: ISO 8601, addresses, file names.
// Invariant: a date that does not exist is never returned.

const DAYS = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** EDTF day, or null when there is no such day between 1850 and 2099. */
export function edtfDay(year: number, month: number, day: number): string | null {
  if (
    year < 1850 ||
    year > 2099 ||
    month < 1 ||
    month > 12 ||
    day < 1 ||
    day > (DAYS[month - 1] ?? 0)
  )
    return null;
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  if (month === 2 && day === 29 && !leap) return null;
  return `${year}-${String(month).padStart(2, "0")}-${String(day).padStart(2, "0")}`;
}

/** The first ISO 8601 day (or RFC 2822 date) in a machine-written value such as `2019-11-27T08:00:00+06:00`. */
export function isoDateIn(value: string): string | null {
  const text = value.slice(0, 200);
  const iso =
    /(?<!\d)(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?!\d)/.exec(text) ??
    /(?<!\d)(\d{4})(\d{2})(\d{2})(?:T\d|$|\D)/.exec(text);
  if (iso) return edtfDay(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const month = /^\s*(\d{4})-(\d{2})\s*$/.exec(text);
  if (month && Number(month[2]) >= 1 && Number(month[2]) <= 12) return `${month[1]}-${month[2]}`;
  if (/[a-z]{3}/i.test(text) && /\b\d{4}\b/.test(text)) {
    const time = Date.parse(text);
    if (!Number.isNaN(time)) {
      // Date.parse reads a bare date as local midnight; its own calendar parts are the written ones.
      const written = new Date(time);
      return edtfDay(written.getFullYear(), written.getMonth() + 1, written.getDate());
    }
  }
  return null;
}
