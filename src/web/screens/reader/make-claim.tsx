// One fact from a passage: of which record, which property, which value, who says so, how they know.
import { useState } from "react";
import type { ReactNode } from "react";
import { useMutation } from "@tanstack/react-query";
import { propertyOf, schemaOf, schemas } from "../../../model/index.ts";
import { t } from "../../messages/index.ts";
import { schemaLabel, termText } from "../../messages/names.ts";
import { Actions, Button, ErrorNote, Select } from "../../parts/index.ts";
import { Chooser } from "../../parts/chooser.tsx";
import type { Found } from "../../parts/chooser.tsx";
import { findPeople } from "../../parts/find.ts";
import { emptyDraft, toInput, ValueField } from "../../parts/value-field.tsx";
import { prefilled, understood, withWords } from "./claim-value.ts";
import type { MakeFormProps } from "./make-parts.ts";
import { focusFirstWrong } from "../sources/first-wrong.ts";
import { HowSaid, speakersOf } from "./how-said.tsx";
import type { How } from "./how-said.tsx";
import { KindField, PropertyField } from "./kind-field.tsx";
import { passageOf } from "./passage.ts";
import { saveClaim } from "./save-claim.ts";
import { chosenRecord, firstChoice, RecordPicker } from "./record-picker.tsx";

export function MakeClaim(props: MakeFormProps): ReactNode {
  const { source, text, making } = props;
  const words = text.slice(making.span.start, making.span.end).replace(/\s+/g, " ").trim();
  const speakers = speakersOf({ ...props, span: making.span });
  const own = source.records.find((record) => record.schema === "Person");
  const [schema, setSchema] = useState("Person");
  const [choice, setChoice] = useState(
    own === undefined ? firstChoice("") : { ...firstChoice(""), which: own.id },
  );
  const [whose, setWhose] = useState<Found | null>(null);
  const [name, setName] = useState("");
  const [draft, setDraft] = useState(emptyDraft);
  const [kind, setKind] = useState("");
  const [how, setHow] = useState<How>({
    through: speakers.find((s) => s.around)?.value ?? "",
    knows: "",
    said: "",
  });
  const [tried, setTried] = useState(false);

  const property = name === "" ? undefined : propertyOf(schema, name);
  const value = property === undefined ? null : toInput(property, draft);
  const read = property === undefined ? null : understood(property, draft);
  const record = chosenRecord(choice);
  const belongs = propertyOf(schema, "person");
  const labelBy = propertyOf(schema, schemaOf(schema)?.labelBy ?? "");
  const namesItself = property !== undefined && labelBy === property;
  // A stay or an act is told apart by what it was, so a new one is asked for it beside the value that was marked.
  const asksKind =
    record === null && belongs !== undefined && labelBy?.type === "code" && !namesItself;
  const asksLabel = !namesItself && belongs === undefined;

  const saving = useMutation({
    mutationFn: async () =>
      saveClaim({
        source: source.id,
        schema,
        property: name,
        record: record ?? null,
        person: whose?.id ?? null,
        label: labelFor(),
        kind:
          asksKind && kind !== ""
            ? { property: labelBy.name, vocabulary: labelBy.of ?? "", code: kind }
            : null,
        claim: {
          property: name,
          ...(value === null ? {} : withWords(value, words)),
          passage: making.passage ?? passageOf(text, making.span),
          ...(how.through === "" ? {} : { statement: how.through }),
          ...(how.knows === "" ? {} : { knows: how.knows }),
          ...(how.said === "" ? {} : { said: how.said }),
          ...(making.suggestion === undefined ? {} : { suggestion: making.suggestion }),
        },
      }),
    onSuccess: props.onMade,
  });
  // What names the record is its label; what belongs to a person goes by its kind; the rest is asked for.
  const labelFor = (): string => {
    if (namesItself && property.type === "code") return termText(property.of ?? "", draft.words);
    if (namesItself) return draft.words.trim();
    if (belongs === undefined) return choice.label.trim();
    return kind === "" ? schemaLabel(schema) : termText(labelBy?.of ?? "", kind);
  };
  const ready =
    property !== undefined &&
    value !== null &&
    read !== false &&
    record !== undefined &&
    (record !== null || !asksLabel || choice.label.trim() !== "");

  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (ready) saving.mutate();
        else focusFirstWrong(event.currentTarget);
      }}
    >
      <div className="reader-pair">
        <Select
          label={t("make.schema")}
          value={schema}
          onChange={(next) => {
            setSchema(next);
            setChoice(firstChoice(""));
            setName("");
            setKind("");
            setDraft(emptyDraft);
          }}
          options={schemas
            .filter((one) => one.name !== "Statement")
            .map((one) => ({ value: one.name, label: schemaLabel(one.name) }))}
        />
        <PropertyField
          schema={schema}
          name={name}
          missing={tried && property === undefined}
          onChange={(next) => {
            setName(next);
            const chosen = propertyOf(schema, next);
            setDraft(chosen === undefined ? emptyDraft : prefilled(chosen, words));
          }}
        />
      </div>
      <RecordPicker
        schema={schema}
        records={source.records}
        choice={choice}
        onChange={setChoice}
        tried={tried}
        asksLabel={asksLabel}
      />
      {record === null && belongs !== undefined ? (
        <Chooser
          label={t("make.whose")}
          hint={t("make.whoseHint")}
          kind="Person"
          value={whose}
          onChange={setWhose}
          find={findPeople}
        />
      ) : null}
      {asksKind ? (
        <KindField schema={schema} property={labelBy} kind={kind} onChange={setKind} />
      ) : null}
      {property === undefined ? null : (
        <div>
          <ValueField
            label={t("make.value")}
            property={property}
            draft={draft}
            onChange={setDraft}
            error={tried && (value === null || read === false) ? t("make.readsNot") : undefined}
          />
          {typeof read === "string" ? (
            <p className="field__hint">{t("make.readsAs", { text: read })}</p>
          ) : null}
        </div>
      )}
      <HowSaid speakers={speakers} how={how} onChange={setHow} />
      <ErrorNote error={saving.error} />
      <Actions>
        <Button type="submit" variant="primary" isPending={saving.isPending}>
          {t("make.save")}
        </Button>
        <Button onPress={props.onClose}>{t("parts.cancel")}</Button>
      </Actions>
    </form>
  );
}
