// A value of a source's description. Invariant: what only a rule proposes looks and reads unlike what a person accepted.
import type { ReactNode } from "react";
import type { SourceItem } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { Bidi } from "../../parts/index.ts";
import "./proposed.css";

export type ShownField = NonNullable<SourceItem["publisher"]>;

export function Proposed({
  field,
  text,
}: {
  readonly field: ShownField | undefined;
  /** The value in words where it is written otherwise, such as a date. */
  readonly text?: (value: string) => string;
}): ReactNode {
  if (field === undefined) return null;
  const shown = text === undefined ? field.value : text(field.value);
  if (field.state === "accepted") return <Bidi>{shown}</Bidi>;
  return (
    <span className="proposed" title={field.rule}>
      <Bidi className="proposed__value">{shown}</Bidi>{" "}
      <small className="proposed__word">{t("sources.proposed")}</small>
    </span>
  );
}
