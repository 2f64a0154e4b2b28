// Attributions without a verb of saying: `according to X`, `X: “…”`, `reportedly`, `the claim that …`.
// Invariant: an evidential names nobody, so its source stays empty.
import { EVIDENTIALS } from "../../packs/en-cues.ts";
import { COORDINATORS, DETERMINERS, PREPOSITIONS } from "../../packs/en-words.ts";
import type { Span } from "../../reading.ts";
import type { Token } from "../tokens.ts";
import type { Draft } from "../draft.ts";
import { endsClause } from "./follow.ts";
import { nounCues } from "./noun-cues.ts";
import type { View } from "./phrase.ts";
import { subjectRight } from "./subject.ts";
import { withQuotes, type Scene } from "./scene.ts";

function span(tokens: readonly Token[], from: number, to: number): Span | null {
  const first = tokens[from];
  const last = tokens[to - 1];
  return first && last && to > from ? { start: first.start, end: last.end } : null;
}

function present<T>(values: readonly (T | null)[]): T[] {
  return values.filter((value): value is T => value !== null);
}

/** Where the object of `according to` ends. */
function objectEnd(view: View, from: number, initial: boolean): number {
  const { tokens } = view;
  if (initial) {
    for (let k = from; k < tokens.length && k - from < 30; k++) {
      if (tokens[k]?.text === ",") return k;
      // `according to HRW the targets are …`: a new noun phrase begins right after the name.
      if (k > from && tokens[k - 1]?.capital && DETERMINERS.has(tokens[k]?.lower ?? "")) return k;
    }
  }
  return subjectRight(view, from).to;
}

function accordingTo(scene: Scene): Draft[] {
  const { tokens } = scene.view;
  const drafts: Draft[] = [];
  for (let i = 0; i + 2 < tokens.length; i++) {
    const per = tokens[i]?.lower === "according" && tokens[i + 1]?.lower === "to";
    if (!per || (tokens[i]?.quote ?? -1) >= 0) continue;
    const before = tokens[i - 1];
    const initial = !before || COORDINATORS.has(before.lower) || (before.kind === "mark" && i < 3);
    const to = objectEnd(
      scene.view,
      i + 2,
      initial || (before !== undefined && COORDINATORS.has(before.lower)),
    );
    if (to <= i + 2) continue;
    const source = span(tokens, i + 2, to);
    const cue = span(tokens, i, i + 2);
    const content: (Span | null)[] = [];
    const hasBefore = i > 2 && !(before && COORDINATORS.has(before.lower));
    if (hasBefore) {
      const cut = before?.text === "," ? i - 1 : i;
      content.push(span(tokens, clauseStart(tokens, cut), cut));
    }
    const rest = tokens[to]?.text === "," ? to + 1 : to;
    const continues =
      !endsClause(tokens[rest]) &&
      (initial ||
        !hasBefore ||
        (!COORDINATORS.has(tokens[rest]?.lower ?? "") &&
          tokens[to]?.text === "," &&
          !["who", "which"].includes(tokens[rest]?.lower ?? "")));
    if (continues) {
      const end = clauseEnd(tokens, rest);
      const said = span(tokens, rest, end);
      content.push(said && withQuotes(said, scene, tokens, rest, end));
    }
    const spans = present(content);
    if (!source || !cue || spans.length === 0) continue;
    drafts.push({
      source: [source],
      cue: [cue],
      content: spans,
      stance: "asserts",
      act: "relay",
      rule: "according to",
      confidence: 0.92,
      sentence: scene.sentence,
    });
  }
  return drafts;
}

function clauseStart(tokens: readonly Token[], to: number): number {
  for (let k = to - 1; k > 0; k--)
    if (tokens[k]?.text === ";" && (tokens[k]?.quote ?? -1) < 0) return k + 1;
  let from = 0;
  while (from < to && tokens[from]?.kind === "mark" && (tokens[from]?.quote ?? -1) < 0) from++;
  return from;
}

function clauseEnd(tokens: readonly Token[], from: number): number {
  let k = from;
  while (k < tokens.length && tokens[k]?.text !== ";") k++;
  return k;
}

/** `SPEAKER: words` at the head of a paragraph: a headline or a transcript. */
function speakerColon(scene: Scene): Draft[] {
  const { tokens } = scene.view;
  // A transcript may stand in quotation marks as a whole: `“OFFICER: Where were you?”`.
  const first = tokens[0]?.kind === "mark" && (tokens[0]?.quote ?? -1) >= 0 ? 1 : 0;
  for (let i = first + 1; i < Math.min(tokens.length - 1, first + 9); i++) {
    const token = tokens[i];
    if (token?.text !== ":") continue;
    const heads = tokens.slice(first, i);
    const upper = heads.every((word) => word.text === word.text.toUpperCase());
    if (token.quote >= 0 && !(first === 1 && upper)) continue;
    const named = heads.every(
      (word) =>
        word.capital ||
        word.text === "." ||
        word.text === "'" ||
        DETERMINERS.has(word.lower) ||
        ["of", "and"].includes(word.lower),
    );
    const quoted = token.quote < 0 && (tokens[i + 1]?.quote ?? -1) >= 0;
    const title = heads.some(({ lower }, k) => PREPOSITIONS.has(lower) && k > 0 && lower !== "of");
    if (!upper && !quoted && (title || DETERMINERS.has(heads[0]?.lower ?? ""))) return [];
    if (!named || (!quoted && !upper && i > 4)) return [];
    const source = span(tokens, first, i);
    const cue = span(tokens, i, i + 1);
    const content = span(tokens, i + 1, tokens.length);
    if (!source || !cue || !content) return [];
    const whole = upper ? scene.paragraphEnd : content.end;
    const end = Math.max(whole, scene.quotes[tokens[i + 1]?.quote ?? -1]?.end ?? 0);
    return [
      {
        source: [source],
        cue: [cue],
        content: [{ start: content.start, end }],
        stance: "asserts",
        act: "say",
        rule: "speaker and colon",
        confidence: upper || quoted ? 0.75 : 0.45,
        sentence: scene.sentence,
      },
    ];
  }
  return [];
}

function evidentials(scene: Scene): Draft[] {
  const { tokens } = scene.view;
  const drafts: Draft[] = [];
  tokens.forEach((token, i) => {
    if (token.quote >= 0 || !EVIDENTIALS.has(token.lower)) return;
    const cue = span(tokens, i, i + 1);
    let from = i;
    while (
      from > 0 &&
      !(tokens[from - 1]?.kind === "mark" && /^[,;:—–•]$/.test(tokens[from - 1]?.text ?? ""))
    )
      from--;
    let to = i + 1;
    while (
      to < tokens.length &&
      !(tokens[to]?.kind === "mark" && /^[,;:—–]$/.test(tokens[to]?.text ?? ""))
    )
      to++;
    const content = present([span(tokens, from, i), span(tokens, i + 1, to)]);
    if (!cue || content.length === 0) return;
    drafts.push({
      source: [],
      cue: [cue],
      content,
      stance: "asserts",
      act: "relay",
      evidential: true,
      rule: `evidential: ${token.lower}`,
      confidence: 0.4,
      sentence: scene.sentence,
    });
  });
  return drafts;
}

/** All attributions of a sentence that do not hang on a verb of saying. */
export function otherDrafts(scene: Scene): Draft[] {
  return [...accordingTo(scene), ...speakerColon(scene), ...evidentials(scene), ...nounCues(scene)];
}
