// Dates in Chinese sentences. Own rules. Invariant: earlier rules are the more exact ones.
import { ago, count, dayOf, monthOf, YEAR, type DateRule, type Unit } from "./date-rule.ts";
import { shifted } from "./relative-date.ts";

const ZH_NUMBERS = "一 二 三 四 五 六 七 八 九 十";
const ZH_UNITS: Readonly<Record<string, Unit>> = {
  天: "day",
  日: "day",
  周: "week",
  个月: "month",
  年: "year",
};
const ZH_SEASONS: Readonly<Record<string, number>> = { 春: 21, 夏: 22, 秋: 23, 冬: 24 };
export const ZH_DATES: readonly DateRule[] = [
  [
    "month and year",
    new RegExp(`${YEAR}年(\\d{1,2})月(?!\\d)`, "gu"),
    false,
    (m) => monthOf(m[1] ?? "", m[2] ?? ""),
  ],
  [
    "season",
    new RegExp(`${YEAR}年([春夏秋冬])[天季]?`, "gu"),
    false,
    (m) => `${m[1]}-${ZH_SEASONS[m[2] ?? ""]}`,
  ],
  ["open span", new RegExp(`(?:自|从)${YEAR}年(?:以来|起|开始)`, "gu"), false, (m) => `${m[1]}/..`],
  ["open span", new RegExp(`${YEAR}年(?:以前|之前|前)`, "gu"), false, (m) => `../${m[1]}`],
  ["year", new RegExp(`(?<!\\d)${YEAR}年(?!\\d)`, "gu"), false, (m) => m[1] ?? null],
  [
    "month, year told",
    /(去年|今年)(\d{1,2})月(?!\d)/gu,
    true,
    (m, from) => monthOf(from.year - (m[1] === "去年" ? 1 : 0), m[2] ?? ""),
  ],
  [
    "month and day",
    /(?<![\d年])(\d{1,2})月(\d{1,2})日/gu,
    true,
    (m, from) => dayOf(from, Number(m[1]), Number(m[2])),
  ],
  [
    "time before now",
    /(\d{1,3}|[一二三四五六七八九十两])(天|日|周|个月|年)前/gu,
    true,
    (m, from) =>
      ago(from, count((m[1] ?? "").replace("两", "二"), ZH_NUMBERS), ZH_UNITS[m[2] ?? ""] ?? "day"),
  ],
  [
    "time before now",
    /上(?:个)?(周|月)(?![一二三四五六日])/gu,
    true,
    (m, from) => ago(from, 1, m[1] === "周" ? "week" : "month"),
  ],
  [
    "time before now",
    /(昨[天日]|今[天日]|明[天日])/gu,
    true,
    (m, from) => shifted(from, m[1]?.startsWith("昨") ? -1 : m[1]?.startsWith("明") ? 1 : 0),
  ],
  [
    "time before now",
    /(去年|今年)/gu,
    true,
    (m, from) => String(from.year - (m[1] === "去年" ? 1 : 0)),
  ],
];
