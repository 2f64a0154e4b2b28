// Words and marks of a sentence with their offsets. Invariant: tokens come in order and never overlap.
import type { Span } from "../reading.ts";

export interface Token extends Span {
  readonly text: string;
  readonly lower: string;
  readonly kind: "word" | "number" | "mark";
  /** Begins with a capital letter. */
  readonly capital: boolean;
  /** Index of the quotation it stands in, -1 outside. */
  readonly quote: number;
}

// Letters with inner apostrophes, hyphens, dots (U.S) and ampersands; numbers; any other sign alone.
// Each alternative starts with a different class, so the scan never backtracks.
const TOKEN =
  /\p{L}[\p{L}\p{M}\p{N}]*(?:['’.&/‑-][\p{L}\p{N}][\p{L}\p{M}\p{N}]*)*|\p{N}+(?:[.,:]\p{N}+)*(?:st|nd|rd|th|s)?|[^\s\p{L}\p{N}]/gu;

const ABBREVIATION =
  /^(?:\p{Lu}\p{L}{0,3}|\p{Lu}-\p{Lu}\p{L}{0,4}|\p{Lu}\.\p{Lu}(?:\.\p{Lu})*|Capt|Sgt|Prof|Sept|Corp|Dept|Calif|Mass|Conn|Tenn|Wash|Minn)$/u;
const CLITIC = /^(.+)(['’](?:s|ve|re|ll|d|m))$|^(.+)(n['’]t)$/i;

/** Tokens of `text` between the span's ends. `quoteAt` gives the quotation a position stands in. */
export function tokenise(
  text: string,
  span: Span,
  quoteAt: (offset: number) => number = () => -1,
): Token[] {
  const tokens: Token[] = [];
  const slice = text.slice(span.start, span.end);
  TOKEN.lastIndex = 0;
  for (let match = TOKEN.exec(slice); match; match = TOKEN.exec(slice)) {
    const start = span.start + match.index;
    const word = match[0];
    const clitic = /['’]/.test(word) ? CLITIC.exec(word) : null;
    let cut = clitic ? (clitic[1] ?? clitic[3] ?? word).length : word.length;
    // The dot of `Gov.` or `U.S.` inside a sentence belongs to the word.
    if (
      !clitic &&
      slice[TOKEN.lastIndex] === "." &&
      ABBREVIATION.test(word) &&
      /\S/.test(slice.slice(TOKEN.lastIndex + 1, TOKEN.lastIndex + 3))
    ) {
      cut++;
      TOKEN.lastIndex++;
    }
    tokens.push(token(text, start, start + cut, quoteAt(start)));
    if (clitic) tokens.push(token(text, start + cut, start + word.length, quoteAt(start)));
  }
  return tokens;
}

/** The common case without a regular expression. */
function asciiKind(code: number, length: number): Token["kind"] {
  if ((code >= 97 && code <= 122) || (code >= 65 && code <= 90)) return "word";
  if (code >= 48 && code <= 57) return "number";
  return code === 39 && length > 1 ? "word" : "mark";
}

function kindOf(word: string): Token["kind"] {
  if (/^\p{L}/u.test(word) || (word.startsWith("’") && word.length > 1)) return "word";
  return /^\p{N}/u.test(word) ? "number" : "mark";
}

function token(text: string, start: number, end: number, quote: number): Token {
  const word = text.slice(start, end);
  const code = word.charCodeAt(0);
  const lower = word.toLowerCase();
  return {
    start,
    end,
    text: word,
    lower: lower.includes("’") ? lower.replaceAll("’", "'") : lower,
    kind: code < 128 ? asciiKind(code, word.length) : kindOf(word),
    capital: code < 128 ? code >= 65 && code <= 90 : /^\p{Lu}/u.test(word),
    quote,
  };
}
