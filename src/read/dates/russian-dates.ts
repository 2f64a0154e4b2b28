// Dates in Russian sentences: chrono-node's candidates, with what it misses (years, seasons, `прошлого года`) added.
// Invariant: relative dates stay words without a known publication date; `сейчас` is no date.
import * as chrono from "chrono-node/ru";
import type { Day } from "./relative-date.ts";

export interface FoundDate {
  readonly at: number;
  readonly length: number;
  readonly edtf: string | null;
  readonly relative: boolean;
  readonly rule: string;
}

const TRIGGER =
  /\d|вчера|сегодня|завтра|назад|прошл|нынешн|следующ|этом|январ|феврал|март|апрел|мая|мае|июн|июл|август|сентябр|октябр|ноябр|декабр|понедельник|вторник|сред[уы]|четверг|пятниц|суббот|воскресень/i;
const YEAR = /(?:с|до|после|около|в|к)\s+((?:1[89]|20)\d\d)(?:\s*(?:году|года|год|г\.))/giu;
const SEASON = /(весной|летом|осенью|зимой)\s+((?:1[89]|20)\d\d)(?:\s*(?:года|г\.))?/giu;
const SEASONS: Readonly<Record<string, number>> = { весной: 21, летом: 22, осенью: 23, зимой: 24 };
const TOLD_YEAR = /^\s*(прошлого|этого|нынешнего)\s+года/iu;

function two(value: number): string {
  return String(value).padStart(2, "0");
}

function bounded(words: string, year: string): string {
  const lead = words.slice(0, 2).trim().toLowerCase();
  if (lead === "с" || words.toLowerCase().startsWith("после")) return `${year}/..`;
  if (lead === "до" || lead === "к") return `../${year}`;
  return words.toLowerCase().startsWith("около") ? `${year}~` : year;
}

function candidates(words: string, published: Day | null): FoundDate[] {
  const from = published ?? { year: 2000, month: 1, day: 1 };
  const reference = new Date(from.year, from.month - 1, from.day, 12);
  return chrono.parse(words, reference).flatMap(({ text, index, start }) => {
    const clean = text.trimEnd();
    if (
      /^(?:сейчас|теперь|\d{1,2}:\d{2})/i.test(clean) ||
      !(start.isCertain("day") || start.isCertain("month") || start.isCertain("weekday"))
    )
      return [];
    const told =
      start.isCertain("month") && !start.isCertain("year")
        ? TOLD_YEAR.exec(words.slice(index + clean.length))
        : null;
    const written = /(?:1[89]|20)\d\d/.test(clean);
    const year = told
      ? from.year - (told[1]?.toLowerCase() === "прошлого" ? 1 : 0)
      : past(start.get("year") ?? from.year, start, from);
    const month = start.get("month") ?? 1;
    const day = start.isCertain("day") ? `-${two(start.get("day") ?? 1)}` : "";
    const weekday = start.isCertain("weekday") && !start.isCertain("day");
    const edtf = weekday
      ? lastWeekday(start.get("weekday") ?? 0, from)
      : `${year}-${two(month)}${day}`;
    const known = written || published !== null;
    return [
      {
        at: index,
        length: clean.length + (told?.[0].length ?? 0),
        edtf: known ? edtf : null,
        relative: !written,
        rule: "chrono, Russian",
      },
    ];
  });
}

/** News looks back: a day named without its year and more than a month ahead is last year's. */
function past(
  year: number,
  start: { isCertain(part: "year"): boolean; get(part: "month"): number | null },
  from: Day,
): number {
  if (start.isCertain("year")) return year;
  return (start.get("month") ?? 1) > from.month + 1 ? from.year - 1 : from.year;
}

function lastWeekday(weekday: number, from: Day): string {
  const today = Date.UTC(from.year, from.month - 1, from.day);
  const back = (new Date(today).getUTCDay() - weekday + 7) % 7;
  return new Date(today - back * 86_400_000).toISOString().slice(0, 10);
}

/** Dates of one sentence in order of place. */
export function russianDates(words: string, published: Day | null): FoundDate[] {
  if (!TRIGGER.test(words)) return [];
  const found: FoundDate[] = [];
  for (const match of words.matchAll(SEASON))
    found.push({
      at: match.index,
      length: match[0].length,
      edtf: `${match[2]}-${SEASONS[(match[1] ?? "").toLowerCase()]}`,
      relative: false,
      rule: "season",
    });
  for (const one of candidates(words, published)) if (free(found, one)) found.push(one);
  for (const match of words.matchAll(YEAR)) {
    const lead = match[0].indexOf(match[1] ?? "");
    const one = {
      at: match.index + lead,
      length: match[0].length - lead,
      edtf: bounded(match[0], match[1] ?? ""),
      relative: false,
      rule: "year",
    };
    if (free(found, one)) found.push(one);
  }
  return found.sort((a, b) => a.at - b.at);
}

function free(found: readonly FoundDate[], one: FoundDate): boolean {
  return found.every(({ at, length }) => one.at + one.length <= at || one.at >= at + length);
}
