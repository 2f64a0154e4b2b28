// Which record something is about: one this source already opened, one found by typing, or a new one.
import { useState } from "react";
import type { ReactNode } from "react";
import type { SourceView } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { Select, TextField } from "../../parts/index.ts";
import { Chooser } from "../../parts/chooser.tsx";
import type { Found } from "../../parts/chooser.tsx";
import { findRecords } from "../../parts/find.ts";

export interface RecordChoice {
  /** A record's id, `new`, or `find`. */
  readonly which: string;
  readonly found: Found | null;
  readonly label: string;
}

export function firstChoice(label: string): RecordChoice {
  return { which: "new", found: null, label };
}

/** The chosen record's id; null for a new one, undefined while nothing is chosen. */
export function chosenRecord({ which, found }: RecordChoice): string | null | undefined {
  if (which === "new") return null;
  return which === "find" ? found?.id : which;
}

export interface RecordPickerProps {
  readonly schema: string;
  readonly records: SourceView["records"];
  readonly choice: RecordChoice;
  readonly onChange: (choice: RecordChoice) => void;
  readonly tried: boolean;
  /** A new record's name is asked for; left out where the value itself names it. */
  readonly asksLabel: boolean;
}

export function RecordPicker({
  schema,
  records,
  choice,
  onChange,
  tried,
  asksLabel,
}: RecordPickerProps): ReactNode {
  const [touched, setTouched] = useState(false);
  const own = records.filter((record) => record.schema === schema);
  return (
    <>
      <Select
        label={t("make.record")}
        value={choice.which}
        onChange={(which) => onChange({ ...choice, which, found: null })}
        options={[
          { value: "new", label: t("make.recordNew") },
          ...own.map((record) => ({ value: record.id, label: record.label })),
          { value: "find", label: t("make.recordFound") },
        ]}
      />
      {choice.which === "find" ? (
        <Chooser
          label={t("make.recordFind")}
          kind={schema}
          value={choice.found}
          onChange={(found) => onChange({ ...choice, found })}
          find={findRecords(schema)}
          autoFocus
          {...(tried && choice.found === null ? { error: t("make.recordMissing") } : {})}
        />
      ) : null}
      {choice.which === "new" && asksLabel ? (
        <TextField
          label={t("make.label")}
          hint={t("make.labelHint")}
          value={choice.label}
          onChange={(label) => {
            setTouched(true);
            onChange({ ...choice, label });
          }}
          {...((tried || touched) && choice.label.trim() === ""
            ? { error: t("make.labelMissing") }
            : {})}
        />
      ) : null}
    </>
  );
}
