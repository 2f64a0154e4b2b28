// Turns messages into sentences of one language.
// Invariant: a key without a text comes out as the key, never as an error; values are inserted as they are, so escape them for HTML.
import { EN } from "./messages/en.ts";
import type { Message, NameExplanation } from "./explain-names.ts";

export type Catalogue = Readonly<Record<string, string>>;

/** The text of a message; keys fall back to the part before the first dot ('open.latin-x' to 'open'). */
export function renderMessage(message: Message, catalogue: Catalogue = EN): string {
  const text = catalogue[message.key] ?? catalogue[message.key.split(".")[0] ?? ""] ?? message.key;
  return text.replace(/\{(\w+)\}/gu, (_, name: string) => message.values[name] ?? "");
}

/** An explanation as lines of text, aligned words first. */
export function renderExplanation(
  explanation: NameExplanation,
  catalogue: Catalogue = EN,
): readonly string[] {
  const [verdict, ...rest] = explanation.messages;
  const lines = verdict === undefined ? [] : [renderMessage(verdict, catalogue)];
  for (const pair of explanation.pairs) {
    const [head, ...details] = pair.messages;
    if (head !== undefined) lines.push(renderMessage(head, catalogue));
    for (const detail of details) lines.push(`  ${renderMessage(detail, catalogue)}`);
  }
  return [...lines, ...rest.map((message) => renderMessage(message, catalogue))];
}
