// Tells a verb of saying from the noun or adjective of the same letters: `officials report`, `the report`.
// Method: no tagger; the word before and the word after decide.
import type { CueVerb, VerbForm } from "../../packs/en-cues.ts";
import {
  AUXILIARIES,
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
  if (!previous) return form === "base" && !(next?.kind === "word" && entry.frames.includes("x"));
  const before = previous.lower;
  // `United States`, `White House Plans`: inside a name, unless the whole line is in title case.
  if (
    entry.noun &&
    form !== "past" &&
    tokens[i]?.capital &&
    previous.capital &&
    !next?.capital &&
    next?.kind !== "number"
  )
    return true;
  if (
    entry.noun &&
    form !== "past" &&
    (form !== "ing" || entry.lemma === "rule") &&
    nounFollows(tokens, i)
  )
    return true;
  if (form === "past") {
    // `the alleged attack`, `a suspected member`: an adjective.
    if (
      (DETERMINERS.has(before) || before === "'s") &&
      (next?.kind === "word" || next?.kind === "number") &&
      !AUXILIARIES.has(next.lower)
    )
      return true;
    // `a highly anticipated vote`, `such expected results`.
    const farther = tokens[i - 2]?.lower ?? "";
    if (isAdverb(before) && (DETERMINERS.has(farther) || farther === "'s") && next?.kind === "word")
      return true;
    return ["of", "so-called", "such"].includes(before);
  }
  if (form === "ing")
    return (
      PREPOSITIONS.has(tokens[i]?.lower ?? "") ||
      (DETERMINERS.has(before) && !["all", "some", "many"].includes(before))
    );
  if (
    DETERMINERS.has(before) &&
    !["some", "many", "most", "all", "both", "those", "these", "few", "that", "this"].includes(
      before,
    )
  )
    return true;
  if (before === "'s" && (form === "third" || form === "base")) return true;
  if (entry.noun && (previous.kind === "number" || /^[a-z]+-[a-z]+$/.test(before))) return true;
  // `the first attack`, `its only demand`.
  if (entry.noun && isAdverb(before) && DETERMINERS.has(tokens[i - 2]?.lower ?? "")) return true;
  if (PREPOSITIONS.has(before) && before !== "to") return true;
  if (!entry.noun) return false;
  if (form === "base" && !AUXILIARIES.has(before) && before !== "to" && !isAdverb(before)) {
    // A bare singular noun (`a news report`) against a plural subject (`officials claim`).
    const titled = previous.capital && tokens[i]?.capital === true;
    const plural =
      /(?:s|people|police|men|women|children)$/.test(before) &&
      (!previous.capital || titled || i === 1);
    return !(plural || ["i", "we", "you", "they", "who", "and"].includes(before));
  }
  if (
    form === "third" &&
    !previous.capital &&
    previous.kind === "word" &&
    !["he", "she", "it", "who", "which", "also"].includes(before) &&
    !isAdverb(before)
  ) {
    if (!clauseLike(next)) return true;
    // A plural does not agree with `reports`: `dismissed as lies reports that …`.
    if (/[^suia]s$/.test(before)) return true;
    return /(?:al|ive|ous|ful|ic|ary|ory|ing|ed|news|media|recent|new|several|numerous|other|such|press|and)$/.test(
      before,
    );
  }
  return false;
}
