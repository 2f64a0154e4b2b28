// How the parts of an attribution stand around its verb: speaker first, speaker last, inverted, joined …
// Invariant: a layout never invents a speaker; when none can be found the subject stays empty.
import { CUE_NOUNS } from "../../packs/en-nouns.ts";
import { BE, COORDINATORS, isAdverb, PREPOSITIONS } from "../../packs/en-words.ts";
import type { Token } from "../tokens.ts";
import type { Cue } from "./find-cues.ts";
import { endsClause, follow, isOccasion, opensQuote, type Follow } from "./follow.ts";
import { clauseSubject, controls, firstSubject, mainSubject } from "./clause-subject.ts";
import type { View } from "./phrase.ts";
import { NOBODY, subjectLeft, subjectRight, type Subject } from "./subject.ts";

export type Pattern =
  | "speaker first"
  | "speaker last"
  | "inverted"
  | "participle"
  | "joined"
  | "relative"
  | "passive"
  | "agentless";

export interface Layout {
  readonly cue: Cue;
  readonly subject: Subject;
  readonly follow: Follow;
  readonly pattern: Pattern;
  /** For content before the verb: token just past it; -1 for content after. */
  readonly contentTo: number;
  /** Token range of speaker and verb together. */
  readonly from: number;
  readonly to: number;
  /** The speaker's name was lost on the way here (`, writes,`). */
  readonly lost: boolean;
}

const MARK_BEFORE = new Set([",", "”", '"', "’", "—", "–", "―", "?", "!", "»", "'", "…", "-"]);

export function isComma(token: Token | undefined): boolean {
  return token !== undefined && token.kind === "mark" && MARK_BEFORE.has(token.text);
}

function hasBe(tokens: readonly Token[], cue: Cue): boolean {
  for (let k = cue.first; k < cue.verb; k++) if (BE.has(tokens[k]?.lower ?? "")) return true;
  return false;
}

/** Whether a quotation of more than a word or two ends right before token `at`, with at most a comma between. */
function afterQuote({ tokens }: View, at: number): boolean {
  const before = tokens[at - 1];
  const mark = before?.text === "," ? tokens[at - 2] : before;
  if (!mark || mark.quote < 0 || tokens[at]?.quote === mark.quote) return false;
  let words = 0;
  let lower = 0;
  let first = at - 1;
  for (let k = at - 1; k >= 0 && at - k < 14; k--) {
    if (tokens[k]?.quote !== mark.quote) continue;
    first = k;
    if (tokens[k]?.kind !== "word") continue;
    words++;
    if (!tokens[k]?.capital) lower++;
  }
  // `On this week’s “Morning Talk,” she said …`: a title, not words of hers.
  if (words < 7 && lower === 0 && (tokens[first - 1]?.kind === "word" || first > 2)) return false;
  return words >= 3 || /[,?!.]/.test(tokens[at - 2]?.text ?? "");
}

/** `“A,” she said, “B.”`: a quotation at the head of the sentence that a comma keeps open. */
function goesOnAfter({ tokens }: View, at: number): boolean {
  const quote = tokens[at - 1]?.quote ?? -1;
  return (
    quote >= 0 &&
    tokens[at - 2]?.text === "," &&
    (tokens[0]?.quote === quote || tokens[1]?.quote === quote)
  );
}

/** The pattern around one verb, or null when nothing is said through it. */
export function layoutOf(view: View, cue: Cue, previous: Layout | undefined): Layout | null {
  const { tokens } = view;
  const { frames } = cue.entry;
  const after = follow(view, cue.end, frames);
  const rest = tokens[after.at];
  const restEmpty =
    !after.sawThat &&
    (endsClause(rest) || (rest?.kind === "mark" && [",", "—", "–", "”", ")"].includes(rest.text)));
  const left = subjectLeft(view, cue.first);
  const before = tokens[cue.first - 1];
  const make = (pattern: Pattern, subject: Subject, change: Partial<Layout> = {}): Layout => ({
    cue,
    follow: after,
    subject,
    pattern,
    contentTo: -1,
    from: subject.kind === "none" ? cue.first : Math.min(subject.from, cue.first),
    to: after.at,
    lost: false,
    ...change,
  });
  // `a claim rejected by the board`, but not `a mine owned by the board`.
  if (cue.reduced)
    return CUE_NOUNS.has(before?.lower ?? "") ? passive(view, cue, left, make) : null;
  // `it is unclear whether`: nobody's view in particular.
  if (cue.form === "adjective" && tokens[left.from]?.lower === "it" && left.kind === "pronoun")
    return make("agentless", left, { from: left.from });
  if (cue.passive) return passive(view, cue, left, make) ?? agentless(view, cue, left, make);
  if (cue.form === "ing" && !hasBe(tokens, cue)) return participle(view, cue, left, previous, make);
  const spoken = frames.includes("q") && !after.sawThat;
  const quotes = spoken && (!opensQuote(tokens, after.at) || goesOnAfter(view, left.from));
  if (left.kind === "phrase" || left.kind === "pronoun") {
    const as = tokens[left.from - 1]?.lower === "as" && frames.includes("p") && restEmpty;
    if (as && left.from > 3) return make("speaker last", left, { contentTo: left.from - 1 });
    if (as && rest?.text === "," && !endsClause(tokens[after.at + 1]))
      return make("speaker first", left, { follow: { ...after, at: after.at + 1, sawThat: true } });
    if (quotes && cue.entry.act !== "want" && afterQuote(view, left.from))
      return make("speaker last", left, { contentTo: left.from });
    if (restEmpty && frames.includes("p") && left.from > 0 && isComma(tokens[left.from - 1]))
      return make("speaker last", left, { contentTo: left.from });
  }
  const canInvert =
    frames.includes("p") && cue.form !== "base" && !after.sawThat && isComma(before);
  if (canInvert && (left.kind === "none" || (quotes && afterQuote(view, cue.first)))) {
    const right = subjectRight(view, cue.end);
    if (right.kind !== "none")
      return make("inverted", right, { contentTo: cue.first, from: cue.first, to: right.to });
    if (restEmpty && left.kind === "none")
      return make("speaker last", NOBODY, { contentTo: cue.first, to: cue.end, lost: true });
  }
  if (restEmpty && tokens[after.at - 1]?.text !== ":") return null;
  if (left.kind === "none") {
    if (cue.form === "base" && !cue.infinitive && cue.first === cue.verb && !previous) return null;
    if (!before) return null;
    const joins = COORDINATORS.has(before.lower) || isComma(before);
    // `the “old” road shows`: a word in quotation marks joins nothing.
    if (before.quote >= 0 && !/[,.?!]/.test(tokens[cue.first - 2]?.text ?? "")) return null;
    // `had been beaten and denied food`: the second participle is as passive as the first.
    if (
      cue.form === "past" &&
      COORDINATORS.has(before.lower) &&
      BE.has(tokens[cue.first - 3]?.lower ?? "")
    )
      return null;
    const shared = previous && joins ? previous.subject : clauseSubject(view, cue.first - 1);
    // `documented cases are rare`: a past form nobody is the subject of is an adjective.
    if (shared.kind === "none" && cue.form === "past" && cue.first === cue.verb) return null;
    const pattern = cue.infinitive ? "speaker first" : "joined";
    return make(pattern, shared, { from: joins ? cue.first - 1 : cue.first });
  }
  if (cue.infinitive && tokens[cue.first]?.lower === "to" && !controls(view, left, cue.first)) {
    const shared = clauseSubject(view, left.from - 1);
    if (shared.kind !== "none") return make("speaker first", shared, { from: cue.first });
  }
  if (left.kind === "relative") {
    const lost =
      left.to - left.from === 1 && isComma(tokens[left.from - 1]) && view.verbs.has(left.from - 2);
    return make("relative", left, { lost });
  }
  return make("speaker first", left);
}

type Make = (pattern: Pattern, subject: Subject, change?: Partial<Layout>) => Layout;

function passive(view: View, cue: Cue, left: Subject, make: Make): Layout | null {
  if (view.tokens[cue.end]?.lower !== "by" || left.kind === "none") return null;
  const agent = subjectRight(view, cue.end + 1);
  if (agent.kind === "none") return null;
  return make("passive", agent, { contentTo: cue.first, from: left.from, to: cue.end });
}

/** Verbs whose passive tells of a person what others say of him: `was accused of`, `is said to`. */
const ABOUT = new Set(
  "accuse criticize criticise blame praise condemn denounce describe characterize characterise portray regard view consider mock".split(
    " ",
  ),
);
/** Their passive says that somebody says or thinks it: `is believed to be held`, `it is feared that`. */
const RAISING = new Set(
  "say believe think expect report allege know estimate understand suspect presume assume fear predict hope claim".split(
    " ",
  ),
);

/** A passive that names nobody: `was told that`, `is believed to`, `has been accused of`. */
function agentless(view: View, cue: Cue, left: Subject, make: Make): Layout | null {
  const { tokens } = view;
  const { lemma, frames } = cue.entry;
  const next = tokens[cue.end]?.lower ?? "";
  const nobody = (contentTo: number): Layout =>
    make("agentless", left, { contentTo, from: left.kind === "none" ? cue.first : left.from });
  if (left.kind !== "phrase" && left.kind !== "pronoun") return null;
  if (next === "that" && tokens[left.from]?.lower === "it") return nobody(-1);
  if (RAISING.has(lemma) && next === "to") return nobody(cue.first);
  if (ABOUT.has(lemma) && (cue.particle || ["for", "as", "of"].includes(next)))
    return nobody(cue.first);
  if (frames.includes("a") && ["that", "whether", "how", "why", "if", "about"].includes(next))
    return nobody(-1);
  return null;
}

function participle(
  view: View,
  cue: Cue,
  left: Subject,
  previous: Layout | undefined,
  make: Make,
): Layout | null {
  const { tokens } = view;
  let at = cue.first - 1;
  // `, even suggesting`, `, now saying`: the adverb belongs to the verb.
  while (at > 0 && isAdverb(tokens[at]?.lower ?? "")) at--;
  const before = tokens[at];
  const opening = !before || (at <= 1 && PREPOSITIONS.has(before.lower));
  if (
    opening ||
    isComma(before) ||
    PREPOSITIONS.has(before.lower) ||
    COORDINATORS.has(before.lower)
  ) {
    const subject = opening ? firstSubject(view, cue.end) : shared(view, cue, before, previous);
    return make("participle", subject, { from: cue.first });
  }
  if (left.kind === "none") return null;
  return make("participle", attached(view, left), { from: cue.first });
}

/** `a letter saying`, but `she told a hearing announcing …`: an occasion does not speak, the one who was there does. */
function attached(view: View, left: Subject): Subject {
  const { tokens } = view;
  if (!PREPOSITIONS.has(tokens[left.from]?.lower ?? "")) return left;
  const head = tokens[left.to - 1];
  if (head && isOccasion(head)) {
    const speaker = clauseSubject(view, left.from - 1);
    if (speaker.kind !== "none") return speaker;
  }
  return { ...left, from: Math.min(left.from + 1, left.to - 1) };
}

/** Whose participle it is: the speaker just named last, the main clause's subject after a comma, else the nearest. */
function shared(view: View, cue: Cue, before: Token, previous: Layout | undefined): Subject {
  if (previous && (previous.pattern === "speaker last" || previous.pattern === "inverted"))
    return previous.subject;
  if (!isComma(before)) return previous?.subject ?? clauseSubject(view, cue.first - 1);
  const main = mainSubject(view, cue.first - 1);
  // `The Review, citing relatives, said`: the phrase before the comma.
  if (main.kind === "none" && !previous) {
    const phrase = subjectLeft(view, cue.first - 1);
    if (phrase.kind === "phrase" || phrase.kind === "pronoun") return phrase;
  }
  return main.kind === "none" ? (previous?.subject ?? main) : main;
}
