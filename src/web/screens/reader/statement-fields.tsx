// The fields of a statement: who, what they do with it, what is said, about whom, answering what.
import type { ReactNode } from "react";
import { vocabularyOf } from "../../../model/index.ts";
import { t } from "../../messages/index.ts";
import { termText } from "../../messages/names.ts";
import { Radios, Select, TextArea, TextField } from "../../parts/index.ts";
import { Chooser } from "../../parts/chooser.tsx";
import type { Found } from "../../parts/chooser.tsx";
import { findPeople, findRecords } from "../../parts/find.ts";
import { DateField } from "../sources/date-field.tsx";
import { Many } from "./many.tsx";
import type { StatementDraft } from "./statement-draft.ts";

const findStatements = findRecords("Statement");
const findQuestions = findRecords("Question");

/** Statements and questions, as both can be answered. */
async function findAnswered(q: string, signal: AbortSignal): Promise<readonly Found[]> {
  const [questions, statements] = await Promise.all([
    findQuestions(q, signal),
    findStatements(q, signal),
  ]);
  return [
    ...questions.slice(0, 5).map((one) => ({ ...one, detail: t("answers.question") })),
    ...statements,
  ].slice(0, 12);
}

export interface StatementFieldsProps {
  readonly source: string;
  readonly draft: StatementDraft;
  readonly onChange: (draft: StatementDraft) => void;
  readonly contentError: boolean;
  /** The text lost the speaker, and nobody said yet who it is. */
  readonly speakerError?: boolean;
  /** Right below the speaker: a way to leave them open. */
  readonly leaveOpen?: ReactNode;
  /** Above those it is about and what it answers: what was found for both. */
  readonly choices?: ReactNode;
  readonly autoFocus?: boolean;
}

export function StatementFields({
  source,
  draft,
  onChange,
  contentError,
  speakerError = false,
  leaveOpen,
  choices,
  autoFocus = false,
}: StatementFieldsProps): ReactNode {
  const set = <K extends keyof StatementDraft>(key: K, value: StatementDraft[K]): void =>
    onChange({ ...draft, [key]: value });
  return (
    <>
      <TextField
        label={t("statement.speaker")}
        value={draft.speaker}
        onChange={(value) => set("speaker", value)}
        autoFocus={autoFocus}
        {...(speakerError ? { error: t("statement.speakerMissing") } : {})}
      />
      {leaveOpen}
      <Select
        label={t("statement.stance")}
        value={draft.stance}
        onChange={(value) => set("stance", value)}
        options={(vocabularyOf("stance")?.terms ?? []).map(({ code }) => ({
          value: code,
          label: termText("stance", code),
        }))}
      />
      <TextArea
        label={t("statement.content")}
        value={draft.content}
        onChange={(value) => set("content", value)}
        rows={3}
        {...(contentError ? { error: t("statement.contentMissing") } : {})}
      />
      <Radios
        label={t("statement.mode")}
        value={draft.mode}
        onChange={(value) => set("mode", value)}
        choices={(vocabularyOf("quotation-mode")?.terms ?? []).map(({ code }) => ({
          value: code,
          label: termText("quotation-mode", code),
        }))}
      />
      {choices}
      <Many
        label={t("statement.about")}
        hint={t("statement.aboutHint")}
        schema="Person"
        chosen={draft.targets}
        onChange={(value) => set("targets", value)}
        newFrom={source}
      />
      <Many
        label={t("statement.answers")}
        hint={t("statement.answersHint")}
        schema="Statement or Question"
        find={findAnswered}
        chosen={draft.answers}
        onChange={(value) => set("answers", value)}
      />
      <Chooser
        label={t("statement.speakerRecord")}
        kind="Person"
        value={draft.speakerRecord}
        onChange={(value) => set("speakerRecord", value)}
        find={findPeople}
      />
      <TextField
        label={t("statement.addressee")}
        value={draft.addressee}
        onChange={(value) => set("addressee", value)}
      />
      <DateField
        label={t("statement.said")}
        value={draft.said}
        onChange={(value) => set("said", value)}
      />
    </>
  );
}
