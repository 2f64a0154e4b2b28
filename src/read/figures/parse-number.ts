// Reads the number that starts at a token: figures, words, scale, range, vague.
import { MONTHS } from "../packs/en-words.ts";
import type { Token } from "../statements/tokens.ts";
import { figureValue, SCALES, smallNumber, VAGUE } from "./number-words.ts";

export interface ParsedNumber {
  readonly low: number | null;
  readonly high: number | null;
  readonly to: number;
  readonly vague: boolean;
  readonly range: boolean;
  readonly percent: boolean;
  readonly currency: boolean;
}

const HUNG: Readonly<Record<string, number>> = { k: 1e3, m: 1e6, mn: 1e6, bn: 1e9 };

function simple(tokens: readonly Token[], at: number): { value: number; to: number } | null {
  const token = tokens[at];
  if (!token) return null;
  let value =
    token.kind === "number"
      ? figureValue(token.text)
      : token.kind === "word"
        ? smallNumber(token.lower)
        : null;
  let to = at + 1;
  if (value === null && token.lower === "a" && SCALES.has(tokens[at + 1]?.lower ?? "")) value = 1;
  // `10m`, `22-million`: figure and scale in one word, or parted by a hyphen and a stray space.
  if (
    value === null &&
    token.kind === "word" &&
    /^half$/.test(token.lower) &&
    tokens[at + 1]?.lower === "a" &&
    tokens[at + 2]?.lower === "million"
  )
    return { value: 5e5, to: at + 3 };
  if (value === null) return null;
  // `1.5m`, `10k`: the scale hangs on the figure.
  const hung = tokens[to]?.start === token.end ? HUNG[tokens[to]?.lower ?? ""] : undefined;
  if (hung !== undefined && token.kind === "number") return { value: value * hung, to: to + 1 };
  const hyphen = tokens[to]?.text === "-" ? to + 1 : to;
  let scale = SCALES.get(tokens[hyphen]?.lower ?? "");
  while (scale !== undefined) {
    value *= scale;
    to = (tokens[to]?.text === "-" ? to + 1 : to) + 1;
    scale = SCALES.get(tokens[to]?.lower ?? "");
  }
  return { value, to };
}

const LOOSE = { vague: true, range: false, percent: false, currency: false } as const;
const SIZES = new Set(["large", "small", "growing", "vast"]);

function vague(tokens: readonly Token[], at: number): ParsedNumber | null {
  const word = tokens[at]?.lower ?? "";
  const few = word === "several" ? 3 : word === "few" || word === "couple" ? 2 : 0;
  const sized = tokens[at + 1]?.lower === "of" ? at + 2 : at + 1;
  const scale = few > 0 ? SCALES.get(tokens[sized]?.lower ?? "") : undefined;
  if (scale !== undefined) return { ...LOOSE, low: few * scale, high: null, to: sized + 1 };
  const known = VAGUE.get(word);
  if (!known && word !== "tens" && !SIZES.has(word)) return null;
  const next = tokens[at + 1]?.lower ?? "";
  const third = VAGUE.get(tokens[at + 2]?.lower ?? "");
  if (word === "tens")
    return next === "of" && third
      ? { ...LOOSE, low: 10 * (third.low ?? 0), high: null, to: at + 3 }
      : null;
  if (SIZES.has(word))
    return /^numbers?$/.test(next) ? { ...LOOSE, low: null, high: null, to: at + 2 } : null;
  if (!known) return null;
  if (word === "hundreds" && next === "of" && tokens[at + 2]?.lower === "thousands")
    return { ...LOOSE, low: 2e5, high: null, to: at + 3 };
  return { ...LOOSE, low: known.low, high: known.high, to: at + 1 };
}

/** `between 900 and possibly more than 1,200`. */
const LOOSENERS = new Set(
  "possibly perhaps even more than as many maybe up to over some about".split(" "),
);

/** The number at `at`, or null. Years, days of a month and clock times are not numbers of things. */
export function parseNumber(tokens: readonly Token[], at: number): ParsedNumber | null {
  const loose = vague(tokens, at);
  if (loose) return loose;
  const currency = /^[$€£¥₸₽₺]$/.test(tokens[at - 1]?.text ?? "");
  const first = simple(tokens, at);
  if (!first || isDate(tokens, at, first.to, first.value)) return null;
  const link = tokens[first.to];
  const between = tokens[at - 1]?.lower === "between" && link?.lower === "and";
  if (between || link?.lower === "to" || link?.text === "–" || link?.text === "-") {
    let from = first.to + 1;
    if (between) while (from < first.to + 5 && LOOSENERS.has(tokens[from]?.lower ?? "")) from++;
    const second = simple(tokens, from);
    if (second && (second.value > first.value || second.value >= 1000)) {
      // `1 to 3 million`: the scale of the second holds for the first.
      const scaled = second.to > from + 1 && first.to === at + 1;
      const factor =
        scaled && second.value >= 1000 && first.value < 1000 ? scaleOf(second.value) : 1;
      const percent = percentAt(tokens, second.to);
      return {
        low: first.value * factor,
        high: second.value,
        to: percent ?? second.to,
        vague: false,
        range: true,
        percent: percent !== null,
        currency,
      };
    }
  }
  const percent = percentAt(tokens, first.to);
  return {
    low: first.value,
    high: first.value,
    to: percent ?? first.to,
    vague: false,
    range: false,
    percent: percent !== null,
    currency,
  };
}

function scaleOf(value: number): number {
  return value >= 1e9 ? 1e9 : value >= 1e6 ? 1e6 : 1e3;
}

function percentAt(tokens: readonly Token[], at: number): number | null {
  const word = tokens[at]?.lower ?? "";
  if (word === "%" || word === "percent" || word === "pct") return at + 1;
  return word === "per" && tokens[at + 1]?.lower === "cent" ? at + 2 : null;
}

function isDate(tokens: readonly Token[], at: number, to: number, value: number): boolean {
  const token = tokens[at];
  const before = tokens[at - 1]?.lower ?? "";
  const after = tokens[to]?.lower ?? "";
  if (token?.kind !== "number")
    return (
      ["one"].includes(token?.lower ?? "") &&
      !/(?:hundred|thousand|million|person|man|woman|child|prisoner|detainee)s?/.test(
        tokens[at + 1]?.lower ?? "",
      )
    );
  if (MONTHS.has(before.replace(/\.$/, "")) || MONTHS.has(after.replace(/\.$/, ""))) return true;
  if (/^(?:1[89]|20)\d\d$/.test(token.text) && to === at + 1)
    return !/^(?:people|persons|detainees|prisoners|muslims|uyghurs|kazakhs|men|women|children|families|cases|camps|facilities)$/.test(
      after,
    );
  if (/:/.test(token.text) || ["a.m", "p.m", "a.m.", "p.m.", "am", "pm", "o'clock"].includes(after))
    return true;
  if (
    ["no", "no.", "article", "section", "page", "chapter", "issn", "room", "flight"].includes(
      before,
    )
  )
    return true;
  return value < 0;
}
