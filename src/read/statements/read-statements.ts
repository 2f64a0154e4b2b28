// Statements of a document: each sentence read by its language's rules.
// Invariant: spans stay inside the paragraphs given.
import { PACKS } from "../packs/pack-for.ts";
import type { StatementSuggestion } from "../reading.ts";
import type { Draft } from "./draft.ts";
import { readEnglish } from "./english/read-english.ts";
import { finishDrafts } from "./finish-drafts.ts";
import { finalOrder } from "./generic/final-order.ts";
import { middleOrder } from "./generic/middle-order.ts";
import { readChinese } from "./generic/read-chinese.ts";
import type { Prepared } from "./prepare.ts";

function readByPack({ sentences, quotes }: Prepared): Draft[] {
  return sentences.flatMap(({ tokens, language }, sentence) => {
    const pack = PACKS.get(language);
    if (!pack) return [];
    const scene = { tokens, quotes, pack, sentence };
    return pack.order === "middle" ? middleOrder(scene) : finalOrder(scene);
  });
}

export function readStatements(document: Prepared): StatementSuggestion[] {
  const drafts = [...readEnglish(document), ...readByPack(document), ...readChinese(document)];
  return finishDrafts(document.text, drafts, document.quotes, document.quoteAt);
}
