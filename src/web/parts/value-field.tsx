// The input for one property's value, by its type. Words go to the server as they are typed; it parses dates, numbers and
// names by the property's type, and keeps the words beside what it understood.
import type { ReactNode } from "react";
import type { Property } from "../../model/index.ts";
import { vocabularyOf } from "../../model/index.ts";
import { t } from "../messages/index.ts";
import { termText } from "../messages/names.ts";
import { Chooser } from "./chooser.tsx";
import type { Found } from "./chooser.tsx";
import { TextArea, TextField } from "./field.tsx";
import { findRecords } from "./find.ts";
import { Select } from "./select.tsx";

/** What a person has entered so far; `toInput` makes of it what the server takes. */
export interface ValueDraft {
  readonly words: string;
  readonly ref: Found | null;
}

export const emptyDraft: ValueDraft = { words: "", ref: null };

export type ValueInput = { readonly words: string } | { readonly value: unknown };

/** The entered value as the server takes it, or null while nothing is entered. */
export function toInput(property: Property, draft: ValueDraft): ValueInput | null {
  if (property.type === "ref")
    return draft.ref === null ? null : { value: { kind: "ref", record: draft.ref.id } };
  const words = draft.words.trim();
  if (words === "") return null;
  if (property.type === "code" && property.of !== undefined)
    return { value: { kind: "code", vocabulary: property.of, code: words } };
  return { words };
}

interface ValueFieldProps {
  readonly label: string;
  readonly property: Property;
  readonly draft: ValueDraft;
  readonly onChange: (draft: ValueDraft) => void;
  readonly error?: string | undefined;
}

/** The hint of the schema where it has one, else how this type is written. */
function hintOf(property: Property): string | undefined {
  if (property.sealed === true) return t("value.sealed");
  if (property.type === "date") return t("value.date");
  if (property.hint !== undefined) return property.hint;
  const { type } = property;
  if (type === "age" || type === "number" || type === "name" || type === "place")
    return t(`value.${type}`);
  return undefined;
}

export function ValueField({
  label,
  property,
  draft,
  onChange,
  error,
}: ValueFieldProps): ReactNode {
  const hint = hintOf(property);
  const frame = {
    label,
    ...(hint === undefined ? {} : { hint }),
    ...(error === undefined ? {} : { error }),
  };
  const words = (text: string): void => onChange({ ...draft, words: text });
  if (property.type === "ref") {
    const schema = property.of ?? "Person";
    return (
      <Chooser
        {...frame}
        kind={schema}
        value={draft.ref}
        onChange={(ref) => onChange({ ...draft, ref })}
        find={findRecords(schema)}
      />
    );
  }
  const vocabulary =
    property.type === "code" && property.of !== undefined ? vocabularyOf(property.of) : undefined;
  if (vocabulary !== undefined) {
    const options = vocabulary.terms.map((term) => ({
      value: term.code,
      label: termText(vocabulary.name, term.code),
      ...(term.broader === undefined ? {} : { group: termText(vocabulary.name, term.broader) }),
    }));
    return (
      <Select
        {...frame}
        value={draft.words}
        onChange={words}
        options={options}
        empty={t("parts.choose")}
      />
    );
  }
  if (property.type === "text" && property.sealed !== true)
    return <TextArea {...frame} value={draft.words} onChange={words} rows={2} />;
  return <TextField {...frame} value={draft.words} onChange={words} />;
}
