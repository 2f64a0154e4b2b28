// Chinese attributions, on characters: `某某说，……。` – `“……”，某某说。` – `据某某报道，……。`
// Invariant: one scan over each sentence; a cue that is part of a longer word is passed over.
import {
  ZH_CUES,
  ZH_DENIAL_WORDS,
  ZH_EVIDENTIALS,
  ZH_NOT_AFTER,
  type ZhCue,
} from "../../packs/zh-cues.ts";
import type { Span } from "../../reading.ts";
import type { Draft } from "../draft.ts";
import type { Prepared } from "../prepare.ts";
import type { Sentence } from "../sentence.ts";

const CLAUSE = /[，。；：！？、“”「」『』\s,;:!?…—]/;
const SPEAKER_MAX = 40;
const TIME =
  /^(?:(?:\d+|[一二三四五六七八九十]+)[年月日号]|今天|昨天|近日|日前|当天|当日|星期.|周.|上周|上月|去年|今年|同时|此外|但是?|而|并|随后|之后|此前|另外)+/;

function cueAt(text: string, at: number): ZhCue | undefined {
  return ZH_CUES.find(({ word }) => text.startsWith(word, at));
}

function speakerBefore(text: string, from: number, at: number): Span | null {
  let start = at;
  while (start > from && at - start < SPEAKER_MAX && !CLAUSE.test(text[start - 1] ?? "")) start--;
  const lead = TIME.exec(text.slice(start, at))?.[0].length ?? 0;
  start += lead < at - start ? lead : 0;
  return start < at ? { start, end: at } : null;
}

function trimmed(text: string, start: number, end: number): Span | null {
  let a = start;
  let b = end;
  while (a < b && /[，：:,。；\s]/.test(text[a] ?? "")) a++;
  while (b > a && /[。；，,\s]/.test(text[b - 1] ?? "")) b--;
  return b - a >= 2 ? { start: a, end: b } : null;
}

/** `据新华社报道，…` */
function reported(text: string, { start, end }: Sentence, number: number): Draft | null {
  const words = text.slice(start, Math.min(end, start + 80));
  const match = /^据([^，。；：]{2,30}?)(报道|报导|称|消息|透露|统计|介绍|估计)?[，：]/.exec(words);
  const evidential = ZH_EVIDENTIALS.find((word) => words.startsWith(word));
  if (evidential) {
    const content = trimmed(text, start + evidential.length, end);
    return (
      content && {
        source: [],
        cue: [{ start, end: start + evidential.length }],
        content: [content],
        stance: "asserts",
        act: "relay",
        evidential: true,
        rule: `evidential: ${evidential}`,
        confidence: 0.6,
        sentence: number,
      }
    );
  }
  if (!match) return null;
  const content = trimmed(text, start + match[0].length, end);
  const source = { start: start + 1, end: start + 1 + (match[1]?.length ?? 0) };
  return (
    content && {
      source: [source],
      cue: [{ start, end: start + 1 }],
      content: [content],
      stance: match[2] === "估计" || match[2] === "统计" ? "estimates" : "asserts",
      act: "relay",
      rule: "according: 据",
      confidence: 0.86,
      sentence: number,
    }
  );
}

function closingQuote({ quotes, quoteAt, text }: Prepared, at: number): Span | null {
  for (let k = at - 1; k >= 0 && at - k <= 3; k--) {
    const quote = quotes[quoteAt(k)];
    if (quote) return quote.end - quote.start > 5 ? { start: quote.start, end: quote.end } : null;
    if (!/[，,。\s]/.test(text[k] ?? "")) return null;
  }
  return null;
}

function verbDraft(
  document: Prepared,
  { start, end }: Sentence,
  at: number,
  cue: ZhCue,
  number: number,
): Draft | null {
  const { text } = document;
  if (ZH_NOT_AFTER[cue.word]?.test(text.slice(Math.max(start, at - 1), at))) return null;
  const source = speakerBefore(text, start, at);
  if (!source) return null;
  const after = at + cue.word.length;
  const said =
    /^[。！？]?\s*$/.test(text.slice(after, Math.min(end, after + 3))) && after >= end - 2;
  const quote = closingQuote(document, source.start);
  const content = said && quote ? quote : trimmed(text, after, end);
  if (!content) return null;
  const marked = /^[，：:“「]/.test(text.slice(after, after + 1));
  const denies =
    cue.stance === "asserts" &&
    cue.act === "say" &&
    ZH_DENIAL_WORDS.test(text.slice(content.start, content.end));
  return {
    source: [source],
    cue: [{ start: at, end: after }],
    content: [content],
    stance: denies ? "denies" : cue.stance,
    act: cue.act,
    rule: said && quote ? "quotation and verb" : `verb: ${cue.word}`,
    confidence: said && quote ? 0.88 : (marked ? 0.87 : 0.7) * (cue.act === "mind" ? 0.8 : 1),
    sentence: number,
  };
}

export function readChinese(document: Prepared): Draft[] {
  const drafts: Draft[] = [];
  const { text, quoteAt } = document;
  document.sentences.forEach((sentence, number) => {
    if (sentence.language !== "zh") return;
    const relayed = reported(text, sentence, number);
    if (relayed) {
      drafts.push(relayed);
      return;
    }
    for (let at = sentence.start + 1; at < sentence.end; at++) {
      if (quoteAt(at) >= 0) continue;
      const cue = cueAt(text, at);
      if (!cue) continue;
      const made = verbDraft(document, sentence, at, cue, number);
      at += cue.word.length - 1;
      if (!made) continue;
      drafts.push(made);
      // What follows is the content; a verb inside it is somebody else's sentence only after a new clause.
      if (made.act !== "mind") break;
    }
  });
  return drafts;
}
