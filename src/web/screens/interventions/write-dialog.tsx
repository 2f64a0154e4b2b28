// Writing down what was done: its kind, to whom, for whom, when, and the letter itself or the source it stands in.
import { useState } from "react";
import type { ReactNode } from "react";
import { useMutation } from "@tanstack/react-query";
import { vocabularyOf } from "../../../model/index.ts";
import { post } from "../../api/index.ts";
import type { WrittenIntervention } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { termText } from "../../messages/names.ts";
import {
  Actions,
  Bidi,
  Button,
  ErrorNote,
  Select,
  TextArea,
  TextField,
  toast,
} from "../../parts/index.ts";
import { Chooser } from "../../parts/chooser.tsx";
import type { Found } from "../../parts/chooser.tsx";
import { Dialog } from "../../parts/dialog.tsx";
import { findRecords, findSources } from "../../parts/find.ts";
import { linesOf, useInterventionChanged } from "./use-interventions.ts";

const options = (vocabulary: string): { value: string; label: string }[] =>
  (vocabularyOf(vocabulary)?.terms ?? []).map(({ code }) => ({
    value: code,
    label: termText(vocabulary, code),
  }));

const empty = {
  kind: "",
  addressees: "",
  attended: "",
  text: "",
  date: "",
  due: "",
  audience: "",
};
type Draft = typeof empty;

export function WriteDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const [draft, setDraft] = useState<Draft>(empty);
  const [people, setPeople] = useState<readonly Found[]>([]);
  const [source, setSource] = useState<Found | null>(null);
  const [tried, setTried] = useState(false);
  const changed = useInterventionChanged();
  const set =
    (name: keyof Draft) =>
    (value: string): void =>
      setDraft({ ...draft, [name]: value });
  const ready = draft.kind !== "" && (draft.text.trim() !== "" || source !== null);
  const saving = useMutation({
    mutationFn: async () =>
      post<WrittenIntervention>("/api/interventions", toBody(draft, people, source)),
    onSuccess: async ({ uncovered }) => {
      await changed();
      toast({
        text:
          uncovered.length === 0
            ? t("interventions.saved")
            : t("interventions.uncovered", { count: uncovered.length }),
      });
      onClose();
    },
  });
  return (
    <Dialog title={t("interventions.new")} isOpen wide onClose={onClose}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (ready && !saving.isPending) saving.mutate();
        }}
      >
        <Select
          label={t("interventions.kind")}
          value={draft.kind}
          onChange={set("kind")}
          options={options("intervention-kind")}
          empty={t("consents.capacityPick")}
        />
        <TextArea
          label={t("interventions.addressee")}
          hint={t("interventions.addresseeHint")}
          rows={2}
          value={draft.addressees}
          onChange={set("addressees")}
        />
        {["press-conference", "rally"].includes(draft.kind) ? (
          <TextArea
            label={t("interventions.attended")}
            hint={t("interventions.attendedHint")}
            rows={3}
            value={draft.attended}
            onChange={set("attended")}
          />
        ) : null}
        <People people={people} onChange={setPeople} />
        <div className="interventions-two">
          <TextField
            label={t("interventions.sentOn")}
            hint={t("interventions.dateHint")}
            value={draft.date}
            onChange={set("date")}
            maxLength={80}
          />
          <TextField
            label={t("interventions.due")}
            hint={t("interventions.dueHint")}
            value={draft.due}
            onChange={set("due")}
            maxLength={80}
          />
        </div>
        <TextArea
          label={t("interventions.text")}
          hint={t("interventions.textHint")}
          value={draft.text}
          onChange={set("text")}
        />
        <Chooser
          label={t("interventions.file")}
          kind="sources"
          value={source}
          onChange={setSource}
          find={findSources}
        />
        <Select
          label={t("interventions.audience")}
          value={draft.audience}
          onChange={set("audience")}
          options={options("audience")}
          empty={t("interventions.audienceNone")}
        />
        {tried && !ready ? (
          <p className="field__error" role="alert">
            {t("interventions.missing")}
          </p>
        ) : null}
        <ErrorNote error={saving.error} />
        <Actions>
          <Button type="submit" variant="primary" isPending={saving.isPending}>
            {t("interventions.save")}
          </Button>
          <Button onPress={onClose}>{t("parts.cancel")}</Button>
        </Actions>
      </form>
    </Dialog>
  );
}

function People({
  people,
  onChange,
}: {
  readonly people: readonly Found[];
  readonly onChange: (people: readonly Found[]) => void;
}): ReactNode {
  return (
    <>
      <Chooser
        key={people.length}
        label={t("interventions.addPerson")}
        kind="Person"
        value={null}
        onChange={(found) => {
          if (found !== null && !people.some(({ id }) => id === found.id))
            onChange([...people, found]);
        }}
        find={findRecords("Person")}
      />
      {people.length === 0 ? null : (
        <ul className="interventions-people">
          {people.map((one) => (
            <li key={one.id}>
              <Bidi>{one.label}</Bidi>
              <Button
                small
                variant="quiet"
                label={t("interventions.remove", { name: one.label })}
                onPress={() => onChange(people.filter(({ id }) => id !== one.id))}
              >
                ×
              </Button>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function toBody(
  { kind, addressees, attended, text, date, due, audience }: Draft,
  people: readonly Found[],
  source: Found | null,
): Record<string, unknown> {
  return {
    kind,
    addressees: linesOf(addressees),
    people: people.map(({ id }) => id),
    ...(attended.trim() === "" ? {} : { attended: linesOf(attended) }),
    ...(date.trim() === "" ? {} : { date: date.trim() }),
    ...(due.trim() === ""
      ? {}
      : { due: due.trim(), zone: Intl.DateTimeFormat().resolvedOptions().timeZone }),
    ...(audience === "" ? {} : { audience }),
    ...(source === null ? { text } : { source: source.id }),
  };
}
