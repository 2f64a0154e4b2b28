// What kind of thing a stretch of capitalised words names.
// Method: points for each sign (title before, given name, organisation word, gazetteer …); the best wins,
// or nobody when no sign is strong enough.
import type { MentionType } from "../reading.ts";
import type { Token } from "../statements/tokens.ts";
import { typeCyrillic } from "./cyrillic.ts";
import { knownOutlet } from "../lines/outlets.ts";
import { isGivenName } from "./given-names.ts";
import { isSentenceStart } from "./sentence-starts.ts";
import { personOrPlace } from "./person-or-place.ts";
import {
  BODIES,
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
  /** Most words of the sentence have capitals: they say nothing of names. */
  readonly headline: boolean;
}

export interface Typed {
  readonly from: number;
  readonly to: number;
  /** Null: a name whose kind only the rest of the document can tell. */
  readonly type: MentionType | null;
  readonly rule: string;
  readonly confidence: number;
}

const LAND = new Set("mount mt mt. lake cape port fort".split(" "));
/** First words of towns: `San Marelo`. */
const SAINTLY = new Set("san santa los las st st.".split(" "));
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
      (TITLES.has(run.tokens[at + 1]?.lower ?? "") || isGivenName(run.tokens[at + 1]?.lower ?? ""))
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

/** `Former Ana Lind`: ordinary words before a given name at the head of a sentence. */
function looseLead({ tokens, from, to }: Run, at: number): number {
  if (from > 0 && tokens[from - 1]?.kind !== "mark") return 0;
  let skip = 0;
  while (skip < 2 && to - at - skip > 2) {
    const word = tokens[at + skip]?.lower ?? "";
    if (isGivenName(word) || !(isOrdinary(word) || isSentenceStart(word))) break;
    skip++;
  }
  return skip > 0 && isGivenName(tokens[at + skip]?.lower ?? "") ? skip : 0;
}

/** The mentions a run holds, in order. */
export function typeRun(run: Run): Typed[] {
  if (/^\p{Script=Cyrillic}/u.test(run.tokens[run.from]?.text ?? "")) return typeCyrillic(run);
  const opening = run.tokens[run.from]?.lower ?? "";
  if (
    run.to - run.from > 2 &&
    isSentenceStart(opening) &&
    TITLES.has(run.tokens[run.from + 1]?.lower ?? "") &&
    !TITLES.has(opening)
  )
    return typeRun({ ...run, from: run.from + 1 });
  const { titles, groups } = withoutTitles(run);
  const lead = run.tokens[run.from + titles]?.lower ?? "";
  // `Kazakhstan Zhang Xiao`: an apposition without its comma.
  if (
    run.to - run.from - titles >= 3 &&
    PLACES.has(lead) &&
    isGivenName(run.tokens[run.from + titles + 1]?.lower ?? "")
  ) {
    const at = run.from + titles;
    return [
      ...groups,
      { from: at, to: at + 1, type: "place", rule: "gazetteer", confidence: 0.85 },
      ...typeRun({ ...run, from: at + 1 }),
    ];
  }
  const rest: Run = { ...run, from: run.from + titles + looseLead(run, run.from + titles) };
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
    isGivenName(words[0] ?? "") &&
    !PLACES.has(words[0] ?? "") &&
    before?.lower !== "the";
  if (hillLike && PLACE_WORDS.has(words[1] ?? "")) return make("person", "given name", 0.7);
  if (words.length > 1 && PLACE_WORDS.has(words.at(-1) ?? ""))
    return make("place", "place word", 0.85);
  if (
    words.length > 1 &&
    (LAND.has(words[0] ?? "") || (words.length === 2 && SAINTLY.has(words[0] ?? "")))
  )
    return make("place", "place word", 0.85);
  if (org >= 0 && (words.length > 1 || before?.lower === "the"))
    return make("organization", "organisation word", 0.85);
  const text = tokens
    .slice(from, to)
    .map((token) => token.text)
    .join(" ");
  if (words.length === 1 && BODIES.has(whole) && !titled)
    return make("organization", "known body", 0.85);
  if (knownOutlet(text) && !titled) return make("organization", "known outlet or group", 0.9);
  if (words.length === 1 && /^[\p{Lu}\d/&-]{2,7}$/u.test(text))
    return make(titled ? "person" : "organization", "acronym", 0.75);
  return personOrPlace(run, titled, words, { before, after, initial, make });
}
