// To whom an act is done, in languages read by stems: an object pronoun beside the verb, else the one person or
// group the sentence names. Invariant: two names and no pronoun leave the slot empty.
import type { Span } from "../reading.ts";
import type { Sentence } from "../statements/sentence.ts";

const PRONOUNS: ReadonlyMap<string, ReadonlySet<string>> = new Map([
  ["ru", new Set("его её ее их меня нас ему ей им мне нам он она они я мы".split(" "))],
  ["kk", new Set("оны оларды мені бізді онда ол олар мен біз".split(" "))],
  ["tr", new Set("onu onları beni bizi o onlar ben biz".split(" "))],
]);
const HAN = /(?:他们|她们|我们|他|她|我)(?=[^，。；]{0,4}$)/;
const REACH = 6;

function pronoun(text: string, { tokens, language, start }: Sentence, at: number): Span | null {
  if (language === "zh") {
    const match = HAN.exec(text.slice(Math.max(start, at - 10), at));
    const from = Math.max(start, at - 10) + (match?.index ?? 0);
    return match ? { start: from, end: from + match[0].length } : null;
  }
  const words = PRONOUNS.get(language);
  const index = tokens.findIndex((token) => token.start === at);
  for (let k = index - 1; k >= 0 && index - k <= REACH; k--) {
    const token = tokens[k];
    if (!token || (token.kind === "mark" && token.text !== ",")) return null;
    if (words?.has(token.lower)) return { start: token.start, end: token.end };
  }
  return null;
}

/** The person of the act at offset `at` of the text. `named` are persons and groups in order of place. */
export function personIn(
  text: string,
  sentence: Sentence,
  at: number,
  named: readonly Span[],
): Span[] {
  const near = pronoun(text, sentence, at);
  if (near) return [near];
  let low = 0;
  let high = named.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((named[middle]?.start ?? 0) < sentence.start) low = middle + 1;
    else high = middle;
  }
  const first = named[low];
  const second = named[low + 1];
  if (!first || first.end > sentence.end || (second && second.end <= sentence.end)) return [];
  return [{ start: first.start, end: first.end }];
}
