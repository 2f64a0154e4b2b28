// Cuts words about a date into tokens: numeric dates first, then numbers, words and signs.
// Invariant: every letter is accounted for; one unknown word and there are no tokens at all. Linear in the length.
import { type DateParts, type Mark, type Token, hanWords, tokenOfWord } from "./date-words.ts";

const phrases: readonly (readonly [RegExp, string])[] = [
  [/\b(?:no|not) later than\b|\bon or before\b|\bup to\b/gu, "by"],
  [/\b(?:no|not) earlier than\b|\bon or after\b/gu, "since"],
  [/\bprior to\b/gu, "before"],
  [/не поздн?ее/gu, "к"],
  [/не ранее/gu, "с"],
  [/(?:дата|время) неизвестн[аоы]/gu, "неизвестно"],
  [/\b(?:date unknown|not known|no date|n\/a)\b/gu, "unknown"],
];
const hanNumeral = /[〇零一二三四五六七八九十]+(?=[年月日号季])/gu;

const yearFirst = /(\d{4})([-./])(\d{1,2})\2(\d{1,2})(?!\d)/uy;
const yearLast = /(\d{1,2})([-./])(\d{1,2})\2(\d{4}|\d{2})(?!\d)/uy;
const yearMonth = /(\d{4})[-./](0?[1-9]|1[0-2])(?!\d|[-./]\d)/uy;
const monthYear = /(0?[1-9]|1[0-2])[./](\d{4})(?!\d)/uy;
const packed = /(\d{4})(\d{2})(\d{2})(?!\d)/uy;
const decade = /(\d{3}0)(?:s|-?е|-?х)(?!\p{L})/uy;
const digits = /\d{1,4}(?!\d)/uy;
const shortYear = /-(\d{2})(?!\d)/uy;
const word = /\p{L}[\p{L}\p{M}]*/uy;
const spaces = /[\s,.:;()'"’]+/uy;

/** Tokens of a date in words; null where any part is not understood. */
export function tokensOf(words: string): readonly Token[] | null {
  const text = prepare(words);
  const tokens: Token[] = [];
  for (let at = 0; at < text.length;) {
    const step = next(text, at, tokens.at(-1));
    if (step === null) return null;
    tokens.push(...step.tokens);
    at = step.end;
  }
  return tokens.filter((t) => t.is !== "skip");
}

function prepare(words: string): string {
  let text = words.normalize("NFKC").toLowerCase().replaceAll("ё", "е").trim();
  for (const [phrase, plain] of phrases) text = text.replace(phrase, plain);
  return text.replace(hanNumeral, (numeral) => String(numberOfHan(numeral)));
}

/** 二〇一八 is 2018, 十二 is 12, 二十三 is 23. */
function numberOfHan(numeral: string): string | number {
  const figures = "零一二三四五六七八九";
  const figure = (c: string): number => Math.max(figures.indexOf(c === "〇" ? "零" : c), 0);
  const ten = numeral.indexOf("十");
  if (ten < 0) return [...numeral].map(figure).join("");
  return (ten === 0 ? 1 : figure(numeral[ten - 1] ?? "")) * 10 + figure(numeral[ten + 1] ?? "零");
}

interface Step {
  readonly tokens: readonly Token[];
  readonly end: number;
}

function next(text: string, at: number, before: Token | undefined): Step | null {
  return numeric(text, at) ?? sign(text, at, before) ?? wordAt(text, at);
}

function match(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function numeric(text: string, at: number): Step | null {
  let m = match(yearFirst, text, at);
  if (m !== null)
    return date(at, m, [{ year: Number(m[1]), month: Number(m[3]), day: Number(m[4]) }]);
  m = match(yearLast, text, at);
  if (m !== null)
    return date(
      at,
      m,
      dayOrMonthFirst(Number(m[1]), Number(m[3]), fullYear(m[4] ?? ""), m[2] === "."),
    );
  m = match(yearMonth, text, at);
  if (m !== null) return date(at, m, [{ year: Number(m[1]), month: Number(m[2]) }]);
  m = match(monthYear, text, at);
  if (m !== null) return date(at, m, [{ year: Number(m[2]), month: Number(m[1]) }]);
  m = match(packed, text, at);
  if (m !== null)
    return date(at, m, [{ year: Number(m[1]), month: Number(m[2]), day: Number(m[3]) }]);
  m = match(decade, text, at);
  if (m !== null) return { tokens: [{ is: "decade", n: Number(m[1]) }], end: at + m[0].length };
  m = match(digits, text, at);
  if (m === null) return null;
  return {
    tokens: [{ is: "number", n: Number(m[0]), digits: m[0].length }],
    end: at + m[0].length,
  };
}

function date(at: number, m: RegExpExecArray, options: readonly DateParts[]): Step {
  return { tokens: [{ is: "date", options }], end: at + m[0].length };
}

/** Points mean day first everywhere; strokes and hyphens may be either, so both readings are kept, day first. */
function dayOrMonthFirst(
  a: number,
  b: number,
  year: number,
  points: boolean,
): readonly DateParts[] {
  const dayFirst = { year, month: b, day: a };
  const monthFirst = { year, month: a, day: b };
  if (b > 12) return [monthFirst];
  return points || a > 12 || a === b ? [dayFirst] : [dayFirst, monthFirst];
}

/** Two-digit years: 00–39 are of this century, 40–99 of the last. */
export function fullYear(figures: string): number {
  const n = Number(figures);
  return figures.length > 2 ? n : n < 40 ? 2000 + n : 1900 + n;
}

const signs: Readonly<Record<string, Mark>> = {
  "?": "perhaps",
  "~": "about",
  "/": "or",
  "–": "to",
  "—": "to",
};

function sign(text: string, at: number, before: Token | undefined): Step | null {
  const gap = match(spaces, text, at);
  if (gap !== null) return { tokens: [], end: at + gap[0].length };
  const c = text[at] ?? "";
  const mark = signs[c];
  if (mark !== undefined) return { tokens: [{ is: mark }], end: at + 1 };
  if (c !== "-") return null;
  // Spreadsheets write "Mar-18" for March 2018; in "5-March" and "2018-يىلى" the hyphen only joins.
  const year = before?.is === "month" ? match(shortYear, text, at) : null;
  if (year !== null) {
    return {
      tokens: [{ is: "number", n: fullYear(year[1] ?? ""), digits: 4 }],
      end: at + year[0].length,
    };
  }
  const figureBefore = before?.is === "number" || before?.is === "date";
  const figureAfter = /\d/u.test(text[at + 1] ?? "");
  const joins = text[at - 1] !== " " && (figureBefore !== figureAfter || before?.is === "third");
  return { tokens: joins ? [] : [{ is: "to" }], end: at + 1 };
}

function wordAt(text: string, at: number): Step | null {
  for (const [run, tokens] of hanWords)
    if (text.startsWith(run, at)) return { tokens, end: at + run.length };
  const m = match(word, text, at);
  const token = m === null ? undefined : tokenOfWord(m[0]);
  return m === null || token === undefined ? null : { tokens: [token], end: at + m[0].length };
}
