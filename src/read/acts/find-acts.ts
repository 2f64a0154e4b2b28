// Acts told in a text: what was done, to whom, whether denied, and inside whose statement.
// Invariant: an act inside a denial is marked denied, never offered as asserted.
import { AUXILIARIES, SUBJECT_PRONOUNS } from "../packs/en-words.ts";
import type { ActSuggestion, Unmarked, Span, StatementSuggestion } from "../reading.ts";
import { subjectLeft } from "../statements/english/subject.ts";
import { holderOf } from "../statements/holder-of.ts";
import type { Prepared } from "../statements/prepare.ts";
import type { Sentence } from "../statements/sentence.ts";
import type { Token } from "../statements/tokens.ts";
import { actOfWord, actsInHan } from "./other-languages.ts";
import { FRAME_OF, HELD_PLACES, NEEDS, type Frame } from "./frames.ts";

/** What is `held` and is not a person. */
const EVENTS =
  /^(?:rall(?:y|ies)|meetings?|conferences?|talks|elections?|protests?|hearings?|events?|ceremon(?:y|ies)|vigils?|debates?|summits?|interviews?)$/;

function hasNear(tokens: readonly Token[], at: number, pattern: RegExp): boolean {
  for (let k = Math.max(0, at - 7); k < Math.min(tokens.length, at + 9); k++)
    if (k !== at && pattern.test(tokens[k]?.lower ?? "")) return true;
  return false;
}

function fires(tokens: readonly Token[], at: number, frame: Frame): boolean {
  const word = tokens[at]?.lower ?? "";
  const needed = NEEDS[frame.act];
  if (needed && !hasNear(tokens, at, needed)) return false;
  if (word === "held" || word === "kept")
    if (tokens.slice(Math.max(0, at - 8), at).some(({ lower }) => EVENTS.test(lower))) return false;
  if (word === "held" || word === "kept")
    return HELD_PLACES.test(tokens[at + 1]?.lower ?? "") && auxiliaryBefore(tokens, at);
  if (word === "missing")
    return (
      auxiliaryBefore(tokens, at) || ["went", "gone", "go"].includes(tokens[at - 1]?.lower ?? "")
    );
  if (word === "locked") return tokens[at + 1]?.lower === "up";
  if (word === "rounded") return tokens[at + 1]?.lower === "up";
  if (word === "beat" || word === "beating")
    return !["record", "team"].includes(tokens[at + 2]?.lower ?? "");
  return true;
}

function auxiliaryBefore(tokens: readonly Token[], at: number): boolean {
  for (let k = at - 1; k >= 0 && at - k <= 4; k--)
    if (AUXILIARIES.has(tokens[k]?.lower ?? "")) return true;
  return false;
}

function groupStart(tokens: readonly Token[], at: number): number {
  let first = at;
  while (
    first > 0 &&
    (AUXILIARIES.has(tokens[first - 1]?.lower ?? "") ||
      /ly$|^(?:not|never|to|sometimes|also|forced)$/.test(tokens[first - 1]?.lower ?? ""))
  )
    first--;
  return first;
}

function negated(tokens: readonly Token[], at: number): boolean {
  for (let k = at - 1; k >= 0 && at - k <= 4; k--)
    if (["not", "n't", "never", "no", "without", "nobody"].includes(tokens[k]?.lower ?? ""))
      return true;
  return false;
}

/** The person an act is done to: before a passive, after an active verb, after `of`. */
function personOf(tokens: readonly Token[], at: number): Span[] {
  const view = { tokens, verbs: new Set<number>() };
  const passive = auxiliaryBefore(tokens, at);
  if (passive) {
    let first = groupStart(tokens, at);
    // `were beaten, tortured and kept`: one subject for the whole row.
    for (let k = first - 1; k > 0 && first - k <= 8; k--)
      if (AUXILIARIES.has(tokens[k]?.lower ?? "")) first = groupStart(tokens, k);
    const subject = subjectLeft(view, first);
    if (subject.kind === "none") return [];
    const from = tokens[subject.from];
    const to = tokens[subject.to - 1];
    return from && to ? [{ start: from.start, end: to.end }] : [];
  }
  const next = tokens[at + 1]?.lower === "of" ? at + 2 : at + 1;
  let end = next;
  while (end < tokens.length && end - next < 6) {
    const token = tokens[end];
    if (
      !token ||
      token.kind === "mark" ||
      ["in", "at", "for", "and", "by", "who", "to", "on", "from", "with", "after"].includes(
        token.lower,
      )
    )
      break;
    end++;
    if (
      SUBJECT_PRONOUNS.has(token.lower) ||
      ["him", "her", "them", "me", "us"].includes(token.lower)
    )
      break;
  }
  const from = tokens[next];
  const to = tokens[end - 1];
  return from && to && end > next ? [{ start: from.start, end: to.end }] : [];
}

interface RawAct extends Span {
  readonly act: string;
  readonly huridocs?: string;
  readonly person: readonly Span[];
  readonly negated: boolean;
  readonly rule: string;
  readonly confidence: number;
}

function inEnglish({ tokens }: Sentence): RawAct[] {
  return tokens.flatMap((token, at): RawAct[] => {
    const frame = token.kind === "word" ? FRAME_OF.get(token.lower) : undefined;
    if (!frame || !fires(tokens, at, frame)) return [];
    const code = frame.huridocs ? { huridocs: frame.huridocs } : {};
    const { start, end, lower } = token;
    const confidence = auxiliaryBefore(tokens, at) ? 0.75 : 0.55;
    return [
      {
        start,
        end,
        act: frame.act,
        ...code,
        person: personOf(tokens, at),
        negated: negated(tokens, at),
        rule: `frame: ${lower}`,
        confidence,
      },
    ];
  });
}

function inOther(text: string, { tokens, language, start, end }: Sentence): RawAct[] {
  if (language === "zh")
    return actsInHan(text.slice(start, end)).map((one) => ({
      ...one,
      start: start + one.start,
      end: start + one.end,
      person: [],
      rule: "stem",
      confidence: 0.6,
    }));
  return tokens.flatMap((token, at): RawAct[] => {
    if (token.kind !== "word") return [];
    const found = actOfWord(
      language,
      token.lower,
      tokens[at - 1]?.lower ?? "",
      tokens[at + 1]?.lower ?? "",
    );
    return found
      ? [
          {
            start: token.start,
            end: token.end,
            ...found,
            person: [],
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
): Unmarked<ActSuggestion>[] {
  const holder = holderOf(statements);
  const byId = new Map(statements.map((statement) => [statement.id, statement]));
  const denied = (statement: StatementSuggestion | undefined): boolean => {
    for (let one = statement, turns = 0; one && turns < 8; turns++) {
      if (one.stance === "denies") return true;
      one = one.parent ? byId.get(one.parent) : undefined;
    }
    return false;
  };
  return document.sentences.flatMap((sentence) =>
    (sentence.language === "en" ? inEnglish(sentence) : inOther(document.text, sentence)).map(
      (raw) => {
        const statement = holder(raw);
        return {
          ...raw,
          ...(statement ? { statement: statement.id } : {}),
          denied: denied(statement),
        };
      },
    ),
  );
}
