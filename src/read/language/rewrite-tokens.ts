// Kazakh in another alphabet, made readable for the Kazakh pack: tokens keep their offsets and change their letters.
// Invariant: as many tokens as before, each over the same stretch of the received text.
import { isGivenCyrillic, PATRONYMIC } from "../mentions/cyrillic-words.ts";
import { isPlaceCyrillic } from "../mentions/cyrillic-places.ts";
import type { Span } from "../reading.ts";
import type { Token } from "../statements/tokens.ts";
import { kazakhWord, type KazakhScript } from "./kazakh-letters.ts";

const FOREIGN_MARKS: Readonly<Record<string, string>> = { "،": ",", "؛": ";", "؟": "?" };
const SURNAME =
  /(?:[оеё]ва?|ұлы|қызы|баева?|бекова?|ханова?|жанова?)(?:ның|нің|ға|ге|дан|ден|ды|ді|ны|ні)?$/u;

/** Arabic letters have no capitals: a name is known by its forms, and a surname by the name before it. */
function isName(word: string, namedBefore: boolean): boolean {
  return (
    isGivenCyrillic(word) ||
    isPlaceCyrillic(word) ||
    PATRONYMIC.test(word) ||
    (namedBefore && word.length > 4 && SURNAME.test(word))
  );
}

export function rewriteTokens(tokens: readonly Token[], script: KazakhScript): Token[] {
  let named = false;
  return tokens.map((token) => {
    if (token.kind === "mark") {
      named = false;
      return { ...token, text: FOREIGN_MARKS[token.text] ?? token.text };
    }
    if (token.kind !== "word") return token;
    const lower = kazakhWord(token.text, script);
    const capital = script === "Arab" ? isName(lower, named) : token.capital;
    named = capital;
    const text = capital ? lower.charAt(0).toUpperCase() + lower.slice(1) : lower;
    return { ...token, text, lower, capital };
  });
}

export interface Rewritten {
  readonly text: string;
  /** The stretch of the received text a range of `text` stands for. */
  readonly spanOf: (at: number, length: number) => Span;
}

/** A sentence's tokens as one line, for rules that read lines; words are parted as they are in the received text. */
export function lineOf(tokens: readonly Token[]): Rewritten {
  let text = "";
  const starts: number[] = [];
  const ends: number[] = [];
  let end = tokens[0]?.start ?? 0;
  for (const token of tokens) {
    if (token.start > end) {
      text += " ";
      starts.push(end);
      ends.push(token.start);
    }
    for (let k = 0; k < token.text.length; k++) {
      starts.push(token.start);
      ends.push(token.end);
    }
    text += token.text;
    end = token.end;
  }
  return {
    text,
    spanOf: (at, length) => ({
      start: starts[at] ?? end,
      end: ends[Math.max(at, at + length - 1)] ?? end,
    }),
  };
}
