// A date in plain words, with what it is understood as shown back at once.
import { useId } from "react";
import type { ReactNode } from "react";
import { formatDate, parseCell } from "../../../model/index.ts";
import type { Property } from "../../../model/index.ts";
import { t } from "../../messages/index.ts";
import { TextField } from "../../parts/index.ts";

const date: Property = { name: "date", label: "", type: "date", group: "when" };

/** What the words mean, as the server will read them: EDTF and plain English; null where they are no date. */
export function understood(words: string): { readonly edtf: string; readonly text: string } | null {
  const value = parseCell(date, words);
  return "kind" in value && value.kind === "date"
    ? { edtf: value.edtf, text: formatDate(value.edtf) }
    : null;
}

export function DateField({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (words: string) => void;
}): ReactNode {
  const note = useId();
  const meaning = value.trim() === "" ? undefined : understood(value);
  return (
    <div>
      <TextField label={label} value={value} onChange={onChange} />
      <p
        id={note}
        className={`episode-form__meaning${meaning === null ? " episode-form__meaning--no" : ""}`}
        aria-live="polite"
      >
        {meaning === undefined
          ? t("value.date")
          : meaning === null
            ? t("episode.notUnderstood")
            : t("episode.understood", meaning)}
      </p>
    </div>
  );
}
