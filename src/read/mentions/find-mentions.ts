// Names in a text: persons, organisations, places and groups, by capitals, words around them and the document itself.
// Invariant: a surname alone is a person only where a fuller name or a title stands before it in the same text.
import type { MentionSuggestion, MentionType, Span, Unmarked } from "../reading.ts";
import type { Prepared } from "../statements/prepare.ts";
import type { Sentence } from "../statements/sentence.ts";
import type { Token } from "../statements/tokens.ts";
import { hanNames } from "./han.ts";
import { typeRun, type Run } from "./type-run.ts";
import { roleBeside } from "./role.ts";
import { GIVEN_NAMES, NOT_NAMES } from "./words.ts";

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

/** Stretches of capitalised words of one sentence. */
function runs(sentence: Sentence): Run[] {
  const { tokens, language } = sentence;
  const foreign = language === "ru" || language === "kk";
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
    found.push({ from: i, to, tokens, foreign });
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
      !(at - from <= 3 && GIVEN_NAMES.has(tokens[from]?.lower ?? "")) &&
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

function spanOf({ tokens, from, to }: Run): Span {
  return { start: tokens[from]?.start ?? 0, end: tokens[to - 1]?.end ?? 0 };
}

interface Found extends Span {
  readonly type: MentionType;
  readonly text: string;
  readonly role?: Span;
  readonly rule: string;
  readonly confidence: number;
}

/** All mentions of the document, in order, each tied to the others of the same name. */
export function findMentions(document: Prepared): Unmarked<MentionSuggestion>[] {
  const found: Found[] = [];
  const surnames = new Map<string, string>();
  const waiting: { run: Run; span: Span; text: string; at: number }[] = [];
  for (const sentence of document.sentences) {
    if (sentence.language === "zh") {
      const words = document.text.slice(sentence.start, sentence.end);
      for (const { start, end, ...name } of hanNames(words))
        found.push({
          ...name,
          start: sentence.start + start,
          end: sentence.start + end,
          text: words.slice(start, end),
        });
      continue;
    }
    for (const run of runs(sentence)) {
      for (const typed of typeRun(run)) {
        const span = spanOf({ ...run, from: typed.from, to: typed.to });
        const text = document.text.slice(span.start, span.end);
        if (typed.type === null) {
          waiting.push({
            run: { ...run, from: typed.from, to: typed.to },
            span,
            text,
            at: found.length,
          });
          continue;
        }
        const role = typed.type === "person" ? roleBeside(run.tokens, typed.from, typed.to) : null;
        found.push({
          ...span,
          type: typed.type,
          text,
          ...(role ? { role } : {}),
          rule: typed.rule,
          confidence: typed.confidence,
        });
        if (typed.type === "person" && typed.to - typed.from > 1) {
          const last = run.tokens[typed.to - 1]?.text ?? "";
          if (last.length > 2 && !surnames.has(last)) surnames.set(last, text);
        }
      }
    }
  }
  for (const { span, text } of waiting) {
    if (surnames.has(text))
      found.push({
        ...span,
        type: "person",
        text,
        rule: "surname of a name in the text",
        confidence: 0.85,
      });
  }
  return numbered(found, surnames);
}

function numbered(
  found: readonly Found[],
  surnames: ReadonlyMap<string, string>,
): Unmarked<MentionSuggestion>[] {
  const numbers = new Map<string, number>();
  return [...found]
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .map((mention) => {
      const name =
        mention.type === "person" ? (surnames.get(mention.text) ?? mention.text) : mention.text;
      const key = `${mention.type}|${name.toLowerCase()}`;
      const entity = numbers.get(key) ?? numbers.size;
      numbers.set(key, entity);
      return { ...mention, entity };
    });
}
