// A figure as a person reads it: how many, counted as what, of whom, where, as of when, given by whom.
import { useState } from "react";
import type { ReactNode } from "react";
import { vocabularyOf } from "../../../model/index.ts";
import { t } from "../../messages/index.ts";
import { propertyLabel, termText } from "../../messages/names.ts";
import { Select, TextField } from "../../parts/index.ts";
import { DateField } from "../sources/date-field.tsx";
import { EditForm } from "./edit-form.tsx";
import { endsStand, figureRecord, hedges, numberIn } from "./figure-value.ts";
import type { FigureDraft } from "./figure-value.ts";
import type { speakersOf } from "./how-said.tsx";
import { ThroughField } from "./how-said.tsx";
import type { FigureItem } from "./items.ts";
import type { AcceptInput } from "./use-decide.ts";

export interface FigureFormProps {
  readonly text: string;
  readonly item: FigureItem;
  readonly suggested: FigureDraft;
  readonly speakers: ReturnType<typeof speakersOf>;
  readonly onAccept: (as: AcceptInput) => Promise<void>;
  readonly onClose: () => void;
}

export function FigureForm(props: FigureFormProps): ReactNode {
  const { text, item, speakers } = props;
  const [draft, setDraft] = useState(props.suggested);
  const [tried, setTried] = useState(false);
  const [wrongDate, setWrongDate] = useState(false);
  const set = <K extends keyof FigureDraft>(key: K, value: FigureDraft[K]): void =>
    setDraft({ ...draft, [key]: value });
  const numberError = (key: "low" | "high"): { error?: string } => {
    if (numberIn(draft[key]) === null) return { error: t("reader.figure.numberWrong") };
    return tried && key === "high" && !endsStand(draft)
      ? { error: t("reader.figure.endsWrong") }
      : {};
  };
  const label = (property: string): string => propertyLabel("Figure", property);
  return (
    <EditForm
      ready={endsStand(draft) && !wrongDate}
      onTried={() => setTried(true)}
      onAccept={async () => props.onAccept(figureRecord(text, item, draft))}
      onClose={props.onClose}
    >
      <div className="reader-pair">
        <TextField
          label={t("reader.figure.low")}
          value={draft.low}
          onChange={(value) => set("low", value)}
          autoFocus
          {...numberError("low")}
        />
        <TextField
          label={t("reader.figure.high")}
          hint={t("reader.figure.endsHint")}
          value={draft.high}
          onChange={(value) => set("high", value)}
          {...numberError("high")}
        />
        <Select
          label={t("reader.figure.hedge")}
          value={draft.hedge}
          onChange={(value) => set("hedge", value)}
          empty={t("reader.figure.exact")}
          options={hedges.map((hedge) => ({ value: hedge, label: hedge }))}
        />
        <Select
          label={label("unit")}
          value={draft.unit}
          onChange={(value) => set("unit", value)}
          empty={t("reader.figure.unitOpen")}
          options={(vocabularyOf("figure-unit")?.terms ?? []).map(({ code }) => ({
            value: code,
            label: termText("figure-unit", code),
          }))}
        />
        <TextField
          label={label("population")}
          value={draft.population}
          onChange={(value) => set("population", value)}
        />
        <TextField
          label={label("place")}
          value={draft.place}
          onChange={(value) => set("place", value)}
        />
        <DateField
          label={label("asOf")}
          value={draft.asOf}
          onChange={(value) => set("asOf", value)}
          onWrong={setWrongDate}
        />
        <TextField
          label={label("body")}
          value={draft.body}
          onChange={(value) => set("body", value)}
        />
      </div>
      <ThroughField
        speakers={speakers}
        value={draft.statement}
        onChange={(value) => set("statement", value)}
      />
    </EditForm>
  );
}
