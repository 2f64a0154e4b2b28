// What stands beside the main verb of saying: `по словам X`, `якобы`, `добавив, что …`.
// Invariant: an aside never takes the main verb's words as its own.
import type { Pack } from "../../packs/pack.ts";
import type { Draft } from "../draft.ts";
import type { FoundCue } from "./find-pack-cues.ts";
import { headSubject, isMark, phraseRight, spanOf } from "./phrases.ts";
import { clauseWord, draft, type PackScene } from "./scene.ts";

const EMPTY = { from: 0, to: 0 };

const OPENINGS = new WeakMap<Pack, ReadonlyMap<string, readonly (readonly string[])[]>>();

/** A pack's phrases before a source by their first word; made once for each pack. */
function openings(pack: Pack): ReadonlyMap<string, readonly (readonly string[])[]> {
  const known = OPENINGS.get(pack);
  if (known) return known;
  const made = new Map<string, string[][]>();
  for (const phrase of pack.accordingBefore) {
    const words = phrase.split(" ");
    const list = made.get(words[0] ?? "") ?? [];
    list.push(words);
    made.set(words[0] ?? "", list);
  }
  OPENINGS.set(pack, made);
  return made;
}

/** `по словам X, …` and `…, по словам X`. */
export function according(scene: PackScene): Draft[] {
  const { tokens, pack } = scene;
  const drafts: Draft[] = [];
  const phrases = openings(pack);
  for (let i = 0; i < tokens.length; i++) {
    if ((tokens[i]?.quote ?? -1) >= 0) continue;
    const words = phrases
      .get(tokens[i]?.lower ?? "")
      ?.find((phrase) => phrase.every((word, k) => tokens[i + k]?.lower === word))
      ?.join(" ");
    if (words === undefined) continue;
    const to = i + words.split(" ").length;
    // `согласно которому` belongs to another clause.
    if (tokens[to]?.lower.startsWith("котор")) continue;
    const end = phraseRight(tokens, to, pack);
    const behind = spanOf(tokens, end, tokens.length);
    const front = spanOf(tokens, 0, i);
    // `всё это, по мнению X, порок`: what is said goes on after the aside.
    const aside =
      i >= 2 &&
      !(i === 2 && pack.stops.has(tokens[0]?.lower ?? "")) &&
      isMark(tokens[i - 1], ",") &&
      isMark(tokens[end], ",") &&
      front &&
      behind;
    const content = aside
      ? [front, behind]
      : [(i < 3 ? behind : null) ?? front ?? behind].filter((one) => one !== null);
    const cue: FoundCue = {
      from: i,
      to,
      cue: { stance: words.includes("оцен") ? "estimates" : "asserts", act: "relay", noun: false },
      negated: false,
    };
    const made =
      content.length > 0 && end > to
        ? draft(scene, cue, { from: to, to: end }, content, `according: ${words}`, 0.86)
        : null;
    if (made) drafts.push(made);
  }
  return drafts;
}

export function evidentials(scene: PackScene): Draft[] {
  const { tokens, pack } = scene;
  return tokens.flatMap((token, i) => {
    if (token.quote >= 0 || !pack.evidentials.has(token.lower)) return [];
    const found: FoundCue = {
      from: i,
      to: i + 1,
      cue: { stance: "asserts", act: "relay", noun: false },
      negated: false,
    };
    const content = spanOf(tokens, i + 1, phraseRight(tokens, i + 1, pack));
    const made = content ? draft(scene, found, EMPTY, [content], "evidential", 0.55) : null;
    return made ? [{ ...made, evidential: true }] : [];
  });
}

/** `…, добавив, что …`: the speaker is the main verb's. */
export function inherited(scene: PackScene, drafts: readonly Draft[]): Draft[] {
  const { tokens, pack } = scene;
  return tokens.flatMap((token, i) => {
    if (token.quote >= 0 || !pack.inheriting.has(token.lower)) return [];
    const word = clauseWord(scene, i + 1);
    if (word < 0) return [];
    const found: FoundCue = {
      from: i,
      to: i + 1,
      cue: { stance: "asserts", act: "say", noun: false },
      negated: false,
    };
    const content = spanOf(tokens, word, tokens.length);
    const main = drafts.findLast(({ cue }) => (cue[0]?.start ?? 0) < token.start) ?? drafts[0];
    const head = main ? EMPTY : headSubject(tokens, i, pack);
    const made = content ? draft(scene, found, head, [content], "participle", 0.75) : null;
    return made ? [main ? { ...made, source: main.source, confidence: 0.75 } : made] : [];
  });
}
