// A proceeding as one source tells of it: written as a record with claims, each with that source and its passage.
import { useState } from "react";
import type { ReactNode } from "react";
import { useMutation } from "@tanstack/react-query";
import { schemaOf } from "../../../model/index.ts";
import type { Property } from "../../../model/index.ts";
import { post, queryClient } from "../../api/index.ts";
import type { PersonRef, RecordItem } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { propertyLabel, termText } from "../../messages/names.ts";
import { Actions, Button, ErrorNote, Select, toast } from "../../parts/index.ts";
import type { Found } from "../../parts/chooser.tsx";
import { Dialog } from "../../parts/dialog.tsx";
import { passageOf, QuoteMissing } from "../../parts/passage-of.ts";
import { SourceAndQuote } from "../../parts/source-and-quote.tsx";
import { emptyDraft, toInput, ValueField } from "../../parts/value-field.tsx";
import type { ValueDraft } from "../../parts/value-field.tsx";

type Drafts = Readonly<Record<string, ValueDraft>>;

/** In the order in which they are asked; the person is known. */
const asked: readonly Property[] = (schemaOf("Proceeding")?.properties ?? []).filter(
  ({ name }) => name !== "person",
);

interface Input {
  readonly person: string;
  readonly source: string;
  readonly drafts: Drafts;
  readonly quote: string;
}

async function write({ person, source, drafts, quote }: Input): Promise<RecordItem> {
  const passage = await passageOf(source, quote);
  const own = passage === undefined ? {} : { passage };
  const claims = asked.flatMap((property) => {
    const value = toInput(property, drafts[property.name] ?? emptyDraft);
    return value === null ? [] : [{ property: property.name, ...value, ...own }];
  });
  return post<RecordItem>("/api/records", {
    schema: "Proceeding",
    source,
    label: termText("proceeding-kind", drafts["kind"]?.words ?? ""),
    claims: [{ property: "person", value: { kind: "ref", record: person }, ...own }, ...claims],
  });
}

/** A proceeding shows on the person's file, in the story, in the calendar and in every count. */
const askAnew = async (): Promise<void> => queryClient.invalidateQueries();

export function ProceedingDialog({
  people,
  onClose,
}: {
  readonly people: readonly PersonRef[];
  readonly onClose: () => void;
}): ReactNode {
  const [person, setPerson] = useState(people[0]?.id ?? "");
  const [drafts, setDrafts] = useState<Drafts>({});
  const [source, setSource] = useState<Found | null>(null);
  const [quote, setQuote] = useState("");
  const [tried, setTried] = useState(false);
  const hasKind = (drafts["kind"]?.words ?? "") !== "";
  const writing = useMutation({
    mutationFn: write,
    onSuccess: async ({ id }) => {
      onClose();
      await askAnew();
      toast({
        text: t("case.proceedingSaved"),
        undo: async () => {
          await post("/api/withdraw", { target: id, subject: id, reason: t("cases.undone") });
          await askAnew();
        },
      });
    },
  });
  const quoteMissing = writing.error instanceof QuoteMissing;
  return (
    <Dialog title={t("case.addProceeding")} isOpen onClose={onClose} wide>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (hasKind && source !== null && person !== "" && !writing.isPending)
            writing.mutate({ person, source: source.id, drafts, quote });
        }}
      >
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
        {people.length < 2 ? null : (
          <Select
            label={t("case.proceedingAbout")}
            value={person}
            onChange={setPerson}
            options={people.map(({ id, label, number }) => ({
              value: id,
              label: `${label} · ${number}`,
            }))}
          />
        )}
        <div className="case-form__pair">
          {asked.map((property) => (
            <ValueField
              key={property.name}
              label={propertyLabel("Proceeding", property.name)}
              property={property}
              draft={drafts[property.name] ?? emptyDraft}
              onChange={(draft) => setDrafts((now) => ({ ...now, [property.name]: draft }))}
              error={
                tried && property.name === "kind" && !hasKind
                  ? t("case.proceedingMissing")
                  : undefined
              }
            />
          ))}
        </div>
        {quoteMissing ? null : <ErrorNote error={writing.error} />}
        <Actions>
          <Button type="submit" variant="primary" isPending={writing.isPending}>
            {t("case.proceedingSave")}
          </Button>
          <Button onPress={onClose}>{t("parts.cancel")}</Button>
        </Actions>
      </form>
    </Dialog>
  );
}
