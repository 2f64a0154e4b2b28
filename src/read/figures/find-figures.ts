// Quantities in English sentences, with hedge, unit, what is counted, and who asserts them.
// Invariant: never a bare number; range and hedge are kept, and nothing is averaged or rounded.
import type {
  DateSuggestion,
  FigureSuggestion,
  MentionSuggestion,
  Span,
  StatementSuggestion,
  Unmarked,
} from "../reading.ts";
import type { Prepared } from "../statements/prepare.ts";
import { holderOf } from "../statements/holder-of.ts";
import type { Sentence } from "../statements/sentence.ts";
import { circumstancesOf } from "./circumstances.ts";
import { figuresInHan } from "./han-figures.ts";
import { figuresByPack } from "./pack-figures.ts";
import { readFigure, type Raw } from "./read-figure.ts";
import { isMeasure } from "./units.ts";

const REPORTS =
  /^(?:reports?|accounts?|allegations?|claims?|rumou?rs?|testimon(?:y|ies)|estimates?|documents?|statements?|leaks?)$/;
const OPENERS =
  /^(?:the|some|many|recent|earlier|media|news|press|witness|anecdotal|unconfirmed|leaked|other|several)$/;

/** `Reports of guards detaining large numbers of pupils`: nobody speaks, yet the figure is somebody's. */
function reportsOf({ tokens }: Sentence, figure: Span): Span[] {
  let k = 0;
  while (k < 3 && OPENERS.test(tokens[k]?.lower ?? "")) k++;
  const noun = tokens[k];
  const link = tokens[k + 1]?.lower ?? "";
  if (!noun || !REPORTS.test(noun.lower) || !["of", "that", "about", "from"].includes(link))
    return [];
  return noun.end < figure.start && figure.start - noun.end < 160
    ? [{ start: noun.start, end: noun.end }]
    : [];
}

function bounds({ hedge, number }: Raw): { low: number | null; high: number | null } {
  if (hedge === "at-least" || hedge === "more-than") return { low: number.low, high: null };
  if (hedge === "at-most" || hedge === "less-than") return { low: null, high: number.high };
  return { low: number.low, high: number.high };
}

function inOtherLanguages(
  document: Prepared,
  sentence: Sentence,
  holder: ReturnType<typeof holderOf>,
  around: ReturnType<typeof circumstancesOf>,
): Unmarked<FigureSuggestion>[] {
  const { tokens, language, start, end } = sentence;
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
      ...(one.population
        ? { population: { start: one.population.start + shift, end: one.population.end + shift } }
        : {}),
      ...around(span, sentence),
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
  mentions: readonly Unmarked<MentionSuggestion>[],
  dates: readonly Unmarked<DateSuggestion>[],
): Unmarked<FigureSuggestion>[] {
  const found: Unmarked<FigureSuggestion>[] = [];
  const holder = holderOf(statements);
  const around = circumstancesOf(document.text, mentions, dates);
  for (const sentence of document.sentences) {
    const { tokens, language } = sentence;
    if (language !== "en") {
      found.push(...inOtherLanguages(document, sentence, holder, around));
      continue;
    }
    for (let i = 0; i < tokens.length; i++) {
      const read = readFigure(tokens, i);
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
        // A length of time or of road holds anywhere.
        ...(isMeasure(raw.unit) || raw.number.currency ? {} : around(raw.span, sentence)),
        ...(statement ? { statement: statement.id } : {}),
        asserter: statement?.source ?? reportsOf(sentence, raw.span),
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
