// Dates of a workbook: a number of days and a format that says how much of it a person saw.
// Invariant: a cell shown as "March 2017" is read as that month, never as its first day.

export type DateForm = "day" | "month" | "year" | "time" | "day-time";

/** Built-in formats (ECMA-376 part 1, §18.8.30), the East Asian ones among them. */
const builtIn: readonly (readonly [from: number, to: number, form: DateForm])[] = [
  [14, 16, "day"],
  [17, 17, "month"],
  [18, 21, "time"],
  [22, 22, "day-time"],
  [27, 31, "day"],
  [32, 35, "time"],
  [36, 36, "day"],
  [45, 47, "time"],
  [50, 54, "day"],
  [55, 56, "time"],
  [57, 58, "day"],
];

export function builtInForm(id: number): DateForm | null {
  return builtIn.find(([from, to]) => id >= from && id <= to)?.[2] ?? null;
}

/** What a custom format shows of a date; null where it shows a number. */
export function formOf(format: string): DateForm | null {
  const plain = (format.split(";")[0] ?? "")
    .slice(0, 500)
    .replace(/"[^"]*"|\\.|_./g, "")
    .replace(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, "")
    .toLowerCase();
  if (plain.includes("general")) return null;
  const [year, day, hour] = [
    /[ye]/.test(plain) && !/[0#]/.test(plain),
    plain.includes("d"),
    /[hs]/.test(plain),
  ];
  if (hour) return year || day ? "day-time" : "time";
  if (day) return "day";
  if (year) return plain.includes("m") ? "month" : "year";
  return null;
}

const DAY_MS = 86_400_000;

/** The text of a date cell; null where the number is none. `from1904` is the workbook's older way of counting. */
export function dateText(serial: number, form: DateForm, from1904: boolean): string | null {
  if (!Number.isFinite(serial) || serial < 0 || serial > 2_958_466) return null;
  // 1900 was no leap year, but the count of days pretends it was.
  const start = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < 60 ? 31 : 30);
  const iso = new Date(Math.round((start + serial * DAY_MS) / 1000) * 1000).toISOString();
  switch (form) {
    case "year":
      return iso.slice(0, 4);
    case "month":
      return iso.slice(0, 7);
    case "day":
      return iso.slice(0, 10);
    case "time":
      return iso.slice(11, 19);
    case "day-time":
      return iso.slice(11, 19) === "00:00:00" ? iso.slice(0, 10) : iso.slice(0, 19);
  }
}
