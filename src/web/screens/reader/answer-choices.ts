// What a suggested denial may answer and whom it may be about, as things to tick.
// Invariant: only what the reading itself takes it to answer is ticked from the start; everything else a person ticks.
import type { AnswerProposals } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import type { Found } from "../../parts/chooser.tsx";
import type { Told } from "./items.ts";
import type { Decisions } from "./spans.ts";
import type { StatementDraft } from "./statement-draft.ts";
import { answeredBy } from "./told.ts";

export interface AnswerChoice {
  readonly id: string;
  readonly kind: "allegation" | "statement" | "question" | "person";
  /** Whose words they are, where they are somebody's. */
  readonly who: string;
  readonly label: string;
  /** Why it is here. */
  readonly why: string;
}

const against = new Set(["denies", "reframes", "declines"]);

/** Whether it speaks against something, so that it may be asked what it answers. */
export function isAnswer({ suggestion }: Told): boolean {
  return against.has(suggestion.stance);
}

/** The allegation of the same text first, as soon as that is a statement; then what was found in the vault. */
export function choicesOf(
  told: Told,
  decisions: Decisions,
  proposals: AnswerProposals | undefined,
): readonly AnswerChoice[] {
  const answered = answeredBy(told, decisions);
  const allegation: readonly AnswerChoice[] =
    answered === undefined
      ? []
      : [
          {
            id: answered,
            kind: "allegation",
            who: told.answers?.who ?? "",
            label: told.answers?.what ?? "",
            why: t("answers.whyText"),
          },
        ];
  const { statements = [], questions = [], people = [] } = proposals ?? {};
  return [
    ...allegation,
    ...statements
      .filter(({ id }) => id !== answered)
      .map(({ id, speaker, content, sourceTitle, why }): AnswerChoice => {
        const reason = `${whyText(why)} ${t("answers.from", { source: sourceTitle })}`;
        return { id, kind: "statement", who: speaker, label: content, why: reason };
      }),
    ...questions.map(({ id, label, why }): AnswerChoice => {
      const reason = `${t("answers.question")} ${whyText(why)}`;
      return { id, kind: "question", who: "", label, why: reason };
    }),
    ...people.map(({ record, label, words }): AnswerChoice => {
      const reason = t("answers.whyPerson", { words });
      return { id: record, kind: "person", who: "", label, why: reason };
    }),
  ];
}

function whyText(why: AnswerProposals["questions"][number]["why"]): string {
  if (why.kind === "answered") return t("answers.whyAnswered");
  return why.kind === "names"
    ? t("answers.whyNames", { person: why.person })
    : t("answers.whyWords", { words: why.words.slice(0, 6).join(", ") });
}

/** What a person ticked or took the tick from, by the choice's id. */
export type Ticks = Readonly<Record<string, boolean>>;

export function tickedOf(choices: readonly AnswerChoice[], ticks: Ticks): readonly AnswerChoice[] {
  return choices.filter(({ id, kind }) => ticks[id] ?? kind === "allegation");
}

/** As the server takes it: people are those it is about, everything else is answered. */
export function attachedBy(ticked: readonly AnswerChoice[]): {
  readonly answers?: readonly string[];
  readonly targets?: readonly { readonly record: string }[];
} {
  const answers = ticked.flatMap(({ kind, id }) => (kind === "person" ? [] : [id]));
  const targets = ticked.flatMap(({ kind, id }) => (kind === "person" ? [{ record: id }] : []));
  return {
    ...(answers.length === 0 ? {} : { answers }),
    ...(targets.length === 0 ? {} : { targets }),
  };
}

function foundOf({ id, who, label }: AnswerChoice): Found {
  return { id, label: who === "" ? label : `${who}: ${label}` };
}

/** The form with one choice put on or taken off. */
export function withChoice(
  draft: StatementDraft,
  choice: AnswerChoice,
  isOn: boolean,
): StatementDraft {
  const key = choice.kind === "person" ? "targets" : "answers";
  const rest = draft[key].filter(({ id }) => id !== choice.id);
  return { ...draft, [key]: isOn ? [...rest, foundOf(choice)] : rest };
}

/** The form with these on and no other of the choices. */
export function withTicked(
  draft: StatementDraft,
  choices: readonly AnswerChoice[],
  ticked: readonly AnswerChoice[],
): StatementDraft {
  return choices.reduce((now, one) => withChoice(now, one, ticked.includes(one)), draft);
}
