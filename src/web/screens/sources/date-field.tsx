// A date as people write it, read at once, so that they see what was understood before they save.
// Invariant: what is handed on is EDTF; words that were not understood hand on nothing.
import { useState } from "react";
import type { ReactNode } from "react";
import { formatDate, parseDate, readDate } from "../../../model/index.ts";
import { t } from "../../messages/index.ts";
import { Radios, TextField } from "../../parts/index.ts";

/** The readings of some words, the likeliest first; empty where nothing is understood. */
function readings(words: string): readonly string[] {
  const typed = words.trim();
  if (typed === "") return [];
  return parseDate(typed) === null ? readDate(typed).map((found) => found.edtf) : [typed];
}

export interface DateFieldProps {
  readonly label: string;
  /** EDTF, or empty. */
  readonly value: string;
  readonly onChange: (edtf: string) => void;
  /** Tells whether something is typed that is no date, so that a form can stop. */
  readonly onWrong?: (wrong: boolean) => void;
}

export function DateField({ label, value, onChange, onWrong }: DateFieldProps): ReactNode {
  const [words, setWords] = useState(value === "" ? "" : formatDate(value));
  const found = readings(words);
  const wrong = words.trim() !== "" && found.length === 0 && value === "";
  const type = (next: string): void => {
    setWords(next);
    const [best] = readings(next);
    onChange(best ?? "");
    onWrong?.(next.trim() !== "" && best === undefined);
  };
  return (
    <div className="stack">
      <TextField
        label={label}
        hint={
          value !== "" && formatDate(value) !== words
            ? t("date.readsAs", { text: formatDate(value) })
            : t("date.hint")
        }
        value={words}
        onChange={type}
        {...(wrong ? { error: t("date.wrong") } : {})}
      />
      {found.length < 2 ? null : (
        <Radios
          label={t("date.which")}
          value={value}
          onChange={onChange}
          choices={found.map((edtf) => ({ value: edtf, label: formatDate(edtf) }))}
        />
      )}
    </div>
  );
}
