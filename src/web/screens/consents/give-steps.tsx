// The steps of asking for consent.
import type { ReactNode } from "react";
import { vocabularyOf } from "../../../model/index.ts";
import type { Wording } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { termText } from "../../messages/names.ts";
import { Checkbox, Note, Radios, Select, TextArea, TextField } from "../../parts/index.ts";
import { useMay } from "../../shell/rights.ts";
import type { ConsentDraft } from "./draft.ts";

interface StepProps {
  readonly draft: ConsentDraft;
  readonly set: (more: Partial<ConsentDraft>) => void;
  readonly wording: Wording;
}

const terms = (vocabulary: string): { value: string; label: string }[] =>
  (vocabularyOf(vocabulary)?.terms ?? []).map(({ code }) => ({
    value: code,
    label: termText(vocabulary, code),
  }));

export function WhoStep({
  draft,
  set,
  wording,
  about,
}: StepProps & { readonly about: string }): ReactNode {
  const may = useMay();
  return (
    <>
      {about.startsWith("src_") ? null : (
        <Radios
          label={t("consents.capacity")}
          value={draft.capacity}
          onChange={(capacity) => set({ capacity })}
          choices={terms("consent-capacity")}
        />
      )}
      <Select
        label={t("consents.giver")}
        value={draft.giver}
        onChange={(giver) => set({ giver })}
        options={terms("consent-giver")}
        empty={t("consents.capacityPick")}
      />
      {may("open-sealed") ? (
        <TextField
          label={t("consents.giverName")}
          hint={t("consents.giverNameHint")}
          value={draft.giverName}
          onChange={(giverName) => set({ giverName })}
          maxLength={2_000}
        />
      ) : null}
      {draft.capacity === "child" ? (
        <>
          <Note>{wording.child}</Note>
          <Radios
            label={t("consents.assent")}
            value={draft.assent}
            onChange={(assent) => set({ assent })}
            choices={[
              { value: "yes", label: t("consents.assentYes") },
              { value: "too-young", label: t("consents.assentYoung") },
            ]}
          />
        </>
      ) : null}
      {draft.capacity === "detained" ? (
        <>
          <Note>{wording.detained}</Note>
          <TextArea
            label={t("consents.risk")}
            hint={t("consents.riskHint")}
            rows={3}
            value={draft.risk}
            onChange={(risk) => set({ risk })}
          />
        </>
      ) : null}
    </>
  );
}

export function ReadStep({
  set,
  wording,
  all,
}: StepProps & { readonly all: readonly Wording[] }): ReactNode {
  return (
    <>
      <p className="quiet">{t("consents.readNote")}</p>
      {all.length < 2 ? null : (
        <Select
          label={t("consents.wordingPick")}
          value={wording.id}
          onChange={(id) => set({ wording: id })}
          options={all.map(({ id, title }) => ({ value: id, label: `${id}: ${title}` }))}
        />
      )}
      <blockquote className="wording sheet" lang={wording.language} dir="auto">
        <p className="wording__title">{wording.title}</p>
        {wording.before.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </blockquote>
      {wording.reviewed ? null : <p className="quiet small">{t("consents.notReviewed")}</p>}
    </>
  );
}

export function AnswersStep({ draft, set, wording }: StepProps): ReactNode {
  const { audiences } = draft;
  return (
    <fieldset className="radios consents-answers">
      <legend className="field__label">{t("consents.answersNote")}</legend>
      {terms("audience").map(({ value, label }) => (
        <Checkbox
          key={value}
          label={<span lang={wording.language}>{wording.questions[value] ?? label}</span>}
          hint={label}
          checked={audiences.includes(value)}
          onChange={(on) =>
            set({
              audiences: on ? [...audiences, value] : audiences.filter((other) => other !== value),
            })
          }
        />
      ))}
    </fieldset>
  );
}

export function LastStep({ draft, set, wording }: StepProps): ReactNode {
  return (
    <>
      <blockquote className="wording sheet" lang={wording.language} dir="auto">
        {wording.after.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
      </blockquote>
      <div className="consents-two">
        <TextField
          label={t("consents.until_")}
          hint={t("consents.untilHint")}
          type="date"
          value={draft.until}
          onChange={(until) => set({ until })}
        />
        <TextField
          label={t("consents.review")}
          type="date"
          value={draft.review}
          onChange={(review) => set({ review })}
        />
        <Select
          label={t("consents.mode")}
          value={draft.mode}
          onChange={(mode) => set({ mode })}
          options={terms("consent-mode")}
        />
        <TextField
          label={t("consents.language")}
          value={draft.language}
          onChange={(language) => set({ language })}
          maxLength={16}
        />
        <TextField
          label={t("consents.interpreter")}
          value={draft.interpreter}
          onChange={(interpreter) => set({ interpreter })}
          maxLength={2_000}
        />
        <TextField
          label={t("consents.taker")}
          value={draft.taker}
          onChange={(taker) => set({ taker })}
          maxLength={2_000}
        />
      </div>
      <TextArea
        label={t("consents.note")}
        rows={2}
        value={draft.note}
        onChange={(note) => set({ note })}
      />
    </>
  );
}
