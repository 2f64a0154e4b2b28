// Two names word by word, for showing: each word beside its counterpart, with the rules that were used.
// Invariant: no sentence of the explanation is lost; every sentence carries the id of its rule.
import { explainNames, type Message, type PreparedName, renderMessage } from "../names/index.ts";
import type { ComparedNames, SentenceView } from "./views.ts";

export function compareNamesView(left: PreparedName, right: PreparedName): ComparedNames {
  const { score, band, pairs, messages } = explainNames(left, right);
  const [verdict, ...notes] = messages;
  return {
    left: left.raw,
    right: right.raw,
    score,
    band,
    verdict: sentence(verdict ?? { key: "band.different", values: {} }),
    pairs: pairs.map((pair) => {
      const [answer, ...rules] = pair.messages;
      return {
        left: asWritten(pair.left, left.raw),
        right: asWritten(pair.right, right.raw),
        leftRole: pair.leftRole,
        rightRole: pair.rightRole,
        grade: pair.grade,
        answer: sentence(answer ?? { key: "pair.different", values: {} }),
        rules: rules.map(sentence),
      };
    }),
    notes: notes.map(sentence),
  };
}

function sentence(message: Message): SentenceView {
  return { rule: message.key, values: message.values, text: renderMessage(message) };
}

/** The word as the name writes it; comparison works on small letters. */
export function asWritten(word: string, name: string): string {
  const at = name.toLowerCase().indexOf(word);
  const written = at === -1 ? "" : name.slice(at, at + word.length);
  return written.toLowerCase() === word ? written : word;
}
