// Ties a denial to the allegation it answers, as a proposal.
// Method: shared words with an earlier statement by somebody else, nearer ones first; a denial of
// `the allegations` answers the nearest one. Invariant: a denial's own content is always the matter denied,
// so an allegation inside it is never left looking asserted.
import type { Span, StatementSuggestion } from "../reading.ts";

/** Statements looked back over. */
const REACH = 14;
const GENERAL = /\b(?:allegations?|accusations?|charges?|claims?|reports?|criticisms?|it|this)\b/i;
const STOP = new Set(
  "about after against being been before could every first from have having here into more most much other over said says should some such than that their them then there these they this those through under very were what when where which while with would false denied".split(
    " ",
  ),
);

function stems(text: string, spans: readonly Span[]): Set<string> {
  const found = new Set<string>();
  for (const { start, end } of spans) {
    for (const word of text
      .slice(start, Math.min(end, start + 2000))
      .toLowerCase()
      .match(/\p{L}{4,}/gu) ?? [])
      if (!STOP.has(word)) found.add(word.replace(/s$/, "").slice(0, 6));
  }
  return found;
}

function sameSpeaker(text: string, a: StatementSuggestion, b: StatementSuggestion): boolean {
  const words = ({ source }: StatementSuggestion): string =>
    source
      .map(({ start, end }) => text.slice(start, end))
      .join(" ")
      .toLowerCase();
  return words(a) !== "" && words(a) === words(b);
}

export function linkDenials(
  text: string,
  statements: readonly StatementSuggestion[],
): StatementSuggestion[] {
  return statements.map((denial, i) => {
    if (denial.stance !== "denies") return denial;
    const span = denial.content[0];
    if (!span) return denial;
    const own = stems(text, denial.content);
    const general =
      denial.content.length === 1 &&
      span.end - span.start < 60 &&
      GENERAL.test(text.slice(span.start, span.end));
    let best: StatementSuggestion | undefined;
    let bestScore = general ? 0.1 : 0.45;
    for (let k = i - 1; k >= Math.max(0, i - REACH); k--) {
      const other = statements[k];
      if (
        !other ||
        other.stance === "denies" ||
        other.id === denial.parent ||
        other.act === "want" ||
        sameSpeaker(text, other, denial)
      )
        continue;
      if (
        other.parent === denial.id ||
        other.content.some(({ start, end }) => start <= span.start && span.end <= end)
      )
        continue;
      const shared = [...stems(text, other.content)].filter((stem) => own.has(stem)).length;
      const score = shared + (general ? 0.5 : 0) - (i - k) * 0.05;
      if (score > bestScore) {
        bestScore = score;
        best = other;
      }
    }
    return { ...denial, answers: best ? { statement: best.id, span } : { span } };
  });
}
