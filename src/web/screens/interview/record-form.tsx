// Writes down how an interview was held. Nothing is required; the name behind a pseudonym is sealed before it is kept.
import { useState } from "react";
import type { ReactNode } from "react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { post } from "../../api/index.ts";
import type { InterviewView } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import {
  Actions,
  Button,
  Checkbox,
  ErrorNote,
  Select,
  TextArea,
  TextField,
} from "../../parts/index.ts";
import { Chooser } from "../../parts/chooser.tsx";
import { Dialog } from "../../parts/dialog.tsx";
import { findSources } from "../../parts/find.ts";
import { useMay } from "../../shell/rights.ts";
import { DateField } from "../sources/date-field.tsx";
import { languageOptions } from "../sources/kinds.ts";
import { interviewKey } from "./use-interview.ts";

export const modeOptions = () =>
  (["in-person", "phone", "video", "written"] as const).map((value) => ({
    value,
    label: t(`interview.mode.${value}`),
  }));
const formOptions = () =>
  (["verbatim", "summary"] as const).map((value) => ({
    value,
    label: t(`interview.form.${value}`),
  }));

const texts = [
  "testifier",
  "interviewer",
  "interpreter",
  "language",
  "held",
  "place",
  "mode",
  "form",
  "present",
  "questions",
  "consentNote",
] as const;
type Draft = Record<(typeof texts)[number], string>;

export function RecordForm({
  view,
  onClose,
}: {
  readonly view: InterviewView;
  readonly onClose: () => void;
}): ReactNode {
  const client = useQueryClient();
  const mayOpen = useMay()("open-sealed");
  const [draft, setDraft] = useState(
    () => Object.fromEntries(texts.map((name) => [name, view[name] ?? ""])) as Draft,
  );
  const [identity, setIdentity] = useState("");
  const [earlier, setEarlier] = useState(
    view.earlier === undefined ? null : { id: view.earlier.id, label: view.earlier.title },
  );
  const [violence, setViolence] = useState(view.sexualViolence);
  const [dateWrong, setDateWrong] = useState(false);
  const set = (name: keyof Draft) => (value: string) => setDraft({ ...draft, [name]: value });
  const saving = useMutation({
    mutationFn: async () => {
      // Only what changed goes out, so that two people who fill in different fields do not undo each other.
      const changed = texts.filter((name) => draft[name] !== (view[name] ?? ""));
      return post<InterviewView>(`/api/interviews/${encodeURIComponent(view.source)}`, {
        ...Object.fromEntries(changed.map((name) => [name, draft[name]])),
        ...(identity.trim() === "" ? {} : { identity }),
        ...(earlier?.id === view.earlier?.id ? {} : { earlier: earlier?.id ?? "" }),
        ...(violence === view.sexualViolence ? {} : { sexualViolence: violence }),
        expect: view.seq,
      });
    },
    onSuccess: (after) => {
      client.setQueryData(interviewKey(view.source), after);
      void client.invalidateQueries({ queryKey: ["source", view.source] });
      onClose();
    },
  });
  return (
    <Dialog title={t("interview.record")} isOpen onClose={onClose} wide>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!dateWrong) saving.mutate();
        }}
      >
        <TextField
          label={t("interview.testifier")}
          hint={t("interview.testifierHint")}
          value={draft.testifier}
          onChange={set("testifier")}
        />
        {mayOpen ? (
          <TextField
            label={t("interview.identity")}
            hint={view.hasIdentity ? t("interview.identityThere") : t("interview.identityHint")}
            value={identity}
            onChange={setIdentity}
          />
        ) : null}
        <div className="interview-form__pair">
          <TextField
            label={t("interview.interviewer")}
            value={draft.interviewer}
            onChange={set("interviewer")}
          />
          <TextField
            label={t("interview.interpreter")}
            value={draft.interpreter}
            onChange={set("interpreter")}
          />
          <Select
            label={t("interview.language")}
            value={draft.language}
            onChange={set("language")}
            empty={t("interview.unknown")}
            options={languageOptions(draft.language)}
          />
          <DateField
            label={t("interview.held")}
            value={draft.held}
            onChange={set("held")}
            onWrong={setDateWrong}
          />
          <Select
            label={t("interview.mode")}
            value={draft.mode}
            onChange={set("mode")}
            empty={t("interview.unknown")}
            options={modeOptions()}
          />
          <Select
            label={t("interview.form")}
            value={draft.form}
            onChange={set("form")}
            empty={t("interview.unknown")}
            options={formOptions()}
          />
          <TextField label={t("interview.place")} value={draft.place} onChange={set("place")} />
          <TextField
            label={t("interview.present")}
            value={draft.present}
            onChange={set("present")}
          />
        </div>
        <TextArea
          label={t("interview.questions")}
          value={draft.questions}
          onChange={set("questions")}
          rows={3}
        />
        <TextField
          label={t("interview.consentNote")}
          hint={t("interview.consentHint")}
          value={draft.consentNote}
          onChange={set("consentNote")}
        />
        <Chooser
          label={t("interview.earlier")}
          hint={t("interview.earlierHint")}
          kind="source"
          value={earlier}
          onChange={setEarlier}
          find={findSources}
        />
        <Checkbox
          label={t("interview.violence")}
          hint={t("interview.violenceHint")}
          checked={violence}
          onChange={setViolence}
        />
        <ErrorNote error={saving.error} />
        <Actions>
          <Button type="submit" variant="primary" isPending={saving.isPending}>
            {t("interview.save")}
          </Button>
          <Button onPress={onClose}>{t("parts.cancel")}</Button>
        </Actions>
      </form>
    </Dialog>
  );
}
