// A run of capitalised words that no list settles: a person by the words around it, or left open.
// Invariant: in a headline, in capitals or as the whole of a quotation, two capitals alone make nobody.
import type { MentionType } from "../reading.ts";
import type { Token } from "../statements/tokens.ts";
import { CUE_FORMS } from "../packs/en-cues.ts";
import {
  AUXILIARIES,
  COMMON_FINITE,
  COORDINATORS,
  isAdverb,
  PREPOSITIONS,
  SUBORDINATORS,
} from "../packs/en-words.ts";
import { isGivenName, isPlainGivenName } from "./given-names.ts";
import { isSentenceStart } from "./sentence-starts.ts";
import { GROUPS, isOrdinary, ORG_WORDS, PLACES, PLACE_WORDS, TITLES } from "./words.ts";
import type { Run, Typed } from "./type-run.ts";

const SPEAKS = new Set(
  "said says say told tells added who was is has had wrote writes thinks born whose also claimed denied admitted".split(
    " ",
  ),
);
const SAYS = new Set("said says told added wrote".split(" "));
const BEFORE_PLACE = new Set(
  "in at from near to across outside inside around throughout into via".split(" "),
);
/** Last words of works, prizes and events. */
const THINGS = new Set("version live cup award awards prize act day".split(" "));
/** `the Central Asian nation`: an adjective of a people. */
const PEOPLES = /(?:ian|ean|ish|ese)s?$/;
const QUOTE = /^["“”„«»‘’'`「」]$/;

export interface Around {
  readonly before: Token | undefined;
  readonly after: Token | undefined;
  readonly initial: boolean;
  readonly make: (type: MentionType | null, rule: string, confidence: number) => Typed;
}

/** Signs that capitals were put there for another reason than a name. */
function loud({ tokens, from, to, headline }: Run, before: Token | undefined): boolean {
  const own = tokens.slice(from, to);
  const shouted = own.filter(({ text }) => /^\p{Lu}{3,}$/u.test(text)).length;
  const first = own[0]?.text ?? "";
  const acronym =
    /^\p{Lu}{2,}s?$/u.test(first) || /^(?:\p{Lu}\.){2,5}$|^\p{Lu}\.\p{Lu}$/u.test(first);
  const quoted = QUOTE.test(before?.text ?? "") && QUOTE.test(tokens[to]?.text ?? "");
  return headline || quoted || acronym || (shouted > 0 && shouted === own.length);
}

function speaksAfter(tokens: readonly Token[], to: number): boolean {
  const next = tokens[to];
  if (!next) return false;
  if (SPEAKS.has(next.lower)) return true;
  const then = tokens[to + 1];
  return (
    next.text === "," &&
    (then?.lower === "who" || /^\d\d$/.test(then?.text ?? "") || tokens[to + 2]?.lower === "of")
  );
}

/** One word: a place before a larger one, a given name, a word that speaks, or for the whole document to say. */
function oneWord(run: Run, word: string, ordinary: boolean, around: Around): Typed {
  const { before, after, initial, make } = around;
  const { tokens, to } = run;
  const speaks = speaksAfter(tokens, to);
  const the = before?.lower === "the";
  if (BEFORE_PLACE.has(before?.lower ?? "") && after?.text === "," && tokens[to + 1]?.capital)
    return make("place", "place before a larger one", 0.7);
  if (run.headline || the) return make(null, "one word", 0.2);
  if (
    isGivenName(word) &&
    (speaks ||
      (!initial && isPlainGivenName(word)) ||
      (isPlainGivenName(word) && after?.lower === "and"))
  )
    return make("person", "given name", speaks ? 0.65 : 0.5);
  if (speaks && !ordinary && SAYS.has(after?.lower ?? "") && !PLACES.has(word))
    return make("person", "one name that speaks", 0.45);
  return make(null, "one word", 0.2);
}

export function personOrPlace(
  run: Run,
  titled: boolean,
  words: readonly string[],
  around: Around,
): Typed {
  const { before, make } = around;
  const ordinary = words.some(
    (word) => isOrdinary(word) || GROUPS.has(word) || /\d/.test(word) || ORG_WORDS.has(word),
  );
  const titleBefore =
    titled ||
    (before !== undefined &&
      TITLES.has(before.lower) &&
      !["called", "named"].includes(before.lower));
  if (words.includes("of") || words.includes("for") || words.includes("and") || words.includes("&"))
    return make(
      words.length > 2 && ORG_WORDS.has(words[0] ?? "") ? "organization" : null,
      "joined by of",
      0.4,
    );
  const the = before?.lower === "the";
  if (titleBefore && !the && !ordinary)
    return make("person", "title before", words.length > 1 ? 0.95 : 0.85);
  if (words.length === 1) return oneWord(run, words[0] ?? "", ordinary, around);
  if (words.length > 5) return make(null, "long run", 0.2);
  return manyWords(run, words, ordinary, around);
}

function manyWords(run: Run, words: readonly string[], ordinary: boolean, around: Around): Typed {
  const { before, make } = around;
  const given = isGivenName(words[0] ?? "");
  const last = words.at(-1) ?? "";
  if (before?.lower === "the" && (run.headline || PEOPLES.test(last)))
    return make(null, "name after an article", 0.3);
  if (before?.lower === "the")
    return make(given && words.length === 2 ? null : "organization", "name after an article", 0.4);
  const strong =
    ORG_WORDS.has(last) || PLACE_WORDS.has(last) || GROUPS.has(last) || THINGS.has(last);
  if (given && words.length === 2 && !strong)
    return make("person", "given name", ordinary ? 0.7 : 0.9);
  if (ordinary) return make(null, "ordinary words", 0.2);
  const placed = words.some((word) => PLACES.has(word));
  if (given && !placed) return make("person", "given name", 0.9);
  const silent = loud(run, before);
  const initials = words.slice(1, -1).some((word) => /^\p{L}\.?$/u.test(word));
  if (initials && !silent) return make("person", "initial inside", 0.9);
  if (placed && !given) return make(null, "holds a place", 0.3);
  const speaks = speaksAfter(run.tokens, run.to);
  if (BEFORE_PLACE.has(before?.lower ?? "") && !speaks)
    return make(null, "after a preposition of place", 0.3);
  const wordy = words.some((word) => isSentenceStart(word) || /-\p{L}{5,}$|-\p{L}+ed$/u.test(word));
  if (speaks && !silent && !wordy) return make("person", "name that speaks", 0.8);
  return words.length <= 3 && !run.foreign && !silent && !wordy && signed(run)
    ? make("person", "two or three capitalised words", 0.55)
    : make(null, "long run", 0.2);
}

const BEFORE_PERSON = new Set("by with and or while when whom that but than".split(" "));

/** Whether the words around leave room for a person: not `a Sarn Rell` nor `two Sarn Rell boats`. */
function signed({ tokens, from, to }: Run): boolean {
  const before = tokens[from - 1];
  const after = tokens[to];
  if (["a", "an", "this", "that", "every", "each"].includes(before?.lower ?? "")) return false;
  const open = after === undefined || after.kind !== "word";
  const free =
    open ||
    after.lower === "'s" ||
    AUXILIARIES.has(after.lower) ||
    PREPOSITIONS.has(after.lower) ||
    SUBORDINATORS.has(after.lower) ||
    COORDINATORS.has(after.lower) ||
    isAdverb(after.lower) ||
    COMMON_FINITE.has(after.lower) ||
    CUE_FORMS.has(after.lower) ||
    /(?:ed|ing|es)$/.test(after.lower);
  if (!free) return false;
  return (
    before === undefined ||
    before.kind === "mark" ||
    BEFORE_PERSON.has(before.lower) ||
    after?.text === "," ||
    after?.lower === "'s" ||
    AUXILIARIES.has(after?.lower ?? "") ||
    COMMON_FINITE.has(after?.lower ?? "") ||
    CUE_FORMS.has(after?.lower ?? "")
  );
}
