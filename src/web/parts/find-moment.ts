// Finds copied words in what was said on a recording. Invariant: the moment holds exactly these words, in one transcript.
import type { InterviewView } from "../api/views.ts";
import { findQuote } from "./find-quote.ts";

export interface FoundMoment {
  readonly fromMs: number;
  readonly toMs: number;
  readonly quote: string;
}

type Transcript = {
  readonly segments: readonly Pick<
    InterviewView["transcripts"][number]["segments"][number],
    "fromMs" | "toMs" | "text"
  >[];
};

/** The first stretch, of one line or of lines that follow each other, in which `quote` was said; null where it was not. */
export function findMoment(transcripts: readonly Transcript[], quote: string): FoundMoment | null {
  for (const { segments } of transcripts) {
    const text = segments.map((one) => one.text).join(" ");
    const found = findQuote(text, quote);
    if (found === null) continue;
    let end = -1;
    const spans = segments.map((one) => {
      const start = end + 1;
      end = start + one.text.length;
      return { start, end, one };
    });
    const said = spans.filter((span) => span.end > found.start && span.start < found.end);
    const [first] = said;
    if (first === undefined) continue;
    return {
      fromMs: first.one.fromMs,
      toMs: Math.max(...said.map(({ one }) => one.toMs)),
      quote: text.slice(found.start, found.end),
    };
  }
  return null;
}
