// Paragraphs into sentences: `Intl.Segmenter` (Unicode Annex 29) and then what it does not know,
// abbreviations and initials. Invariant: sentences tile the paragraph's words, and none is longer than the limit.
import { MAX_SENTENCE_UNITS } from "../limits.ts";
import type { Span } from "../reading.ts";

const segmenters = new Map<string, Intl.Segmenter>();

function segmenter(language: string): Intl.Segmenter {
  let found = segmenters.get(language);
  if (!found) {
    const locale = /^(?:en|ru|tr|kk|zh)$/.test(language) ? language : "en";
    found = new Intl.Segmenter(locale, { granularity: "sentence" });
    segmenters.set(language, found);
  }
  return found;
}

/** Abbreviations that as often close a sentence: they join only what goes on in small letters. */
const CLOSING = new Set("т.д. т.п. др. т.б. т.с.с. vb.".split(" "));

/** Ends that do not end a sentence: initials and the language's abbreviations. */
function joinsNext(piece: string, next: string, abbreviations: ReadonlySet<string>): boolean {
  const tail = /(?:^|[\s("“«‘])((?:\p{L}\.){1,6}|\p{L}[\p{L}\p{M}-]{0,14}\.)\s*$/u.exec(
    piece.slice(-24),
  )?.[1];
  if (!tail) return false;
  if (/^\p{Lu}\.$/u.test(tail)) return true;
  const lower = tail.toLowerCase();
  return abbreviations.has(lower) && !(CLOSING.has(lower) && /\p{Lu}/u.test(next));
}

/** Sentences of one paragraph, trimmed. */
export function splitSentences(
  text: string,
  paragraph: Span,
  language: string,
  abbreviations: ReadonlySet<string>,
): Span[] {
  const sentences: Span[] = [];
  let open: { start: number; end: number } | null = null;
  const flush = (): void => {
    if (open) pushTrimmed(text, open, sentences);
    open = null;
  };
  for (let at = paragraph.start; at < paragraph.end; at += MAX_SENTENCE_UNITS * 16) {
    // The segmenter is given bounded slices, so that one enormous line costs no more than its length.
    const slice = text
      .slice(at, Math.min(paragraph.end, at + MAX_SENTENCE_UNITS * 16))
      .replace(/[\r\n]/g, " ");
    for (const { segment, index } of segmenter(language).segment(slice)) {
      const start = at + index;
      const end = start + segment.length;
      const from: number = open?.start ?? start;
      open = { start: from, end };
      const next = text[end] ?? "";
      const lowerNext = /\p{Ll}/u.test(next);
      const joined =
        joinsNext(segment, next, abbreviations) || (lowerNext && !/[。！？]\s*$/.test(segment));
      if (!joined || end - from > MAX_SENTENCE_UNITS) flush();
    }
  }
  flush();
  return sentences;
}

function pushTrimmed(text: string, span: Span, into: Span[]): void {
  for (let at = span.start; at < span.end; at += MAX_SENTENCE_UNITS) {
    let start = at;
    let end = Math.min(span.end, at + MAX_SENTENCE_UNITS);
    while (start < end && /\s/.test(text[start] ?? "")) start++;
    while (end > start && /\s/.test(text[end - 1] ?? "")) end--;
    if (end > start) into.push({ start, end });
  }
}
