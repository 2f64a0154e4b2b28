// Attributions built on a noun: `Lind’s claim that …`, `voiced doubts about …`, `their refusal to …`.
// Invariant: the holder is the noun's possessor or the subject of the plain verb it is the object of; where there
// is neither, the source stays empty.
import { CUE_NOUNS, LIGHT_VERBS, type CueNoun } from "../../packs/en-nouns.ts";
import { AUXILIARIES, DETERMINERS, isAdverb, PREPOSITIONS } from "../../packs/en-words.ts";
import type { Draft } from "../draft.ts";
import type { Token } from "../tokens.ts";
import { phraseEnd } from "./phrase-end.ts";
import { clauseSubject } from "./clause-subject.ts";
import { isFinite, type View } from "./phrase.ts";
import { toSpan, type Scene } from "./scene.ts";
import { subjectLeft } from "./subject.ts";

const POSSESSIVES = new Set(["his", "her", "their", "its", "my", "our"]);
/** Before a verb, these tie it to the phrase it stands in. */
const INNER = new Set("who which that what and or i we you he she it they to not".split(" "));
/** Words between a possessor or a plain verb and the noun. */
const REACH = 4;

interface Range {
  readonly from: number;
  readonly to: number;
}

function possessor(tokens: readonly Token[], noun: number): Range | null {
  for (let k = noun - 1; k >= 0 && noun - k <= REACH; k--) {
    const token = tokens[k];
    if (!token || (token.kind === "mark" && token.text !== "'" && token.text !== "’")) return null;
    if (POSSESSIVES.has(token.lower)) return { from: k, to: k + 1 };
    if (PREPOSITIONS.has(token.lower)) return null;
    const mark = token.lower === "'s" || token.text === "'" || token.text === "’";
    if (!mark || k === 0) continue;
    let from = k - 1;
    while (
      from > 0 &&
      (tokens[from - 1]?.capital || DETERMINERS.has(tokens[from - 1]?.lower ?? "")) &&
      !PREPOSITIONS.has(tokens[from - 1]?.lower ?? "")
    )
      from--;
    return { from, to: k };
  }
  return null;
}

/** The plain verb whose object the noun is: its group's first token, or -1. */
function lightVerb(view: View, noun: number): number {
  const { tokens } = view;
  for (let k = noun - 1; k > 0 && noun - k <= REACH; k--) {
    const token = tokens[k];
    if (!token || token.kind === "mark") return -1;
    if (LIGHT_VERBS.has(token.lower)) {
      while (
        k > 0 &&
        (AUXILIARIES.has(tokens[k - 1]?.lower ?? "") || isAdverb(tokens[k - 1]?.lower ?? ""))
      )
        k--;
      return k;
    }
    if (PREPOSITIONS.has(token.lower) || isFinite(view, k)) return -1;
  }
  return -1;
}

/** Where a that-clause ends: when its noun is a subject, the verb after the clause's own is the sentence's. */
function clauseEnd(view: View, from: number, isSubject: boolean): number {
  const { tokens } = view;
  let verbs = 0;
  for (let k = from; k < tokens.length; k++) {
    const token = tokens[k];
    if (!token || token.quote >= 0) continue;
    if (token.kind === "mark" && /^[,;—–]$/.test(token.text)) return k;
    if (!isSubject || !isFinite(view, k)) continue;
    const before = tokens[k - 1];
    // `is closed`, `has not been tested` are one verb; `is closed was` are two.
    const helped = before && (AUXILIARIES.has(before.lower) || isAdverb(before.lower));
    if (helped || (before && isFinite(view, k - 1) && !AUXILIARIES.has(token.lower))) continue;
    if (
      ++verbs > 1 &&
      before?.kind === "word" &&
      !["who", "which", "that", "and", "or", "to"].includes(before.lower)
    )
      return k;
  }
  return tokens.length;
}

function contentOf(view: View, noun: number, entry: CueNoun, isSubject: boolean): Range | null {
  const { tokens } = view;
  const next = tokens[noun + 1]?.lower ?? "";
  const { frames } = entry;
  if (next === "that" && frames.includes("c")) {
    // `a charge that might sting` is a relative clause.
    if (AUXILIARIES.has(tokens[noun + 2]?.lower ?? "")) return null;
    const to = clauseEnd(view, noun + 2, isSubject);
    return to - noun < 4 ? null : { from: noun + 1, to };
  }
  const infinitive =
    next === "to" && frames.includes("t") && /^[a-z]+$/.test(tokens[noun + 2]?.lower ?? "");
  const linked = frames.includes("p") && entry.prepositions.has(next);
  if (!infinitive && !linked) return null;
  const from = infinitive ? noun + 1 : noun + 2;
  let to = phraseEnd(view, from, infinitive ? "verbal" : "noun", false);
  for (let k = from + 1; k < to && !INNER.has(tokens[k]?.lower ?? ""); k++)
    if (isFinite(view, k)) to = k;
  return to > from ? { from, to } : null;
}

/** All attributions of a sentence that hang on a noun. */
export function nounCues(scene: Scene): Draft[] {
  const { view } = scene;
  const { tokens } = view;
  const drafts: Draft[] = [];
  for (let i = 1; i + 1 < tokens.length; i++) {
    const token = tokens[i];
    const entry = CUE_NOUNS.get(token?.lower ?? "");
    if (!token || !entry || token.quote >= 0 || view.verbs.has(i)) continue;
    // `, warning that`: the participle, which its verb reads.
    if (token.lower.endsWith("ing") && tokens[i - 1]?.kind === "mark") continue;
    const owner = possessor(tokens, i);
    const verb = owner ? -1 : lightVerb(view, i);
    const infinitive = tokens[verb - 1]?.lower === "to";
    const subject =
      verb > 0 ? (infinitive ? clauseSubject(view, verb - 1) : subjectLeft(view, verb)) : null;
    const holder = owner ?? (subject && subject.kind !== "none" ? subject : null);
    const clause = tokens[i + 1]?.lower === "that";
    if (!holder && !clause) continue;
    let isSubject = verb < 0;
    for (let k = i - 1; k >= 0 && isSubject; k--) if (isFinite(view, k)) isSubject = false;
    const content = contentOf(view, i, entry, isSubject);
    const linked = content && content.from === i + 2 ? i + 2 : i + 1;
    const cue = toSpan(tokens, verb > 0 ? verb : i, linked);
    const said = content && toSpan(tokens, content.from, content.to);
    if (!cue || !said) continue;
    const source = holder && toSpan(tokens, holder.from, holder.to);
    drafts.push({
      source: source ? [source] : [],
      cue: [cue],
      content: [said],
      stance: entry.stance,
      act: entry.act,
      rule: `noun: ${token.lower} ${tokens[i + 1]?.lower ?? ""}`,
      confidence: holder ? (clause ? 0.65 : 0.5) : 0.4,
      sentence: scene.sentence,
    });
  }
  return drafts;
}
