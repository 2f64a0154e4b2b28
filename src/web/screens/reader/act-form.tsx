// An act as a person reads it: what was done, to whom, when and where, by whose word.
// Invariant: it is about a person somebody chose, or expressly about nobody in particular.
import { useState } from "react";
import type { ReactNode } from "react";
import { formatDate, vocabularyOf } from "../../../model/index.ts";
import { t } from "../../messages/index.ts";
import { propertyLabel, termText } from "../../messages/names.ts";
import { Checkbox, Select, TextField } from "../../parts/index.ts";
import { Chooser } from "../../parts/chooser.tsx";
import { DateField } from "../sources/date-field.tsx";
import { actRecord } from "./act-value.ts";
import type { ActDraft } from "./act-value.ts";
import { EditForm } from "./edit-form.tsx";
import type { speakersOf } from "./how-said.tsx";
import { ThroughField } from "./how-said.tsx";
import type { ActItem, DateItem } from "./items.ts";
import { actTerm } from "./items.ts";
import type { AcceptInput } from "./use-decide.ts";
import { findBySound } from "./use-matches.ts";

export interface ActFormProps {
  readonly text: string;
  readonly item: ActItem;
  readonly suggested: ActDraft;
  /** The name in the words, for proposing whom; empty where they name nobody. */
  readonly named: string;
  readonly speakers: ReturnType<typeof speakersOf>;
  /** Dates told near it: a person may take one, none is taken by itself. */
  readonly dates: readonly DateItem[];
  readonly onAccept: (as: AcceptInput) => Promise<void>;
  readonly onClose: () => void;
}

export function ActForm(props: ActFormProps): ReactNode {
  const { text, item, speakers } = props;
  const [draft, setDraft] = useState(props.suggested);
  const [tried, setTried] = useState(false);
  const [wrongDate, setWrongDate] = useState(false);
  const [picked, setPicked] = useState("");
  const set = <K extends keyof ActDraft>(key: K, value: ActDraft[K]): void =>
    setDraft({ ...draft, [key]: value });
  const { schema, of } = actTerm(draft.code);
  const missing = draft.person === null && !draft.nobody;
  const near = props.dates.flatMap(({ id, who, date: { edtf } }) =>
    edtf === null ? [] : [{ id, edtf, label: `${who} (${formatDate(edtf)})` }],
  );
  return (
    <EditForm
      ready={!missing && !wrongDate}
      onTried={() => setTried(true)}
      onAccept={async () => props.onAccept(actRecord(text, item, draft))}
      onClose={props.onClose}
    >
      <Chooser
        label={t("acts.whom")}
        hint={item.person === "" ? t("acts.toNobody") : t("acts.to", { who: item.person })}
        // Nobody is proposed but those who bear the name in the words: the first Enter must not pick a stranger.
        kind={`act ${props.named}`}
        value={draft.person}
        onChange={(person) => set("person", person)}
        find={async (q, signal) => {
          const asked = q === "" ? props.named : q;
          return asked === "" ? [] : findBySound(asked, signal);
        }}
        autoFocus
        {...(tried && missing ? { error: t("acts.whomMissing") } : {})}
      />
      {draft.person === null ? (
        <Checkbox
          label={t("acts.nobody")}
          hint={t("acts.nobodyHint")}
          checked={draft.nobody}
          onChange={(nobody) => set("nobody", nobody)}
        />
      ) : null}
      <Select
        label={propertyLabel(schema, schema === "Act" ? "type" : "kind")}
        value={draft.code}
        onChange={(code) => set("code", code)}
        options={(vocabularyOf(of)?.terms ?? []).map(({ code }) => ({
          value: code,
          label: termText(of, code),
        }))}
      />
      {near.length === 0 ? null : (
        <Select
          label={t("acts.dateNear")}
          value={picked}
          onChange={(id) => {
            setPicked(id);
            set("date", near.find((one) => one.id === id)?.edtf ?? "");
          }}
          empty={t("parts.choose")}
          options={near.map(({ id, label }) => ({ value: id, label }))}
        />
      )}
      <div className="reader-pair">
        <DateField
          // A date that was picked is shown as its words; the field keeps its own otherwise.
          key={picked}
          label={propertyLabel(schema, schema === "Act" ? "date" : "from")}
          value={draft.date}
          onChange={(date) => set("date", date)}
          onWrong={setWrongDate}
        />
        <TextField
          label={propertyLabel(schema, "place")}
          value={draft.place}
          onChange={(place) => set("place", place)}
        />
      </div>
      <ThroughField
        speakers={speakers}
        value={draft.statement}
        onChange={(statement) => set("statement", statement)}
      />
    </EditForm>
  );
}
