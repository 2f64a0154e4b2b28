// How the table is written: letters, separator, sheet, where the headings stand. Guessed, and open to correction.
import { useState } from "react";
import type { ReactNode } from "react";
import type { TableLook } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { Select, TextField } from "../../parts/index.ts";
import type { Writing } from "./use-look.ts";

const encodings = [
  "utf-8",
  "utf-16le",
  "utf-16be",
  "gb18030",
  "big5",
  "windows-1251",
  "koi8-r",
  "cp866",
  "iso-8859-5",
  "windows-1256",
  "windows-1254",
  "windows-1252",
];
const delimiters = [
  [",", "table.delimiterComma"],
  [";", "table.delimiterSemicolon"],
  ["\t", "table.delimiterTab"],
  ["|", "table.delimiterPipe"],
] as const;

export function WritingFields({
  look,
  writing,
  onChange,
}: {
  readonly look: TableLook;
  readonly writing: Writing;
  readonly onChange: (writing: Writing) => void;
}): ReactNode {
  const [row, setRow] = useState(String(writing.headerRow ?? look.mapping.headerRow ?? 1));
  const known = encodings.find((one) => one.toLowerCase() === look.encoding.toLowerCase());
  const goTo = (typed: string): void => {
    setRow(typed);
    const headerRow = Number(typed);
    if (Number.isInteger(headerRow) && headerRow >= 1 && headerRow <= 1_000)
      onChange({ ...writing, headerRow });
  };
  return (
    <div className="table-fields">
      {look.delimiter === null ? null : (
        <>
          <Select
            label={t("table.encoding")}
            value={known ?? look.encoding}
            onChange={(encoding) => onChange({ ...writing, encoding })}
            options={(known === undefined ? [look.encoding, ...encodings] : encodings).map(
              (value) => ({
                value,
                label: value,
              }),
            )}
          />
          <Select
            label={t("table.delimiter")}
            value={look.delimiter}
            onChange={(delimiter) => onChange({ ...writing, delimiter })}
            options={delimiters.map(([value, label]) => ({ value, label: t(label) }))}
          />
        </>
      )}
      {look.sheets.length > 1 ? (
        <Select
          label={t("table.sheet")}
          value={writing.sheet ?? look.mapping.sheet ?? look.sheets[0] ?? ""}
          onChange={(sheet) => onChange({ ...writing, sheet })}
          options={look.sheets.map((value) => ({ value, label: value }))}
        />
      ) : null}
      <TextField label={t("table.headerRow")} inputMode="numeric" value={row} onChange={goTo} />
    </div>
  );
}
