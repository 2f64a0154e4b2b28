// To whom an act is done: before a passive, after an active verb, `of` or `'s` beside a noun.
// Method: no tagger; a phrase ends at clause words, finite verbs and marks. Invariant: no more than the clause's own words.
import {
  AUXILIARIES,
  COMMON_FINITE,
  COORDINATORS,
  isAdverb,
  MONTHS,
  PREPOSITIONS,
  SUBJECT_PRONOUNS,
  SUBORDINATORS,
  WEEKDAYS,
} from "../packs/en-words.ts";
import { CUE_FORMS } from "../packs/en-cues.ts";
import type { Span } from "../reading.ts";
import type { Token } from "../statements/tokens.ts";
import { passiveAt } from "./guards.ts";

const RELATIVE = new Set(["who", "whom", "which", "that"]);
const OBJECTS = new Set("him her them me us you it".split(" "));
const STOP =
  /^(?:in|at|for|and|or|but|by|who|to|on|from|with|after|before|when|while|because|since|during|without|into|over|as|if|until)$/;
const REACH = 24;

function spanOf(tokens: readonly Token[], from: number, to: number): Span[] {
  let a = from;
  let b = to;
  while (a < b && tokens[a]?.kind === "mark") a++;
  while (b > a && tokens[b - 1]?.kind === "mark") b--;
  const first = tokens[a];
  const last = tokens[b - 1];
  return first && last && b > a ? [{ start: first.start, end: last.end }] : [];
}

/** Start of the verb group that ends at `at`, with the row of participles before it. */
function groupStart(tokens: readonly Token[], at: number): number {
  let first = at;
  for (let k = at - 1; k >= 0 && at - k <= 12; k--) {
    const word = tokens[k]?.lower ?? "";
    if (AUXILIARIES.has(word)) first = k;
    else if (
      !(
        isAdverb(word) ||
        /^(?:,|and|or|to|not|never|forced|made|sometimes|also)$/.test(word) ||
        /(?:ed|en|ght|wn|ung|un|eld)$/.test(word) ||
        ["kept", "held", "put", "taken"].includes(word)
      )
    )
      break;
  }
  return first;
}

function isSaying(token: Token | undefined): boolean {
  // `an estimated 900 pupils` counts and says nothing.
  if (token?.lower === "estimated") return false;
  return (
    CUE_FORMS.get(token?.lower ?? "")?.some(
      ({ verb: { act } }) => act === "say" || act === "mind",
    ) ?? false
  );
}

/** Drops what leads a clause and is not its subject: `But`, `In May`, `Later`. */
function trimmed(tokens: readonly Token[], from: number, to: number): number {
  let start = from;
  while (start < to - 1) {
    const token = tokens[start];
    const next = tokens[start + 1];
    if (!token || !next) break;
    if (token.kind === "mark" || COORDINATORS.has(token.lower) || isAdverb(token.lower)) start++;
    else if (
      PREPOSITIONS.has(token.lower) &&
      (MONTHS.has(next.lower) || WEEKDAYS.has(next.lower) || next.kind === "number")
    )
      start += 2;
    else break;
  }
  return start;
}

/** Where the phrase that ends before `end` begins. */
function phraseStart(tokens: readonly Token[], end: number): number {
  let from = end;
  for (let k = end - 1; k >= 0 && end - k <= REACH; k--) {
    const token = tokens[k];
    if (!token || token.quote !== tokens[end]?.quote) break;
    if (token.kind === "mark" && !/^[,'’-]$/.test(token.text)) break;
    if (
      SUBORDINATORS.has(token.lower) &&
      !["as", "than", "since", "before", "after"].includes(token.lower)
    )
      break;
    if (AUXILIARIES.has(token.lower) || COMMON_FINITE.has(token.lower) || isSaying(token)) break;
    from = k;
  }
  return from;
}

/** The noun phrase right before a relative pronoun or a participle: `relatives, who`, `about ethnic Kazakhs being`. */
function headBefore(tokens: readonly Token[], end: number): Span[] {
  let to = end;
  while (to > 0 && tokens[to - 1]?.kind === "mark") to--;
  let from = to;
  for (let k = to - 1; k >= 0 && to - k <= 8; k--) {
    const token = tokens[k];
    if (!token || token.kind === "mark" || STOP.test(token.lower)) break;
    if (PREPOSITIONS.has(token.lower) || AUXILIARIES.has(token.lower) || isSaying(token)) break;
    if (COMMON_FINITE.has(token.lower) || SUBORDINATORS.has(token.lower)) break;
    from = k;
  }
  return spanOf(tokens, from, to);
}

function beforePassive(tokens: readonly Token[], at: number): Span[] {
  const group = groupStart(tokens, at);
  const opening = tokens[group]?.lower ?? "";
  // `about ethnic Kazakhs being kept`: no finite verb, so only the phrase itself.
  if (opening === "being") return headBefore(tokens, group);
  let end = group;
  // `relatives, who they say are being kept`.
  if (isSaying(tokens[end - 1])) {
    let k = end - 1;
    while (k > 0 && end - k < 6 && !RELATIVE.has(tokens[k]?.lower ?? "")) k--;
    if (RELATIVE.has(tokens[k]?.lower ?? "")) end = k + 1;
  }
  if (RELATIVE.has(tokens[end - 1]?.lower ?? "") && !isSaying(tokens[end - 2]) && end > 1) {
    const head = headBefore(tokens, end - 1);
    if (head.length > 0) return head;
  }
  const from = phraseStart(tokens, end);
  return spanOf(tokens, trimmed(tokens, from, end), end);
}

function afterVerb(tokens: readonly Token[], from: number): Span[] {
  let end = from;
  while (end < tokens.length && end - from < 6) {
    const token = tokens[end];
    if (!token || token.kind === "mark" || STOP.test(token.lower)) break;
    if (AUXILIARIES.has(token.lower) || COMMON_FINITE.has(token.lower)) break;
    end++;
    if (OBJECTS.has(token.lower) && !(token.lower === "her" && isNoun(tokens[end]))) break;
    if (
      SUBJECT_PRONOUNS.has(token.lower) &&
      !["these", "those", "this", "that", "all", "some", "many", "most", "both"].includes(
        token.lower,
      )
    )
      break;
  }
  return spanOf(tokens, from, end);
}

function isNoun(token: Token | undefined): boolean {
  return token?.kind === "word" && !STOP.test(token.lower) && !isAdverb(token.lower);
}

/** The person of an act told by a verb. */
export function personOfVerb(tokens: readonly Token[], at: number): Span[] {
  if (passiveAt(tokens, at)) return beforePassive(tokens, at);
  const word = tokens[at]?.lower ?? "";
  // `died`, `disappeared`, `escaped`: the subject has it happen; `people held in camps`: the phrase before.
  if (
    /^(?:died|disappeared?|vanished|escaped|fled|kneel|kneeling|squat|squatting|missing|confess)$/.test(
      word,
    )
  )
    return beforePassive(tokens, at);
  const after = afterVerb(tokens, at + 1);
  if (after.length > 0 || !/(?:ed|en|held|kept)$/.test(word)) return after;
  return headBefore(tokens, at);
}

/** The person of an act told by a noun: `the beating of Ana Lind`, `Ana Lind's arrest`, `her detention`. */
export function personOfNoun(tokens: readonly Token[], at: number): Span[] {
  if (tokens[at + 1]?.lower === "of") return afterVerb(tokens, at + 2);
  const before = tokens[at - 1];
  if (before?.lower === "'s" || before?.text === "’") return headBefore(tokens, at - 1);
  if (/^(?:his|her|their|my|our)$/.test(before?.lower ?? "")) return spanOf(tokens, at - 1, at);
  return [];
}

const SENT =
  /^(?:sent|taken|transferred|forced|put|placed|thrown|herded|moved|brought|dragged|assigned|locked|held|kept|detained|interned)$/;

/** `sent to a camp`, `kept in cages`: the person of the verb that leads into a place; else nobody. */
export function personOfPlace(tokens: readonly Token[], at: number): Span[] {
  for (let k = at - 1; k >= 0 && at - k <= 7; k--) {
    const token = tokens[k];
    if (!token || (token.kind === "mark" && !/^["“”‘’'«»-]$/.test(token.text))) break;
    if (SENT.test(token.lower))
      return passiveAt(tokens, k) ? beforePassive(tokens, k) : afterVerb(tokens, k + 1);
  }
  return [];
}
