// Turns copied words into a passage of a source.
import { get } from "../api/index.ts";
import type { SourceText } from "../api/views.ts";
import { findQuote } from "./find-quote.ts";

/** The words are not in that source as they were typed. */
export class QuoteMissing extends Error {}

interface FoundPassage {
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

/** The place of `quote` in the source's text; undefined for no words. Throws QuoteMissing, ApiError. */
export async function passageOf(source: string, quote: string): Promise<FoundPassage | undefined> {
  if (quote.trim() === "") return undefined;
  const { text } = await get<SourceText>(`/api/sources/${encodeURIComponent(source)}/text`);
  const found = findQuote(text, quote);
  if (found === null) throw new QuoteMissing();
  return { ...found, quote: text.slice(found.start, found.end) };
}
