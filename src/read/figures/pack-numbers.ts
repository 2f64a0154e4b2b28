// Numbers in Russian, Kazakh and Turkish sentences: figures, words, scales, with the case ending they carry.
// Invariant: a scale in any case is a scale, so that `40 мыңға жуық` is never read as forty.
import type { Token } from "../statements/tokens.ts";
import type { Lexicon } from "./lexicons.ts";

export interface PackNumber {
  readonly value: number;
  readonly to: number;
  readonly vague: boolean;
  /** The last word stands in the case of `from`: `мыңнан`, `binden`. */
  readonly from: boolean;
}

const ABLATIVE = /(?:дан|ден|тан|тен|нан|нен|dan|den|tan|ten)$/u;

function figure(text: string): number | null {
  const clean = text.replace(/,(?=\d{3}\b)/g, "").replace(",", ".");
  return /^\d+(?:\.\d+)?$/.test(clean) ? Number(clean) : null;
}

/** A word's value in a list, with or without an ending. */
function valueIn(
  list: ReadonlyMap<string, number>,
  word: string,
  { endings }: Lexicon,
): number | null {
  const whole = list.get(word);
  if (whole !== undefined) return whole;
  const bare = word.replace(endings, "");
  return bare === word ? null : (list.get(bare) ?? null);
}

function wordAt(tokens: readonly Token[], at: number): string {
  return tokens[at]?.kind === "word" ? (tokens[at]?.lower ?? "") : "";
}

/** `двадцать пять`, `жүз жиырма`, `yüz yirmi beş`: the words of one number, and where they end. */
function inWords(
  tokens: readonly Token[],
  at: number,
  lexicon: Lexicon,
): { value: number; to: number } | null {
  let sum = 0;
  let last = Number.POSITIVE_INFINITY;
  let to = at;
  while (to < tokens.length && to - at < 5) {
    const value = valueIn(lexicon.numbers, wordAt(tokens, to), lexicon);
    // `үш жүз`: a small number before a hundred multiplies it.
    if (value === 100 && sum > 0 && sum < 10) sum *= 100;
    else if (value === null || value >= last) break;
    else sum += value;
    last = value;
    to++;
    if (wordAt(tokens, to - 1) !== "" && lexicon.numbers.get(wordAt(tokens, to - 1)) === undefined)
      break;
  }
  return to > at ? { value: sum, to } : null;
}

function inFigures(tokens: readonly Token[], at: number): { value: number; to: number } | null {
  const token = tokens[at];
  let value = token?.kind === "number" ? figure(token.text) : null;
  if (value === null) return null;
  let to = at + 1;
  // `1 200`: thousands parted by a space.
  while (/^\d{3}$/.test(tokens[to]?.text ?? "") && (tokens[to - 1]?.text.length ?? 4) < 4)
    value = value * 1000 + Number(tokens[to++]?.text);
  // Turkish writes thousands with a point: `1.200`.
  if (token && /^\d{1,3}(?:\.\d{3})+$/.test(token.text))
    value = Number(token.text.replaceAll(".", ""));
  return { value, to };
}

/** The number that begins at a token, or null. One alone, in words, is an article and no number. */
export function packNumberAt(
  tokens: readonly Token[],
  at: number,
  lexicon: Lexicon,
): PackNumber | null {
  const loose = lexicon.vague.get(wordAt(tokens, at));
  const scaleAt = (k: number): number | null => valueIn(lexicon.scales, wordAt(tokens, k), lexicon);
  if (loose !== undefined) {
    const scale = scaleAt(at + 1);
    return {
      value: loose * (scale ?? 1),
      to: at + (scale === null ? 1 : 2),
      vague: true,
      from: false,
    };
  }
  const words = inFigures(tokens, at) ?? inWords(tokens, at, lexicon);
  if (!words) return null;
  let { value, to } = words;
  // `on binlerce`: ten thousands and more.
  const many = lexicon.vague.get(wordAt(tokens, to));
  if (many !== undefined && many >= 200 && tokens[at]?.kind === "word")
    return { value: (value * many) / 2, to: to + 1, vague: true, from: false };
  for (let scale = scaleAt(to); scale !== null; scale = scaleAt(to)) {
    value *= scale;
    to++;
    if (
      tokens[to]?.text === "." &&
      tokens[to - 1]?.end === tokens[to]?.start &&
      to + 1 < tokens.length
    )
      to++;
  }
  if (value === 1 && tokens[at]?.kind === "word") return null;
  return { value, to, vague: false, from: ABLATIVE.test(wordAt(tokens, to - 1)) };
}
