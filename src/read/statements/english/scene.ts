// One sentence with what the rules need to know about it, and spans made of its tokens.
import type { Span } from "../../reading.ts";
import type { Quotation } from "../find-quotes.ts";
import type { Token } from "../tokens.ts";
import type { View } from "./phrase.ts";

export interface Scene {
  readonly view: View;
  readonly quotes: readonly Quotation[];
  readonly sentence: number;
  /** End of the sentence in the text. */
  readonly end: number;
  /** End of its paragraph. */
  readonly paragraphEnd: number;
  /** The paragraph that follows, when the sentence ends its own with a colon. */
  readonly next?: Span;
}

/** The characters a token range covers; null when it is empty. */
export function toSpan(tokens: readonly Token[], from: number, to: number): Span | null {
  const first = tokens[from];
  const last = tokens[to - 1];
  return first && last && to > from ? { start: first.start, end: last.end } : null;
}

/** Widens a span that begins or ends inside a quotation to take the whole of it in. */
export function withQuotes(
  span: Span,
  scene: Scene,
  tokens: readonly Token[],
  from: number,
  to: number,
): Span {
  let { start, end } = span;
  const first = tokens[from]?.quote ?? -1;
  const last = tokens[to - 1]?.quote ?? -1;
  const head = scene.quotes[first];
  const tail = scene.quotes[last];
  if (head && head.start < start) start = head.start;
  if (tail && tail.end > end) end = tail.end;
  return { start, end };
}
