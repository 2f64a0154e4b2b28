// Ties a speaker named by a pronoun, a surname or `the brothers` to the earlier, fuller mention.
// Invariant: the words of the text stay as they are; the link is only a proposal, and never for a lost speaker.
import type { MentionSuggestion, Unmarked, Span, StatementSuggestion } from "../reading.ts";

const ONE = /^(?:he|she)$/i;
const MANY =
  /^(?:they|the (?:two|three|group|brothers|sisters|men|women|couple|family|relatives))$/i;
const ONE_BODY =
  /^(?:it|the (?:organization|organisation|group|report|agency|ministry|company|paper|newspaper|broadcaster))$/i;
/** Earlier statements looked over for a pronoun's owner. */
const REACH = 8;

function wordsOf(text: string, { start, end }: Span): string {
  return text.slice(start, end).trim();
}

function personIn(
  span: Span,
  mentions: readonly Unmarked<MentionSuggestion>[],
  from: number,
): Unmarked<MentionSuggestion> | undefined {
  for (let k = from; k < mentions.length; k++) {
    const mention = mentions[k];
    if (!mention || mention.start >= span.end) return undefined;
    if (mention.start >= span.start && mention.type === "person") return mention;
  }
  return undefined;
}

function firstAt(mentions: readonly Unmarked<MentionSuggestion>[], offset: number): number {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle]?.start ?? 0) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

export function linkSpeakers(
  text: string,
  statements: readonly StatementSuggestion[],
  mentions: readonly Unmarked<MentionSuggestion>[],
): StatementSuggestion[] {
  const persons = mentions.filter(({ type }) => type === "person");
  const full = new Map<number, Unmarked<MentionSuggestion>>();
  for (const mention of persons) {
    const known = full.get(mention.entity);
    if (!known || mention.text.length > known.text.length) full.set(mention.entity, mention);
  }
  const groups = new Map<string, Span>();
  // `The brothers`: the names that stand after the same role word earlier.
  const roles = roleIndex(text, persons);
  return statements.map((statement, i) => {
    const source = statement.source[0];
    if (!source || statement.speakerLost) return statement;
    const words = wordsOf(text, source);
    const target =
      pronoun(text, words, i, statements, persons) ??
      surname(source, persons, full) ??
      (MANY.test(words)
        ? (groups.get(noun(words)) ?? roles(noun(words), source.start))
        : undefined);
    if (!MANY.test(words) && !groups.has(noun(words))) groups.set(noun(words), source);
    return target && target.start < source.start
      ? { ...statement, sourceOf: { start: target.start, end: target.end } }
      : statement;
  });
}

function noun(words: string): string {
  return (words.toLowerCase().match(/\p{L}+/gu) ?? []).at(-1) ?? "";
}

/** Words of roles beside names, each with the last name it stood beside; filled as the text goes on. */
function roleIndex(
  text: string,
  persons: readonly Unmarked<MentionSuggestion>[],
): (role: string, before: number) => Span | undefined {
  const last = new Map<string, Span>();
  let next = 0;
  return (role, before) => {
    for (; (persons[next]?.start ?? Number.POSITIVE_INFINITY) < before; next++) {
      const mention = persons[next];
      if (!mention?.role) continue;
      for (const word of wordsOf(text, mention.role)
        .toLowerCase()
        .match(/\p{L}+/gu) ?? [])
        last.set(word, mention);
    }
    return last.get(role);
  };
}

function pronoun(
  text: string,
  words: string,
  at: number,
  statements: readonly StatementSuggestion[],
  persons: readonly Unmarked<MentionSuggestion>[],
): Span | undefined {
  const one = ONE.test(words);
  const body = ONE_BODY.test(words);
  if (!one && !body && !/^they$/i.test(words)) return undefined;
  for (let k = at - 1; k >= Math.max(0, at - REACH); k--) {
    const source = statements[k]?.source[0];
    if (!source || statements[k]?.act === "want") continue;
    const earlier = wordsOf(text, source);
    if (/^(?:he|she|it|they|who|which|i|we|you)$/i.test(earlier)) continue;
    const person = personIn(source, persons, firstAt(persons, source.start));
    const plural = /(?:s|people|men|women|children|police)$/i.test(
      earlier.split(/,| (?:of|from|in|at|who) /)[0] ?? "",
    );
    if (one ? person !== undefined : body ? !person && !plural : plural && !person) return source;
  }
  return undefined;
}

function surname(
  source: Span,
  persons: readonly Unmarked<MentionSuggestion>[],
  full: ReadonlyMap<number, Unmarked<MentionSuggestion>>,
): Span | undefined {
  const mention = personIn(source, persons, firstAt(persons, source.start));
  const whole = mention ? full.get(mention.entity) : undefined;
  return mention && whole && whole.start < mention.start && whole.text !== mention.text
    ? whole
    : undefined;
}
