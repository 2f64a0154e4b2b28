// Edges of English noun phrases without a tagger: clause words, finite verbs and marks end them.
import {
  AUXILIARIES,
  COMMON_FINITE,
  COORDINATORS,
  DETERMINERS,
  SUBJECT_PRONOUNS,
  SUBORDINATORS,
} from "../../packs/en-words.ts";
import type { Token } from "../tokens.ts";

/** A sentence's tokens and which of them are known to be verbs. */
export interface View {
  readonly tokens: readonly Token[];
  readonly verbs: ReadonlySet<number>;
}

/** Tokens looked at before giving up; a phrase is never longer. */
export const REACH = 45;
export const STOP_WORDS: ReadonlySet<string> = new Set(
  [...SUBORDINATORS].filter((word) => word !== "as" && word !== "than"),
);

/** Whether a token is a finite verb, as far as words and their neighbours tell. */
export function isFinite({ tokens, verbs }: View, i: number): boolean {
  const token = tokens[i];
  if (!token || token.kind !== "word") return false;
  const { lower } = token;
  if (verbs.has(i)) return true;
  if (lower === "'s") return false;
  if (AUXILIARIES.has(lower) || COMMON_FINITE.has(lower))
    return !(lower === "being" || lower === "having" || lower === "been");
  if (!lower.endsWith("ed") || token.capital || lower.length < 5) return false;
  const before = tokens[i - 1];
  const next = tokens[i + 1]?.lower ?? "";
  if (
    !before ||
    before.kind !== "word" ||
    DETERMINERS.has(before.lower) ||
    before.lower === "'s" ||
    before.lower === "of"
  )
    return false;
  // A reduced relative (`officials based in`, `people displaced by`) stays inside its noun phrase.
  return (
    !["by", "in", "with", "at", "from", "on"].includes(next) || SUBJECT_PRONOUNS.has(before.lower)
  );
}

export function isMark(token: Token | undefined, ...marks: string[]): boolean {
  return token !== undefined && token.kind === "mark" && marks.includes(token.text);
}

/** A dash longer than a hyphen; `--` counts at its second stroke. */
export function isLongDash(tokens: readonly Token[], i: number): boolean {
  return (
    isMark(tokens[i], "—", "–", "―") ||
    (isMark(tokens[i], "-") &&
      isMark(tokens[i - 1], "-") &&
      tokens[i - 1]?.end === tokens[i]?.start)
  );
}

/** A long dash of any length, or a hyphen with room on both sides. */
export function isDash(tokens: readonly Token[], i: number): boolean {
  const token = tokens[i];
  if (token?.kind !== "mark") return false;
  if (isLongDash(tokens, i)) return true;
  const before = tokens[i - 1];
  const after = tokens[i + 1];
  return (
    token.text === "-" &&
    before !== undefined &&
    before.end < token.start &&
    after !== undefined &&
    after.start > token.end
  );
}

const PERSONAL = new Set("i we you he she they it".split(" "));

/** Start of the noun phrase that ends just before `end`. */
export function phraseStart(view: View, end: number): number {
  const { tokens } = view;
  let start = end;
  for (let k = end - 1; k >= 0 && end - k <= REACH; k--) {
    const token = tokens[k];
    if (!token) break;
    if (token.kind === "mark") {
      if (token.text === ")" || token.text === "]") {
        const open = openBracket(tokens, k);
        if (open < 0) break;
        k = open;
        start = k;
        continue;
      }
      if (
        ["-", "–", "/", "&", ".", "$", "%", "#", "@"].includes(token.text) &&
        tokens[k - 1]?.end === token.start
      ) {
        if (token.text === "." && !/^\p{Lu}\p{L}{0,3}$/u.test(tokens[k - 1]?.text ?? "")) break;
        start = k;
        continue;
      }
      // A comma inside a list or a place name: `Paris, Texas, police said`; kept only between capitals.
      break;
    }
    if (STOP_WORDS.has(token.lower)) break;
    if (COORDINATORS.has(token.lower)) {
      if (k === end - 1) break;
      if (token.lower !== "and" && token.lower !== "or") break;
      if (SUBJECT_PRONOUNS.has(tokens[k + 1]?.lower ?? "") || verbBefore(view, k)) break;
      start = k;
      continue;
    }
    if (isFinite(view, k)) {
      // `the experts I met`: a relative clause without its pronoun.
      const pronoun = tokens[k - 1]?.lower ?? "";
      if (!["i", "we", "he", "she", "they", "you"].includes(pronoun) || k < end - 3 || k < 3) break;
      k--;
      start = k;
      continue;
    }
    if (PERSONAL.has(token.lower) && k < end - 1) break;
    start = k;
  }
  return start;
}

function openBracket(tokens: readonly Token[], close: number): number {
  for (let k = close - 1; k >= 0 && close - k <= 12; k--) if (isMark(tokens[k], "(", "[")) return k;
  return -1;
}

function verbBefore(view: View, at: number): boolean {
  const { tokens } = view;
  for (let k = at - 1; k >= 0 && at - k <= 20; k--) {
    const token = tokens[k];
    if (!token || isMark(token, ",", ";", ":", "“", "”", '"') || STOP_WORDS.has(token.lower))
      return false;
    if (isFinite(view, k)) return true;
  }
  return false;
}
