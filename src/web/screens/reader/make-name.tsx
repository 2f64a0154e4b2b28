// A name from a passage: of a person, a body, a group or a place; a new record, or one more name of one that is there.
import { useState } from "react";
import type { ReactNode } from "react";
import { useMutation } from "@tanstack/react-query";
import { propertyOf, scriptOf, vocabularyOf } from "../../../model/index.ts";
import { post } from "../../api/index.ts";
import type { ClaimView, RecordItem } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { schemaLabel, termText } from "../../messages/names.ts";
import { Actions, Button, ErrorNote, Select, TextField } from "../../parts/index.ts";
import { focusFirstWrong } from "../sources/first-wrong.ts";
import { languageOptions } from "../sources/kinds.ts";
import type { Made, MakeFormProps } from "./make-parts.ts";
import { pageOf } from "./make-parts.ts";
import { passageOf } from "./passage.ts";
import { chosenRecord, firstChoice, RecordPicker } from "./record-picker.tsx";

const schemas = ["Person", "Organization", "Group", "Place"].filter(
  (schema) => propertyOf(schema, "name") !== undefined,
);

export function MakeName(props: MakeFormProps): ReactNode {
  const { source, text, making, reading } = props;
  const words = text.slice(making.span.start, making.span.end).replace(/\s+/g, " ");
  const passage = reading?.passages.find(
    (p) => p.start <= making.span.start && p.end > making.span.start,
  );
  const known = passage?.language ?? source.language ?? "";
  const [schema, setSchema] = useState("Person");
  const [name, setName] = useState(words);
  const [lang, setLang] = useState(known === "und" ? "" : known);
  const [role, setRole] = useState("");
  const [choice, setChoice] = useState(firstChoice(words));
  const [tried, setTried] = useState(false);
  const record = chosenRecord(choice);

  const saving = useMutation({
    mutationFn: async (): Promise<Made> => {
      const script = scriptOf(name);
      const claim = {
        property: "name",
        value: {
          kind: "name",
          text: name.trim(),
          ...(script === undefined ? {} : { script }),
          ...(lang === "" ? {} : { lang }),
          ...(role === "" ? {} : { role }),
        },
        passage: making.passage ?? passageOf(text, making.span),
      };
      if (record === null || record === undefined) {
        const made = await post<RecordItem>("/api/records", {
          schema,
          source: source.id,
          label: name.trim(),
          claims: [claim],
        });
        return { id: made.id, subject: made.id, label: made.label, open: pageOf(schema, made.id) };
      }
      const made = await post<ClaimView>("/api/claims", { record, source: source.id, ...claim });
      return { id: made.id, subject: record, label: name.trim(), open: pageOf(schema, record) };
    },
    onSuccess: props.onMade,
  });

  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        setTried(true);
        if (name.trim() !== "" && record !== undefined) saving.mutate();
        else focusFirstWrong(event.currentTarget);
      }}
    >
      <TextField
        label={t("make.valueWords")}
        value={name}
        onChange={setName}
        {...(tried && name.trim() === "" ? { error: t("make.labelMissing") } : {})}
      />
      <Select
        label={t("make.schema")}
        value={schema}
        onChange={(next) => {
          setSchema(next);
          setChoice(firstChoice(words));
        }}
        options={schemas.map((value) => ({ value, label: schemaLabel(value) }))}
      />
      <RecordPicker
        schema={schema}
        records={source.records}
        choice={choice}
        onChange={setChoice}
        tried={tried}
        asksLabel={false}
      />
      <Select
        label={t("meta.language")}
        value={lang}
        onChange={setLang}
        empty={t("parts.unknown")}
        options={languageOptions(known)}
      />
      <Select
        label={t("make.role")}
        value={role}
        onChange={setRole}
        empty={t("parts.choose")}
        options={(vocabularyOf("name-role")?.terms ?? []).map(({ code }) => ({
          value: code,
          label: termText("name-role", code),
        }))}
      />
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
