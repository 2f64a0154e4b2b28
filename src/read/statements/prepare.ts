// A document cut up once for every rule room: paragraphs, quotations, sentences, tokens.
// Invariant: only readable paragraphs (no boilerplate) go in, so nothing found later can touch boilerplate.
import { splitSentences } from "../language/split-sentences.ts";
import { abbreviationsFor, packKey } from "../packs/pack-for.ts";
import type { Passage, Span } from "../reading.ts";
import { findQuotes, quoteIndex, type Quotation } from "./find-quotes.ts";
import type { Sentence } from "./sentence.ts";
import { tokenise } from "./tokens.ts";

export interface Prepared {
  readonly text: string;
  readonly paragraphs: readonly Span[];
  readonly quotes: readonly Quotation[];
  readonly quoteAt: (offset: number) => number;
  readonly sentences: readonly Sentence[];
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
    else return packKey(passage);
  }
  return "und";
}

export function prepare(
  text: string,
  paragraphs: readonly Span[],
  passages: readonly Passage[],
): Prepared {
  const quotes = findQuotes(text, paragraphs);
  const quoteAt = quoteIndex(quotes);
  const sentences: Sentence[] = [];
  paragraphs.forEach((paragraph, number) => {
    const language = languageAt(passages, paragraph.start);
    for (const span of splitSentences(text, paragraph, language, abbreviationsFor(language)))
      sentences.push({
        ...span,
        paragraph: number,
        language,
        tokens: tokenise(text, span, quoteAt),
      });
  });
  return { text, paragraphs, quotes, quoteAt, sentences };
}
