// Stretches of capitalised words in a sentence: what may be a name.
// Invariant: a stretch is at most a dozen words and never crosses a mark other than a name's own.
import { PREPOSITIONS } from "../packs/en-words.ts";
import type { Sentence } from "../statements/sentence.ts";
import type { Token } from "../statements/tokens.ts";
import { isGivenName } from "./given-names.ts";
import type { Run } from "./type-run.ts";
import { NOT_NAMES } from "./words.ts";

const INNER = new Set(
  "of de la le van von der den bin al el ibn ben da di du dos y the and for".split(" "),
);
/** Particles that join a person's names. */
const PARTICLES = new Set("de la le van von der den bin al el ibn ben da di du dos".split(" "));

function isName(token: Token | undefined): boolean {
  return (
    token !== undefined &&
    token.kind === "word" &&
    token.capital &&
    !/['’]/.test(token.text[0] ?? "")
  );
}

/** Whether most of the longer words have capitals and no full stop ends them, as in headlines. */
function isHeadline(tokens: readonly Token[]): boolean {
  if (tokens.at(-1)?.text === ".") return false;
  let long = 0;
  let capital = 0;
  for (const token of tokens)
    if (token.kind === "word" && token.text.length > 3 && !PREPOSITIONS.has(token.lower)) {
      long++;
      if (token.capital) capital++;
    }
  return long >= 4 && capital >= long * 0.75;
}

/** Stretches of capitalised words of one sentence. */
export function runsOf(sentence: Sentence): Run[] {
  const { tokens, language } = sentence;
  const foreign = language === "ru" || language === "kk";
  const headline = isHeadline(tokens);
  const found: Run[] = [];
  for (let i = 0; i < tokens.length; i++) {
    if (
      !isName(tokens[i]) ||
      (NOT_NAMES.has(tokens[i]?.lower ?? "") &&
        !(isName(tokens[i + 1]) && i > 0 && tokens[i]?.lower === "new"))
    )
      continue;
    let to = i + 1;
    while (to < tokens.length && to - i < 12) {
      const token = tokens[to];
      if (!token) break;
      if (
        isName(token) &&
        !(NOT_NAMES.has(token.lower) && token.lower !== "may" && token.lower !== "new")
      )
        to++;
      else if (INNER.has(token.lower) && joins(tokens, i, to))
        to += tokens[to + 1]?.lower === "the" || INNER.has(tokens[to + 1]?.lower ?? "") ? 2 : 1;
      else if (token.text === "&" && isName(tokens[to + 1])) to++;
      else if (
        token.text === "." &&
        /^\p{Lu}$/u.test(tokens[to - 1]?.text ?? "") &&
        isName(tokens[to + 1])
      )
        to++;
      else break;
    }
    found.push({ from: i, to, tokens, foreign, headline });
    i = to - 1;
  }
  return found;
}

function joins(tokens: readonly Token[], from: number, at: number): boolean {
  const word = tokens[at]?.lower ?? "";
  const next = tokens[at + 1];
  if (isName(next) && PARTICLES.has(word)) return true;
  if (word === "of" || word === "for") {
    const after = next?.lower === "the" ? tokens[at + 2] : next;
    return (
      isName(after) &&
      !PERSONISH.has(tokens[from]?.lower ?? "") &&
      !(at - from <= 3 && isGivenName(tokens[from]?.lower ?? "")) &&
      !NOT_NAMES.has(after?.lower ?? "")
    );
  }
  return word === "and" && isName(next) && ORG_AND.has(tokens[at - 1]?.lower ?? "");
}

const PERSONISH = new Set(
  "president minister king queen prince princess duke director chairman secretary governor mayor ambassador lord bishop".split(
    " ",
  ),
);
const ORG_AND = new Set(
  "food science law education health trade defense defence security arts culture justice research".split(
    " ",
  ),
);
