// Quotations with no verb of their own that stand next to an attribution: they belong to its speaker.
// `“A,” said X. “B.”` – `X reports:` and a new paragraph – a sentence `X asked.` after `“A?”`.
// Invariant: only quotations nobody else claims are given away, each once.
import type { Span } from "../../reading.ts";
import type { Prepared } from "../prepare.ts";
import type { Sentence } from "../sentence.ts";
import type { Draft } from "../draft.ts";

type Neighbourhood = Prepared;

/** The sentence when nothing but quotation stands in it: from its opening mark to its closing one. */
function wholeQuotation(
  { text, quotes, quoteAt }: Neighbourhood,
  sentence: Sentence | undefined,
): Span | null {
  if (!sentence) return null;
  const first = quotes[quoteAt(sentence.start)];
  if (!first) return null;
  const end = Math.max(first.end, sentence.end);
  for (let at = first.end; at < sentence.end;) {
    const quote = quotes[quoteAt(at)];
    if (quote) at = quote.end;
    else if (/[\s.,;!?…—–-]/.test(text[at] ?? "")) at++;
    else return null;
  }
  return { start: sentence.start, end };
}

function holdsQuote(draft: Draft, { quotes, quoteAt }: Neighbourhood): boolean {
  return draft.content.some(
    ({ start, end }) =>
      quoteAt(start) >= 0 || quoteAt(end - 1) >= 0 || (quotes[quoteAt(end - 1)]?.end ?? 0) >= end,
  );
}

const CARRIES = new Set([
  "speaker last",
  "inverted",
  "speaker first",
  "joined",
  "according to",
  "participle",
  "relative",
]);

/** `“…” ― Ana Lind`: a name after a dash signs the quotation before it. */
export function signedQuotations(near: Neighbourhood): Draft[] {
  const drafts: Draft[] = [];
  near.sentences.forEach(({ tokens, language }, number) => {
    if (language !== "en") return;
    for (let i = 0; i < tokens.length; i++) {
      const dash = tokens[i];
      if (!dash || dash.quote >= 0 || !/^[—–―-]$/.test(dash.text)) continue;
      const quote = [1, 2, 3]
        .map((back) => near.quotes[near.quoteAt(dash.start - back)])
        .find((one) => one !== undefined);
      const name = tokens.slice(i + 1, i + 9);
      const words = name.findIndex(
        ({ capital, kind, text }) => !(capital || kind === "number" || /^[,.]$/.test(text)),
      );
      const signed = words < 0 ? name : name.slice(0, words);
      const last = signed.findLast(({ kind }) => kind === "word");
      if (
        !quote ||
        quote.end - quote.start < 20 ||
        !signed[0]?.capital ||
        !last ||
        (words >= 0 && words < 2)
      )
        continue;
      drafts.push({
        source: [{ start: signed[0].start, end: last.end }],
        cue: [{ start: dash.start, end: dash.end }],
        content: [{ start: quote.start, end: quote.end }],
        stance: "asserts",
        act: "say",
        rule: "signed quotation",
        confidence: 0.75,
        sentence: number,
      });
    }
  });
  return drafts;
}

/** Hands the quotations that follow in the same paragraph to the attribution before them. */
export function withFollowing(drafts: readonly Draft[], near: Neighbourhood): Draft[] {
  const bySentence = new Map<number, Draft[]>();
  for (const draft of drafts)
    bySentence.set(draft.sentence, [...(bySentence.get(draft.sentence) ?? []), draft]);
  return drafts.map((draft) => {
    const pattern = draft.rule.split(":")[0] ?? "";
    const own = bySentence.get(draft.sentence) ?? [];
    if (draft.act !== "say" || !CARRIES.has(pattern) || !holdsQuote(draft, near)) return draft;
    const quoting = own.filter((other) => other.act === "say" && holdsQuote(other, near));
    if (quoting.at(-1) !== draft) return draft;
    const content = [...draft.content];
    for (let i = draft.sentence + 1; i < draft.sentence + 40; i++) {
      const sentence = near.sentences[i];
      if (!sentence || sentence.paragraph !== near.sentences[draft.sentence]?.paragraph) break;
      const last = content.at(-1);
      if (last && sentence.end <= last.end) continue;
      const quotation = wholeQuotation(near, sentence);
      if (!quotation || bySentence.has(i)) break;
      content.push({ start: Math.max(quotation.start, last?.end ?? 0), end: quotation.end });
    }
    return content.length === draft.content.length ? draft : { ...draft, content };
  });
}
