// Finds a pack's verbs in a sentence, one word or two. Invariant: words inside quotations are not cues.
import type { Pack, PackCue } from "../../packs/pack.ts";
import type { Token } from "../tokens.ts";

export interface FoundCue {
  readonly from: number;
  readonly to: number;
  readonly cue: PackCue;
  readonly negated: boolean;
}

const NOT = new Set(["не", "ни", "никогда", "емес", "жоқ", "değil", "hiç"]);

export function findPackCues(tokens: readonly Token[], pack: Pack): FoundCue[] {
  const found: FoundCue[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (!token || token.kind !== "word" || token.quote >= 0) continue;
    const word = pack.name === "tr" ? token.text.toLocaleLowerCase("tr") : token.lower;
    const next = tokens[i + 1];
    const pair = next && next.kind === "word" ? pack.cues.get(`${word} ${next.lower}`) : undefined;
    const cue = pair ?? pack.cues.get(word);
    if (!cue) continue;
    const to = pair ? i + 2 : i + 1;
    found.push({ from: i, to, cue, negated: NOT.has(tokens[i - 1]?.lower ?? "") });
    i = to - 1;
  }
  return found;
}
