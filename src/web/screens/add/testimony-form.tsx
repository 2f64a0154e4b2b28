// A testimony written down by hand: what was said, by whom, to whom, about whom.
import { useState } from "react";
import type { ReactNode } from "react";
import { vocabularyOf } from "../../../model/index.ts";
import { t } from "../../messages/index.ts";
import { post } from "../../api/index.ts";
import { termText } from "../../messages/names.ts";
import {
  Actions,
  Button,
  Checkbox,
  ErrorNote,
  Icon,
  Select,
  TextArea,
  TextField,
} from "../../parts/index.ts";
import { useMay } from "../../shell/rights.ts";
import { modeOptions } from "../interview/record-form.tsx";
import { DateField } from "../sources/date-field.tsx";
import { focusFirstWrong } from "../sources/first-wrong.ts";
import { languageOptions } from "../sources/kinds.ts";
import type { PersonLine, TestimonyDraft } from "./drafts.ts";
import { emptyTestimony, interviewOf, testimonyBody, useDraft } from "./drafts.ts";
import { useLeaveGuard } from "./leave-guard.tsx";
import { SameNote, useAddText } from "./text-form.tsx";

export function TestimonyForm(): ReactNode {
  const [draft, setDraft, clear] = useDraft("testimony", emptyTestimony);
  const [tried, setTried] = useState(false);
  const [dateWrong, setDateWrong] = useState(false);
  const { adding, same } = useAddText("/api/sources/testimony", clear, async (source) => {
    const told = interviewOf(draft);
    if (told !== null) await post(`/api/interviews/${encodeURIComponent(source)}`, told);
  });
  const guard = useLeaveGuard(draft.text.trim() !== "" && !adding.isSuccess, t("add.leaveDraft"));
  const set = (key: Exclude<keyof typeof draft, "people" | "sexualViolence">) => (value: string) =>
    setDraft({ ...draft, [key]: value });
  const missing = draft.text.trim() === "";
  return (
    <form
      className="stack add__form"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (!missing && !dateWrong) adding.mutate(testimonyBody(draft));
        else focusFirstWrong(event.currentTarget);
      }}
    >
      {guard}
      <TextArea
        label={t("add.testimonyField")}
        hint={t("add.testimonyHint")}
        value={draft.text}
        onChange={set("text")}
        rows={12}
        {...(tried && missing ? { error: t("add.textMissing") } : {})}
      />
      <div className="add__pair">
        <TextField
          label={t("add.testifier")}
          hint={t("add.testifierHint")}
          value={draft.testifier}
          onChange={set("testifier")}
        />
        <Select
          label={t("add.knows")}
          hint={" "}
          value={draft.knows}
          onChange={set("knows")}
          empty={t("add.knowsNone")}
          options={(vocabularyOf("knows")?.terms ?? []).map(({ code }) => ({
            value: code,
            label: termText("knows", code),
          }))}
        />
      </div>
      <People people={draft.people} onChange={(people) => setDraft({ ...draft, people })} />
      <div className="add__pair">
        <DateField
          label={t("add.given")}
          value={draft.given}
          onChange={set("given")}
          onWrong={setDateWrong}
        />
        <Select
          label={t("add.language")}
          hint={" "}
          value={draft.language}
          onChange={set("language")}
          empty={t("add.languageGuess")}
          options={languageOptions()}
        />
      </div>
      <div className="add__pair">
        <TextField
          label={t("add.interviewer")}
          value={draft.interviewer}
          onChange={set("interviewer")}
        />
        <TextField
          label={t("add.interpreter")}
          value={draft.interpreter}
          onChange={set("interpreter")}
        />
      </div>
      <HowHeld draft={draft} onChange={setDraft} />
      <TextField
        label={t("add.titleField")}
        hint={t("add.titleHint")}
        value={draft.title}
        onChange={set("title")}
      />
      <SameNote id={same} />
      <ErrorNote error={adding.error} />
      <Actions>
        <Button type="submit" variant="primary" isPending={adding.isPending}>
          {t("add.saveTestimony")}
        </Button>
      </Actions>
      <p className="quiet small">{t("add.notKept")}</p>
    </form>
  );
}

/** What an interview has beside its words; who spoke stands above as a pseudonym. */
function HowHeld({
  draft,
  onChange,
}: {
  readonly draft: TestimonyDraft;
  readonly onChange: (draft: TestimonyDraft) => void;
}): ReactNode {
  const may = useMay();
  return (
    <>
      {may("open-sealed") ? (
        <TextField
          label={t("interview.identity")}
          hint={t("interview.identityHint")}
          value={draft.identity}
          onChange={(identity) => onChange({ ...draft, identity })}
        />
      ) : null}
      <div className="add__pair">
        <Select
          label={t("interview.mode")}
          value={draft.mode}
          onChange={(mode) => onChange({ ...draft, mode })}
          empty={t("interview.unknown")}
          options={modeOptions()}
        />
        <TextField
          label={t("interview.place")}
          value={draft.place}
          onChange={(place) => onChange({ ...draft, place })}
        />
      </div>
      <Checkbox
        label={t("interview.violence")}
        hint={t("interview.violenceHint")}
        checked={draft.sexualViolence}
        onChange={(sexualViolence) => onChange({ ...draft, sexualViolence })}
      />
    </>
  );
}

function People({
  people,
  onChange,
}: {
  readonly people: readonly PersonLine[];
  readonly onChange: (people: readonly PersonLine[]) => void;
}): ReactNode {
  const change = (key: number, by: Partial<PersonLine>): void =>
    onChange(people.map((one) => (one.key === key ? { ...one, ...by } : one)));
  return (
    <fieldset className="fieldset stack">
      <legend className="field__label">{t("add.people")}</legend>
      {people.map((one) => (
        <div key={one.key} className="add__person">
          <TextField
            label={t("add.personName")}
            value={one.name}
            onChange={(name) => change(one.key, { name })}
            autoFocus={one.key > 0 && one.name === ""}
          />
          <TextField
            label={t("add.personRelation")}
            placeholder={t("add.personRelationHint")}
            value={one.relation}
            onChange={(relation) => change(one.key, { relation })}
          />
          {people.length < 2 ? null : (
            <Button
              variant="quiet"
              label={`${t("add.personRemove")}${one.name === "" ? "" : `: ${one.name}`}`}
              onPress={() => onChange(people.filter(({ key }) => key !== one.key))}
            >
              <Icon name="close" />
            </Button>
          )}
        </div>
      ))}
      <div>
        <Button
          small
          onPress={() =>
            onChange([
              ...people,
              { key: Math.max(0, ...people.map(({ key }) => key)) + 1, name: "", relation: "" },
            ])
          }
        >
          <Icon name="plus" />
          {t("add.personAdd")}
        </Button>
      </div>
    </fieldset>
  );
}
