// A new record of any schema, as one source describes it. The form is made from the schema's data file.
import { useState } from "react";
import type { ReactNode } from "react";
import { useMutation } from "@tanstack/react-query";
import { useNavigate } from "@tanstack/react-router";
import { schemaOf } from "../../../model/index.ts";
import type { Property, Schema } from "../../../model/index.ts";
import { post, queryClient } from "../../api/index.ts";
import type { RecordItem } from "../../api/views.ts";
import { t, tIf } from "../../messages/index.ts";
import { propertyLabel, schemaLabel, termText } from "../../messages/names.ts";
import { Actions, Button, ErrorNote, toast } from "../../parts/index.ts";
import type { Found } from "../../parts/chooser.tsx";
import { Dialog } from "../../parts/dialog.tsx";
import { passageOf, QuoteMissing } from "../../parts/passage-of.ts";
import { SourceAndQuote } from "../../parts/source-and-quote.tsx";
import { emptyDraft, toInput, ValueField } from "../../parts/value-field.tsx";
import type { ValueDraft } from "../../parts/value-field.tsx";

type Drafts = Readonly<Record<string, ValueDraft>>;

/** What the record is called: the label property's words, its term, or the chosen record's name. */
function labelOf(property: Property, draft: ValueDraft): string {
  if (property.type === "ref") return draft.ref?.label ?? "";
  const words = draft.words.trim();
  return property.type === "code" && property.of !== undefined && words !== ""
    ? termText(property.of, words)
    : words;
}

const shownAtFirst = 4;

const pageOf: Readonly<Record<string, "/people/$id" | "/questions/$id">> = {
  Person: "/people/$id",
  Question: "/questions/$id",
};

/** The label's property, then the first few; the rest stand behind a button, by group. */
function fieldsOf(schema: Schema): {
  readonly first: readonly Property[];
  readonly rest: readonly Property[];
} {
  const naming = schema.properties.filter((property) => property.name === schema.labelBy);
  const others = schema.properties.filter((property) => property.name !== schema.labelBy);
  return { first: [...naming, ...others.slice(0, shownAtFirst)], rest: others.slice(shownAtFirst) };
}

interface Input {
  readonly schema: Schema;
  readonly source: string;
  readonly drafts: Drafts;
  readonly quote: string;
}

async function send({ schema, source, drafts, quote }: Input): Promise<RecordItem> {
  const passage = await passageOf(source, quote);
  const claims = schema.properties.flatMap((property) => {
    const value = toInput(property, drafts[property.name] ?? emptyDraft);
    return value === null
      ? []
      : [{ property: property.name, ...value, ...(passage === undefined ? {} : { passage }) }];
  });
  const naming = schema.properties.find((property) => property.name === schema.labelBy);
  const label =
    naming === undefined ? schema.label : labelOf(naming, drafts[naming.name] ?? emptyDraft);
  return post("/api/records", { schema: schema.name, source, label, claims });
}

export function NewRecord({
  schema: name,
  onClose,
}: {
  readonly schema: string;
  readonly onClose: () => void;
}): ReactNode {
  const schema = schemaOf(name);
  return schema === undefined ? null : <Form schema={schema} onClose={onClose} />;
}

function Form({
  schema,
  onClose,
}: {
  readonly schema: Schema;
  readonly onClose: () => void;
}): ReactNode {
  const [drafts, setDrafts] = useState<Drafts>({});
  const [source, setSource] = useState<Found | null>(null);
  const [quote, setQuote] = useState("");
  const [more, setMore] = useState(false);
  const [tried, setTried] = useState(false);
  const navigate = useNavigate();
  const { first, rest } = fieldsOf(schema);
  const naming = schema.properties.find((property) => property.name === schema.labelBy);
  const named = naming === undefined || toInput(naming, drafts[naming.name] ?? emptyDraft) !== null;
  const making = useMutation({
    mutationFn: send,
    onSuccess: async (record) => {
      toast({
        text: t("newRecord.done"),
        undo: async () => {
          await post("/api/withdraw", {
            target: record.id,
            subject: record.id,
            reason: t("claims.broughtBack"),
          });
          await queryClient.invalidateQueries();
        },
      });
      await queryClient.invalidateQueries({
        predicate: ({ queryKey }) =>
          ["people", "records", "home", "find", "figures", "questions"].includes(
            String(queryKey[0]),
          ),
      });
      await navigate({ to: pageOf[schema.name] ?? "/records/$id", params: { id: record.id } });
    },
  });
  const field = (property: Property): ReactNode => (
    <ValueField
      key={property.name}
      label={propertyLabel(schema.name, property.name)}
      property={property}
      draft={drafts[property.name] ?? emptyDraft}
      onChange={(draft) => setDrafts((before) => ({ ...before, [property.name]: draft }))}
      error={tried && property === naming && !named ? t("newRecord.missing") : undefined}
    />
  );
  const quoteMissing = making.error instanceof QuoteMissing;
  return (
    <Dialog
      title={t("newRecord.title", { schema: schemaLabel(schema.name) })}
      isOpen
      onClose={onClose}
      wide
    >
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (named && source !== null) making.mutate({ schema, source: source.id, drafts, quote });
        }}
      >
        {first.map(field)}
        {rest.length === 0 ? null : (
          <div>
            <Button small onPress={() => setMore(!more)} expanded={more}>
              {more ? t("newRecord.fewer") : t("newRecord.more")}
            </Button>
          </div>
        )}
        {more
          ? [...Map.groupBy(rest, (property) => property.group)].map(([group, properties]) => (
              <section key={group} className="stack">
                <h3>{tIf(`group.${group}`) ?? group}</h3>
                {properties.map(field)}
              </section>
            ))
          : null}
        <SourceAndQuote
          label={t("newRecord.source")}
          hint={t("newRecord.sourceHint")}
          source={source}
          onSource={setSource}
          quote={quote}
          onQuote={setQuote}
          tried={tried}
          quoteMissing={quoteMissing}
        />
        {quoteMissing ? null : <ErrorNote error={making.error} />}
        <Actions>
          <Button type="submit" variant="primary" isPending={making.isPending}>
            {t("newRecord.submit")}
          </Button>
          <Button onPress={onClose}>{t("parts.cancel")}</Button>
        </Actions>
      </form>
    </Dialog>
  );
}
