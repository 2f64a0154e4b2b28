// What kind of thing a stretch of capitalised words names.
// Method: points for each sign (title before, given name, organisation word, gazetteer …); the best wins,
// or nobody when no sign is strong enough.
import type { MentionType } from "../reading.ts";
import type { Token } from "../statements/tokens.ts";
import { typeCyrillic } from "./cyrillic.ts";
import { knownOutlet } from "../lines/outlets.ts";
import {
  GIVEN_NAMES,
  GROUPS,
  isOrdinary,
  LONG_PLACES,
  ORG_WORDS,
  PLACES,
  PLACE_WORDS,
  TITLES,
} from "./words.ts";

/** Token range of a run of capitalised words inside its sentence. */
export interface Run {
  readonly from: number;
  readonly to: number;
  readonly tokens: readonly Token[];
  /** Latin letters inside a text in another script: two capitals there are as often a brand as a person. */
  readonly foreign: boolean;
}

export interface Typed {
  readonly from: number;
  readonly to: number;
  /** Null: a name whose kind only the rest of the document can tell. */
  readonly type: MentionType | null;
  readonly rule: string;
  readonly confidence: number;
}

const SPEAKS = new Set(
  "said says say told tells added who was is has had wrote writes thinks born whose also claimed denied admitted".split(
    " ",
  ),
);
const BEFORE_PLACE = new Set(
  "in at from near to across outside inside around throughout into via".split(" "),
);
const ORGANS = new Set(
  "ministry department university institute bank court council embassy".split(" "),
);

function lowers({ tokens, from, to }: Run): string[] {
  return tokens.slice(from, to).map(({ lower }) => lower);
}

/** Splits titles and groups off the front: `President Ana Lind`, `Kazakh activist`. */
function withoutTitles(run: Run): { titles: number; groups: Typed[] } {
  let at = run.from;
  const groups: Typed[] = [];
  while (at < run.to - 1) {
    const word = run.tokens[at]?.lower ?? "";
    if (
      GROUPS.has(word) &&
      (TITLES.has(run.tokens[at + 1]?.lower ?? "") ||
        GIVEN_NAMES.has(run.tokens[at + 1]?.lower ?? ""))
    )
      groups.push({
        from: at,
        to: at + 1,
        type: "group",
        rule: "people or faith",
        confidence: 0.9,
      });
    else if (!TITLES.has(word) || (word === "sister" && run.to - at > 3)) break;
    at++;
  }
  return { titles: at - run.from, groups };
}

/** The mentions a run holds, in order. */
export function typeRun(run: Run): Typed[] {
  if (/^\p{Script=Cyrillic}/u.test(run.tokens[run.from]?.text ?? "")) return typeCyrillic(run);
  const { titles, groups } = withoutTitles(run);
  const lead = run.tokens[run.from + titles]?.lower ?? "";
  // `Kazakhstan Zhang Xiao`: an apposition without its comma.
  if (
    run.to - run.from - titles >= 3 &&
    PLACES.has(lead) &&
    GIVEN_NAMES.has(run.tokens[run.from + titles + 1]?.lower ?? "")
  ) {
    const at = run.from + titles;
    return [
      ...groups,
      { from: at, to: at + 1, type: "place", rule: "gazetteer", confidence: 0.85 },
      ...typeRun({ ...run, from: at + 1 }),
    ];
  }
  const rest: Run = { ...run, from: run.from + titles };
  const words = lowers(rest);
  const whole = words.join(" ");
  const org = words.findIndex((word) => ORG_WORDS.has(word));
  if (words.length === 1 && TITLES.has(whole)) return groups;
  if (words.every((word) => GROUPS.has(word)))
    return [
      ...groups,
      { from: rest.from, to: rest.to, type: "group", rule: "people or faith", confidence: 0.9 },
    ];
  return [...groups, typed(rest, titles - groups.length > 0, whole, words, org)];
}

function typed(
  run: Run,
  titled: boolean,
  whole: string,
  words: readonly string[],
  org: number,
): Typed {
  const { tokens, from, to } = run;
  const before = tokens[from - 1];
  const after = tokens[to];
  const initial = from === 0 || before?.kind === "mark";
  const make = (type: MentionType | null, rule: string, confidence: number): Typed => ({
    from,
    to,
    type,
    rule,
    confidence,
  });
  if (LONG_PLACES.has(whole) || (words.length === 1 && PLACES.has(whole) && !titled))
    return make("place", "gazetteer", 0.92);
  if (words.some((word) => ORGANS.has(word))) return make("organization", "organisation word", 0.9);
  const hillLike =
    words.length === 2 &&
    GIVEN_NAMES.has(words[0] ?? "") &&
    !PLACES.has(words[0] ?? "") &&
    before?.lower !== "the";
  if (hillLike && PLACE_WORDS.has(words[1] ?? "")) return make("person", "given name", 0.7);
  if (words.length > 1 && PLACE_WORDS.has(words.at(-1) ?? ""))
    return make("place", "place word", 0.85);
  if (
    words.length > 1 &&
    (words[0] === "mount" || words[0] === "lake" || words[0] === "cape" || words[0] === "port")
  )
    return make("place", "place word", 0.85);
  if (org >= 0 && (words.length > 1 || before?.lower === "the"))
    return make("organization", "organisation word", 0.85);
  const text = tokens
    .slice(from, to)
    .map((token) => token.text)
    .join(" ");
  if (knownOutlet(text) && !titled) return make("organization", "known outlet or group", 0.9);
  if (words.length === 1 && /^[\p{Lu}\d/&-]{2,7}$/u.test(text))
    return make(titled ? "person" : "organization", "acronym", 0.75);
  return personOrPlace(run, titled, words, { before, after, initial, make });
}

interface Around {
  readonly before: Token | undefined;
  readonly after: Token | undefined;
  readonly initial: boolean;
  readonly make: (type: MentionType | null, rule: string, confidence: number) => Typed;
}

function personOrPlace(
  run: Run,
  titled: boolean,
  words: readonly string[],
  { before, after, initial, make }: Around,
): Typed {
  const { tokens, to } = run;
  const ordinary = words.some(
    (word) => isOrdinary(word) || GROUPS.has(word) || /\d/.test(word) || ORG_WORDS.has(word),
  );
  const titleBefore =
    titled ||
    (before !== undefined &&
      TITLES.has(before.lower) &&
      !["called", "named"].includes(before.lower));
  if (words.includes("of") || words.includes("and") || words.includes("&"))
    return make(
      words.length > 2 && ORG_WORDS.has(words[0] ?? "") ? "organization" : null,
      "joined by of",
      0.4,
    );
  const given = GIVEN_NAMES.has(words[0] ?? "");
  const initials = words.slice(1).some((word) => /^\p{L}\.?$/u.test(word));
  const speaks =
    after !== undefined &&
    (SPEAKS.has(after.lower) ||
      (after.text === "," &&
        (tokens[to + 1]?.lower === "who" ||
          /^\d\d$/.test(tokens[to + 1]?.text ?? "") ||
          tokens[to + 2]?.lower === "of")));
  const placed = words.some((word) => PLACES.has(word));
  const the = before?.lower === "the";
  if (titleBefore && !the && !ordinary)
    return make("person", "title before", words.length > 1 ? 0.95 : 0.85);
  if (words.length === 1) {
    if (BEFORE_PLACE.has(before?.lower ?? "") && after?.text === "," && tokens[to + 1]?.capital)
      return make("place", "place before a larger one", 0.7);
    if (given && !the && (!initial || speaks))
      return make("person", "given name", speaks ? 0.65 : 0.5);
    if (
      speaks &&
      !the &&
      !ordinary &&
      ["said", "says", "told", "added", "wrote"].includes(after?.lower ?? "") &&
      !PLACES.has(words[0] ?? "")
    )
      return make("person", "one name that speaks", 0.45);
    return make(null, "one word", 0.2);
  }
  if (words.length > 5) return make(null, "long run", 0.2);
  if (the)
    return make(given && words.length === 2 ? null : "organization", "name after an article", 0.4);
  const last = words.at(-1) ?? "";
  const strong =
    ORG_WORDS.has(last) ||
    PLACE_WORDS.has(last) ||
    GROUPS.has(last) ||
    ["version", "live", "cup", "award", "awards", "prize", "act", "day"].includes(last);
  if (given && words.length === 2 && !strong)
    return make("person", "given name", ordinary ? 0.7 : 0.9);
  if (ordinary) return make(null, "ordinary words", 0.2);
  if (given && !placed) return make("person", "given name", 0.9);
  if (initials) return make("person", "initial inside", 0.9);
  if (placed && !given) return make(null, "holds a place", 0.3);
  if (BEFORE_PLACE.has(before?.lower ?? "") && !speaks)
    return make(null, "after a preposition of place", 0.3);
  if (speaks) return make("person", "name that speaks", 0.8);
  return words.length <= 3 && !run.foreign
    ? make("person", "two or three capitalised words", 0.55)
    : make(null, "long run", 0.2);
}
