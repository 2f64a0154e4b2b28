// Reads a date out of words: "early 2018", "между мартом и маем 2018", "2018 жылға дейін", 2018年第二季度.
// Invariant: proposes or stays silent; what it proposes is always valid EDTF. Never throws.
import { parseDate } from "./date.ts";
import { type Point, edtfOf, endsOf, neighbour, pointOf } from "./date-point.ts";
import { tokensOf } from "./date-tokens.ts";
import type { Mark, Token } from "./date-words.ts";

export type DateRule =
  | "edtf"
  | "point"
  | "before"
  | "after"
  | "since"
  | "until"
  | "between"
  | "range"
  | "either"
  | "unknown";

export interface DateProposal {
  readonly edtf: string;
  /** Which reading was used. */
  readonly rule: DateRule;
  /** Plain English for the proposal. */
  readonly label: string;
}

const longestWords = 120;
/** Spreadsheets add midnight to every day; no case turns on the hour a table gives. */
const timeOfDay = /(?<=\d)[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?(?:Z|[+-]\d{2}:\d{2})?$/u;
/** The grammar is slow to refuse, so it is asked only where a four-figure year (or an open end) comes first. */
const looksEdtf = /^(?:[[{]?(?:\.\.)?|\.\.?\/|\/)[?~%]?[0-9X]{4}/u;

/**
 * Proposals for the whole of a text that is a date in words, in English, Russian, Kazakh, Chinese or Uyghur, best first.
 * Empty where it is not understood; two where day and month could change places (`en-US` puts the month first).
 */
export function readDate(words: string, lang?: string): readonly DateProposal[] {
  const text = words.trim().replace(timeOfDay, "");
  if (text === "" || text.length > longestWords) return [];
  if (looksEdtf.test(text)) {
    const given = parseDate(text);
    if (given !== null) return [{ edtf: text, rule: "edtf", label: given.label }];
  }
  const tokens = tokensOf(text);
  if (tokens === null || tokens.length === 0) return [];
  const readings = readingsOf(tokens).flatMap(read);
  if (lang === "en-US") readings.reverse();
  return readings.flatMap(([rule, edtf]) => {
    const parsed = parseDate(edtf);
    return parsed === null ? [] : [{ edtf, rule, label: parsed.label }];
  });
}

type Reading = readonly [DateRule, string];

/** A numeric date that can be read two ways makes two token lists; more than one of them in a text makes one. */
function readingsOf(tokens: readonly Token[]): readonly (readonly Token[])[] {
  const ambiguous = tokens.filter((t) => t.is === "date" && t.options.length > 1);
  const [only] = ambiguous;
  if (ambiguous.length !== 1 || only?.is !== "date") return [tokens];
  return only.options.map((option) =>
    tokens.map((t) => (t === only ? { is: "date", options: [option] } : t)),
  );
}

function read(tokens: readonly Token[]): readonly Reading[] {
  const has = (mark: Mark): boolean => tokens.some((t) => t.is === mark);
  if (has("unknown")) return tokens.every((t) => t.is === "unknown") ? [["unknown", "XXXX"]] : [];
  const overNewYear = winter(tokens);
  if (overNewYear !== null) return overNewYear;
  if (has("between"))
    return pair(without(tokens, "between"), ["and", "to"], "between", (a, b) => `[${a}..${b}]`);
  if (has("to"))
    return pair(without(tokens, "from", "since"), ["to"], "range", (a, b) => `${a}/${b}`);
  const opens = tokens[0]?.is === "from" || tokens[0]?.is === "since";
  if (opens && (has("before") || has("until") || has("by"))) {
    return pair(tokens.slice(1), ["before", "until", "by"], "range", (a, b) => `${a}/${b}`);
  }
  if (has("or")) return either(tokens);
  return marked(tokens);
}

const without = (tokens: readonly Token[], ...marks: readonly Mark[]): readonly Token[] =>
  tokens.filter((t) => !marks.some((m) => m === t.is));

function split(tokens: readonly Token[], marks: readonly Mark[]): readonly [Point, Point] | null {
  const at = tokens.findIndex((t) => marks.some((m) => m === t.is));
  const left = at < 0 ? null : pointOf(tokens.slice(0, at));
  const right = at < 0 ? null : pointOf(tokens.slice(at + 1));
  if (left === null || right === null) return null;
  return [borrow(left, right), borrow(right, left)];
}

/** "Between 5 and 10 March 2018": a side takes the larger parts it lacks from the other. */
function borrow(point: Point, from: Point): Point {
  const { month, year } = from;
  const withMonth =
    point.day !== undefined && point.month === undefined && month !== undefined
      ? { ...point, month }
      : point;
  return withMonth.year === undefined && withMonth.decade === undefined && year !== undefined
    ? { ...withMonth, year }
    : withMonth;
}

function pair(
  tokens: readonly Token[],
  marks: readonly Mark[],
  rule: DateRule,
  write: (a: string, b: string) => string,
): readonly Reading[] {
  const sides = split(tokens, marks);
  const first = sides === null ? null : endsOf(sides[0]);
  const last = sides === null ? null : endsOf(sides[1]);
  return first === null || last === null ? [] : [[rule, write(first.first, last.last)]];
}

function either(tokens: readonly Token[]): readonly Reading[] {
  const sides = split(tokens, ["or"]) ?? [];
  const ends = sides.map(endsOf);
  const members = sides.map(edtfOf).map((edtf, n) => {
    if (edtf === null || isPlain(edtf)) return edtf;
    return ends[n] ? `${ends[n].first}..${ends[n].last}` : null;
  });
  return members.length < 2 || members.includes(null) ? [] : [["either", `[${members.join(",")}]`]];
}

/** A year, month or day without marks: all a set may hold. */
function isPlain(edtf: string): boolean {
  return /^[0-9X]{4}(?:-(?:0[1-9]|1[0-2])(?:-\d{2})?)?$/u.test(edtf);
}

/** "Winter 2017-2018": one winter, from its December to its February; null where the tokens are nothing of the kind. */
function winter(tokens: readonly Token[]): readonly Reading[] | null {
  const [season, first, sign, last, ...rest] = tokens;
  if (season?.is !== "season" || first?.is !== "number" || last?.is !== "number" || rest.length > 0)
    return null;
  if (sign?.is !== "to" && sign?.is !== "or") return null;
  const year = first.n;
  const following = last.digits === 2 ? year - (year % 100) + last.n : last.n;
  return season.n === 24 && following === year + 1
    ? [["point", `[${year}-12..${following}-02]`]]
    : [];
}

const bounding = [
  "before",
  "after",
  "since",
  "until",
  "by",
  "from",
] as const satisfies readonly Mark[];

function marked(tokens: readonly Token[]): readonly Reading[] {
  const bound = bounding.filter((mark) => tokens.some((t) => t.is === mark));
  const point = pointOf(without(tokens, ...bounding, "about", "perhaps"));
  const edtf = point === null ? null : edtfOf(point);
  const ends = point === null ? null : endsOf(point);
  if (edtf === null || ends === null || bound.length > 1) return [];
  switch (bound[0]) {
    case "before":
      return [["before", `[..${neighbour(ends.first, -1)}]`]];
    case "after":
      return [["after", `[${neighbour(ends.last, 1)}..]`]];
    case "by":
      return [["before", `[..${ends.last}]`]];
    case "since":
    case "from":
      return [["since", `${ends.first}/..`]];
    case "until":
      return [["until", `../${ends.last}`]];
    default:
      return [["point", edtf + doubt(tokens, edtf)]];
  }
}

/** The marks of ISO 8601-2 for "about" and "perhaps"; seasons, thirds and sets take none and are vague already. */
function doubt(tokens: readonly Token[], edtf: string): string {
  const about = tokens.some((t) => t.is === "about");
  const perhaps = tokens.some((t) => t.is === "perhaps");
  const month = Number(edtf.split("-")[1] ?? 0);
  if (edtf.startsWith("[") || edtf.includes("X") || month > 12) return "";
  return about && perhaps ? "%" : about ? "~" : perhaps ? "?" : "";
}
