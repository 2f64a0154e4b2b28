// Suggestions in words, in the order of the document.
import type { Told } from "./card.tsx";
import { inOrder, wordsOf } from "./marks-of.ts";
import type { Reading, StatementSuggestion } from "./spans.ts";
import type { Decisions } from "./spans.ts";
import { emptyStatement } from "./statement-draft.ts";
import type { StatementDraft } from "./statement-draft.ts";

export function toldIn(text: string, reading: Reading): readonly Told[] {
  const byId = new Map(reading.statements.map((s) => [s.id, s]));
  const who = (s: StatementSuggestion): string =>
    wordsOf(text, s.sourceOf === undefined ? s.source : [s.sourceOf]);
  const what = (s: StatementSuggestion): string => wordsOf(text, s.content);
  return inOrder(reading.statements).map((suggestion): Told => {
    const parent = suggestion.parent === undefined ? undefined : byId.get(suggestion.parent);
    const { answers } = suggestion;
    const answered = answers?.statement === undefined ? undefined : byId.get(answers.statement);
    return {
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
      ...(parent === undefined || who(parent) === "" ? {} : { inside: who(parent) }),
    };
  });
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
