// One fact from a passage: of which record, which property, which value, who says so, how they know.
import { useState } from "react";
import type { ReactNode } from "react";
import { useMutation } from "@tanstack/react-query";
import { propertyOf, schemaOf, schemas, vocabularyOf } from "../../../model/index.ts";
import { post } from "../../api/index.ts";
import type { ClaimView, RecordItem } from "../../api/views.ts";
import { t, tIf } from "../../messages/index.ts";
import { propertyLabel, schemaLabel, termText } from "../../messages/names.ts";
import { Actions, Button, ErrorNote, Select } from "../../parts/index.ts";
import { Chooser } from "../../parts/chooser.tsx";
import type { Found } from "../../parts/chooser.tsx";
import { findPeople } from "../../parts/find.ts";
import { emptyDraft, toInput, ValueField } from "../../parts/value-field.tsx";
import { DateField } from "../sources/date-field.tsx";
import { prefilled, understood } from "./claim-value.ts";
import type { Made, MakeFormProps } from "./make-parts.ts";
import { pageOf } from "./make-parts.ts";
import { wholeOf, wordsOf } from "./marks-of.ts";
import { passageOf } from "./passage.ts";
import { chosenRecord, firstChoice, RecordPicker } from "./record-picker.tsx";

/** Statements already accepted from this source; the one around the passage comes first. */
function speakersOf({ text, reading, decisions, making }: MakeFormProps) {
  return (reading?.statements ?? [])
    .flatMap((s) => {
      const became = decisions[s.id]?.state === "accepted" ? decisions[s.id]?.became : undefined;
      if (became === undefined) return [];
      const { start, end } = wholeOf(s);
      const around = start <= making.span.start && end >= making.span.end;
      return [
        { value: became, label: `${wordsOf(text, s.source)}: ${wordsOf(text, s.content)}`, around },
      ];
    })
    .toSorted((a, b) => Number(b.around) - Number(a.around));
}

const cut = (label: string): string => (label.length > 90 ? `${label.slice(0, 90)}…` : label);

export function MakeClaim(props: MakeFormProps): ReactNode {
  const { source, text, making } = props;
  const words = text.slice(making.span.start, making.span.end).replace(/\s+/g, " ").trim();
  const speakers = speakersOf(props);
  const own = source.records.find((record) => record.schema === (making.schema ?? "Person"));
  const [schema, setSchema] = useState(making.schema ?? "Person");
  const [choice, setChoice] = useState(
    own === undefined ? firstChoice("") : { ...firstChoice(""), which: own.id },
  );
  const [whose, setWhose] = useState<Found | null>(null);
  const [name, setName] = useState(making.property ?? "");
  const first = making.property === undefined ? undefined : propertyOf(schema, making.property);
  const [draft, setDraft] = useState(first === undefined ? emptyDraft : prefilled(first, words));
  const [through, setThrough] = useState(speakers.find((s) => s.around)?.value ?? "");
  const [knows, setKnows] = useState("");
  const [said, setSaid] = useState("");
  const [tried, setTried] = useState(false);

  const property = name === "" ? undefined : propertyOf(schema, name);
  const value = property === undefined ? null : toInput(property, draft);
  const read = property === undefined ? null : understood(property, draft);
  const record = chosenRecord(choice);
  const belongs = propertyOf(schema, "person");
  const namesItself = property !== undefined && schemaOf(schema)?.labelBy === property.name;
  const asksLabel = !namesItself && belongs === undefined;

  const saving = useMutation({
    mutationFn: async (): Promise<Made> => {
      const claim = {
        property: name,
        ...value,
        passage: passageOf(text, making.span),
        ...(through === "" ? {} : { statement: through }),
        ...(knows === "" ? {} : { knows }),
        ...(said === "" ? {} : { said }),
      };
      const label = namesItself
        ? property.type === "code"
          ? termText(property.of ?? "", draft.words)
          : draft.words.trim()
        : belongs === undefined
          ? choice.label.trim()
          : schemaLabel(schema);
      if (record === null || record === undefined) {
        const person =
          whose === null ? [] : [{ property: "person", value: { kind: "ref", record: whose.id } }];
        const made = await post<RecordItem>("/api/records", {
          schema,
          source: source.id,
          label: label.slice(0, 1_000),
          claims: [...person, claim],
        });
        return { id: made.id, subject: made.id, label: made.label, open: pageOf(schema, made.id) };
      }
      const made = await post<ClaimView>("/api/claims", { record, source: source.id, ...claim });
      return {
        id: made.id,
        subject: record,
        label: propertyLabel(schema, name),
        open: pageOf(schema, record),
      };
    },
    onSuccess: props.onMade,
  });
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
            setDraft(emptyDraft);
          }}
          options={schemas
            .filter((one) => one.name !== "Statement")
            .map((one) => ({ value: one.name, label: schemaLabel(one.name) }))}
        />
        <Select
          label={t("make.property")}
          value={name}
          onChange={(next) => {
            setName(next);
            const chosen = propertyOf(schema, next);
            setDraft(chosen === undefined ? emptyDraft : prefilled(chosen, words));
          }}
          empty={t("parts.choose")}
          options={(schemaOf(schema)?.properties ?? []).map((one) => ({
            value: one.name,
            label: propertyLabel(schema, one.name),
            group: tIf(`group.${one.group}`) ?? one.group,
          }))}
          {...(tried && property === undefined ? { error: t("make.propertyMissing") } : {})}
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
      {speakers.length === 0 ? null : (
        <Select
          label={t("make.through")}
          value={through}
          onChange={setThrough}
          empty={t("make.throughNone")}
          options={speakers.map((one) => ({ value: one.value, label: cut(one.label) }))}
        />
      )}
      <div className="reader-pair">
        <Select
          label={t("make.knows")}
          value={knows}
          onChange={setKnows}
          empty={t("parts.choose")}
          options={(vocabularyOf("knows")?.terms ?? []).map(({ code }) => ({
            value: code,
            label: termText("knows", code),
          }))}
        />
        <DateField label={t("make.said")} value={said} onChange={setSaid} />
      </div>
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
