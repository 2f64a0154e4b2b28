// Which property of a record, and what a new record is, each as one choice of a list read from the schemas.
import type { ReactNode } from "react";
import type { Property } from "../../../model/index.ts";
import { schemaOf, vocabularyOf } from "../../../model/index.ts";
import { t, tIf } from "../../messages/index.ts";
import { propertyLabel, termText } from "../../messages/names.ts";
import { Select } from "../../parts/index.ts";

export function KindField({
  schema,
  property,
  kind,
  onChange,
}: {
  readonly schema: string;
  readonly property: Property;
  readonly kind: string;
  readonly onChange: (kind: string) => void;
}): ReactNode {
  const vocabulary = property.of ?? "";
  return (
    <Select
      label={propertyLabel(schema, property.name)}
      value={kind}
      onChange={onChange}
      empty={t("make.kindNone")}
      options={(vocabularyOf(vocabulary)?.terms ?? []).map(({ code }) => ({
        value: code,
        label: termText(vocabulary, code),
      }))}
    />
  );
}

export function PropertyField({
  schema,
  name,
  missing,
  onChange,
}: {
  readonly schema: string;
  readonly name: string;
  readonly missing: boolean;
  readonly onChange: (name: string) => void;
}): ReactNode {
  return (
    <Select
      label={t("make.property")}
      value={name}
      onChange={onChange}
      empty={t("parts.choose")}
      options={(schemaOf(schema)?.properties ?? []).map((one) => ({
        value: one.name,
        label: propertyLabel(schema, one.name),
        group: tIf(`group.${one.group}`) ?? one.group,
      }))}
      {...(missing ? { error: t("make.propertyMissing") } : {})}
    />
  );
}
