// Dates in Kazakh, Turkish and Chinese sentences beyond the full day: months and seasons of a year, years, open
// spans, and what is told from the day of publication.
// Invariant: relative dates stay words without a known publication date; a length of time (`үш күн`) is no date.
import { ZH_DATES } from "./chinese-dates.ts";
import type { DateRule } from "./date-rule.ts";
import { KK_DATES } from "./kazakh-dates.ts";
import type { Day } from "./relative-date.ts";
import type { FoundDate } from "./russian-dates.ts";
import { TR_DATES } from "./turkish-dates.ts";

/** Stands in where no day of publication is known: its answers are thrown away. */
const ANY: Day = { year: 2000, month: 1, day: 1 };
const RULES: ReadonlyMap<string, readonly DateRule[]> = new Map([
  ["kk", KK_DATES],
  ["tr", TR_DATES],
  ["zh", ZH_DATES],
]);

/** Without one of these a sentence holds no date. */
const TRIGGER =
  /\d|кеше|бүгін|ертең|былтыр|биыл|бұрын|өткен|dün|bugün|yarın|geçen|önce|bu yıl|前|[昨今明]|去年|上(?:个|周|月)/iu;

/** Dates of one sentence in order of place, full days left to `writtenDates`. Earlier rules win a place. */
export function packDates(words: string, language: string, published: Day | null): FoundDate[] {
  if (!TRIGGER.test(words)) return [];
  const found: FoundDate[] = [];
  for (const [rule, pattern, relative, edtf] of RULES.get(language) ?? [])
    for (const match of words.matchAll(pattern)) {
      const at = match.index;
      const length = match[0].length;
      if (found.some((one) => one.at < at + length && at < one.at + one.length)) continue;
      const value = edtf(match, published ?? ANY);
      if (value === null) continue;
      found.push({ at, length, edtf: relative && !published ? null : value, relative, rule });
    }
  return found.sort((a, b) => a.at - b.at);
}
