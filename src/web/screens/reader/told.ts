// Statements in words, in the order of the document, a quotation right after the one it stands inside.
import type { Told } from "./items.ts";
import { inOrder, speakerOf, wholeOf, wordsOf } from "./marks-of.ts";
import type { Reading, StatementSuggestion } from "./spans.ts";
import type { Decisions } from "./spans.ts";
import { emptyStatement } from "./statement-draft.ts";
import type { StatementDraft } from "./statement-draft.ts";

export function toldIn(text: string, reading: Reading): readonly Told[] {
  const byId = new Map(reading.statements.map((s) => [s.id, s]));
  const who = (s: StatementSuggestion): string => speakerOf(text, s);
  const what = (s: StatementSuggestion): string => wordsOf(text, s.content);
  const told = inOrder(reading.statements).map((suggestion): Told => {
    const parent = suggestion.parent === undefined ? undefined : byId.get(suggestion.parent);
    const { answers } = suggestion;
    const answered = answers?.statement === undefined ? undefined : byId.get(answers.statement);
    return {
      lane: "statements",
      id: suggestion.id,
      start: wholeOf(suggestion).start,
      rule: suggestion.rule,
      sure: suggestion.band,
      offered: true,
      suggestion,
      who: who(suggestion),
      what: what(suggestion),
      addressee: suggestion.addressee === undefined ? "" : wordsOf(text, [suggestion.addressee]),
      ...(answers === undefined
        ? {}
        : {
            answers:
              answered === undefined
                ? { who: "", what: wordsOf(text, [answers.span]) }
                : { who: who(answered), what: what(answered) },
          }),
      ...(parent === undefined ? {} : { inside: { id: parent.id, who: who(parent) } }),
    };
  });
  return nested(told).flatMap(flat);
}

/** A statement with the quotations that stand inside it. */
export interface Nested {
  readonly told: Told;
  readonly children: readonly Nested[];
}

const flat = ({ told, children }: Nested): readonly Told[] => [told, ...children.flatMap(flat)];

/** Each under the one it is quoted inside, where that is among them; a circle of a damaged reading stands at the top. */
export function nested(told: readonly Told[]): readonly Nested[] {
  const byId = new Map(told.map((one) => [one.id, one]));
  const parentOf = ({ inside }: Told): Told | undefined =>
    inside === undefined ? undefined : byId.get(inside.id);
  const children = new Map<string, Told[]>();
  const top: Told[] = [];
  for (const one of told) {
    const seen = new Set([one.id]);
    let above = parentOf(one);
    while (above !== undefined && !seen.has(above.id)) {
      seen.add(above.id);
      above = parentOf(above);
    }
    const parent = above === undefined ? parentOf(one) : undefined;
    if (parent === undefined) top.push(one);
    else children.set(parent.id, [...(children.get(parent.id) ?? []), one]);
  }
  const build = (one: Told): Nested => ({
    told: one,
    children: (children.get(one.id) ?? []).map(build),
  });
  return top.map(build);
}

/** The statement that a suggestion answers, where that was accepted. */
export function answeredBy(told: Told, decisions: Decisions): string | undefined {
  const answered = told.suggestion.answers?.statement;
  const decision = answered === undefined ? undefined : decisions[answered];
  return decision?.state === "accepted" ? decision.became : undefined;
}

/** What the form holds at first. */
export function draftOf(told: Told, decisions: Decisions): StatementDraft {
  const answered = answeredBy(told, decisions);
  return {
    ...emptyStatement,
    speaker: told.who,
    stance: told.suggestion.stance,
    mode: told.suggestion.mode,
    content: told.what,
    addressee: told.addressee,
    answers:
      answered === undefined
        ? []
        : [{ id: answered, label: `${told.answers?.who ?? ""}: ${told.answers?.what ?? ""}` }],
  };
}
