// Names in a text: persons, organisations, places and groups, by capitals, words around them and the document itself.
// Invariant: a surname alone is a person only where a fuller name or a title stands before it in the same text.
import { PREPOSITIONS } from "../packs/en-words.ts";
import type { MentionSuggestion, MentionType, Span, Unmarked } from "../reading.ts";
import type { Prepared } from "../statements/prepare.ts";
import type { Sentence } from "../statements/sentence.ts";
import type { Token } from "../statements/tokens.ts";
import { surnameStem } from "./cyrillic-words.ts";
import { hanNames } from "./han.ts";
import { isGivenName } from "./given-names.ts";
import { ENOUGH, lonePoints, mayBeLone } from "./lone-names.ts";
import { typeRun, type Run } from "./type-run.ts";
import { roleBeside } from "./role.ts";
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
function runs(sentence: Sentence): Run[] {
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
  const waiting: Waiting[] = [];
  const bodies: { run: Run }[] = [];
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
        if (typed.type !== "person" && !run.headline)
          bodies.push({ run: { ...run, from: typed.from, to: typed.to } });
        if (typed.type === null) {
          waiting.push({ run: { ...run, from: typed.from, to: typed.to }, span, text });
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
          const key = surnameKey(last);
          if (last.length > 2 && !surnames.has(key)) surnames.set(key, text);
        }
      }
    }
  }
  const full = new Set(found.filter(({ type }) => type === "person").map(({ text }) => text));
  const lone = loneNames(document, waiting, bodies);
  for (const { span, text } of waiting) {
    const known = surnames.has(surnameKey(text)) || full.has(text);
    if (known || lone.has(text))
      found.push({
        ...span,
        type: "person",
        text,
        rule: known ? "surname of a name in the text" : "one name, by the words around it",
        confidence: known ? 0.85 : 0.5,
      });
  }
  return numbered(found, surnames);
}

/** A surname as the document's other places may write it; bent forms of Cyrillic ones are one. */
function surnameKey(word: string): string {
  return /^\p{Script=Cyrillic}/u.test(word) ? surnameStem(word) : word;
}

interface Waiting {
  readonly run: Run;
  readonly span: Span;
  readonly text: string;
}

/** Single words that the places they stand in, taken together, make persons. */
function loneNames(
  { sentences }: Prepared,
  waiting: readonly Waiting[],
  others: readonly { readonly run: Run }[],
): ReadonlySet<string> {
  const points = new Map<string, number>();
  for (const { run, text } of waiting) {
    const { tokens, from, to, headline, foreign } = run;
    const token = tokens[from];
    if (!token || to - from !== 1 || foreign || /^\p{Script=Cyrillic}/u.test(text)) continue;
    const initial = from === 0 || tokens[from - 1]?.kind === "mark";
    if (headline) continue;
    const sum = mayBeLone(token, initial) ? lonePoints(tokens, from) : -1;
    points.set(text, (points.get(text) ?? 0) + sum);
  }
  // `Sarn` of `Sarn Coal`: the short form of something that is no person.
  const short = new Set<string>();
  for (const { run } of others)
    if (run.to - run.from > 1) short.add(run.tokens[run.from]?.text ?? "");
  const small = new Set<string>();
  for (const { tokens } of sentences)
    for (const { lower, capital } of tokens) if (!capital) small.add(lower);
  return new Set(
    [...points]
      .filter(([text, sum]) => sum >= ENOUGH && !small.has(text.toLowerCase()) && !short.has(text))
      .map(([text]) => text),
  );
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
        mention.type === "person"
          ? (surnames.get(surnameKey(mention.text)) ?? mention.text)
          : mention.text;
      const key = `${mention.type}|${name.toLowerCase()}`;
      const entity = numbers.get(key) ?? numbers.size;
      numbers.set(key, entity);
      return { ...mention, entity };
    });
}
