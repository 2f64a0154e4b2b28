// A document cut up once for every rule room: paragraphs, quotations, sentences, tokens.
// Invariant: only readable paragraphs (no boilerplate) go in, so nothing found later can touch boilerplate.
import type { KazakhScript } from "../language/kazakh-letters.ts";
import { rewriteTokens } from "../language/rewrite-tokens.ts";
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

interface Reader {
  readonly language: string;
  /** Kazakh in an alphabet the pack is not written in. */
  readonly rewrite: KazakhScript | null;
}

const NOBODY: Reader = { language: "und", rewrite: null };

function readerOf(passage: Passage): Reader {
  const { language, script } = passage;
  const rewrite = language === "kk" && (script === "Arab" || script === "Latn") ? script : null;
  return { language: packKey(passage), rewrite };
}

function readerAt(passages: readonly Passage[], offset: number): Reader {
  let low = 0;
  let high = passages.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    const passage = passages[middle];
    if (!passage) return NOBODY;
    if (offset < passage.start) high = middle - 1;
    else if (offset >= passage.end) low = middle + 1;
    else return readerOf(passage);
  }
  return NOBODY;
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
    const { language, rewrite } = readerAt(passages, paragraph.start);
    for (const span of splitSentences(text, paragraph, language, abbreviationsFor(language))) {
      const tokens = tokenise(text, span, quoteAt);
      sentences.push({
        ...span,
        paragraph: number,
        language,
        rewritten: rewrite !== null,
        tokens: rewrite ? rewriteTokens(tokens, rewrite) : tokens,
      });
    }
  });
  return { text, paragraphs, quotes, quoteAt, sentences };
}
