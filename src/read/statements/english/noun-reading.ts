// Tells a verb of saying from the noun or adjective of the same letters: `officials report`, `the report`.
// Method: no tagger; the word before and the word after decide.
import type { CueVerb, VerbForm } from "../../packs/en-cues.ts";
import {
  AUXILIARIES,
  BE,
  COMMON_FINITE,
  DETERMINERS,
  isAdverb,
  PREPOSITIONS,
} from "../../packs/en-words.ts";
import type { Token } from "../tokens.ts";

/** Whether a token may open what a verb takes after it: a clause, a quotation, a name. */
function clauseLike(next: Token | undefined): boolean {
  if (!next) return false;
  return (
    next.quote >= 0 ||
    next.capital ||
    next.kind === "number" ||
    CLAUSE_STARTS.has(next.lower) ||
    (next.kind === "mark" && /^[,:]$/.test(next.text))
  );
}
const CLAUSE_STARTS = new Set(
  "that he she it they we i you the a an there no more some how why whether what all many most his her its their this these".split(
    " ",
  ),
);

/** `the demands come`, `rules that could`, `judges who`, `state and local`: what follows wants a noun before it. */
function nounFollows(tokens: readonly Token[], i: number): boolean {
  const next = tokens[i + 1];
  if (next?.kind !== "word") return false;
  const { lower } = next;
  if (["who", "which", "and", "or"].includes(lower)) return true;
  if (lower === "that") return AUXILIARIES.has(tokens[i + 2]?.lower ?? "");
  return (AUXILIARIES.has(lower) && lower !== "'s") || COMMON_FINITE.has(lower);
}

/** Verbs whose form in -ing is mostly the name of an event. */
const HAPPENINGS = new Set(["hear", "rule"]);

interface Place {
  readonly tokens: readonly Token[];
  readonly i: number;
  readonly entry: CueVerb;
  readonly previous: Token;
  readonly next: Token | undefined;
}

/** `United States`, `White House Plans`: inside a name, unless the whole line is in title case. */
function inName({ tokens, i, previous, next }: Place): boolean {
  if (tokens[i]?.capital !== true || !previous.capital) return false;
  return !next?.capital && next?.kind !== "number";
}

/** `a highly anticipated vote`, `a widely read column`, `the first attack`. */
function afterAdverb({ tokens, i, entry, previous, next }: Place, form: VerbForm): boolean {
  const farther = tokens[i - 2]?.lower ?? "";
  if (!isAdverb(previous.lower) || !(DETERMINERS.has(farther) || farther === "'s")) return false;
  return entry.noun || (form !== "third" && next?.kind === "word");
}

/** `the alleged attack`, `a suspected member`, `such expected results`: an adjective. */
function pastIsAdjective({ previous: { lower: before }, next }: Place): boolean {
  if (["of", "so-called", "such"].includes(before)) return true;
  if (!DETERMINERS.has(before) && before !== "'s") return false;
  return (next?.kind === "word" || next?.kind === "number") && !AUXILIARIES.has(next.lower);
}

/** `a crucial court hearing`, `the ruling`, `regarding the vote`. */
function gerundIsNoun({ tokens, i, entry, previous }: Place): boolean {
  const before = previous.lower;
  if (HAPPENINGS.has(entry.lemma) && previous.kind === "word" && !BE.has(before)) return true;
  if (PREPOSITIONS.has(tokens[i]?.lower ?? "")) return true;
  return DETERMINERS.has(before) && !["all", "some", "many"].includes(before);
}

const SUBJECT_DETERMINERS = new Set("some many most all both those these few that this".split(" "));

/** A bare singular noun (`a news report`) against a plural subject (`officials claim`). */
function baseIsNoun({ tokens, i, previous }: Place): boolean {
  const before = previous.lower;
  if (AUXILIARIES.has(before) || before === "to" || isAdverb(before)) return false;
  const titled = previous.capital && tokens[i]?.capital === true;
  const plural =
    /(?:s|people|police|men|women|children)$/.test(before) &&
    (!previous.capital || titled || i === 1);
  return !(plural || ["i", "we", "you", "they", "who", "and"].includes(before));
}

/** `recent reports`, `dismissed as lies reports that`: a plural noun, not a verb after its subject. */
function thirdIsNoun({ previous, next }: Place): boolean {
  const before = previous.lower;
  if (previous.capital || previous.kind !== "word" || isAdverb(before)) return false;
  if (["he", "she", "it", "who", "which", "also"].includes(before)) return false;
  if (!clauseLike(next)) return true;
  // A plural does not agree with `reports`.
  if (/[^suia]s$/.test(before)) return true;
  return /(?:al|ive|ous|ful|ic|ary|ory|ing|ed|news|media|recent|new|several|numerous|other|such|press|and)$/.test(
    before,
  );
}

const NUMBER_WORD =
  /^(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]{3,6}teen|(?:twen|thir|for|fif|six|seven|eigh|nine)ty|hundred|thousand|[a-z]+-[a-z]+)$/;

/** Whether a form that may be a verb is a noun or an adjective where it stands. */
export function isNounReading(
  tokens: readonly Token[],
  i: number,
  entry: CueVerb,
  form: VerbForm,
): boolean {
  const previous = tokens[i - 1];
  const next = tokens[i + 1];
  if (form === "adjective") return false;
  if (!previous) {
    if (form === "ing") return PREPOSITIONS.has(tokens[i]?.lower ?? "");
    return form === "base" && !(next?.kind === "word" && entry.frames.includes("x"));
  }
  const place: Place = { tokens, i, entry, previous, next };
  const before = previous.lower;
  if (entry.noun && form !== "past") {
    if (inName(place)) return true;
    if ((form !== "ing" || entry.lemma === "rule") && nounFollows(tokens, i)) return true;
  }
  if (afterAdverb(place, form)) return true;
  if (form === "past") return pastIsAdjective(place);
  if (form === "ing") return gerundIsNoun(place);
  if (DETERMINERS.has(before) && !SUBJECT_DETERMINERS.has(before)) return true;
  if (before === "'s" || (PREPOSITIONS.has(before) && before !== "to")) return true;
  if (!entry.noun) return false;
  if (previous.kind === "number" || NUMBER_WORD.test(before)) return true;
  return form === "base" ? baseIsNoun(place) : thirdIsNoun(place);
}
