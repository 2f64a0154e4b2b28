// Dates as sources give them: EDTF (ISO 8601-2) checked, bounded by days, compared.
// Invariant: nothing here throws, whatever it is given; what is not a date is null.
import { parse } from "edtf";
import { type Bounds, boundsOf, unbounded } from "./date-bounds.ts";
import { formatChecked } from "./format-date.ts";

/** `unknown`: a date of which nothing is said. `approximate`: marked ~. `uncertain`: marked ?. `both`: marked %. */
export type Certainty = "stated" | "approximate" | "uncertain" | "both" | "unknown";

export interface ParsedDate {
  readonly edtf: string;
  /** First possible day, ISO; null where the start is open or not known. */
  readonly min: string | null;
  /** Last possible day, ISO; null where the end is open or not known. */
  readonly max: string | null;
  readonly certainty: Certainty;
  /** Plain English. */
  readonly label: string;
}

const edtfLetters = /^[0-9XTZ?~%.,:/[\]{}+-]+$/u;
const plainDate = /^([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?$/u;
/** Years before 0001: allowed by EDTF, no part of any case, and they do not sort as text. */
const beforeOurEra = /(?:^|[[{,./])(?:-|0000)/u;
const maxCached = 20_000;
const cache = new Map<string, ParsedDate | null>();

/**
 * Checks an EDTF date (levels 0 to 2, years 0001 to 9999) and gives its bounds in days.
 * Null where the text is not such a date, or ends before it begins.
 */
export function parseDate(edtf: string): ParsedDate | null {
  const known = cache.get(edtf);
  if (known !== undefined) return known;
  const parsed = parseAnew(edtf);
  if (edtf.length <= 80) {
    if (cache.size >= maxCached) cache.clear();
    cache.set(edtf, parsed);
  }
  return parsed;
}

function parseAnew(edtf: string): ParsedDate | null {
  if (
    typeof edtf !== "string" ||
    edtf.length > 80 ||
    !edtfLetters.test(edtf) ||
    beforeOurEra.test(edtf)
  )
    return null;
  if (!plainDate.test(edtf) || !inCalendar(boundsOf(edtf), edtf)) {
    if (!inGrammar(edtf)) return null;
  }
  const { min, max } = boundsOfAll(edtf);
  if (min !== null && max !== null && min > max) return null;
  return { edtf, min, max, certainty: certaintyOf(edtf, min, max), label: formatChecked(edtf) };
}

/** A plain year, month or day needs no grammar: the bounds were clamped, so a day that survives exists. */
function inCalendar(bounds: Bounds, edtf: string): boolean {
  return bounds.min !== null && bounds.min.startsWith(edtf) && bounds.max!.startsWith(edtf);
}

function inGrammar(edtf: string): boolean {
  try {
    const { type } = parse(edtf, { level: 2 });
    // Bare `19` and `201` are a century and a decade in EDTF, and slips of the pen in a table.
    return (
      type === "Date" ||
      type === "Season" ||
      type === "Interval" ||
      type === "List" ||
      type === "Set"
    );
  } catch {
    return false;
  }
}

function boundsOfAll(edtf: string): Bounds {
  if (edtf.startsWith("[") || edtf.startsWith("{")) {
    return edtf.slice(1, -1).split(",").map(boundsOfSpan).reduce(widest);
  }
  if (!edtf.includes("/")) return boundsOf(edtf);
  const [from = "", to = ""] = edtf.split("/");
  return { min: boundsOf(from).min, max: boundsOf(to).max };
}

/** One member of a set or list: a date, `a..b`, `..b` or `a..`. */
function boundsOfSpan(member: string): Bounds {
  if (!member.includes("..")) return boundsOf(member);
  const [from = "", to = ""] = member.split("..");
  return { min: boundsOf(from).min, max: boundsOf(to).max };
}

function widest(a: Bounds, b: Bounds): Bounds {
  return {
    min: a.min === null || b.min === null ? null : a.min < b.min ? a.min : b.min,
    max: a.max === null || b.max === null ? null : a.max > b.max ? a.max : b.max,
  };
}

function certaintyOf(edtf: string, min: string | null, max: string | null): Certainty {
  if (min === null && max === null) return "unknown";
  const approximate = edtf.includes("~") || edtf.includes("%");
  const uncertain = edtf.includes("?") || edtf.includes("%");
  if (approximate && uncertain) return "both";
  return approximate ? "approximate" : uncertain ? "uncertain" : "stated";
}

/** Plain words for an EDTF date, as `between March 2018 and May 2018`; the text itself where it is no date. */
export function formatDate(edtf: string, lang = "en"): string {
  const parsed = parseDate(edtf);
  if (parsed === null) return edtf;
  return lang === "en" ? parsed.label : formatChecked(edtf, lang);
}

/**
 * Orders dates by first possible day, then last; one open at the start sorts by its end, what is not known comes last.
 * Negative, zero or positive, as `Array.sort` wants it.
 */
export function compareDates(a: string, b: string): number {
  return order(sortKey(a), sortKey(b));
}

function sortKey(edtf: string): string {
  const { min, max } = parseDate(edtf) ?? unbounded;
  return `${min ?? max ?? "~"}|${max ?? "~"}|${edtf}`;
}

function order(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Whether both could be the same day. An open or unknown end reaches everywhere; text that is no date overlaps nothing. */
export function overlaps(a: string, b: string): boolean {
  const left = parseDate(a);
  const right = parseDate(b);
  if (left === null || right === null) return false;
  const begins = left.min === null || right.max === null || left.min <= right.max;
  const ends = right.min === null || left.max === null || right.min <= left.max;
  return begins && ends;
}
