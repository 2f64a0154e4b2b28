// A new claim: what is said, the source that says it, and the very words. The passage is looked up before anything is sent.
import { useState } from "react";
import type { ReactNode } from "react";
import { useMutation } from "@tanstack/react-query";
import { schemaOf, vocabularyOf } from "../../../model/index.ts";
import type { Property } from "../../../model/index.ts";
import { post } from "../../api/index.ts";
import type { ClaimView, RecordFile } from "../../api/views.ts";
import { t, tIf } from "../../messages/index.ts";
import { propertyLabel, termText } from "../../messages/names.ts";
import { Actions, Button, ErrorNote, Select, toast } from "../../parts/index.ts";
import type { Found } from "../../parts/chooser.tsx";
import { Dialog } from "../../parts/dialog.tsx";
import { passageOf, QuoteMissing } from "../../parts/passage-of.ts";
import { SourceAndQuote } from "../../parts/source-and-quote.tsx";
import { emptyDraft, toInput, ValueField } from "../../parts/value-field.tsx";
import type { ValueInput } from "../../parts/value-field.tsx";
import { useFileChanged } from "./use-file.ts";

/** The records of the file a claim can be about: the file's own and its episodes. */
function aboutOptions(
  file: RecordFile,
): readonly { readonly value: string; readonly label: string; readonly schema: string }[] {
  return [
    {
      value: file.id,
      label: file.schema === "Person" ? t("newClaim.thisPerson") : file.label,
      schema: file.schema,
    },
    ...file.related.map((related) => ({
      value: related.id,
      label: [related.label, related.from?.text].filter((part) => part !== undefined).join(", "),
      schema: related.schema,
    })),
  ];
}

interface Input {
  readonly record: string;
  readonly property: Property;
  readonly value: ValueInput;
  readonly source: string;
  readonly quote: string;
  readonly knows: string;
}

async function send({ record, property, value, source, quote, knows }: Input): Promise<ClaimView> {
  const passage = await passageOf(source, quote);
  return post("/api/claims", {
    record,
    property: property.name,
    source,
    ...value,
    ...(passage === undefined ? {} : { passage }),
    ...(knows === "" ? {} : { knows }),
  });
}

export function AddClaim({
  file,
  onClose,
}: {
  readonly file: RecordFile;
  readonly onClose: () => void;
}): ReactNode {
  const about = aboutOptions(file);
  const [record, setRecord] = useState(file.id);
  const [name, setName] = useState("");
  const [draft, setDraft] = useState(emptyDraft);
  const [source, setSource] = useState<Found | null>(null);
  const [quote, setQuote] = useState("");
  const [knows, setKnows] = useState("");
  const [tried, setTried] = useState(false);
  const changed = useFileChanged();
  const schema = about.find((option) => option.value === record)?.schema ?? file.schema;
  const properties = schemaOf(schema)?.properties ?? [];
  const property = properties.find((one) => one.name === name);
  const value = property === undefined ? null : toInput(property, draft);
  const adding = useMutation({
    mutationFn: send,
    onSuccess: async (claim) => {
      onClose();
      await changed();
      toast({
        text: t("newClaim.added"),
        undo: async () => {
          await post("/api/withdraw", {
            target: claim.id,
            subject: claim.record,
            reason: t("claims.broughtBack"),
          });
          await changed();
        },
      });
    },
  });
  const quoteMissing = adding.error instanceof QuoteMissing;
  return (
    <Dialog title={t("newClaim.title")} isOpen onClose={onClose} wide>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (property !== undefined && value !== null && source !== null)
            adding.mutate({ record, property, value, source: source.id, quote, knows });
        }}
      >
        {about.length < 2 ? null : (
          <Select
            label={t("newClaim.about")}
            value={record}
            onChange={(next) => {
              setRecord(next);
              setName("");
              setDraft(emptyDraft);
            }}
            options={about}
          />
        )}
        <Select
          label={t("newClaim.property")}
          value={name}
          onChange={(next) => {
            setName(next);
            setDraft(emptyDraft);
          }}
          options={properties.map((one) => ({
            value: one.name,
            label: propertyLabel(schema, one.name),
            group: tIf(`group.${one.group}`) ?? one.group,
          }))}
          empty={t("parts.choose")}
          {...(tried && property === undefined ? { error: t("newClaim.missingProperty") } : {})}
        />
        {property === undefined ? null : (
          <ValueField
            label={t("newClaim.value")}
            property={property}
            draft={draft}
            onChange={setDraft}
            error={tried && value === null ? t("newClaim.missingValue") : undefined}
          />
        )}
        <SourceAndQuote
          label={t("newClaim.source")}
          hint={t("newClaim.sourceHint")}
          source={source}
          onSource={setSource}
          quote={quote}
          onQuote={setQuote}
          rows={3}
          tried={tried}
          quoteMissing={quoteMissing}
        />
        <Select
          label={t("newClaim.knows")}
          value={knows}
          onChange={setKnows}
          empty={t("newClaim.knowsUnknown")}
          options={(vocabularyOf("knows")?.terms ?? []).map((term) => ({
            value: term.code,
            label: termText("knows", term.code),
          }))}
        />
        {quoteMissing ? null : <ErrorNote error={adding.error} />}
        <Actions>
          <Button type="submit" variant="primary" isPending={adding.isPending}>
            {t("newClaim.submit")}
          </Button>
          <Button onPress={onClose}>{t("parts.cancel")}</Button>
        </Actions>
      </form>
    </Dialog>
  );
}
