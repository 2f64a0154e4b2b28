// Who says a claim, how they know it, and when it was said.
import type { ReactNode } from "react";
import { vocabularyOf } from "../../../model/index.ts";
import { t } from "../../messages/index.ts";
import { termText } from "../../messages/names.ts";
import { Select } from "../../parts/index.ts";
import { DateField } from "../sources/date-field.tsx";
import type { MakeFormProps } from "./make-parts.ts";
import { wholeOf, wordsOf } from "./marks-of.ts";
import type { Span } from "./spans.ts";

/** Statements already accepted from this source; the one around the passage comes first. */
export function speakersOf({
  text,
  reading,
  decisions,
  span,
}: Pick<MakeFormProps, "text" | "reading" | "decisions"> & { readonly span: Span }) {
  return (reading?.statements ?? [])
    .flatMap((s) => {
      const became = decisions[s.id]?.state === "accepted" ? decisions[s.id]?.became : undefined;
      if (became === undefined) return [];
      const { start, end } = wholeOf(s);
      const around = start <= span.start && end >= span.end;
      return [
        { value: became, label: `${wordsOf(text, s.source)}: ${wordsOf(text, s.content)}`, around },
      ];
    })
    .toSorted((a, b) => Number(b.around) - Number(a.around));
}

const cut = (label: string): string => (label.length > 90 ? `${label.slice(0, 90)}…` : label);

/** Which of them says something; none is the source's own voice. */
export function ThroughField({
  speakers,
  value,
  onChange,
}: {
  readonly speakers: ReturnType<typeof speakersOf>;
  readonly value: string;
  readonly onChange: (through: string) => void;
}): ReactNode {
  return speakers.length === 0 ? null : (
    <Select
      label={t("make.through")}
      value={value}
      onChange={onChange}
      empty={t("make.throughNone")}
      options={speakers.map((one) => ({ value: one.value, label: cut(one.label) }))}
    />
  );
}

export interface How {
  /** The statement through which it was said; empty is the source's own voice. */
  readonly through: string;
  readonly knows: string;
  readonly said: string;
}

export function HowSaid({
  speakers,
  how,
  onChange,
}: {
  readonly speakers: ReturnType<typeof speakersOf>;
  readonly how: How;
  readonly onChange: (how: How) => void;
}): ReactNode {
  return (
    <>
      <ThroughField
        speakers={speakers}
        value={how.through}
        onChange={(through) => onChange({ ...how, through })}
      />
      <div className="reader-pair">
        <Select
          label={t("make.knows")}
          value={how.knows}
          onChange={(knows) => onChange({ ...how, knows })}
          empty={t("parts.choose")}
          options={(vocabularyOf("knows")?.terms ?? []).map(({ code }) => ({
            value: code,
            label: termText("knows", code),
          }))}
        />
        <DateField
          label={t("make.said")}
          value={how.said}
          onChange={(said) => onChange({ ...how, said })}
        />
      </div>
    </>
  );
}
