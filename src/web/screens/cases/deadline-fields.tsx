// What a deadline is made of: what happens, the day and hour on the clocks of the place, and when to be reminded.
import { useId } from "react";
import type { ReactNode } from "react";
import { t } from "../../messages/index.ts";
import { Checkbox, Field, Select, TextField } from "../../parts/index.ts";
import { hasReminder, reminderDays, withReminder } from "./deadline-draft.ts";
import type { DeadlineDraft } from "./deadline-draft.ts";
import { termOptions } from "./filter.tsx";

interface FieldsProps {
  readonly draft: DeadlineDraft;
  readonly onChange: (draft: DeadlineDraft) => void;
  /** Proposed first: the zones of the proceedings' countries. */
  readonly zones: readonly string[];
}

export function DeadlineFields({ draft, onChange, zones }: FieldsProps): ReactNode {
  const set = (change: Partial<DeadlineDraft>): void => onChange({ ...draft, ...change });
  return (
    <>
      <Select
        label={t("case.deadlineKind")}
        value={draft.kind}
        onChange={(kind) => set({ kind })}
        options={termOptions("deadline-kind")}
        empty={t("parts.choose")}
      />
      <TextField
        label={t("case.deadlineTitle")}
        value={draft.title}
        onChange={(title) => set({ title })}
      />
      <div className="case-form__pair">
        <TextField
          label={t("case.day")}
          type="date"
          value={draft.day}
          onChange={(day) => set({ day })}
          dir="ltr"
        />
        <TextField
          label={t("case.time")}
          type="time"
          value={draft.time}
          onChange={(time) => set({ time })}
          dir="ltr"
        />
      </div>
      <ZoneField value={draft.zone} zones={zones} onChange={(zone) => set({ zone })} />
      <fieldset className="fieldset case-reminders">
        <legend className="field__label">{t("case.reminders")}</legend>
        {reminderDays.map((days) => (
          <Checkbox
            key={days}
            label={t("case.reminder", { count: days })}
            checked={hasReminder(draft, days)}
            onChange={(on) => onChange(withReminder(draft, days, on))}
          />
        ))}
      </fieldset>
    </>
  );
}

function ZoneField({
  value,
  zones,
  onChange,
}: {
  readonly value: string;
  readonly zones: readonly string[];
  readonly onChange: (zone: string) => void;
}): ReactNode {
  const list = useId();
  const known = [...new Set([...zones, ...Intl.supportedValuesOf("timeZone")])];
  return (
    <Field label={t("case.zone")} hint={t("case.zoneHint")}>
      {(ids) => (
        <>
          <input
            {...ids}
            className="input"
            list={list}
            dir="ltr"
            autoComplete="off"
            spellCheck={false}
            value={value}
            onChange={(event) => onChange(event.target.value)}
          />
          <datalist id={list}>
            {known.map((zone) => (
              <option key={zone} value={zone}>
                {zone}
              </option>
            ))}
          </datalist>
        </>
      )}
    </Field>
  );
}
