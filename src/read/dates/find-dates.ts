// Dates in running text, to EDTF, with the words they stand in.
// Invariant: a relative date is resolved only against a known publication date; a length of time is not a date.
import { lineOf } from "../language/rewrite-tokens.ts";
import type { DateSuggestion, Unmarked } from "../reading.ts";
import type { Prepared } from "../statements/prepare.ts";
import type { Sentence } from "../statements/sentence.ts";
import { edtfDay } from "./iso-date.ts";
import { packDates } from "./pack-dates.ts";
import { russianDates } from "./russian-dates.ts";
import { resolveRelative, type Day } from "./relative-date.ts";
import { monthNumber, writtenDates } from "./written-date.ts";

const MONTH =
  "(?:january|february|march|april|may|june|july|august|september|october|november|december|jan\\.?|feb\\.?|mar\\.?|apr\\.?|jun\\.?|jul\\.?|aug\\.?|sept?\\.?|oct\\.?|nov\\.?|dec\\.?)";
const YEAR = "(?:1[89]\\d\\d|20\\d\\d)";
const PATTERNS: readonly (readonly [rule: string, pattern: RegExp])[] = [
  [
    "early, mid or late",
    new RegExp(`\\b(early|mid|late)[ -](?:in )?(?:(${MONTH}),? )?(${YEAR})\\b`, "gi"),
  ],
  [
    "span of years",
    new RegExp(
      `\\b(?:between|from) (${YEAR}) (?:and|to|until) (${YEAR})\\b|\\b(${YEAR})\\s?[–-]\\s?(${YEAR})\\b`,
      "gi",
    ),
  ],
  ["month and year", new RegExp(`\\b(${MONTH}) (?:of )?(${YEAR})\\b`, "gi")],
  ["season", new RegExp(`\\b(spring|summer|autumn|fall|winter) (?:of )?(${YEAR})\\b`, "gi")],
  ["decade", new RegExp(`\\b(?:the )?((?:1[89]|20)\\d)0s\\b`, "gi")],
  [
    "year",
    new RegExp(
      `\\b(?:in|since|by|of|until|before|after|during|around) (${YEAR})\\b(?! (?:people|persons|detainees|prisoners|men|women|children|cases))`,
      "gi",
    ),
  ],
  ["month, year told", new RegExp(`\\b(?:in )?(${MONTH}) (last|this|that) year\\b`, "gi")],
  [
    "month and day",
    new RegExp(
      `\\b(${MONTH}) (\\d{1,2})(?:st|nd|rd|th)?\\b(?!,? \\d{4})|\\b(\\d{1,2})(?:st|nd|rd|th)? (?:of )?(${MONTH})\\b(?! \\d{4})`,
      "gi",
    ),
  ],
  [
    "time before now",
    /\b(?:(\d{1,3}|a|an|one|two|three|four|five|six|seven|eight|nine|ten) (day|week|month|year)s? ago|(last|this|next) (week|month|year|spring|summer|autumn|fall|winter|january|february|march|april|may|june|july|august|september|october|november|december)|(earlier this (?:year|month|week))|(yesterday|today|tomorrow|tonight)|(?:(?:on|last|late|early) )(monday|tuesday|wednesday|thursday|friday|saturday|sunday))\b/gi,
  ],
];
const ISOLATED_MONTH = new RegExp(`\\bin (${MONTH})\\b(?! \\d)`, "gi");
const SEASONS: Readonly<Record<string, number>> = {
  spring: 21,
  summer: 22,
  autumn: 23,
  fall: 23,
  winter: 24,
};
const THIRDS: Readonly<Record<string, readonly [number, number]>> = {
  early: [1, 4],
  mid: [5, 8],
  late: [9, 12],
};
const TENS: Readonly<Record<string, readonly [number, number]>> = {
  early: [1, 10],
  mid: [11, 20],
  late: [21, 28],
};

function two(value: number): string {
  return String(value).padStart(2, "0");
}

function valueOf(
  rule: string,
  m: RegExpMatchArray,
  published: Day | null,
): { edtf: string | null; relative: boolean } {
  switch (rule) {
    case "early, mid or late": {
      const when = (m[1] ?? "").toLowerCase();
      const month = m[2] ? monthNumber(m[2]) : 0;
      const [from, to] = (month ? TENS : THIRDS)[when] ?? [1, 12];
      const stem = month ? `${m[3]}-${two(month)}` : `${m[3]}`;
      return { edtf: `${stem}-${two(from)}/${stem}-${two(to)}`, relative: false };
    }
    case "span of years":
      return { edtf: `${m[1] ?? m[3]}/${m[2] ?? m[4]}`, relative: false };
    case "month and year":
      return { edtf: `${m[2]}-${two(monthNumber(m[1] ?? ""))}`, relative: false };
    case "season":
      return { edtf: `${m[2]}-${SEASONS[(m[1] ?? "").toLowerCase()]}`, relative: false };
    case "decade":
      return { edtf: `${m[1]}X`, relative: false };
    case "year":
      return { edtf: bounded(m[0], m[1] ?? ""), relative: false };
    default:
      return { edtf: resolveRelative(rule, m, published), relative: true };
  }
}

function bounded(words: string, year: string): string {
  const first = words.split(" ")[0]?.toLowerCase();
  if (first === "since" || first === "after") return `${year}/..`;
  if (first === "before" || first === "until" || first === "by") return `../${year}`;
  return first === "around" ? `${year}~` : year;
}

const CONFIDENT = new Set([
  "month and year",
  "span of years",
  "early, mid or late",
  "decade",
  "season",
]);

function inSentence(
  text: string,
  { start, end }: Sentence,
  published: Day | null,
): Unmarked<DateSuggestion>[] {
  const words = text.slice(start, end);
  if (
    !/\d|\b(?:last|this|next|ago|yesterday|today|tomorrow|tonight|earlier|on|in|late|early)\b/i.test(
      words,
    )
  )
    return [];
  const found: Unmarked<DateSuggestion>[] = [];
  const taken: [number, number][] = [];
  const free = (from: number, to: number): boolean => taken.every(([a, b]) => to <= a || from >= b);
  const add = (
    at: number,
    length: number,
    edtf: string | null,
    relative: boolean,
    rule: string,
    confidence: number,
  ): void => {
    if (!free(at, at + length)) return;
    taken.push([at, at + length]);
    found.push({ start: start + at, end: start + at + length, edtf, relative, rule, confidence });
  };
  for (const date of writtenDates(words))
    add(date.at, date.length, date.edtf, false, "full date", 0.95);
  for (const [rule, pattern] of PATTERNS) {
    for (const match of words.matchAll(pattern)) {
      const { edtf, relative } = valueOf(rule, match, published);
      // The preposition belongs to the sentence, not to the date's words.
      const lead =
        rule === "year"
          ? (/^\S+ /.exec(match[0])?.[0].length ?? 0)
          : rule === "time before now"
            ? (/^(?:on) /i.exec(match[0])?.[0].length ?? 0)
            : rule === "month, year told"
              ? (/^in /i.exec(match[0])?.[0].length ?? 0)
              : 0;
      add(
        match.index + lead,
        match[0].length - lead,
        edtf,
        relative,
        rule,
        CONFIDENT.has(rule) ? 0.9 : relative ? (edtf ? 0.7 : 0.6) : 0.75,
      );
    }
  }
  for (const match of words.matchAll(ISOLATED_MONTH)) {
    // `may` and `march` are words too: only with a capital.
    if (!/^\p{Lu}/u.test(match[1] ?? "")) continue;
    add(
      match.index + 3,
      match[0].length - 3,
      resolveRelative("month alone", match, published),
      true,
      "month alone",
      0.6,
    );
  }
  return found.sort((a, b) => a.start - b.start);
}

/** All dates of the document. `published` is the known publication date as an EDTF day, if there is one. */
export function findDates(
  document: Prepared,
  published: string | undefined,
): Unmarked<DateSuggestion>[] {
  const match = /^(\d{4})-(\d{2})-(\d{2})/.exec(published ?? "");
  const day: Day | null =
    match && edtfDay(Number(match[1]), Number(match[2]), Number(match[3]))
      ? { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) }
      : null;
  return document.sentences.flatMap((sentence) =>
    sentence.language === "en"
      ? inSentence(document.text, sentence, day)
      : writtenIn(document.text, sentence, day),
  );
}

function writtenIn(
  text: string,
  { start, end, language, rewritten, tokens }: Sentence,
  published: Day | null,
): Unmarked<DateSuggestion>[] {
  const line = rewritten ? lineOf(tokens) : null;
  const words = line?.text ?? text.slice(start, end);
  const spanOf =
    line?.spanOf ??
    ((at: number, length: number) => ({ start: start + at, end: start + at + length }));
  const full = writtenDates(words).map(({ edtf, at, length }) => ({
    at,
    length,
    edtf,
    relative: false,
    rule: "full date",
  }));
  const more =
    language === "ru" ? russianDates(words, published) : packDates(words, language, published);
  const free = more.filter((one) =>
    full.every(({ at, length }) => one.at + one.length <= at || one.at >= at + length),
  );
  return [...full, ...free]
    .sort((a, b) => a.at - b.at)
    .map(({ at, length, ...date }) => ({
      ...spanOf(at, length),
      ...date,
      confidence: date.relative ? 0.65 : 0.9,
    }));
}
