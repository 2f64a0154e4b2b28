// Statements of a document: each passage read by its language's rules.
// Invariant: spans stay inside the paragraphs given.
import { splitSentences } from "../language/split-sentences.ts";
import { EN_ABBREVIATIONS } from "../packs/en-words.ts";
import type { Passage, Span, StatementSuggestion } from "../reading.ts";
import { readEnglish } from "./english/read-english.ts";
import { findQuotes, quoteIndex } from "./find-quotes.ts";
import { finishDrafts } from "./finish-drafts.ts";
import type { Sentence } from "./sentence.ts";

export function readStatements(
  text: string,
  paragraphs: readonly Span[],
  passages: readonly Passage[],
): StatementSuggestion[] {
  const english = paragraphs.filter((paragraph) => languageAt(passages, paragraph.start) === "en");
  if (english.length === 0) return [];
  const quotes = findQuotes(text, english);
  const quoteAt = quoteIndex(quotes);
  const sentences: Sentence[] = english.flatMap((paragraph, number) =>
    splitSentences(text, paragraph, "en", EN_ABBREVIATIONS).map((span) => ({
      ...span,
      paragraph: number,
    })),
  );
  return finishDrafts(readEnglish(text, sentences, quotes, quoteAt), quotes, quoteAt);
}

function languageAt(passages: readonly Passage[], offset: number): string {
  let low = 0;
  let high = passages.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const passage = passages[middle];
    if (!passage) return "und";
    if (offset < passage.start) high = middle - 1;
    else if (offset >= passage.end) low = middle + 1;
    else return passage.language;
  }
  return "und";
}
