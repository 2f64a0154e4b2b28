// Reads a quantity out of a table cell: "about 1,200", "более 15 лет", "5–7", 十五年.
// Invariant: an open end stays open; "more than 100" never becomes 100. Linear in the length, at most 200 letters.
import type { Value } from "./value.ts";
import { unitOf } from "./read-code.ts";

type NumberValue = Extract<Value, { kind: "number" }>;

const longest = 200;
const figure =
  /(\d{1,3}(?:[ ,'’]\d{3})+(?!\d)|\d+)(?:[.,](\d+))?\s*(thousand|million|billion|тыс|млн|миллион|мың|миллиард|млрд|百万|千|万|亿|k\b|m\b)?/gu;
const scales: Readonly<Record<string, number>> = {
  thousand: 1e3,
  тыс: 1e3,
  мың: 1e3,
  千: 1e3,
  k: 1e3,
  万: 1e4,
  million: 1e6,
  млн: 1e6,
  миллион: 1e6,
  百万: 1e6,
  m: 1e6,
  亿: 1e8,
  billion: 1e9,
  млрд: 1e9,
  миллиард: 1e9,
};
const hanNumeral = /[零〇一二三四五六七八九十]{1,4}(?=\s*(?:年|个?月|天|人|岁|$))/gu;
const rangeSign = /^\D{0,12}?(?:[-–—~至到]|\bto\b|\bдо\b|\bпо\b|\bи\b|\band\b|\bмен\b)\D{0,6}$/u;

type Hedge = readonly [hedge: string, open: "none" | "low" | "high", words: RegExp];
const hedges: readonly Hedge[] = [
  [
    "at least",
    "low",
    /at least|no fewer than|not less than|minimum|не менее|как минимум|кемінде|至少|不少于|ئەڭ ئاز/u,
  ],
  ["at most", "high", /at most|up to|no more than|maximum|не более|максимум|ең көбі|最多|不超过/u],
  [
    "more than",
    "low",
    /more than|over|above|>|\+|более|свыше|больше|астам|көп|артық|超过|以上|余|多|ئارتۇق/u,
  ],
  ["less than", "high", /less than|fewer than|under|below|<|менее|меньше|кем|不到|以下|少于|ئاز/u],
  ["nearly", "none", /nearly|almost|почти|近|将近|قېرىپ/u],
  [
    "about",
    "none",
    /about|around|approximately|approx|circa|roughly|some|estimated|~|≈|около|примерно|порядка|шамамен|жуық|约|大约|大概|左右|تەخمىنەن|چامىسىدا/u,
  ],
];

/** A number or range with its hedge and unit (a code of the unit vocabulary); null where there is no number. */
export function readNumber(words: string, unitVocabulary?: string): NumberValue | null {
  if (words.length > longest) return null;
  const text = words
    .normalize("NFKC")
    .toLowerCase()
    .replace(hanNumeral, (n) => String(fromHan(n)));
  const found = [...text.matchAll(figure)];
  const [first, second] = found;
  if (first === undefined || found.length > 2) return null;
  const unit =
    unitVocabulary === undefined ? undefined : unitOf(unitVocabulary, after(text, first));
  const one = numberOf(first);
  if (second === undefined) return hedged(one, text, unit, words);
  const secondUnit =
    unitVocabulary === undefined ? undefined : unitOf(unitVocabulary, after(text, second));
  if (unit === "years" && secondUnit === "months")
    return exactly(one * 12 + numberOf(second), "months", words);
  const between = text.slice(first.index + first[0].length, second.index);
  if (!rangeSign.test(between) || one > numberOf(second)) return null;
  return {
    kind: "number",
    low: one,
    high: numberOf(second),
    ...optional("unit", secondUnit ?? unit),
    words,
  };
}

function hedged(n: number, text: string, unit: string | undefined, words: string): NumberValue {
  const hedge = hedges.find(([, , pattern]) => pattern.test(text));
  if (hedge === undefined) return exactly(n, unit, words);
  const [name, open] = hedge;
  const ends = open === "low" ? { low: n } : open === "high" ? { high: n } : { low: n, high: n };
  return { kind: "number", ...ends, hedge: name, ...optional("unit", unit), words };
}

function exactly(n: number, unit: string | undefined, words: string): NumberValue {
  return {
    kind: "number",
    low: n,
    high: n,
    ...optional("unit", unit),
    ...(words === String(n) ? {} : { words }),
  };
}

function optional<K extends string>(
  key: K,
  value: string | undefined,
): { readonly [P in K]?: string } {
  return value === undefined ? {} : ({ [key]: value } as { readonly [P in K]?: string });
}

function numberOf([, whole = "", part, scale = ""]: RegExpExecArray): number {
  // "1,200" and "1.200" are thousands; "1,5" and "1.25" are not.
  const grouped = part !== undefined && part.length === 3 && whole.length <= 3 && whole !== "0";
  const plain = whole.replace(/\D/gu, "");
  const n = grouped
    ? Number(plain + part)
    : Number(part === undefined ? plain : `${plain}.${part}`);
  return n * (scales[scale] ?? 1);
}

function after(text: string, { index, 0: { length } }: RegExpExecArray): string {
  return text.slice(index + length, index + length + 20);
}

function fromHan(numeral: string): number {
  const digit = (c: string): number => Math.max("零一二三四五六七八九".indexOf(c), 0);
  const ten = numeral.indexOf("十");
  if (ten < 0) return Number([...numeral].map(digit).join(""));
  return (ten === 0 ? 1 : digit(numeral[ten - 1] ?? "")) * 10 + digit(numeral[ten + 1] ?? "零");
}
