// Statements of a document: each sentence read by its language's rules.
// Invariant: spans stay inside the paragraphs given.
import type { StatementSuggestion } from "../reading.ts";
import { readEnglish } from "./english/read-english.ts";
import { finishDrafts } from "./finish-drafts.ts";
import type { Prepared } from "./prepare.ts";

export function readStatements(document: Prepared): StatementSuggestion[] {
  const drafts = readEnglish(document);
  return finishDrafts(drafts, document.quotes, document.quoteAt);
}
