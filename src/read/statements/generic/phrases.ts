// Edges of phrases where no grammar is at hand: marks, stop words, capitals.
import type { Pack } from "../../packs/pack.ts";
import type { Span } from "../../reading.ts";
import type { Token } from "../tokens.ts";

const DASHES = new Set(["—", "–", "-", "―"]);
const END = /^[.?!…;:,،؛؟]$/;

export function isMark(token: Token | undefined, ...marks: string[]): boolean {
  return token !== undefined && token.kind === "mark" && marks.includes(token.text);
}

export function isDash(token: Token | undefined): boolean {
  return token !== undefined && token.kind === "mark" && DASHES.has(token.text);
}

export function spanOf(tokens: readonly Token[], from: number, to: number): Span | null {
  let a = from;
  let b = to;
  while (a < b && tokens[a]?.kind === "mark" && (tokens[a]?.quote ?? -1) < 0) a++;
  while (b > a && tokens[b - 1]?.kind === "mark" && (tokens[b - 1]?.quote ?? -1) < 0) b--;
  const first = tokens[a];
  const last = tokens[b - 1];
  return first && last && b > a ? { start: first.start, end: last.end } : null;
}

/** Start of the phrase that ends before `end`; steps over one apposition between commas. */
export function phraseLeft(tokens: readonly Token[], end: number, pack: Pack): number {
  let start = end;
  for (let k = end - 1; k >= 0 && end - k <= 24; k--) {
    const token = tokens[k];
    if (!token || token.quote >= 0) break;
    if (
      token.kind === "mark" &&
      (END.test(token.text) || (isDash(token) && tokens[k + 1]?.start !== token.end))
    )
      break;
    if (pack.stops.has(token.lower) || pack.cues.has(token.lower)) break;
    start = k;
  }
  return start;
}

/** End of the phrase that starts at `start`. */
export function phraseRight(tokens: readonly Token[], start: number, pack: Pack): number {
  let end = start;
  for (let k = start; k < tokens.length && k - start <= 18; k++) {
    const token = tokens[k];
    if (!token) break;
    if (token.quote >= 0) {
      // A short quotation right after a noun is a name: `агентство «Степной вестник»`.
      const past = quotedEnd(tokens, k);
      if (k === start || past - k > 6) break;
      end = past;
      k = past - 1;
      continue;
    }
    if (
      token.kind === "mark" &&
      (END.test(token.text) || isDash(token)) &&
      !(token.text === "-" && tokens[k - 1]?.end === token.start)
    )
      break;
    if (pack.stops.has(token.lower) && k > start) break;
    end = k + 1;
  }
  return end;
}

function quotedEnd(tokens: readonly Token[], at: number): number {
  let end = at;
  while (end < tokens.length && tokens[end]?.quote === tokens[at]?.quote) end++;
  return end;
}

/** Index of the quotation that ends right before token `at`, over commas and dashes; -1 when none does. */
export function quoteBefore(tokens: readonly Token[], at: number): number {
  for (let k = at - 1; k >= 0 && at - k <= 4; k--) {
    const token = tokens[k];
    if (!token) return -1;
    if (token.quote >= 0) return token.quote;
    if (!(token.kind === "mark" && (/^[,.!?…،]$/.test(token.text) || isDash(token)))) return -1;
  }
  return -1;
}

/** Index of the quotation that opens at or right after token `at`, over a colon. */
export function quoteAfter(tokens: readonly Token[], at: number): number {
  for (let k = at; k < tokens.length && k - at <= 2; k++) {
    const token = tokens[k];
    if (!token) return -1;
    if (token.quote >= 0) return token.quote;
    if (!isMark(token, ":", ",")) return -1;
  }
  return -1;
}

/** Steps over pronouns that are spoken to, not speaking: `сказал ему следователь`. */
export function pastObjects(
  tokens: readonly Token[],
  from: number,
  to: number,
  pack: Pack,
): number {
  let start = from;
  while (start < to && pack.objects.has(tokens[start]?.lower ?? "")) start++;
  return start;
}

/**
 * The subject at the head of the sentence, up to its first comma, for a verb whose own neighbourhood names nobody:
 * `Люди, хорошо помнившие те годы, утверждают`. Empty when the sentence opens otherwise.
 */
export function headSubject(
  tokens: readonly Token[],
  before: number,
  pack: Pack,
): { readonly from: number; readonly to: number } {
  const first = tokens[0];
  const none = { from: 0, to: 0 };
  if (!first || !first.capital || first.quote >= 0 || first.kind !== "word") return none;
  if (pack.prepositions.has(first.lower) || pack.stops.has(first.lower)) return none;
  let to = 0;
  while (to < before && !isMark(tokens[to], ",", "(") && !isDash(tokens[to])) {
    const token = tokens[to];
    if (
      !token ||
      to > 8 ||
      token.quote >= 0 ||
      pack.cues.has(token.lower) ||
      pack.stops.has(token.lower)
    )
      return none;
    to++;
  }
  return to < before ? { from: 0, to } : none;
}
