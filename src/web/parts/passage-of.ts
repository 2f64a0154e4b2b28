// Turns copied words into a passage of a source: a place in its text, or the moment of its recording.
import { get } from "../api/index.ts";
import type { InterviewView, SourceText } from "../api/views.ts";
import { findMoment, type FoundMoment } from "./find-moment.ts";
import { findQuote } from "./find-quote.ts";

/** The words are not in that source as they were typed. */
export class QuoteMissing extends Error {}

interface FoundPassage {
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

/**
 * Where `quote` stands in the source's text, or when it was said in its recording by a transcript or translation of it;
 * undefined for no words. Throws QuoteMissing, ApiError.
 */
export async function passageOf(
  source: string,
  quote: string,
): Promise<FoundPassage | FoundMoment | undefined> {
  if (quote.trim() === "") return undefined;
  const id = encodeURIComponent(source);
  const { hasText, transcripts } = await get<InterviewView>(`/api/interviews/${id}`);
  if (hasText) {
    const { text } = await get<SourceText>(`/api/sources/${id}/text`);
    const found = findQuote(text, quote);
    if (found !== null) return { ...found, quote: text.slice(found.start, found.end) };
  }
  const moment = findMoment(transcripts, quote);
  if (moment === null) throw new QuoteMissing();
  return moment;
}
