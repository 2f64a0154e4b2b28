// The statement a span stands in: who says this figure, this act.
// Invariant: the innermost one whose content covers the span; the text's own words belong to nobody.
import type { Span, StatementSuggestion } from "../reading.ts";

function length(spans: readonly Span[]): number {
  return spans.reduce((sum, { start, end }) => sum + end - start, 0);
}

/** A look-up over statements sorted by content; each look-up scans only statements that begin before the span. */
export function holderOf(
  statements: readonly StatementSuggestion[],
): (span: Span) => StatementSuggestion | undefined {
  const buckets = new Map<number, StatementSuggestion[]>();
  const width = 2048;
  for (const statement of statements) {
    for (const { start, end } of statement.content) {
      for (
        let bucket = Math.floor(start / width);
        bucket <= Math.floor(Math.min(end, start + 64 * width) / width);
        bucket++
      ) {
        const list = buckets.get(bucket);
        if (list) list.push(statement);
        else buckets.set(bucket, [statement]);
      }
    }
  }
  return (span) => {
    let best: StatementSuggestion | undefined;
    for (const statement of buckets.get(Math.floor(span.start / width)) ?? []) {
      if (
        !statement.content.some(
          ({ start, end }) => start <= span.start + 12 && span.start < end && span.end <= end + 12,
        )
      )
        continue;
      if (!best || better(statement, best)) best = statement;
    }
    return best;
  };
}

/** A named speaker before an evidential; else the shorter content. */
function better(one: StatementSuggestion, other: StatementSuggestion): boolean {
  const named = (statement: StatementSuggestion): boolean => statement.source.length > 0;
  if (named(one) !== named(other)) return named(one);
  return length(one.content) < length(other.content);
}
