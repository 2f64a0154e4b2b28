// Acts told in a text: what was done, to whom, whether denied, and inside whose statement.
// Invariant: an act inside a denial is marked denied, never offered as asserted.
import type {
  ActSuggestion,
  MentionSuggestion,
  Span,
  StatementSuggestion,
  Unmarked,
} from "../reading.ts";
import { holderOf } from "../statements/holder-of.ts";
import type { Prepared } from "../statements/prepare.ts";
import type { Sentence } from "../statements/sentence.ts";
import type { Token } from "../statements/tokens.ts";
import { FRAMES_OF, type Opening } from "./frames.ts";
import { fires, passiveAt } from "./guards.ts";
import { actOfWord, actsInHan } from "./other-languages.ts";
import { personIn } from "./person-in.ts";
import { personOfNoun, personOfPlace, personOfVerb } from "./person-slot.ts";

const NOT = /^(?:not|n't|never|no|without|nobody|neither|nor|ca|cannot)$/;
const AVOIDED =
  /^(?:declined?|declines|declining|refus(?:e|ed|es|ing)|fail(?:ed|s)?|avoid(?:ed|ing)?|escap(?:ed|ing)|instead|rather|stopped|halted|blocked|suspended|overturned|cancelled|canceled)$/;
/** What has not happened yet: a plan, a wish, a threat, a chance. */
const OPEN =
  /^(?:may|might|could|would|will|wants?|wanted|plans?|planned|threat(?:s|ened|ens)?|decision|decide[ds]?|fears?|feared|risk|risks|possible|if|urged?|urging|demand(?:s|ed)?|call(?:s|ed)?|seek(?:s|ing)?|sought|help|secure)$/;

function within(tokens: readonly Token[], at: number, reach: number, pattern: RegExp): boolean {
  for (let k = at - 1; k >= 0 && at - k <= reach; k--) {
    const token = tokens[k];
    if (!token || (token.kind === "mark" && token.text !== ",")) return false;
    if (pattern.test(token.lower)) return true;
  }
  return false;
}

function negated(tokens: readonly Token[], at: number): boolean {
  return within(tokens, at, 4, NOT) || within(tokens, at, 3, AVOIDED);
}

interface RawAct extends Span {
  readonly act: string;
  readonly huridocs?: string;
  readonly person: readonly Span[];
  readonly negated: boolean;
  readonly rule: string;
  readonly confidence: number;
}

/** What stands behind a noun that names a place: `internment camps`. */
const PLACES = /^(?:camps?|cent(?:er|re)s?|facilit(?:y|ies)|sites?|cells?)$/;
const INSIDE = /^(?:cages?|custody|captivity|detention|shackles|tiger-chair|solitary)$/;

function personOf(tokens: readonly Token[], at: number, noun: boolean): Span[] {
  if (!noun && tokens[at + 1]?.lower !== "of") return personOfVerb(tokens, at);
  const word = tokens[at]?.lower ?? "";
  let k = at + 1;
  while (/^["“”‘’'-]$/.test(tokens[k]?.text ?? "")) k++;
  if (PLACES.test(tokens[k]?.lower ?? "")) return personOfPlace(tokens, at);
  const own = personOfNoun(tokens, at);
  return own.length > 0 || !INSIDE.test(word) ? own : personOfPlace(tokens, at);
}

function rawAct(tokens: readonly Token[], at: number, { frame, noun }: Opening): RawAct | null {
  const token = tokens[at];
  if (!token) return null;
  const person = personOf(tokens, at, noun);
  const open = within(tokens, at, 5, OPEN);
  const sure = noun ? (person.length > 0 ? 0.6 : 0.4) : passiveAt(tokens, at) ? 0.75 : 0.6;
  return {
    start: token.start,
    end: token.end,
    act: frame.act,
    ...(frame.huridocs ? { huridocs: frame.huridocs } : {}),
    person,
    negated: negated(tokens, at),
    rule: `frame: ${token.lower}${open ? ", not yet done" : ""}`,
    confidence: Math.round(sure * (open ? 0.6 : 1) * 100) / 100,
  };
}

function inEnglish({ tokens }: Sentence): RawAct[] {
  const found: RawAct[] = [];
  /** Where each act was last told, so that `held in detention` is one. */
  const last = new Map<string, number>();
  tokens.forEach((token, at) => {
    const openings = token.kind === "word" ? FRAMES_OF.get(token.lower) : undefined;
    const opening = openings?.find(({ frame }) => fires(tokens, at, frame));
    if (!opening) return;
    const before = last.get(opening.frame.act);
    last.set(opening.frame.act, at);
    if (opening.noun && before !== undefined && at - before <= 6) return;
    const act = rawAct(tokens, at, opening);
    if (act) found.push(act);
  });
  return found;
}

function inOther(text: string, sentence: Sentence, mentions: readonly Span[]): RawAct[] {
  const { tokens, language, start, end } = sentence;
  if (language === "zh")
    return actsInHan(text.slice(start, end)).map(({ start: at, end: to, ...one }) => ({
      ...one,
      start: start + at,
      end: start + to,
      person: personIn(text, sentence, start + at, mentions),
      rule: "stem",
      confidence: 0.6,
    }));
  return tokens.flatMap((token, at): RawAct[] => {
    if (token.kind !== "word") return [];
    const found = actOfWord(language, tokens, at);
    return found
      ? [
          {
            start: token.start,
            end: token.end,
            ...found,
            person: personIn(text, sentence, token.start, mentions),
            rule: `stem: ${found.act}`,
            confidence: 0.55,
          },
        ]
      : [];
  });
}

/** All acts of the document, each with the statement around it. */
export function findActs(
  document: Prepared,
  statements: readonly StatementSuggestion[],
  mentions: readonly Unmarked<MentionSuggestion>[] = [],
): Unmarked<ActSuggestion>[] {
  const holder = holderOf(statements);
  const persons = mentions.filter(({ type }) => type === "person" || type === "group");
  const byId = new Map(statements.map((statement) => [statement.id, statement]));
  const denied = (statement: StatementSuggestion | undefined): boolean => {
    for (let one = statement, turns = 0; one && turns < 8; turns++) {
      if (one.stance === "denies") return true;
      one = one.parent ? byId.get(one.parent) : undefined;
    }
    return false;
  };
  return document.sentences.flatMap((sentence) =>
    (sentence.language === "en"
      ? inEnglish(sentence)
      : inOther(document.text, sentence, persons)
    ).map((raw) => {
      const statement = holder(raw);
      return {
        ...raw,
        ...(statement ? { statement: statement.id } : {}),
        denied: denied(statement),
      };
    }),
  );
}
