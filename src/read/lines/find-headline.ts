// Headline and author of a bare text from its mask.
import type { MaskSpan, Span, Suggestion } from "../reading.ts";

function first(mask: readonly MaskSpan[], kind: MaskSpan["kind"]): MaskSpan | undefined {
  return mask.find((span) => span.kind === kind);
}

export function findHeadline(text: string, mask: readonly MaskSpan[]): Suggestion | undefined {
  const line = first(mask, "headline");
  if (!line) return undefined;
  return {
    value: oneLine(text, line),
    span: { start: line.start, end: line.end },
    rule: "title line before the article",
    confidence: 0.8,
  };
}

const BY =
  /^(?:by|compiled by|written by|reported by|reporting by|edited by|story by|text by|posted by|author\s*:|автор\s*:?|текст\s*:|авторы\s*:?|haber\s*:|yazan\s*:|记者[:：\s]|作者[:：\s])\s*/i;

/** The name in the byline nearest to the article. */
export function findAuthor(text: string, mask: readonly MaskSpan[]): Suggestion | undefined {
  const line = first(mask, "byline");
  if (!line) return undefined;
  const words = text.slice(line.start, line.end);
  const lead = BY.exec(words)?.[0].length ?? 0;
  const name = words
    .slice(lead)
    .replace(/\s*(?:[|•·–—].*|,\s*(?:staff|reporter|correspondent|special).*)$/i, "")
    .trim();
  if (name.length < 2 || name.length > 90) return undefined;
  const start = line.start + words.indexOf(name, lead);
  return {
    value: name,
    span: { start, end: start + name.length },
    rule: "byline",
    confidence: 0.8,
  };
}

function oneLine(text: string, { start, end }: Span): string {
  return text.slice(start, end).replace(/\s+/g, " ").trim();
}
