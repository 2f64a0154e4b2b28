// Dates in Turkish sentences. Own rules. Invariant: earlier rules are the more exact ones.
import { ago, count, dayOf, monthOf, YEAR, type DateRule, type Unit } from "./date-rule.ts";
import { shifted } from "./relative-date.ts";
import { monthNumber } from "./written-date.ts";

const TR_NUMBERS = "bir iki üç dört beş altı yedi sekiz dokuz on";
const TR_UNITS: Readonly<Record<string, Unit>> = {
  gün: "day",
  hafta: "week",
  ay: "month",
  yıl: "year",
};
const TR_SEASONS: Readonly<Record<string, number>> = {
  ilkbahar: 21,
  bahar: 21,
  yaz: 22,
  sonbahar: 23,
  kış: 24,
};
const TR_MONTH = "(ocak|şubat|mart|nisan|mayıs|haziran|temmuz|ağustos|eylül|ekim|kasım|aralık)";
export const TR_DATES: readonly DateRule[] = [
  [
    "month and year",
    new RegExp(`(?<!\\d )(?<!\\p{L})${TR_MONTH} ${YEAR}(?!\\d)(?:['’]\\p{L}{1,4})?`, "giu"),
    false,
    (m) => monthOf(m[2] ?? "", m[1] ?? ""),
  ],
  [
    "month and year",
    new RegExp(`${YEAR} yılının ${TR_MONTH} ayında`, "giu"),
    false,
    (m) => monthOf(m[1] ?? "", m[2] ?? ""),
  ],
  [
    "season",
    new RegExp(`${YEAR} (?:yılının )?(ilkbahar|sonbahar|bahar|yaz|kış)\\p{L}{0,5}`, "giu"),
    false,
    (m) => `${m[1]}-${TR_SEASONS[(m[2] ?? "").toLowerCase()]}`,
  ],
  [
    "open span",
    new RegExp(`${YEAR}['’]?(?:den|dan|ten|tan) (?:beri|bu yana|itibaren)`, "giu"),
    false,
    (m) => `${m[1]}/..`,
  ],
  [
    "open span",
    new RegExp(`${YEAR}['’]?(?:[ey]{0,2}[ea]) kadar`, "giu"),
    false,
    (m) => `../${m[1]}`,
  ],
  [
    "year",
    new RegExp(`${YEAR}(?:['’](?:de|da|te|ta)| yılında| yılı)(?!\\p{L})`, "giu"),
    false,
    (m) => m[1] ?? null,
  ],
  [
    "month, year told",
    new RegExp(`(geçen|bu) yıl ${TR_MONTH}(?: ayında|\\p{L}{0,3})`, "giu"),
    true,
    (m, from) => monthOf(from.year - ((m[1] ?? "").toLowerCase() === "geçen" ? 1 : 0), m[2] ?? ""),
  ],
  [
    "month and day",
    new RegExp(`(?<!\\d)(\\d{1,2}) ${TR_MONTH}(?! \\d{4})(?:['’]\\p{L}{1,4})?`, "giu"),
    true,
    (m, from) => dayOf(from, monthNumber(m[2] ?? ""), Number(m[1])),
  ],
  [
    "time before now",
    new RegExp(
      `(?<!\\p{L})(\\d{1,3}|${TR_NUMBERS.replaceAll(" ", "|")}) (gün|hafta|ay|yıl) önce`,
      "giu",
    ),
    true,
    (m, from) =>
      ago(from, count(m[1] ?? "", TR_NUMBERS), TR_UNITS[(m[2] ?? "").toLowerCase()] ?? "day"),
  ],
  [
    "time before now",
    /(?<!\p{L})geçen (hafta|ay|yıl)(?!\p{L})/giu,
    true,
    (m, from) => ago(from, 1, TR_UNITS[(m[1] ?? "").toLowerCase()] ?? "day"),
  ],
  [
    "time before now",
    /(?<!\p{L})(dün|bugün|yarın)(?!\p{L})/giu,
    true,
    (m, from) => shifted(from, { dün: -1, bugün: 0, yarın: 1 }[(m[1] ?? "").toLowerCase()] ?? 0),
  ],
  ["time before now", /(?<!\p{L})bu yıl(?!\p{L})/giu, true, (_, from) => String(from.year)],
];
