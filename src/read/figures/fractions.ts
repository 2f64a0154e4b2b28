// Shares told in words: `half of the pupils`, `two-thirds of`, `one in three`, `three out of five`.
// Invariant: a share is given in percent, rounded to one decimal, and only where its whole stands beside it.
import type { Token } from "../statements/tokens.ts";
import { figureValue, smallNumber } from "./number-words.ts";

export interface Fraction {
  readonly percent: number;
  /** First token after the words of the share. */
  readonly to: number;
}

const PARTS: Readonly<Record<string, number>> = {
  half: 2,
  halves: 2,
  third: 3,
  thirds: 3,
  quarter: 4,
  quarters: 4,
  fifth: 5,
  fifths: 5,
  tenth: 10,
  tenths: 10,
};

/** Words a share can begin with. */
const STARTS = new Set("half a one two three four five six seven eight nine".split(" "));

function share(top: number, bottom: number, to: number): Fraction | null {
  return bottom > 1 && top > 0 && top < bottom
    ? { percent: Math.round((1000 * top) / bottom) / 10, to }
    : null;
}

function number(token: Token | undefined): number | null {
  if (!token) return null;
  return token.kind === "number" ? figureValue(token.text) : smallNumber(token.lower);
}

/** The share that begins at token `at`, or null. */
export function fractionAt(tokens: readonly Token[], at: number): Fraction | null {
  const token = tokens[at];
  if (!token || token.kind === "mark") return null;
  if (token.kind === "word" && !STARTS.has(token.lower) && !token.lower.includes("-")) return null;
  const next = tokens[at + 1]?.lower ?? "";
  const whole = (k: number): boolean => tokens[k]?.lower === "of";
  // `half of the pupils`, `half the pupils`.
  if (token.lower === "half" && (next === "of" || next === "the" || next === "its"))
    return share(1, 2, at + 1);
  // `two-thirds of`, in one word or two.
  const joined = token.kind === "word" ? /^([a-z]+)-([a-z]+)$/.exec(token.lower) : null;
  const bottomJoined = PARTS[joined?.[2] ?? ""];
  if (joined && bottomJoined && whole(at + 1))
    return share(smallNumber(joined[1] ?? "") ?? 0, bottomJoined, at + 1);
  const top = token.lower === "a" ? 1 : number(token);
  if (top === null) return null;
  const bottom = PARTS[next];
  if (bottom && whole(at + 2)) return share(top, bottom, at + 2);
  if (token.lower === "a") return null;
  // `one in three`, `three out of five`.
  const out =
    next === "out" && tokens[at + 2]?.lower === "of" ? at + 3 : next === "in" ? at + 2 : -1;
  const of = out < 0 ? null : number(tokens[out]);
  const counted = tokens[out + 1]?.kind === "word";
  return of !== null && counted && of <= 1000 ? share(top, of, out + 1) : null;
}
