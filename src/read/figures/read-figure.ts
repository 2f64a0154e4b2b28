// One quantity in an English sentence: hedge, number, what is counted, and for a ratio the whole it is taken of.
// Invariant: the words of a quantity are one stretch; a ratio is tied to its whole or has none.
import { CUE_FORMS } from "../packs/en-cues.ts";
import { DETERMINERS, PREPOSITIONS, SUBORDINATORS } from "../packs/en-words.ts";
import type { Hedge, Span } from "../reading.ts";
import { isFinite } from "../statements/english/phrase.ts";
import type { Token } from "../statements/tokens.ts";
import { fractionAt } from "./fractions.ts";
import { hedgeAfter, hedgeBefore } from "./hedges.ts";
import { mayOpenNumber } from "./number-words.ts";
import { parseNumber, type ParsedNumber } from "./parse-number.ts";
import { currencyOf, isMeasure, isPersons, unitOf } from "./units.ts";

/** Where the noun phrase that starts at `at` ends: what is counted. */
function countedEnd(tokens: readonly Token[], at: number): number {
  let to = at;
  const view = { tokens, verbs: new Set<number>() };
  for (let k = at; k < tokens.length && k - at < 6; k++) {
    const token = tokens[k];
    if (
      !token ||
      (token.kind === "mark" && token.text !== "-") ||
      token.quote !== tokens[at - 1]?.quote
    )
      break;
    if (
      PREPOSITIONS.has(token.lower) ||
      SUBORDINATORS.has(token.lower) ||
      DETERMINERS.has(token.lower) ||
      ["and", "or", "but"].includes(token.lower)
    )
      break;
    if (CUE_FORMS.get(token.lower)?.some(({ verb, form }) => form === "past" && verb.act === "say"))
      break;
    if (
      isFinite(view, k) ||
      token.lower.endsWith("ly") ||
      (token.kind === "word" && token.lower.endsWith("ing") && k > at)
    )
      break;
    to = k + 1;
    // `people live there`: what counts people ends with them.
    if (
      isPersons(token.lower) &&
      !isPersons(tokens[k + 1]?.lower ?? "") &&
      tokens[k + 1]?.text !== "-"
    )
      break;
  }
  return to;
}

function span(tokens: readonly Token[], from: number, to: number): Span | null {
  const first = tokens[from];
  const last = tokens[to - 1];
  return first && last && to > from ? { start: first.start, end: last.end } : null;
}

export interface Raw {
  readonly span: Span;
  readonly number: ParsedNumber;
  readonly hedge: Hedge;
  readonly unit: string;
  readonly population: Span | null;
  readonly of: Span | null;
}

interface Counted {
  readonly from: number;
  readonly to: number;
  /** First token of the whole a ratio is taken of, or -1. */
  readonly whole: number;
}

/** What stands after a number: `of the 22-million population`, `-strong crowd`, `-kilometer border`, `pupils`. */
function countedAfter(tokens: readonly Token[], at: number, ratio: boolean): Counted {
  let next = at;
  const of = tokens[next]?.lower === "of";
  if (of) next += DETERMINERS.has(tokens[next + 1]?.lower ?? "") ? 2 : 1;
  else if (ratio && DETERMINERS.has(tokens[next]?.lower ?? "")) next++;
  const whole = ratio && next > at ? next : -1;
  if (tokens[next]?.text === "-") next++;
  if (tokens[next]?.lower === "strong") next++;
  if (!ratio) return { from: next, to: countedEnd(tokens, next), whole: -1 };
  // The whole may be a number of its own, and somebody's: `of Sarn's 24 million people`.
  const owner = tokens[next + 1]?.lower === "'s" ? next + 2 : next;
  const inner = whole >= 0 ? parseNumber(tokens, owner) : null;
  let start = inner ? inner.to : next;
  if (inner && tokens[start]?.text === "-") start++;
  if (inner && tokens[start]?.lower === "strong") start++;
  return { from: start, to: Math.max(start, countedEnd(tokens, start)), whole };
}

/** The quantity that begins at a token, hedge and counted noun included, or null. */
export function readFigure(tokens: readonly Token[], at: number): { raw: Raw; to: number } | null {
  const token = tokens[at];
  if (!token || token.kind === "mark") return null;
  if (token.kind === "word" && !mayOpenNumber(token.lower)) return null;
  const fraction = fractionAt(tokens, at);
  const number = fraction
    ? { ...SHARE, low: fraction.percent, high: fraction.percent, to: fraction.to }
    : parseNumber(tokens, at);
  if (!number) return null;
  const lead =
    number.currency || (number.vague && ["a", "the"].includes(tokens[at - 1]?.lower ?? "")) ? 1 : 0;
  const hedged = hedgeBefore(tokens, at - lead);
  const trailing = hedgeAfter(tokens, number.to);
  const from = hedged?.from ?? at - lead;
  let to = number.to;
  let counted: Counted = { from: to, to, whole: -1 };
  if (tokens[to]?.lower === "more" && (number.vague || tokens[to + 1]?.kind !== "word")) to++;
  else {
    counted = countedAfter(tokens, trailing?.to ?? to, number.percent);
    to = Math.max(
      to,
      trailing?.to ?? to,
      counted.to > counted.from || counted.whole >= 0 ? counted.to : to,
    );
  }
  if (
    tokens[to]?.lower === "at" &&
    tokens[to + 1]?.lower === "a" &&
    tokens[to + 2]?.lower === "time"
  )
    to += 3;
  const all = span(tokens, from, to);
  if (!all) return null;
  const hedge: Hedge = number.range
    ? "range"
    : (trailing?.hedge ?? hedged?.hedge ?? (number.vague ? "vague" : "exact"));
  const unit = number.percent
    ? "percent"
    : number.currency
      ? (currencyOf(tokens[at - 1]?.text ?? "") ?? "money")
      : unitOf(tokens, counted.from, counted.to);
  const behind =
    isMeasure(tokens[counted.from]?.lower ?? "") && counted.to - counted.from > 1 ? 1 : 0;
  const raw: Raw = {
    span: all,
    number,
    hedge: number.vague && hedge === "about" ? "vague" : hedge,
    unit,
    population: span(tokens, counted.from + behind, counted.to),
    of: counted.whole >= 0 ? span(tokens, counted.whole, counted.to) : null,
  };
  return {
    raw: raw.population || raw.of ? raw : totalBefore(tokens, at, raw),
    to: Math.max(to, number.to),
  };
}

const SHARE = { vague: false, range: false, percent: true, currency: false } as const;
const TOTALS: Readonly<Record<string, string>> = {
  population: "persons",
  toll: "persons",
  crowd: "persons",
  total: "",
  capacity: "",
};

/** `a population of 40,000`: what is counted stands before the number. */
function totalBefore(tokens: readonly Token[], at: number, raw: Raw): Raw {
  let k = at - 1;
  while (k > 0 && at - k < 4 && tokens[k]?.lower !== "of") k--;
  const noun = tokens[k - 1];
  const unit = tokens[k]?.lower === "of" ? TOTALS[noun?.lower ?? ""] : undefined;
  if (!noun || unit === undefined || raw.number.percent || raw.number.currency) return raw;
  return {
    ...raw,
    span: { start: noun.start, end: raw.span.end },
    unit,
    population: { start: noun.start, end: noun.end },
  };
}
