// Dates in Kazakh sentences. Own rules. Invariant: earlier rules are the more exact ones.
import { ago, count, dayOf, monthOf, YEAR, type DateRule, type Unit } from "./date-rule.ts";
import { shifted } from "./relative-date.ts";
import { monthNumber } from "./written-date.ts";

const KK_NUMBERS = "бір екі үш төрт бес алты жеті сегіз тоғыз он";
const KK_UNITS: Readonly<Record<string, Unit>> = {
  күн: "day",
  апта: "week",
  ай: "month",
  жыл: "year",
};
const KK_SEASONS: Readonly<Record<string, number>> = { көктем: 21, жаз: 22, күз: 23, қыс: 24 };
const KK_MONTH =
  "(қаңтар|ақпан|наурыз|сәуір|мамыр|маусым|шілде|тамыз|қыркүйек|қазан|қараша|желтоқсан)";
export const KK_DATES: readonly DateRule[] = [
  [
    "month and year",
    new RegExp(`${YEAR} жыл(?:дың|ғы) ${KK_MONTH}\\p{L}{0,6}(?! \\d)`, "giu"),
    false,
    (m) => monthOf(m[1] ?? "", m[2] ?? ""),
  ],
  [
    "season",
    new RegExp(`${YEAR} жыл(?:дың|ғы) (көктем|жаз|күз|қыс)\\p{L}{0,5}`, "giu"),
    false,
    (m) => `${m[1]}-${KK_SEASONS[(m[2] ?? "").toLowerCase()]}`,
  ],
  ["open span", new RegExp(`${YEAR} жылдан (?:бері|бастап)`, "giu"), false, (m) => `${m[1]}/..`],
  ["open span", new RegExp(`${YEAR} жылға дейін`, "giu"), false, (m) => `../${m[1]}`],
  [
    "year",
    new RegExp(`${YEAR} жыл(?:ы|дың|ғы)?(?!\\p{L})(?! \\d)`, "giu"),
    false,
    (m) => m[1] ?? null,
  ],
  [
    "month, year told",
    new RegExp(`(былтыр(?:ғы)?|биыл(?:ғы)?) ${KK_MONTH}\\p{L}{0,6}`, "giu"),
    true,
    (m, from) => monthOf(from.year - (/^б[ы]лт/iu.test(m[1] ?? "") ? 1 : 0), m[2] ?? ""),
  ],
  [
    "month and day",
    new RegExp(`(?<!\\d)(\\d{1,2})[ -]+${KK_MONTH}\\p{L}{0,6}`, "giu"),
    true,
    (m, from) => dayOf(from, monthNumber(m[2] ?? ""), Number(m[1])),
  ],
  [
    "time before now",
    new RegExp(
      `(?<!\\p{L})(\\d{1,3}|${KK_NUMBERS.replaceAll(" ", "|")}) (күн|апта|ай|жыл) бұрын`,
      "giu",
    ),
    true,
    (m, from) =>
      ago(from, count(m[1] ?? "", KK_NUMBERS), KK_UNITS[(m[2] ?? "").toLowerCase()] ?? "day"),
  ],
  [
    "time before now",
    /(?<!\p{L})өткен (апта|ай|жыл)(?:да|ы)?(?!\p{L})/giu,
    true,
    (m, from) => ago(from, 1, KK_UNITS[(m[1] ?? "").toLowerCase()] ?? "day"),
  ],
  [
    "time before now",
    /(?<!\p{L})(кеше|бүгін|ертең)(?!\p{L})/giu,
    true,
    (m, from) => shifted(from, { кеше: -1, бүгін: 0, ертең: 1 }[(m[1] ?? "").toLowerCase()] ?? 0),
  ],
  [
    "time before now",
    /(?<!\p{L})(былтыр|биыл)(?!\p{L})/giu,
    true,
    (m, from) => String(from.year - ((m[1] ?? "").toLowerCase() === "былтыр" ? 1 : 0)),
  ],
];
