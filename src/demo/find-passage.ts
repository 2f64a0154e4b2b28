// From words of a plan to the place where they stand in the received text.
// Invariant: words that are not there, or stand there twice without saying which, stop the making of the vault.
import type { Passage } from "../model/index.ts";
import type { SourceText } from "../collect/index.ts";
import { DemoError } from "./errors.ts";
import type { Quoted } from "./plan.ts";

/** Throws DemoError `demo/quote-not-found` or `demo/quote-not-unique`. */
export function findPassage(
  { text, cues }: SourceText,
  { quote, near }: Quoted,
  key: string,
): Passage {
  const around = near === undefined ? 0 : onlyPlace(text, near, key);
  const within = near ?? text;
  const start = around + onlyPlace(within, quote, key);
  const end = start + quote.length;
  const cue = cues.find((c) => c.start <= start && start < c.end);
  return {
    start,
    end,
    quote,
    ...(cue === undefined ? {} : { fromMs: cue.startMs, toMs: cue.endMs }),
  };
}

function onlyPlace(text: string, words: string, key: string): number {
  const at = text.indexOf(words);
  if (at < 0 || words === "")
    throw new DemoError(
      "demo/quote-not-found",
      `Expected these words in the text of the source: ${words}`,
      key,
    );
  if (text.indexOf(words, at + 1) >= 0) {
    throw new DemoError(
      "demo/quote-not-unique",
      `Expected these words once in the text of the source: ${words}`,
      key,
    );
  }
  return at;
}
