// Quantities in English sentences, with hedge, unit, what is counted, and who asserts them.
// Invariant: never a bare number; range and hedge are kept, and nothing is averaged or rounded.
import { CUE_FORMS } from "../packs/en-cues.ts";
import { DETERMINERS, PREPOSITIONS, SUBORDINATORS } from "../packs/en-words.ts";
import type { FigureSuggestion, Unmarked, Hedge, Span, StatementSuggestion } from "../reading.ts";
import { isFinite } from "../statements/english/phrase.ts";
import type { Prepared } from "../statements/prepare.ts";
import type { Token } from "../statements/tokens.ts";
import { holderOf } from "../statements/holder-of.ts";
import type { Sentence } from "../statements/sentence.ts";
import { figuresByPack, figuresInHan } from "./other-languages.ts";
import { parseNumber, type ParsedNumber } from "./parse-number.ts";

const HEDGES: readonly (readonly [words: readonly string[], hedge: Hedge])[] = [
  [["more", "than"], "more-than"],
  [["less", "than"], "less-than"],
  [["fewer", "than"], "less-than"],
  [["at", "least"], "at-least"],
  [["no", "fewer", "than"], "at-least"],
  [["at", "most"], "at-most"],
  [["no", "more", "than"], "at-most"],
  [["as", "many", "as"], "at-most"],
  [["up", "to"], "at-most"],
  [["an", "estimated"], "about"],
  [["some"], "about"],
  [["about"], "about"],
  [["around"], "about"],
  [["roughly"], "about"],
  [["approximately"], "about"],
  [["nearly"], "about"],
  [["almost"], "about"],
  [["estimated"], "about"],
  [["over"], "more-than"],
  [["under"], "less-than"],
  [["between"], "range"],
];
const MONEY: Readonly<Record<string, string>> = {
  $: "USD",
  "€": "EUR",
  "£": "GBP",
  "¥": "CNY",
  "₸": "KZT",
  "₽": "RUB",
  "₺": "TRY",
};
const POPULATION =
  /^(?:people|persons?|population|muslims?|uyghurs?|uighurs?|kazakhs?|detainees?|prisoners?|men|women|children|families|relatives|residents|citizens|members|victims|tatars?|villagers|students|teachers|inmates|witnesses|protesters|officers|officials|soldiers|residents)$/;

function hedgeBefore(tokens: readonly Token[], at: number): { hedge: Hedge; from: number } | null {
  for (const [words, hedge] of HEDGES) {
    const from = at - words.length;
    if (from >= 0 && words.every((word, i) => tokens[from + i]?.lower === word))
      return { hedge, from };
  }
  return null;
}

/** Where the noun phrase that starts at `at` ends: what is counted. */
function countedEnd(tokens: readonly Token[], at: number): number {
  let to = at;
  const view = { tokens, verbs: new Set<number>() };
  for (let k = at; k < tokens.length && k - at < 6; k++) {
    const token = tokens[k];
    if (
      !token ||
      (token.kind === "mark" && token.text !== "-") ||
      token.quote !== tokens[at - 1]?.quote
    )
      break;
    if (
      PREPOSITIONS.has(token.lower) ||
      SUBORDINATORS.has(token.lower) ||
      DETERMINERS.has(token.lower) ||
      ["and", "or", "but"].includes(token.lower)
    )
      break;
    if (CUE_FORMS.get(token.lower)?.some(({ verb, form }) => form === "past" && verb.act === "say"))
      break;
    if (
      isFinite(view, k) ||
      token.lower.endsWith("ly") ||
      (token.kind === "word" && token.lower.endsWith("ing") && k > at)
    )
      break;
    to = k + 1;
    // `people live there`: what counts people ends with them.
    if (POPULATION.test(token.lower) && !(tokens[k + 1]?.text === "-")) break;
  }
  return to;
}

function span(tokens: readonly Token[], from: number, to: number): Span | null {
  const first = tokens[from];
  const last = tokens[to - 1];
  return first && last && to > from ? { start: first.start, end: last.end } : null;
}

interface Raw {
  readonly span: Span;
  readonly number: ParsedNumber;
  readonly hedge: Hedge;
  readonly unit: string;
  readonly population: Span | null;
  readonly of: Span | null;
}

function readAt(tokens: readonly Token[], at: number): { raw: Raw; to: number } | null {
  const number = parseNumber(tokens, at);
  if (!number) return null;
  const money = number.currency ? 1 : 0;
  const hedged = hedgeBefore(tokens, at - money);
  let from = hedged?.from ?? at - money;
  if (hedged && ["an"].includes(tokens[from - 1]?.lower ?? "")) from--;
  let next = number.to;
  let of: Span | null = null;
  let population: Span | null = null;
  let to = next;
  if (tokens[next]?.lower === "more" && number.vague) to = next + 1;
  else {
    const whole = tokens[next]?.lower === "of";
    if (whole) next += DETERMINERS.has(tokens[next + 1]?.lower ?? "") ? 2 : 1;
    if (tokens[next]?.text === "-") next++;
    const inner = whole && number.percent ? parseNumber(tokens, next) : null;
    const start = inner ? inner.to : next;
    const end = countedEnd(tokens, start);
    const counted = span(tokens, start, end);
    if (whole && number.percent) {
      of = span(tokens, next, Math.max(end, start));
      to = Math.max(end, start);
    } else if (counted) to = end;
    population = counted;
  }
  if (
    tokens[to]?.lower === "at" &&
    tokens[to + 1]?.lower === "a" &&
    tokens[to + 2]?.lower === "time"
  )
    to += 3;
  const all = span(tokens, from, to);
  if (!all) return null;
  const hedge: Hedge = number.range
    ? "range"
    : (hedged?.hedge ?? (number.vague ? "vague" : "exact"));
  return {
    raw: { span: all, number, hedge, unit: unitOf(tokens, number, population, at), population, of },
    to: Math.max(to, number.to),
  };
}

function unitOf(
  tokens: readonly Token[],
  number: ParsedNumber,
  population: Span | null,
  at: number,
): string {
  if (number.percent) return "percent";
  if (number.currency) return MONEY[tokens[at - 1]?.text ?? ""] ?? "money";
  if (!population) return "";
  const words = tokens.filter(
    ({ start, end }) => start >= population.start && end <= population.end,
  );
  const people = words.some(({ lower }) => POPULATION.test(lower));
  if (people) return "persons";
  return words.at(-1)?.lower ?? "";
}

function bounds({ hedge, number }: Raw): { low: number | null; high: number | null } {
  if (hedge === "at-least" || hedge === "more-than") return { low: number.low, high: null };
  if (hedge === "at-most" || hedge === "less-than") return { low: null, high: number.high };
  return { low: number.low, high: number.high };
}

function inOtherLanguages(
  document: Prepared,
  { tokens, language, start, end }: Sentence,
  holder: ReturnType<typeof holderOf>,
): Unmarked<FigureSuggestion>[] {
  const shift = language === "zh" ? start : 0;
  const raw =
    language === "zh"
      ? figuresInHan(document.text.slice(start, end))
      : figuresByPack(tokens, language);
  return raw.map((one) => {
    const span = { start: one.start + shift, end: one.end + shift };
    const statement = holder(span);
    return {
      ...span,
      hedge: one.hedge,
      low: one.low,
      high: one.high,
      unit: one.unit,
      population: { start: one.population.start + shift, end: one.population.end + shift },
      ...(statement ? { statement: statement.id } : {}),
      asserter: statement?.source ?? [],
      rule: one.hedge === "vague" ? "number in vague words" : "number and noun",
      confidence: one.hedge === "vague" ? 0.6 : 0.7,
    };
  });
}

/** All figures of the document. */
export function findFigures(
  document: Prepared,
  statements: readonly StatementSuggestion[],
): Unmarked<FigureSuggestion>[] {
  const found: Unmarked<FigureSuggestion>[] = [];
  const holder = holderOf(statements);
  for (const sentence of document.sentences) {
    const { tokens, language } = sentence;
    if (language !== "en") {
      found.push(...inOtherLanguages(document, sentence, holder));
      continue;
    }
    for (let i = 0; i < tokens.length; i++) {
      const read = readAt(tokens, i);
      if (!read) continue;
      const { raw } = read;
      // A bare small number with nothing counted says nothing.
      if (
        !raw.population &&
        !raw.number.percent &&
        !raw.number.currency &&
        !(raw.number.vague && raw.span.end - raw.span.start > 8)
      )
        continue;
      const statement = holder(raw.span);
      found.push({
        ...raw.span,
        hedge: raw.hedge,
        ...bounds(raw),
        unit: raw.unit,
        ...(raw.population ? { population: raw.population } : {}),
        ...(raw.of ? { of: raw.of } : {}),
        ...(statement ? { statement: statement.id } : {}),
        asserter: statement?.source ?? [],
        rule: raw.number.vague
          ? "number in vague words"
          : raw.number.range
            ? "range"
            : "number and noun",
        confidence: raw.number.vague ? 0.7 : 0.8,
      });
      i = read.to - 1;
    }
  }
  return found;
}
