// The part of the episode's form about one act: what was done, how, by whom and with which part in it.
import type { ReactNode } from "react";
import { t } from "../../messages/index.ts";
import { Button, TextArea, TextField } from "../../parts/index.ts";
import { DateField } from "./date-field.tsx";
import { newPerpetrator } from "./episode-draft.ts";
import type { ActDraft, PerpetratorDraft } from "./episode-draft.ts";
import { TermField } from "./term-field.tsx";

interface Props {
  readonly act: ActDraft;
  readonly n: number;
  readonly tried: boolean;
  readonly onChange: (act: ActDraft) => void;
  readonly onRemove: () => void;
}

export function ActFields({ act, n, tried, onChange, onRemove }: Props): ReactNode {
  const set = (change: Partial<ActDraft>): void => onChange({ ...act, ...change });
  const setOne = (key: number, change: Partial<PerpetratorDraft>): void =>
    set({
      perpetrators: act.perpetrators.map((one) => (one.key === key ? { ...one, ...change } : one)),
    });
  return (
    <fieldset className="episode-form__group">
      <legend>{t("episode.act", { n })}</legend>
      <div className="episode-form__pair">
        <TermField
          label={t("episode.actType")}
          vocabulary="act-type"
          value={act.type}
          onChange={(type) => set({ type })}
          error={tried && act.type === "" ? t("episode.missingAct") : undefined}
        />
        <TermField
          label={t("episode.method")}
          vocabulary="method"
          value={act.method}
          onChange={(method) => set({ method })}
        />
        <DateField
          label={t("episode.actDate")}
          value={act.date}
          onChange={(date) => set({ date })}
        />
      </div>
      <TextArea
        label={t("episode.actQuote")}
        value={act.quote}
        onChange={(quote) => set({ quote })}
        rows={2}
      />
      {act.perpetrators.map((one) => (
        <div key={one.key} className="episode-form__pair">
          <TextField
            label={t("episode.perpetrator")}
            value={one.name}
            onChange={(name) => setOne(one.key, { name })}
          />
          <TermField
            label={t("episode.perpetratorKind")}
            vocabulary="holder-kind"
            value={one.kind}
            onChange={(kind) => setOne(one.key, { kind })}
          />
          <TermField
            label={t("episode.degree")}
            vocabulary="involvement"
            value={one.degree}
            onChange={(degree) => setOne(one.key, { degree })}
          />
        </div>
      ))}
      <div className="actions">
        <Button
          small
          onPress={() => set({ perpetrators: [...act.perpetrators, newPerpetrator()] })}
        >
          {t("episode.addPerpetrator")}
        </Button>
        <Button small variant="quiet" onPress={onRemove}>
          {t("episode.remove")}
        </Button>
      </div>
    </fieldset>
  );
}
