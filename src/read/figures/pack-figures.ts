// Quantities in Russian, Kazakh and Turkish sentences: hedge, number, range, what is counted.
// Invariant: as for English, never a bare number; a year or a day of a month is not a quantity.
import type { Hedge } from "../reading.ts";
import type { Token } from "../statements/tokens.ts";
import { LEXICONS, type Lexicon } from "./lexicons.ts";
import { packNumberAt, type PackNumber } from "./pack-numbers.ts";

export interface OtherFigure {
  readonly start: number;
  readonly end: number;
  readonly hedge: Hedge;
  readonly low: number | null;
  readonly high: number | null;
  readonly unit: string;
  readonly population: { readonly start: number; readonly end: number } | null;
}

/** The bounds a hedge leaves to a number. */
export function boundsOf(
  hedge: Hedge,
  low: number,
  high = low,
): { low: number | null; high: number | null } {
  return {
    low: hedge === "at-most" || hedge === "less-than" ? null : low,
    high: hedge === "at-least" || hedge === "more-than" || hedge === "vague" ? null : high,
  };
}

function hedgeBefore(
  tokens: readonly Token[],
  at: number,
  { before }: Lexicon,
): { hedge: Hedge; from: number } | null {
  for (const [words, hedge] of before) {
    const from = at - words.length;
    if (from >= 0 && words.every((word, k) => tokens[from + k]?.lower === word))
      return { hedge, from };
  }
  return null;
}

/** Where the counted noun ends: adjectives and one noun, or up to a word for persons. */
function countedEnd(tokens: readonly Token[], at: number, lexicon: Lexicon): number {
  let to = at;
  while (to < tokens.length && to - at < 4) {
    const token = tokens[to];
    if (!token || token.kind !== "word" || lexicon.ends.has(token.lower)) break;
    to++;
    if (lexicon.persons.test(token.lower) && !lexicon.persons.test(tokens[to]?.lower ?? "")) break;
    if (!lexicon.adjectives.test(token.lower) && !lexicon.persons.test(token.lower)) break;
  }
  return to;
}

interface Range {
  readonly low: number;
  readonly high: number;
  readonly from: number;
  readonly to: number;
}

/** `от A до B`, `A-дан B-ға дейін`, `A ile B arasında`, `10–15 тысяч`. */
function rangeAt(
  tokens: readonly Token[],
  at: number,
  first: PackNumber,
  lexicon: Lexicon,
): Range | null {
  const link = tokens[first.to]?.lower ?? "";
  const opened = lexicon.range.first !== "" && tokens[at - 1]?.lower === lexicon.range.first;
  const dash = /^[–—-]$/.test(link);
  const between =
    dash || (lexicon.range.between.has(link) && (opened || lexicon.range.first === ""));
  if (!between && !first.from) return null;
  const second = packNumberAt(tokens, between ? first.to + 1 : first.to, lexicon);
  if (!second || second.vague || first.vague) return null;
  // The scale of the second holds for a bare first: `10–15 тысяч`.
  const scale = second.value >= 1e6 ? 1e6 : 1e3;
  const low =
    first.to === at + 1 && dash && second.value >= 1000 && first.value < 1000
      ? first.value * scale
      : first.value;
  if (second.value <= low) return null;
  const closed = /^(?:дейін|arasında|kadar)$/.test(tokens[second.to]?.lower ?? "") ? 1 : 0;
  return { low, high: second.value, from: opened ? at - 1 : at, to: second.to + closed };
}

function isDate(tokens: readonly Token[], to: number, { dates }: Lexicon): boolean {
  const skip = tokens[to]?.text === "-" ? to + 1 : to;
  return dates.test(tokens[to]?.lower ?? "") || dates.test(tokens[skip]?.lower ?? "");
}

function shareAt(
  tokens: readonly Token[],
  at: number,
  { shares }: Lexicon,
): { value: number; to: number } | null {
  const one = tokens[at]?.lower ?? "";
  const two = shares.get(`${one} ${tokens[at + 1]?.lower ?? ""}`);
  if (two !== undefined) return { value: two, to: at + 2 };
  const whole = shares.get(one);
  return whole === undefined || one === "большинство" ? null : { value: whole, to: at + 1 };
}

function readAt(
  tokens: readonly Token[],
  at: number,
  lexicon: Lexicon,
): { figure: OtherFigure; to: number } | null {
  const share = shareAt(tokens, at, lexicon);
  const number = share
    ? { ...share, vague: false, from: false }
    : packNumberAt(tokens, at, lexicon);
  if (!number || isDate(tokens, number.to, lexicon)) return null;
  const range = share ? null : rangeAt(tokens, at, number, lexicon);
  if (range && isDate(tokens, range.to, lexicon)) return null;
  let to = range?.to ?? number.to;
  const told = lexicon.percentBefore !== "" && tokens[at - 1]?.lower === lexicon.percentBefore;
  const lead = told ? at - 1 : (range?.from ?? at);
  const before = range ? null : hedgeBefore(tokens, lead, lexicon);
  const after = lexicon.after.get(tokens[to]?.lower ?? "");
  if (after) to++;
  const percent = share !== null || told || lexicon.percent.test(tokens[to]?.lower ?? "");
  if (percent && !share && !told) to++;
  const counted = percent ? to : countedEnd(tokens, to, lexicon);
  if (counted <= to && !percent) return null;
  const start = tokens[before?.from ?? lead];
  const last = tokens[counted - 1];
  const noun = tokens[to];
  if (!start || !last) return null;
  const hedge: Hedge = range
    ? "range"
    : number.vague
      ? "vague"
      : (before?.hedge ?? after ?? "exact");
  const persons = tokens.slice(to, counted).some(({ lower }) => lexicon.persons.test(lower));
  const figure: OtherFigure = {
    start: start.start,
    end: last.end,
    hedge,
    ...(range ? { low: range.low, high: range.high } : boundsOf(hedge, number.value)),
    unit: percent ? "percent" : persons ? "persons" : last.lower,
    population: percent || !noun ? null : { start: noun.start, end: last.end },
  };
  return { figure, to: counted };
}

/** Figures of a sentence in a language of word tokens; none when the language has no list here. */
export function figuresByPack(tokens: readonly Token[], language: string): OtherFigure[] {
  const lexicon = LEXICONS.get(language);
  if (!lexicon) return [];
  const found: OtherFigure[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const read = readAt(tokens, i, lexicon);
    if (!read) {
      // What a date is made of is not read again from its middle.
      const number = packNumberAt(tokens, i, lexicon);
      if (number && isDate(tokens, number.to, lexicon)) i = number.to;
      continue;
    }
    found.push(read.figure);
    i = Math.max(i, read.to - 1);
  }
  return found;
}
