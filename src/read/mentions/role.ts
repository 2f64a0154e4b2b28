// Role words beside a person's name: `director of the Centre` after it, `Ambassador` before it.
// Invariant: a role never reaches past the comma that closes it.
import { DETERMINERS, PREPOSITIONS } from "../packs/en-words.ts";
import type { Span } from "../reading.ts";
import type { Token } from "../statements/tokens.ts";
import { TITLES } from "./words.ts";

function span(tokens: readonly Token[], from: number, to: number): Span | null {
  const first = tokens[from];
  const last = tokens[to - 1];
  return first && last && to > from ? { start: first.start, end: last.end } : null;
}

export function roleBeside(tokens: readonly Token[], from: number, to: number): Span | null {
  if (tokens[to]?.text === ",") {
    const head = tokens[to + 1];
    const role =
      head &&
      (DETERMINERS.has(head.lower) ||
        TITLES.has(head.lower) ||
        tokens[to + 2]?.lower === "of" ||
        tokens[to + 2]?.lower === "for");
    if (role) {
      let end = to + 1;
      while (
        end < tokens.length &&
        end - to < 18 &&
        !(tokens[end]?.kind === "mark" && /^[,.;:—–)]$/.test(tokens[end]?.text ?? ""))
      )
        end++;
      if (end - to > 1 && tokens[end]?.text === ",") return span(tokens, to + 1, end);
    }
  }
  let start = from;
  for (let k = from - 1; k >= 0 && from - k <= 8; k--) {
    const token = tokens[k];
    if (!token || (token.kind === "mark" && token.text !== ",")) break;
    if (TITLES.has(token.lower)) start = k;
    else if (
      !(
        PREPOSITIONS.has(token.lower) ||
        DETERMINERS.has(token.lower) ||
        token.capital ||
        token.text === ","
      )
    )
      break;
  }
  return start < from ? span(tokens, start, from) : null;
}
