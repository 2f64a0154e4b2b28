// A choice among the terms of a vocabulary.
import type { ReactNode } from "react";
import { vocabularyOf } from "../../../model/index.ts";
import { t } from "../../messages/index.ts";
import { termText } from "../../messages/names.ts";
import { Select } from "../../parts/index.ts";

interface Props {
  readonly label: string;
  readonly vocabulary: string;
  readonly value: string;
  readonly onChange: (code: string) => void;
  readonly error?: string | undefined;
}

export function TermField({ label, vocabulary, value, onChange, error }: Props): ReactNode {
  return (
    <Select
      label={label}
      value={value}
      onChange={onChange}
      empty={t("parts.choose")}
      options={(vocabularyOf(vocabulary)?.terms ?? []).map(({ code, broader }) => ({
        value: code,
        label: termText(vocabulary, code),
        ...(broader === undefined ? {} : { group: termText(vocabulary, broader) }),
      }))}
      {...(error === undefined ? {} : { error })}
    />
  );
}
