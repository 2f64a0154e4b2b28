// The description of a source as a form. Invariant: another's newer version is never overwritten unseen; both are shown.
import { useState } from "react";
import type { ReactNode } from "react";
import { useMutation, useQueryClient } from "@tanstack/react-query";
import { asApiError } from "../../api/index.ts";
import type { SourceView } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import {
  Actions,
  Button,
  ErrorNote,
  Note,
  Select,
  TextArea,
  TextField,
  toast,
} from "../../parts/index.ts";
import { Dialog } from "../../parts/dialog.tsx";
import { DateField } from "../sources/date-field.tsx";
import { focusFirstWrong } from "../sources/first-wrong.ts";
import { kindOptions, languageOptions } from "../sources/kinds.ts";
import type { Description } from "./describe.ts";
import { describe } from "./describe.ts";
import { sourceKey, useSourceChanged } from "./use-source.ts";

const lines = ["headline", "publisher", "author", "url"] as const;
const notes = ["interviewer", "interpreter", "note"] as const;
type Field = (typeof lines)[number] | (typeof notes)[number] | "published" | "kind" | "language";
type Values = Readonly<Record<Field, string>>;

function valuesOf(source: SourceView): Values {
  return {
    kind: source.kind,
    headline: source.headline?.value ?? "",
    publisher: source.publisher?.value ?? "",
    author: source.author?.value ?? "",
    url: source.url?.value ?? "",
    published: source.published?.value ?? "",
    language: source.language === "und" ? "" : (source.language ?? ""),
    interviewer: source.interviewer ?? "",
    interpreter: source.interpreter ?? "",
    note: source.note ?? "",
  };
}

/** Only what differs, so that a field nobody touched keeps its passage and its rule. */
function changesOf(values: Values, before: Values): Description {
  const changed = (name: Field): boolean => values[name].trim() !== before[name].trim();
  const described = ([...lines, "published", "language"] as const).filter(changed);
  return {
    ...(changed("kind") ? { kind: values.kind } : {}),
    ...Object.fromEntries(described.map((name) => [name, { value: values[name].trim() }])),
    ...Object.fromEntries(notes.filter(changed).map((name) => [name, values[name].trim()])),
  };
}

export function DescribeForm({
  source,
  onClose,
}: {
  readonly source: SourceView;
  readonly onClose: () => void;
}): ReactNode {
  const [base, setBase] = useState(source);
  const [values, setValues] = useState(() => valuesOf(source));
  const [theirs, setTheirs] = useState<Values | null>(null);
  const [dateWrong, setDateWrong] = useState(false);
  const client = useQueryClient();
  const changed = useSourceChanged(source.id);
  const set = (name: Field) => (value: string) => setValues({ ...values, [name]: value });
  const saving = useMutation({
    mutationFn: async () => describe(base, changesOf(values, valuesOf(base))),
    onSuccess: async (view) => {
      client.setQueryData(sourceKey(source.id), view);
      onClose();
      toast({ text: t("meta.saved") });
      await changed();
    },
    onError: (error) => {
      const known = asApiError(error);
      const current = known.details["current"] as SourceView | undefined;
      if (!known.isConflict || current === undefined) return;
      setBase(current);
      setTheirs(valuesOf(current));
    },
  });
  const conflict = theirs !== null && saving.error !== null && asApiError(saving.error).isConflict;
  const hint = (name: Field) => {
    if (theirs === null || theirs[name] === values[name]) return {};
    return {
      hint: theirs[name] === "" ? t("meta.theirsEmpty") : t("meta.theirs", { value: theirs[name] }),
    };
  };
  return (
    <Dialog title={t("meta.editTitle")} isOpen onClose={onClose} wide>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (!dateWrong) saving.mutate();
          else focusFirstWrong(event.currentTarget);
        }}
      >
        {theirs === null ? null : <Note tone="warn">{t("meta.conflict")}</Note>}
        <Select
          label={t("meta.kind")}
          value={values.kind}
          onChange={set("kind")}
          options={kindOptions()}
          {...hint("kind")}
        />
        {(["headline", "publisher", "author"] as const).map((name) => (
          <TextField
            key={name}
            label={t(`meta.${name}`)}
            value={values[name]}
            onChange={set(name)}
            {...hint(name)}
          />
        ))}
        <DateField
          label={t("meta.published")}
          value={values.published}
          onChange={set("published")}
          onWrong={setDateWrong}
        />
        <Select
          label={t("meta.language")}
          value={values.language}
          onChange={set("language")}
          empty={t("meta.missing")}
          options={languageOptions(values.language)}
          {...hint("language")}
        />
        <TextField
          label={t("meta.url")}
          type="url"
          dir="ltr"
          value={values.url}
          onChange={set("url")}
          {...hint("url")}
        />
        <div className="reader-pair">
          {(["interviewer", "interpreter"] as const).map((name) => (
            <TextField
              key={name}
              label={t(`meta.${name}`)}
              value={values[name]}
              onChange={set(name)}
              {...hint(name)}
            />
          ))}
        </div>
        <TextArea
          label={t("meta.note")}
          value={values.note}
          onChange={set("note")}
          rows={2}
          {...hint("note")}
        />
        {conflict ? null : <ErrorNote error={saving.error} />}
        <Actions>
          <Button type="submit" variant="primary" isPending={saving.isPending}>
            {t("parts.save")}
          </Button>
          <Button onPress={onClose}>{t("parts.cancel")}</Button>
        </Actions>
      </form>
    </Dialog>
  );
}
