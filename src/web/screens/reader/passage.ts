// A passage as the server takes it: offsets, and the words that must stand there.
import type { Span } from "./spans.ts";

const longestQuote = 4_000;

export function passageOf(text: string, { start, end }: Span) {
  return { start, end, quote: text.slice(start, Math.min(end, start + longestQuote)) };
}
