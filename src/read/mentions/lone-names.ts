// One capitalised word that nothing else types: signs around it, over all its places in the document, make it a
// person or leave it alone. Method: points for each sign; the sum over the document decides.
// Invariant: a word written in lower case elsewhere in the text, or after an article, is no person.
import { CUE_FORMS } from "../packs/en-cues.ts";
import { AUXILIARIES, COMMON_FINITE, isAdverb } from "../packs/en-words.ts";
import { smallNumber } from "../figures/number-words.ts";
import type { Token } from "../statements/tokens.ts";
import { isGivenName, isPlainGivenName } from "./given-names.ts";
import { isSentenceStart } from "./sentence-starts.ts";
import { BODIES, GROUPS, isOrdinary, ORG_WORDS, PLACES, PLACE_WORDS, TITLES } from "./words.ts";

/** Points from which a word is taken for a person. */
export const ENOUGH = 0.3;

const SINGULAR = new Set("was is has had does did would will could says said".split(" "));
const SAYS = new Set("said says added asked replied recalled wrote explained insisted".split(" "));
const PLURAL = new Set("were are have do".split(" "));
const PLACE_BEFORE = new Set(
  "in at near across throughout into inside outside via toward towards around".split(" "),
);
const SURNAME =
  /(?:[oe]va?|sky|skaya|skiy|enko|[oe]vi[cć]h?|shvili|dze|sson|stein|mann|escu|o[gğ]lu|zadeh|nejad|ullah|bayev|baev)$/u;
const KIN = new Set(
  "brother sister son daughter wife husband father mother uncle aunt nephew niece cousin friend colleague".split(
    " ",
  ),
);
/** Endings of place names that are seldom surnames. */
const PLACE_ENDING =
  /(?:mouth|shire|stan|polis|abad|grad|ville|burgh?|chester|pur|pore|istan|ovo|land|sk)$/u;
/** What a place has and a person has not. */
const OF_PLACE =
  /^(?:street|streets|city|population|government|economy|capital|residents|inhabitants|citizens|people|border|borders|north|south|east|west|northern|southern|eastern|western|airport|harbour|harbor|port|coast|parliament|president|minister|prime|mayor|embassy|army|military|police|authorities|officials|leaders|leadership|rulers|foreign|national|main|largest|biggest|oldest|historic|downtown|suburbs|climate|constitution|shares?|stock|users|customers|products|employees|headquarters|website|platform|original|fans|stadium|league|goalkeeper|manager|squad|team)$/u;
const PARTICIPLE = /(?:ed|en|wn|ught|ung|ade|aid|eld|et)$/;

const NO_PERSON = [GROUPS, PLACES, PLACE_WORDS, ORG_WORDS, TITLES, BODIES];

/** Whether a word alone could be a person at all. */
export function mayBeLone({ text, lower }: Token, initial: boolean): boolean {
  return (
    lower.length > 2 &&
    !/\d|[/&.]|ists$|isms$|ians$/.test(text) &&
    !COMMON_FINITE.has(lower) &&
    !CUE_FORMS.has(lower) &&
    smallNumber(lower) === null &&
    !/^\p{Lu}{2}|[\p{L}]\p{Lu}{2}/u.test(text) &&
    !PLACE_ENDING.test(lower) &&
    !(isOrdinary(lower) && !isGivenName(lower)) &&
    !NO_PERSON.some((set) => set.has(lower)) &&
    !(initial && isSentenceStart(lower) && !isPlainGivenName(lower))
  );
}

function isMark(token: Token | undefined, mark: string): boolean {
  return token?.kind === "mark" && token.text === mark;
}

/** Points for a finite verb of a single subject after the word, adverbs in between. */
function verbPoints(tokens: readonly Token[], to: number): number {
  let k = to;
  while (k < to + 3 && tokens[k] && isAdverb(tokens[k]?.lower ?? "")) k++;
  const verb = tokens[k];
  if (!verb || verb.kind !== "word" || verb.capital) return 0;
  if (PLURAL.has(verb.lower)) return -0.5;
  if (verb.lower === "was" && tokens[k + 1]?.lower === "born") return 0.6;
  if (
    CUE_FORMS.get(verb.lower)?.some(({ verb: { act }, form }) => act === "say" && form !== "base")
  )
    return 0.45;
  if (SINGULAR.has(verb.lower)) return 0.3;
  if (AUXILIARIES.has(verb.lower)) return 0.15;
  if (COMMON_FINITE.has(verb.lower)) return 0.3;
  return /[^e]ed$/.test(verb.lower) ? 0.3 : 0;
}

function before(tokens: readonly Token[], at: number): number {
  const last = tokens[at - 1];
  const earlier = tokens[at - 2];
  if (!last) return 0;
  if (last.lower === "the") return -2;
  if (["a", "an", "this", "that", "every", "each"].includes(last.lower)) return -1;
  if (PLACE_BEFORE.has(last.lower)) return -0.6;
  if (KIN.has(last.lower) || (isMark(last, ",") && KIN.has(earlier?.lower ?? ""))) return 0.45;
  // `“…,” said Ressig.`
  if (SAYS.has(last.lower) && earlier?.kind === "mark") return 0.45;
  if (last.lower === "by" && PARTICIPLE.test(earlier?.lower ?? "")) return 0.2;
  if (["with", "and"].includes(last.lower)) return 0.05;
  return 0;
}

function after(tokens: readonly Token[], to: number): number {
  const next = tokens[to];
  const then = tokens[to + 1];
  if (next?.lower === "'s" && then?.kind === "word" && !then.capital)
    return OF_PLACE.test(then.lower) ? -0.3 : 0.3;
  if (isMark(next, ",") && (then?.lower === "who" || then?.lower === "whose")) return 0.45;
  if (isMark(next, ",") && /^[1-9]\d$/.test(then?.text ?? "") && isMark(tokens[to + 2], ","))
    return 0.45;
  if (next?.lower === "himself" || next?.lower === "herself") return 0.5;
  return verbPoints(tokens, to);
}

/** Points for the word at `at` being a person, from this place alone. */
export function lonePoints(tokens: readonly Token[], at: number): number {
  const word = tokens[at]?.lower ?? "";
  const base = isPlainGivenName(word) ? 0.35 : SURNAME.test(word) ? 0.2 : 0;
  const beside = besideName(tokens, at) ? 0.3 : 0;
  return base + beside + before(tokens, at) + after(tokens, at + 1);
}

/** `Rahel and Tovan`: a given name joined to it. */
function besideName(tokens: readonly Token[], at: number): boolean {
  const next = tokens[at + 1]?.lower === "and" ? tokens[at + 2] : undefined;
  const last = tokens[at - 1]?.lower === "and" ? tokens[at - 2] : undefined;
  return [next, last].some((token) => token?.capital === true && isPlainGivenName(token.lower));
}
