// From drafts to suggestions: the rest of long quotations, mode, parents, ids and bands.
// Invariant: the same text gives the same ids; a suggestion's spans are sorted and do not overlap.
import type { Band, Mode, Span, StatementSuggestion } from "../reading.ts";
import type { Draft } from "./draft.ts";
import type { Quotation } from "./find-quotes.ts";
import { withoutEchoes } from "./nest-drafts.ts";
import { stableId } from "../suggestion-id.ts";

/** Confidence from which a suggestion belongs to a band; set by measurement: A holds about eight in nine. */
const BAND_A = 0.85;
const BAND_B = 0.5;

/** Below this a suggestion costs a reader more than it gives. */
const LEAST = 0.15;

function band(confidence: number): Band {
  return confidence >= BAND_A ? "A" : confidence >= BAND_B ? "B" : "C";
}

function length(spans: readonly Span[]): number {
  return spans.reduce((sum, { start, end }) => sum + end - start, 0);
}

function modeOf(
  content: readonly Span[],
  quotes: readonly Quotation[],
  quoteAt: (offset: number) => number,
): Mode {
  let quoted = 0;
  for (const { start, end } of content) {
    let number = firstQuoteFrom(quotes, start, quoteAt);
    for (let quote = quotes[number]; quote && quote.start < end; quote = quotes[++number])
      quoted += Math.max(0, Math.min(end, quote.end) - Math.max(start, quote.start));
  }
  const whole = length(content);
  return quoted >= whole * 0.9 ? "direct" : quoted > 0 ? "mixed" : "paraphrase";
}

/** Number of the first quotation that ends after an offset; binary search. */
function firstQuoteFrom(
  quotes: readonly Quotation[],
  offset: number,
  quoteAt: (offset: number) => number,
): number {
  const inside = quoteAt(offset);
  if (inside >= 0) return inside;
  let low = 0;
  let high = quotes.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((quotes[middle]?.end ?? 0) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

function inside(a: readonly Span[], b: readonly Span[]): boolean {
  return a.every((inner) =>
    b.some((outer) => outer.start <= inner.start && inner.end <= outer.end),
  );
}

/** Adds the paragraphs a quotation runs on over. */
function withContinuations(
  content: readonly Span[],
  quotes: readonly Quotation[],
  next: ReadonlyMap<number, number>,
  quoteAt: (offset: number) => number,
): Span[] {
  const spans = [...content];
  const last = spans.at(-1);
  if (!last) return spans;
  let number = quoteAt(Math.max(last.start, last.end - 1));
  for (let turns = 0; turns < 50; turns++) {
    const following = next.get(number);
    const quote = following === undefined ? undefined : quotes[following];
    if (following === undefined || !quote) break;
    spans.push({ start: quote.start, end: quote.end });
    number = following;
  }
  return spans;
}

function key(draft: { readonly content: readonly Span[] }): string {
  return draft.content.map(({ start, end }) => `${start}-${end}`).join(",");
}

/** Ranks, links and names the drafts. */
export function finishDrafts(
  text: string,
  drafts: readonly Draft[],
  quotes: readonly Quotation[],
  quoteAt: (offset: number) => number,
): StatementSuggestion[] {
  const next = new Map<number, number>();
  quotes.forEach((quote, i) => {
    if (quote.continues >= 0) next.set(quote.continues, i);
  });
  const best = new Map<string, Draft>();
  for (const draft of drafts) {
    if (draft.confidence < LEAST) continue;
    const content = withContinuations(draft.content, quotes, next, quoteAt);
    const full = { ...draft, content };
    const known = best.get(key(full));
    if (!known || known.confidence < full.confidence) best.set(key(full), full);
  }
  const kept = withoutEchoes(
    text,
    [...best.values()].sort((a, b) => (a.cue[0]?.start ?? 0) - (b.cue[0]?.start ?? 0)),
  );
  const made = kept.map((draft): StatementSuggestion => {
    const { sentence: _, confidence, ...rest } = draft;
    const rounded = Math.round(confidence * 100) / 100;
    return {
      id: stableId(`statement/${draft.stance}`, [draft.source, draft.cue, draft.content]),
      ...rest,
      mode: modeOf(draft.content, quotes, quoteAt),
      confidence: rounded,
      band: band(rounded),
    };
  });
  return made.map((one, i) => {
    let parent: StatementSuggestion | undefined;
    for (let k = Math.max(0, i - 8); k < Math.min(made.length, i + 9); k++) {
      const other = made[k];
      if (!other || other === one || !inside([...one.cue, ...one.content], other.content)) continue;
      if (!parent || length(other.content) < length(parent.content)) parent = other;
    }
    return parent ? { ...one, parent: parent.id } : one;
  });
}
