// A name as a person reads it: of whom or what, in which language, and whether that one is on file already.
import { useState } from "react";
import type { ReactNode } from "react";
import { propertyOf, vocabularyOf } from "../../../model/index.ts";
import type { SourceView } from "../../api/views.ts";
import { t } from "../../messages/index.ts";
import { schemaLabel, termText } from "../../messages/names.ts";
import { Select, TextField } from "../../parts/index.ts";
import { Chooser } from "../../parts/chooser.tsx";
import { findRecords } from "../../parts/find.ts";
import { languageOptions } from "../sources/kinds.ts";
import { EditForm } from "./edit-form.tsx";
import type { NameItem } from "./items.ts";
import { matchText } from "./match-text.ts";
import { nameAs } from "./name-value.ts";
import type { Match, NameDraft, Which } from "./name-value.ts";
import type { AcceptInput } from "./use-decide.ts";
import { useMatches } from "./use-matches.ts";

const schemas = ["Person", "Organization", "Group", "Place"].filter(
  (schema) => propertyOf(schema, "name") !== undefined,
);

export interface NameFormProps {
  readonly text: string;
  readonly item: NameItem;
  readonly suggested: NameDraft;
  readonly records: SourceView["records"];
  /** Whether this person may say that two records are the same. */
  readonly mayLink: boolean;
  readonly onAccept: (as: AcceptInput) => Promise<void>;
  readonly onClose: () => void;
}

export function NameForm(props: NameFormProps): ReactNode {
  const { text, item, records, mayLink } = props;
  const [draft, setDraft] = useState(props.suggested);
  const [tried, setTried] = useState(false);
  const set = (change: Partial<NameDraft>): void => setDraft({ ...draft, ...change });
  const named = { schema: draft.schema, text: draft.name.trim() };
  const matches = useMatches(mayLink && named.text !== "" ? named : null, records);
  const missing = draft.name.trim() === "";
  const as = missing ? null : nameAs(text, item, draft);
  return (
    <EditForm
      ready={as !== null}
      onTried={() => setTried(true)}
      onAccept={async () => (as === null ? undefined : props.onAccept(as))}
      onClose={props.onClose}
    >
      <TextField
        label={t("make.valueWords")}
        value={draft.name}
        onChange={(name) => set({ name })}
        autoFocus
        {...(tried && missing ? { error: t("make.labelMissing") } : {})}
      />
      <Select
        label={t("make.schema")}
        value={draft.schema}
        onChange={(schema) => set({ schema, which: { kind: "new" } })}
        options={schemas.map((value) => ({ value, label: schemaLabel(value) }))}
      />
      <WhichField
        which={draft.which}
        schema={draft.schema}
        records={records}
        matches={matches}
        mayLink={mayLink}
        tried={tried}
        onChange={(which) => set({ which })}
      />
      <div className="reader-pair">
        <Select
          label={t("meta.language")}
          value={draft.lang}
          onChange={(lang) => set({ lang })}
          empty={t("parts.unknown")}
          options={languageOptions(draft.lang)}
        />
        <Select
          label={t("make.role")}
          value={draft.role}
          onChange={(role) => set({ role })}
          empty={t("parts.choose")}
          options={(vocabularyOf("name-role")?.terms ?? []).map(({ code }) => ({
            value: code,
            label: termText("name-role", code),
          }))}
        />
      </div>
    </EditForm>
  );
}

/** A new file, one this source opened, or one that is there: proposed by likeness, or found by typing. */
function WhichField({
  which,
  schema,
  records,
  matches,
  mayLink,
  tried,
  onChange,
}: {
  readonly which: Which;
  readonly schema: string;
  readonly records: SourceView["records"];
  readonly matches: readonly Match[];
  readonly mayLink: boolean;
  readonly tried: boolean;
  readonly onChange: (which: Which) => void;
}): ReactNode {
  const own = records.filter((record) => record.schema === schema);
  // What was found by typing is none of the proposals, and stays with the field it was found in.
  const typed = which.kind === "same" && !matches.some(({ id }) => id === which.match.id);
  const finding = which.kind === "find" || typed;
  const value = finding
    ? "find"
    : which.kind === "own"
      ? `own:${which.id}`
      : which.kind === "same"
        ? `same:${which.match.id}`
        : "new";
  const found = which.kind === "same" ? { id: which.match.id, label: which.match.label } : null;
  return (
    <>
      <Select
        label={t("make.record")}
        value={value}
        onChange={(next) => {
          const match = matches.find(({ id }) => next === `same:${id}`);
          if (match !== undefined) onChange({ kind: "same", match });
          else if (next.startsWith("own:")) onChange({ kind: "own", id: next.slice(4) });
          else onChange({ kind: next === "find" ? "find" : "new" });
        }}
        options={[
          { value: "new", label: t("make.recordNew") },
          ...own.map((record) => ({
            value: `own:${record.id}`,
            label: t("names.own", { name: record.label }),
          })),
          ...matches.map((match) => ({
            value: `same:${match.id}`,
            label: t("names.sameAs", { name: match.label, detail: matchText(match) }),
          })),
          ...(mayLink ? [{ value: "find", label: t("make.recordFound") }] : []),
        ]}
      />
      {finding ? (
        <Chooser
          label={t("make.recordFind")}
          kind={schema}
          value={found}
          onChange={(chosen) =>
            onChange(
              chosen === null
                ? { kind: "find" }
                : {
                    kind: "same",
                    match: { id: chosen.id, label: chosen.label, detail: chosen.detail ?? "" },
                  },
            )
          }
          find={findRecords(schema)}
          {...(tried && found === null ? { error: t("make.recordMissing") } : {})}
        />
      ) : null}
    </>
  );
}
